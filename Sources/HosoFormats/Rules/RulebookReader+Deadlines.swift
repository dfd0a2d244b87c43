internal import HosoCore

/// What a kind's place and columns can tell a deadline or expectation.
struct PlaceFacts {
  let place: PathTemplate
  let fields: [FieldSchema]

  /// Whether a record's path says, itself or by its date, to which `name` it belongs.
  func tells(_ name: PlaceName) -> Bool {
    switch name {
    case .week: place.names(.week) || place.names(.date)
    case .month, .term: place.names(name) || place.names(.week) || place.names(.date)
    case .test: place.names(.test) || fields.contains { $0.test != nil }
    default: place.names(name)
    }
  }
}

extension RulebookReader {
  private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
  private static let forms = ["weekday", "month-day", "date", "before", "after"]

  /// `deadline:` of a kind: one of five forms, with what goes with it.
  func deadline(_ map: YAMLMap, _ facts: PlaceFacts) -> Kind.Deadline? {
    defer { map.finish() }
    let given = Self.forms.filter { name in map.entries.contains { $0.name == name } }
    guard given.count == 1, let form = given.first else {
      map.invalid("deadline")
      return nil
    }
    let minutes = clock(map)
    let shift = choice(map, "holiday", Kind.Deadline.HolidayShift.init) ?? .keep
    let day: Kind.Deadline.Day?
    var opening: Int?
    switch form {
    case "weekday":
      day = weekday(map, facts)
      opening = self.opening(map)
    case "month-day": day = monthDay(map, facts)
    case "date": day = yearDay(map, "date", isAfterYear: false).map { .date($0) }
    case "before" where map.text("before")?.contains("-") ?? false:
      day = yearDay(map, "before", isAfterYear: true).map { .before($0) }
      // Moved behind a holiday it would no longer be before that day.
      if shift == .after { map.invalid("holiday") }
    default: day = relative(map, form, facts)
    }
    guard let day, let minutes else { return nil }
    return Kind.Deadline(day, minutes: minutes, holiday: shift, onlineOpening: opening, basis: basis(map))
  }

  /// `weekday: saturday, week: -1`.
  private func weekday(_ map: YAMLMap, _ facts: PlaceFacts) -> Kind.Deadline.Day? {
    guard let day = Self.weekdays.firstIndex(of: map.text("weekday") ?? ""), facts.tells(.week) else {
      map.invalid("weekday")
      return nil
    }
    return whole(map, "week", -60...60, orElse: 0).map { .weekday(day + 1, week: $0) }
  }

  /// `online: {opens: friday}`.
  private func opening(_ map: YAMLMap) -> Int? {
    guard let online = map.map("online") else { return nil }
    defer { online.finish() }
    guard let day = Self.weekdays.firstIndex(of: online.text("opens") ?? "") else {
      online.invalid("opens")
      return nil
    }
    return day + 1
  }

  /// `month-day: 25, month: 0`, or `month-day: last`.
  private func monthDay(_ map: YAMLMap, _ facts: PlaceFacts) -> Kind.Deadline.Day? {
    guard facts.tells(.month) else {
      map.invalid("month-day")
      return nil
    }
    guard let away = whole(map, "month", -12...12, orElse: 0) else { return nil }
    if map.text("month-day") == "last" { return .monthDay(nil, month: away) }
    return whole(map, "month-day", 1...31).map { .monthDay($0, month: away) }
  }

  /// `"08-15"`, with `end` where it is in August, which lies at both edges of a school year.
  private func yearDay(_ map: YAMLMap, _ key: String, isAfterYear: Bool) -> Kind.Deadline.YearDay? {
    // 2024 has a 29 February.
    guard let text = map.text(key), let date = SchoolDate("2024-" + text) else {
      map.invalid(key)
      return nil
    }
    let isAugust = date.parts.month == 8
    let end = flag(map, "end", unless: isAugust && isAfterYear)
    if !isAugust, map.entries.contains(where: { $0.name == "end" }) {
      map.invalid("end")
      return nil
    }
    return Kind.Deadline.YearDay(month: date.parts.month, day: date.parts.day, isAfterYear: end)
  }

  /// `after: test, working-days: 7`, and its like.
  private func relative(_ map: YAMLMap, _ form: String, _ facts: PlaceFacts) -> Kind.Deadline.Day? {
    guard let side = Kind.Deadline.Side(rawValue: form), let span = span(map, form, facts) else { return nil }
    let isWorking = map.entries.contains { $0.name == "working-days" }
    guard let count = whole(map, isWorking ? "working-days" : "days", 0...366) else { return nil }
    return .relative(side, span, isWorking ? .workingDays(count) : .days(count))
  }

  private func span(_ map: YAMLMap, _ form: String, _ facts: PlaceFacts) -> Kind.Deadline.Span? {
    switch map.text(form) {
    case "test":
      guard let test = map.text("test") else {
        if facts.tells(.test) { return .test(nil) }
        map.invalid("test")
        return nil
      }
      guard Self.isID(test) else {
        map.invalid("test")
        return nil
      }
      return .test(test)
    case "term" where facts.tells(.term): return .term
    case "month" where facts.tells(.month): return .month
    case "week" where facts.tells(.week): return .week
    case "year": return .year
    default:
      map.invalid(form)
      return nil
    }
  }

  /// Minutes after midnight of `time: "23:59"`.
  private func clock(_ map: YAMLMap) -> Int? {
    guard let text = map.text("time") else { return Kind.Deadline.endOfDay }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let isDigits = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x3A }
    guard isDigits, parts.count == 2, parts[1].utf8.count == 2, (1...2).contains(parts[0].utf8.count),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), hours < 24, minutes < 60
    else {
      map.invalid("time")
      return nil
    }
    return hours * 60 + minutes
  }

  /// A whole number in `range`; `fallback` where the key is absent.
  func whole(_ map: YAMLMap, _ name: String, _ range: ClosedRange<Int>, orElse fallback: Int? = nil) -> Int? {
    guard let text = map.text(name) else {
      if fallback == nil { map.invalid(name) }
      return fallback
    }
    guard let value = Int(text), String(value) == text, range.contains(value) else {
      map.invalid(name)
      return nil
    }
    return value
  }
}
