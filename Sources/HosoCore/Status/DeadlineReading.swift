/// Answers the rule of a deadline for one place, by the calendar of its year.
struct DeadlineReading {
  let calendar: SchoolCalendar
  let place: Place
  let saturdays: Bool

  private var date: SchoolDate? { place[.date].flatMap { SchoolDate($0) } }

  private var week: SchoolCalendar.Span? {
    (place.week ?? date.flatMap { calendar.week(on: $0) }).flatMap { calendar.week($0) }
  }

  /// The month of the record and the calendar year that it lies in.
  private var month: (year: Int, month: Int)? {
    if let number = place[.month].flatMap({ Int($0) }), (1...12).contains(number) {
      return calendar.civilYear(of: number).map { ($0, number) }
    }
    return (date ?? week?.to).map { ($0.parts.year, $0.parts.month) }
  }

  /// The number of the record's term.
  var term: Int? {
    place[.term].flatMap { Int($0) } ?? (date ?? week?.from).flatMap { calendar.term(on: $0) }
  }

  /// The day on which it is due; `test` names the test where neither the rule nor the path does.
  func day(of deadline: Kind.Deadline, test: ListID? = nil) -> SchoolDate? {
    guard let day = unshifted(deadline.day, test) else { return nil }
    guard deadline.holiday != .keep, day.weekday == 7 || calendar.holiday(on: day) != nil else { return day }
    return calendar.workingDay(1, from: day, step: deadline.holiday == .before ? -1 : 1, saturdays: saturdays)
  }

  /// The day from whose midnight on records are put in, where the week is taught online and the rule says so.
  func openingDay(of deadline: Kind.Deadline) -> SchoolDate? {
    guard let opening = deadline.onlineOpening, case .weekday(_, let away) = deadline.day, let week,
      calendar.isOnline(week)
    else { return nil }
    return week.from.monday.adding(days: away * 7 + opening - 1)
  }

  private func unshifted(_ day: Kind.Deadline.Day, _ test: ListID?) -> SchoolDate? {
    switch day {
    case .weekday(let weekday, let away): week?.from.monday.adding(days: away * 7 + weekday - 1)
    case .monthDay(let number, let away): month.flatMap { self.day(number, $0, away) }
    case .date(let yearDay): self.date(of: yearDay, orElse: -1)
    case .before(let yearDay): self.date(of: yearDay, orElse: 0)?.adding(days: -1)
    case .relative(let side, let span, let distance): range(of: span, test).map { shifted($0, side, distance) }
    }
  }

  private func day(_ number: Int?, _ month: (year: Int, month: Int), _ away: Int) -> SchoolDate? {
    let count = month.year * 12 + month.month - 1 + away
    guard let days = SchoolCalendar.month(count % 12 + 1, of: count / 12) else { return nil }
    return number.map { min(days.lowerBound.adding(days: $0 - 1), days.upperBound) } ?? days.upperBound
  }

  /// The day in this school year; for 29 February where there is none, the day `correction` away from 1 March.
  private func date(of day: Kind.Deadline.YearDay, orElse correction: Int) -> SchoolDate? {
    guard let year = calendar.civilYear(of: day.month) else { return nil }
    return SchoolDate(year: day.isAfterYear ? year + 1 : year, month: day.month, day: day.day)
      ?? SchoolDate(year: year, month: 3, day: 1)?.adding(days: correction)
  }

  private func range(of span: Kind.Deadline.Span, _ column: ListID?) -> ClosedRange<SchoolDate>? {
    switch span {
    case .week: week.map { $0.from...$0.to }
    case .month: month.flatMap { SchoolCalendar.month($0.month, of: $0.year) }
    case .term: term.flatMap { calendar.term($0) }.map { $0.from...$0.to }
    case .year: calendar.teachingYear
    case .test(let named):
      (named ?? place[.test] ?? column).flatMap { calendar.testID($0, term: term) }.flatMap { calendar.test($0) }
    }
  }

  private func shifted(
    _ range: ClosedRange<SchoolDate>, _ side: Kind.Deadline.Side, _ distance: Kind.Deadline.Distance
  ) -> SchoolDate {
    let (from, step) = side == .after ? (range.upperBound, 1) : (range.lowerBound, -1)
    switch distance {
    case .days(let count): return from.adding(days: step * count)
    case .workingDays(let count): return calendar.workingDay(count, from: from, step: step, saturdays: saturdays)
    }
  }
}

extension Rulebook {
  /// When a record of `kind` at `place` is due; nil where the kind has no deadline or the calendar no such week, term or test.
  ///
  /// A book whose columns belong to several tests is due first at the earliest of them.
  package func dueMoment(of kind: Kind, _ place: Place) -> Moment? {
    guard let deadline = kind.deadline else { return nil }
    guard deadline.needsTest, place[.test] == nil else { return dueMoment(deadline, place, test: nil) }
    return kind.columnTests.compactMap { dueMoment(deadline, place, test: $0) }.min()
  }

  /// When the marks of `test`, a test's name without the term's number, are due in the record of `kind` at `place`.
  package func dueMoment(of kind: Kind, test: ListID, _ place: Place) -> Moment? {
    kind.deadline.flatMap { dueMoment($0, place, test: test) }
  }

  /// From when on the record at `place` is put in, where its week is taught online; nil where any earlier time will do, or
  /// where the deadline was moved to before that day.
  package func openingMoment(of kind: Kind, _ place: Place) -> Moment? {
    guard let deadline = kind.deadline, let reading = reading(of: place), let day = reading.openingDay(of: deadline),
      let due = reading.day(of: deadline), day <= due
    else { return nil }
    return Moment(day, minutes: 0, offset: school.offset)
  }

  private func dueMoment(_ deadline: Kind.Deadline, _ place: Place, test: ListID?) -> Moment? {
    reading(of: place)?.day(of: deadline, test: test).map {
      Moment($0, minutes: deadline.minutes, offset: school.offset)
    }
  }

  private func reading(of place: Place) -> DeadlineReading? {
    calendars[place[.year] ?? school.year].map {
      DeadlineReading(calendar: $0, place: place, saturdays: school.worksSaturdays)
    }
  }
}
