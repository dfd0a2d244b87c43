/// Whose an obligation is, which part of the year it belongs to, and whether a scope covers it.
extension ReportSource {
  func owner(of obligation: Obligation) -> ReportCell {
    if let person = obligation.person { return .person(person) }
    switch rulebook.kinds[obligation.kind].expectation?.owner {
    case .team?, .headOfTeam?: return .team(obligation.owner)
    case .class?, .homeroom?: return .schoolClass(obligation.owner)
    case .classSubject?: return ReportCell(schoolClass: ClassSubject(obligation.owner)?.schoolClass)
    default: return .text(rulebook.school.name)
    }
  }

  func schoolClass(of obligation: Obligation) -> ListID? {
    switch rulebook.kinds[obligation.kind].expectation?.owner {
    case .class?, .homeroom?: obligation.owner
    case .classSubject?: ClassSubject(obligation.owner)?.schoolClass
    default: nil
    }
  }

  func period(of obligation: Obligation) -> ReportPeriod {
    guard let number = obligation.period else { return .year }
    switch rulebook.kinds[obligation.kind].expectation?.rhythm {
    case .month?: return .month(number)
    case .term?: return .term(number)
    case .test?:
      let id = obligation.test ?? String(number)
      return .test(id: id, title: rulebook.calendars[view.year]?.testTitle(number) ?? id)
    default: return .week(number)
    }
  }

  /// The lesson, or the class and subject, that an obligation is for; nothing where owner and period say it all.
  func subject(of obligation: Obligation) -> ReportCell {
    if let lesson = obligation.lesson {
      let key = lesson.curriculum
      let subject = rulebook.subjects[key.subject]?.title ?? key.subject
      return .text("\(subject) \(key.grade): \(lesson.lesson.number). \(lesson.lesson.title)")
    }
    guard let pair = ClassSubject(obligation.owner) else { return .empty }
    let schoolClass = rulebook.classes[pair.schoolClass]?.title ?? pair.schoolClass
    return .text("\(schoolClass), \(rulebook.subjects[pair.subject]?.title ?? pair.subject)")
  }

  /// Whether an obligation is for the columns of a test in a book, which may come late though the book itself does not.
  func isWithinBook(_ obligation: Obligation) -> Bool {
    obligation.test != nil && !rulebook.kinds[obligation.kind].place.names(.test)
  }

  /// The day by which an obligation belongs to a term and month.
  private func date(of obligation: Obligation) -> SchoolDate? {
    let calendar = rulebook.calendars[view.year]
    switch period(of: obligation) {
    case .week(let number): return calendar?.week(number)?.to ?? obligation.dueAt?.date
    case .test(let id, _): return calendar?.test(id)?.lowerBound ?? obligation.dueAt?.date
    default: return obligation.dueAt?.date
    }
  }

  func term(of obligation: Obligation) -> Int? {
    if case .term(let number) = period(of: obligation) { return number }
    return date(of: obligation).flatMap { term(on: $0) }
  }

  func month(of obligation: Obligation) -> Int? {
    if case .month(let number) = period(of: obligation) { return number }
    return date(of: obligation)?.parts.month
  }

  /// Whether `scope` covers the obligation.
  func covers(_ obligation: Obligation, _ scope: ReportScope) -> Bool {
    if let person = scope.person, obligation.person != person { return false }
    if let team = scope.team, obligation.team != team { return false }
    if let kind = scope.kind, rulebook.kinds[obligation.kind].id != kind { return false }
    if let week = scope.week, period(of: obligation) != .week(week) { return false }
    if let term = scope.term, self.term(of: obligation) != term { return false }
    if let month = scope.month, self.month(of: obligation) != month { return false }
    if let schoolClass = scope.schoolClass { return self.schoolClass(of: obligation) == schoolClass }
    return true
  }
}
