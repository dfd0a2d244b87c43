extension SchoolCalendar {
  /// The calendar year in which `month` of the school year lies: August to December in the first, the others in the second.
  package func civilYear(of month: Int) -> Int? {
    Int(year.prefix(4)).map { month >= 8 ? $0 : $0 + 1 }
  }

  /// The first and last day of `month`, 1...12, in the school year.
  package func month(_ month: Int) -> ClosedRange<SchoolDate>? {
    civilYear(of: month).flatMap { Self.month(month, of: $0) }
  }

  /// The first and last day of a month.
  static func month(_ month: Int, of year: Int) -> ClosedRange<SchoolDate>? {
    guard let first = SchoolDate(year: year, month: month, day: 1) else { return nil }
    // 31 days later lies in the month after, whose day number says how far to go back.
    let next = first.adding(days: 31)
    return first...next.adding(days: -next.parts.day)
  }

  /// The term with `number`: by its id, else by its place in the file.
  package func term(_ number: Int) -> Span? {
    terms.first { $0.id == String(number) } ?? (terms.indices.contains(number - 1) ? terms[number - 1] : nil)
  }

  /// The number of the term that `date` lies in.
  package func term(on date: SchoolDate) -> Int? {
    terms.firstIndex { $0.contains(date) }.map { Int(terms[$0].id) ?? $0 + 1 }
  }

  /// The number of the teaching week whose Monday to Sunday `date` lies in.
  package func week(on date: SchoolDate) -> Int? {
    weeksByMonday[date.monday].flatMap { Int($0.id) }
  }

  /// From the first day of the first term to the last of the last; 1 August to 31 July where there is no term.
  package var teachingYear: ClosedRange<SchoolDate>? {
    if let first = terms.map(\.from).min(), let last = terms.map(\.to).max() { return first...last }
    guard let first = month(8)?.lowerBound, let last = month(7)?.upperBound else { return nil }
    return first...last
  }

  /// The ids of the tests, in file order, each once.
  package var testIDs: [ListID] {
    var ids: [ListID] = []
    for span in spans where span.period == .test && !ids.contains(span.id) { ids.append(span.id) }
    return ids
  }

  /// The title of the test that comes as `number`th in ``testIDs``.
  package func testTitle(_ number: Int) -> String? {
    let ids = testIDs
    guard ids.indices.contains(number - 1) else { return nil }
    return spans.first { $0.period == .test && $0.id == ids[number - 1] }?.title
  }

  /// The id of the test `name` in `term`: `giua-ki` in term 1 is `giua-ki-1`, or `giua-ki` where there is no such line.
  package func testID(_ name: ListID, term: Int?) -> ListID? {
    if let term, tests["\(name)-\(term)"] != nil { return "\(name)-\(term)" }
    return tests[name] == nil ? nil : name
  }

  /// The first and last day of the test with this id.
  package func test(_ id: ListID) -> ClosedRange<SchoolDate>? { tests[id] }

  /// Whether week `number` is taught online: by its own line, or by that of its term.
  package func isOnline(_ week: Span) -> Bool {
    week.isOnline || terms.contains { $0.isOnline && $0.contains(week.from) }
  }

  /// Whether the school works on `date`: no Sunday, no holiday, no Saturday unless `saturdays`.
  package func isWorkingDay(_ date: SchoolDate, saturdays: Bool) -> Bool {
    date.weekday < (saturdays ? 7 : 6) && holiday(on: date) == nil
  }

  /// The working day `count` working days behind `date`, or ahead of it where `step` is -1; `date` itself for none.
  func workingDay(_ count: Int, from date: SchoolDate, step: Int, saturdays: Bool) -> SchoolDate {
    var day = date
    var left = count
    // A calendar that is all holidays must not hold the program.
    var tries = count * 7 + 400
    while left > 0, tries > 0 {
      day = day.adding(days: step)
      tries -= 1
      if isWorkingDay(day, saturdays: saturdays) { left -= 1 }
    }
    return day
  }
}
