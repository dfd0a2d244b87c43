/// One rule over one record. Its file's comment is its documentation.
package protocol RecordRule: Sendable {
  func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) throws
}

/// What a rule may look at besides its record.
package final class RuleContext {
  package let rulebook: Rulebook
  let snapshot: any Snapshot
  let reader: any RecordReading
  /// The curricula that were asked for; nil where the school has none.
  var curricula: [CurriculumPlace: Curriculum?] = [:]
  private var rosters: [RecordPath: [String: Int]] = [:]
  /// What was found last by ``kind(at:)``: what judges a record asks in turn.
  private var lastKind: (path: RecordPath, found: (kind: Kind, place: Place)?)?
  /// The sections of the record that was asked for last: three rules ask for them in turn.
  var foundSections: (path: RecordPath, sections: [Record.FoundSection])?

  package init(rulebook: Rulebook, snapshot: any Snapshot, reader: any RecordReading) {
    self.rulebook = rulebook
    self.snapshot = snapshot
    self.reader = reader
  }

  /// As the rulebook's.
  func kind(at path: RecordPath) -> (kind: Kind, place: Place)? {
    if let lastKind, lastKind.path == path { return lastKind.found }
    let found = rulebook.kind(at: path)
    lastKind = (path, found)
    return found
  }

  /// The keys in the column `key` of the table at `path`, each with its row number; nil where there is no such table.
  func roster(at path: RecordPath, key: String) throws -> [String: Int]? {
    if let known = rosters[path] { return known }
    guard let (kind, place) = rulebook.kind(at: path), let bytes = try snapshot.bytes(at: path),
      let table = reader.record(at: path, kind: kind, place: place, bytes: bytes, report: { _ in })?.table,
      let column = table.column(named: key)
    else { return nil }
    var keys: [String: Int] = [:]
    for (index, row) in table.rows.enumerated() where column < row.cells.count { keys[row.cells[column]] = index }
    rosters[path] = keys
    return keys
  }
}

/// Every rule over a record, in the order in which their faults read best.
package enum RecordRules {
  /// The rules themselves.
  package static let all: [any RecordRule] = [
    PlaceReferences(), RequiredFields(), KnownFields(), FieldValues(), PlaceMatch(), DatesInWeek(), FieldSums(),
    DifferentPersons(), AssignedLesson(), CurriculumLesson(), Titles(), RequiredSections(), SectionOrder(),
    FilledSections(), SafeLinks(), PlainMarkdown(), TableColumns(), TableValues(), TableKeys(), TableRoster(),
    CurriculumRows(), NotePoints(),
  ]
}
