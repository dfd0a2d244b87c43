internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso submit so-diem.xlsx`: lays the table of a spreadsheet over the CSV record at its place, through the gate.
package struct TableSubmission {
  /// What was read and came of it.
  package struct Report: Sendable {
    package let path: RecordPath
    /// The sheet that was taken.
    package let sheet: String
    /// How many rows the record has now.
    package let rows: Int
    /// What differs from the record that was there; nil where there was none.
    package let changes: Changes?
    /// What the record does not carry.
    package let losses: [Notice]
    /// Faults are placed in the spreadsheet, where they are mended.
    package let outcome: SubmitAction.Outcome
  }

  /// How the table differs from the record that was there.
  package struct Changes: Sendable {
    package let cells: Int
    package let added: Int
    package let removed: Int
  }

  private let file: String
  private let kind: String?
  private let sheet: String?
  private let values: [String: String]
  private let message: String?
  private let isDryRun: Bool

  /// - Parameters:
  ///   - sheet: the sheet to take; nil where only one has the table.
  ///   - values: where the record lies, by placeholder: `class`, `term` …
  package init(
    file: String, kind: String?, sheet: String?, values: [String: String], message: String?, isDryRun: Bool
  ) {
    self.file = file
    self.kind = kind
    self.sheet = sheet
    self.values = values
    self.message = message
    self.isDryRun = isDryRun
  }

  /// Whether `path` is a spreadsheet.
  package static func takes(_ path: String) -> Bool {
    let lower = path.lowercased()
    return [".xlsx", ".ods", ".xls", ".xlsm", ".xlsb", ".xltx", ".xltm"].contains(where: lower.hasSuffix)
      && !path.split(separator: "/").dropLast().contains { $0 == AttachmentRule.folder }
  }

  package func perform(in workspace: Workspace) async throws -> Report {
    let tree = try workspace.workingTree()
    let rulebook = try workspace.store.rulebook(of: tree)
    let language = rulebook.school.language
    let kind = try tableKind(in: rulebook)
    let path = try place(of: kind, rulebook, workspace)
    let table = try await table(of: kind, language, workspace)
    let old = try tree.bytes(at: path)
    let rows = old.flatMap { StoredTable(rowsOf: kind, in: $0) }?.rows
    let key = kind.primaryKey.flatMap { key in kind.fields.firstIndex { $0.name == key } }
    let merge = TableMerge(table, over: rows ?? [], key: key)
    let stored = StoredTable(kind: kind, rows: merge.rows.map(\.cells))
    // A record that stays as it is keeps its bytes too.
    let bytes = rows != nil && merge.isUnchanged ? old ?? stored.bytes : stored.bytes

    let collect = { (base: CommitSnapshot?) throws -> CollectedFiles in
      guard try base?.entry(at: path)?.id != SchoolStore.blobID(of: bytes) else { return CollectedFiles() }
      return CollectedFiles(files: [path: bytes])
    }
    let message = message ?? Localized(vi: "Nộp từ bảng tính", en: "Submit from a spreadsheet")(language)
    var outcome = try await SubmitAction(paths: [], message: message, isDryRun: true).submit(
      in: workspace, collect: collect)
    if case .committed = outcome, !isDryRun {
      try tree.write(bytes, to: path)
      outcome = try await SubmitAction(paths: [], message: message).submit(in: workspace, collect: collect)
    }
    let places = SheetPlaces(file: file, table: table, rows: merge.rows, path: path)
    return Report(
      path: path, sheet: table.sheet, rows: merge.rows.count,
      changes: rows.map { _ in Changes(cells: merge.changed, added: merge.added, removed: merge.removed) },
      losses: table.notices, outcome: places.outcome(outcome))
  }

  /// The kind that was named, if its records are tables.
  private func tableKind(in rulebook: Rulebook) throws(Problem) -> Kind {
    guard let kind else { throw Problem(.missingOption, ["option": "--kind"]) }
    let found = try rulebook.kind(called: kind)
    guard found.format == .csv else {
      let known = rulebook.kinds.filter { $0.format == .csv }.map(\.id).joined(separator: ", ")
      throw Problem(.tableFile, ["path": file, "detail": "not-a-table", "kind": found.id, "known": known])
    }
    return found
  }

  /// Where the record lies. What would choose among records that are there is never guessed.
  private func place(of kind: Kind, _ rulebook: Rulebook, _ workspace: Workspace) throws -> RecordPath {
    let moment = workspace.moment(rulebook)
    let values = PlaceName.named(in: values, of: kind)
    let person = try workspace.store.identify(under: rulebook, at: moment).person
    for name in PlaceName.allCases where kind.place.names(name) && ![.year, .team, .person].contains(name) {
      let field = kind.fields.first { $0.equals == name }?.name
      guard values[name.rawValue] != nil || field.flatMap({ values[$0] }) != nil else {
        throw Problem(.missingOption, ["option": "--set \(name.rawValue)=…"])
      }
    }
    let place = try PlaceFilling(rulebook: rulebook, person: person, date: moment.date).place(of: kind, values)
    do {
      return try RecordPath(try kind.place.path(for: place))
    } catch {
      throw Problem(.invalidOption, ["option": "--set"])
    }
  }

  private func table(of kind: Kind, _ language: Language, _ workspace: Workspace) async throws -> ConvertedTable {
    let bytes = try workspace.bytes(ofFile: file)
    let ending = file.split(separator: ".").last.map(String.init) ?? ""
    let workbook: Workbook
    do throws(OfficeError) {
      workbook = try await SheetIntake().workbook(bytes, ending: ending)
    } catch {
      throw error.problem(with: file, isSheet: true)
    }
    do throws(SheetFault) {
      return try TableIntake(kind, sheet: sheet, language: language).table(in: workbook)
    } catch {
      throw Problem(.tableFile, error.facts.merging(["path": file, "detail": error.detail]) { $1 })
    }
  }
}
