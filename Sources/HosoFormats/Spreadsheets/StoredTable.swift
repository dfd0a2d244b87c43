package import HosoCore

/// The rows of a CSV record in the order of its kind's columns.
package struct StoredTable: Sendable {
  private let kind: Kind
  package let rows: [[String]]

  package init(kind: Kind, rows: [[String]]) {
    self.kind = kind
    self.rows = rows
  }

  /// The table in `bytes`; nil where it has not exactly the columns of its kind, or cannot be read.
  package init?(rowsOf kind: Kind, in bytes: [UInt8]) {
    var isSound = true
    guard let table = CSVReader.table(bytes, path: "", report: { _ in isSound = false }), isSound,
      table.header == kind.fields.map(\.name)
    else { return nil }
    self.init(kind: kind, rows: table.rows.map(\.cells))
  }

  /// The file, as hoso writes CSV: quotes only where they must be, a line feed behind each row.
  package var bytes: [UInt8] {
    let lines = ([kind.fields.map(\.name)] + rows).map(CellReplacement.line)
    return Array(lines.joined().utf8)
  }
}
