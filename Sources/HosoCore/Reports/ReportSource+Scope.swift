/// Whose a record is, which part of the year it belongs to, and whether a scope covers it.
extension ReportSource {
  /// Who wrote the first version since the record was last begun anew.
  func author(of record: RecordStatus) -> ListID? {
    let first = record.versions.lastIndex { $0.blob == nil }.map { $0 + 1 } ?? 0
    return record.versions.indices.contains(first) ? view.commits[record.versions[first].commit].person : nil
  }

  /// Whose work the record with this index is: by its folder, else by what somebody owes and it answers.
  func person(of index: Int) -> ListID? { view.records[index].place[.person] ?? answering[index] }

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

  /// Whether the record had come by the time that is asked about.
  func isThere(_ record: RecordStatus) -> Bool { !isPast || record.submittedAt <= moment }

  /// Whether `scope` covers the record with this index.
  func covers(_ index: Int, _ scope: ReportScope) throws -> Bool {
    let record = view.records[index]
    guard isThere(record) else { return false }
    if let person = scope.person, self.person(of: index) != person { return false }
    if let team = scope.team, self.team(of: record) != team { return false }
    if let kind = scope.kind, view.kind(of: record).id != kind { return false }
    if let week = scope.week, record.place.week != week { return false }
    if let term = scope.term, self.term(of: record) != term { return false }
    if let month = scope.month, self.month(of: record) != month { return false }
    if let schoolClass = scope.schoolClass { return try self.schoolClass(of: index) == schoolClass }
    return true
  }
}
