/// The folder of one correction, `2024-2025/chinh-sua/NAME`, and the places of its files.
///
/// No lock covers it; it closes itself once the correction stands.
package struct CaseFolder: Hashable, Sendable {
  /// The folder of a year in which all cases lie.
  package static let name = "chinh-sua"
  /// What minutes are called.
  package static let minutesName = "bien-ban.md"
  /// What the list of records to correct is called.
  package static let recordsName = "ho-so.csv"
  /// What the list of cells to correct is called.
  package static let cellsName = "o-sua.csv"
  /// What the list of consents is called that only the correction itself brings.
  package static let applicationName = "ap-dung.csv"

  package let path: RecordPath

  /// Nil where no case can lie at `path`.
  package init?(_ path: RecordPath) {
    guard Self.isPlace(path), path.components.count == 3 else { return nil }
    self.path = path
  }

  /// The case that the file at `path` belongs to; nil where it belongs to none.
  package init?(containing path: RecordPath) {
    guard Self.isPlace(path) else { return nil }
    let ancestors = path.ancestors
    guard ancestors.count > 2 else { return nil }
    self.path = ancestors[2]
  }

  /// The case called `name` in `year`.
  package init?(year: String, name: String) {
    guard let path = try? RecordPath("\(year)/\(Self.name)/\(name)") else { return nil }
    self.init(path)
  }

  private static func isPlace(_ path: RecordPath) -> Bool {
    let bytes = path.text.utf8
    return PlaceName.isYear(bytes.prefix(9)) && bytes.dropFirst(9).starts(with: "/\(name)/".utf8)
  }

  /// Such as `2024-2025`.
  package var year: String { String(path.components[0]) }
  /// The minutes.
  package var minutes: RecordPath { file(Self.minutesName) }
  /// The list of records to correct.
  package var records: RecordPath { file(Self.recordsName) }
  /// The list of cells to correct.
  package var cells: RecordPath { file(Self.cellsName) }
  /// The list of consents that the correction brings.
  package var application: RecordPath { file(Self.applicationName) }
  /// Where evidence and new texts lie.
  package var attachments: RecordPath { file(AttachmentRule.folder) }

  private func file(_ name: String) -> RecordPath {
    guard let path = try? path.appending(name) else { preconditionFailure("a fixed name is sound") }
    return path
  }
}

extension CaseFolder: Comparable, CustomStringConvertible {
  package static func < (left: CaseFolder, right: CaseFolder) -> Bool { left.path < right.path }
  package var description: String { path.text }
}
