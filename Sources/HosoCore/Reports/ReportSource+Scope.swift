/// Whose a record is, which part of the year it belongs to, and whether a scope covers it.
extension ReportSource {
  /// Who wrote the first version since the record was last begun anew.
  func author(of record: RecordStatus) -> ListID? {
    let first = record.versions.lastIndex { $0.blob == nil }.map { $0 + 1 } ?? 0
    return record.versions.indices.contains(first) ? view.commits[record.versions[first].commit].person : nil
  }

  func team(of record: RecordStatus) -> ListID? {
    record.place[.team] ?? record.place[.person].flatMap { rulebook.people[$0]?.team }
  }

  /// The class that a record is about: by its path, else by what it says itself.
  func schoolClass(of index: Int) throws -> ListID? {
    try view.records[index].place[.schoolClass] ?? digest(of: index).schoolClass
  }

  /// Whose the record is: a person's, a team's, a class's, else the school's.
  func owner(of record: RecordStatus) -> ReportCell {
    if let person = record.place[.person] { return .person(person) }
    if let team = record.place[.team] { return ReportCell(team: team) }
    if let schoolClass = record.place[.schoolClass] { return .schoolClass(schoolClass) }
    return .text(rulebook.school.name)
  }

  /// The day by which a record belongs to a term and month.
  private func date(of record: RecordStatus) -> SchoolDate {
    switch ReportPeriod(of: record.place) {
    case .week(let number)?: week(number)?.to ?? record.submittedAt.date
    case .day(let date)?: date
    default: record.submittedAt.date
    }
  }

  private func week(_ number: Int) -> SchoolCalendar.Span? { rulebook.calendars[view.year]?.week(number) }

  func term(of record: RecordStatus) -> Int? {
    if let term = record.place[.term].flatMap({ Int($0) }) { return term }
    if record.place.week == nil, let month = record.place[.month].flatMap({ Int($0) }) { return term(inMonth: month) }
    return term(on: date(of: record))
  }

  func month(of record: RecordStatus) -> Int {
    record.place[.month].flatMap { Int($0) } ?? date(of: record).parts.month
  }

  /// The term in which the last day of `month` of this school year lies.
  private func term(inMonth month: Int) -> Int? {
    guard let first = Int(view.year.prefix(4)),
      let next = SchoolDate(year: (month >= 8 ? first : first + 1) + month / 12, month: month % 12 + 1, day: 1)
    else { return nil }
    return term(on: next.adding(days: -1))
  }

  /// Whether `scope` covers the record with this index.
  func covers(_ index: Int, _ scope: ReportScope) throws -> Bool {
    let record = view.records[index]
    if let person = scope.person, record.place[.person] != person { return false }
    if let team = scope.team, self.team(of: record) != team { return false }
    if let kind = scope.kind, view.kind(of: record).id != kind { return false }
    if let week = scope.week, record.place.week != week { return false }
    if let term = scope.term, self.term(of: record) != term { return false }
    if let month = scope.month, self.month(of: record) != month { return false }
    if let schoolClass = scope.schoolClass { return try self.schoolClass(of: index) == schoolClass }
    return true
  }

  // MARK: Obligations

  /// The person who owes it; nil where it is a team's, a class's or the school's.
  func debtor(of obligation: Obligation) -> ListID? {
    rulebook.kinds[obligation.kind].expectation?.owner == .teacher ? obligation.owner : nil
  }

  func owner(of obligation: Obligation) -> ReportCell {
    if let person = debtor(of: obligation) { return .person(person) }
    switch rulebook.kinds[obligation.kind].expectation?.owner {
    case .team?: return .team(obligation.owner)
    case .class?: return .schoolClass(obligation.owner)
    default: return .text(rulebook.school.name)
    }
  }

  func schoolClass(of obligation: Obligation) -> ListID? {
    rulebook.kinds[obligation.kind].expectation?.owner == .class ? obligation.owner : nil
  }

  func period(of obligation: Obligation) -> ReportPeriod {
    guard let number = obligation.period else { return .year }
    switch rulebook.kinds[obligation.kind].expectation?.rhythm {
    case .month?: return .month(number)
    case .term?: return .term(number)
    default: return .week(number)
    }
  }

  /// The day by which an obligation belongs to a term and month.
  private func date(of obligation: Obligation) -> SchoolDate? {
    if case .week(let number) = period(of: obligation) { return week(number)?.to ?? obligation.dueAt?.date }
    return obligation.dueAt?.date
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
    if let person = scope.person, debtor(of: obligation) != person { return false }
    if let team = scope.team, obligation.team != team { return false }
    if let kind = scope.kind, rulebook.kinds[obligation.kind].id != kind { return false }
    if let week = scope.week, period(of: obligation) != .week(week) { return false }
    if let term = scope.term, self.term(of: obligation) != term { return false }
    if let month = scope.month, self.month(of: obligation) != month { return false }
    if let schoolClass = scope.schoolClass { return self.schoolClass(of: obligation) == schoolClass }
    return true
  }

  // MARK: Teaching

  /// Who teaches `subject` in `schoolClass`.
  func teachers(of subject: ListID, in schoolClass: ListID) -> [ListID] { teaching[schoolClass]?[subject] ?? [] }

  /// Whether the subject is taught in the class; yes where nobody is assigned to the class at all.
  func isTaught(_ subject: ListID, in schoolClass: ListID) -> Bool {
    guard let subjects = teaching[schoolClass] else { return true }
    return subjects[subject] != nil
  }

  /// Whether `scope` covers a column of marks: by class, term, kind, and by who teaches the subject there.
  func covers(_ book: MarkBook, _ subject: ListID, _ scope: ReportScope) -> Bool {
    if let schoolClass = scope.schoolClass, book.schoolClass != schoolClass { return false }
    if let term = scope.term, book.term != nil, book.term != term { return false }
    if let kind = scope.kind, view.kind(of: view.records[book.record]).id != kind { return false }
    guard scope.person != nil || scope.team != nil else { return true }
    let teachers = book.person.map { [$0] } ?? self.teachers(of: subject, in: book.schoolClass)
    return teachers.contains { teacher in
      (scope.person.map { $0 == teacher } ?? true)
        && (scope.team.map { $0 == rulebook.people[teacher]?.team } ?? true)
    }
  }
}
