internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso export PATH`: a CSV record as a spreadsheet, to be filled in and submitted again.
package struct ExportAction {
  /// What was written.
  package struct Report: Sendable {
    package let path: RecordPath
    /// The file, as the person named it.
    package let file: String
    package let rows: Int
  }

  private let path: String
  private let file: String?
  private let isForced: Bool

  /// - Parameters:
  ///   - file: where to; its ending says as what. Nil means an `.xlsx` in the current folder, named by the record.
  ///   - isForced: whether a file that is there may be replaced.
  package init(path: String, file: String?, isForced: Bool) {
    self.path = path
    self.file = file
    self.isForced = isForced
  }

  package func perform(in workspace: Workspace) async throws -> Report {
    guard let path = try workspace.path(path) else { throw Problem(.noSuchFile, ["path": path]) }
    let (rulebook, bytes) = try record(at: path, in: workspace)
    guard let (kind, place) = rulebook.kind(at: path), kind.format == .csv else {
      throw Problem(.tableFile, ["path": path.text, "detail": "not-a-table"])
    }
    guard let table = StoredTable(rowsOf: kind, in: bytes) else {
      throw Problem(.tableFile, ["path": path.text, "detail": "unsound-record"])
    }
    let file = file ?? Self.name(for: path)
    guard let format = file.split(separator: ".").last.flatMap({ SheetExport.Format(rawValue: $0.lowercased()) }) else {
      throw Problem(.invalidOption, ["option": "--out"])
    }
    let target = workspace.absolute(file)
    guard isForced || FileSystem.kind(at: target) == nil else {
      throw Problem(.targetExists, ["path": file, "option": "--force"])
    }
    let language = rulebook.school.language
    let title = [place[.schoolClass].flatMap { rulebook.classes[$0]?.title }, kind.title(language)]
      .compactMap(\.self).joined(separator: " - ")
    let made: [UInt8]
    do throws(OfficeError) {
      made = try await SheetExport(kind, in: language).bytes(of: table.rows, title: title, as: format)
    } catch {
      throw error.problem(with: file, isSheet: true)
    }
    try FileSystem.replace(target, with: made)
    return Report(path: path, file: file, rows: table.rows.count)
  }

  /// The rules and the record's bytes: as they lie in the folder, or in a bare repository on `main`.
  private func record(at path: RecordPath, in workspace: Workspace) throws -> (Rulebook, [UInt8]) {
    if workspace.store.workingTreeFolder != nil {
      let tree = try workspace.workingTree()
      guard try tree.entry(at: path)?.isFile ?? false, let bytes = try tree.bytes(at: path) else {
        throw Problem(.noSuchFile, ["path": path.text])
      }
      return (try workspace.store.rulebook(of: tree), bytes)
    }
    let snapshot = try workspace.store.snapshot(of: workspace.store.existingTip())
    guard try snapshot.entry(at: path)?.isFile ?? false, let bytes = try snapshot.bytes(at: path) else {
      throw Problem(.noSuchFile, ["path": path.text])
    }
    return (try workspace.store.rulebook(of: snapshot), bytes)
  }

  /// `lop-4a-so-diem-hoc-ki-1.xlsx` for `2024-2025/lop/4a/so-diem/hoc-ki-1.csv`.
  private static func name(for path: RecordPath) -> String {
    let parts = path.components.dropFirst().joined(separator: "-")
    return (parts.hasSuffix(".csv") ? String(parts.dropLast(4)) : parts) + ".xlsx"
  }
}
