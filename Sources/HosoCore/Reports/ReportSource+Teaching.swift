/// Who teaches what to which class, and which columns of marks a scope covers.
extension ReportSource {
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
