internal import GitObjects
internal import HosoCore
internal import HosoFormats
internal import HosoGit

extension SchoolStore {
  /// What obligations must know of contents: read only for kinds that are expected for each lesson or test, and for lesson
  /// plans where `readsLessons`. Each content is read once, and of a gradebook its versions until a test's columns are full.
  func contents(
    of records: [RecordStatus], under rulebook: Rulebook, _ commits: [CommitSummary], readsLessons: Bool
  ) throws -> RecordContents {
    let kinds = rulebook.kinds
    let wantsLessons = readsLessons || kinds.contains { $0.expectation?.rhythm == .lesson }
    let isPlan = kinds.map { wantsLessons && LessonField.areThere(in: $0.fields) }
    let isCurriculum = kinds.map { wantsLessons && $0.id == Curriculum.kind }
    let isBook = kinds.map {
      $0.expectation?.rhythm == .test && !$0.place.names(.test) && !$0.columnTests.isEmpty
    }
    guard wantsLessons || isBook.contains(true) else { return .unread }
    var contents = RecordContents()
    for (index, record) in records.enumerated() {
      let kind = kinds[record.kind]
      if isPlan[record.kind] {
        let bytes = try bytes(of: record.blob)
        contents.lessons[index] = RecordReader()
          .fields(of: record.path, kind: kind, place: record.place, bytes: bytes).flatMap(
            RecordContents.LessonNote.init)
      } else if isCurriculum[record.kind], let read = try self.record(record, kind, record.blob),
        let curriculum = Curriculum(read), contents.curricula[curriculum.key] == nil
      {
        contents.curricula[curriculum.key] = curriculum
      } else if isBook[record.kind] {
        contents.completions[index] = try completions(of: record, kind, commits)
      }
    }
    return contents
  }

  /// When the columns of each test were first full, since the record was last begun anew.
  private func completions(
    of record: RecordStatus, _ kind: Kind, _ commits: [CommitSummary]
  ) throws -> [ListID: Moment] {
    var found: [ListID: Moment] = [:]
    var open = kind.columnTests
    let first = record.versions.lastIndex { $0.blob == nil }.map { $0 + 1 } ?? 0
    for version in record.versions[first...] where !open.isEmpty {
      guard let blob = version.blob, let table = try self.record(record, kind, blob)?.table else { continue }
      open.removeAll { test in
        let columns = kind.fields.filter { $0.test == test }.map { table.column(named: $0.name) }
        let isFull =
          !table.rows.isEmpty
          && columns.allSatisfy { column in
            column.map { at in table.rows.allSatisfy { at < $0.cells.count && !$0.cells[at].isEmpty } } ?? false
          }
        if isFull { found[test] = commits[version.commit].moment }
        return isFull
      }
    }
    return found
  }

  private func record(_ status: RecordStatus, _ kind: Kind, _ blob: ObjectID) throws -> Record? {
    RecordReader().record(
      at: status.path, kind: kind, place: status.place, bytes: try bytes(of: blob), report: { _ in })
  }
}
