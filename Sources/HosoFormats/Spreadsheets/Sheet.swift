package import HosoCore

/// The sheets of a spreadsheet file, as they were read.
package struct Workbook: Hashable, Sendable {
  let sheets: [Sheet]
}

/// One sheet: its filled cells, and what beside them it holds.
struct Sheet: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    /// 1-based, as the spreadsheet counts.
    let number: Int
    /// Filled cells from left to right.
    let cells: [SheetCell]
    let isHidden: Bool
    /// Cells over several rows or columns that begin here.
    let merged: Int
    /// Cells with a background of their own.
    let coloured: Int
    /// Comments on its cells.
    let comments: Int

    /// The cell in a column, counted from 0.
    subscript(column: Int) -> SheetCell? { cells.first { $0.column == column } }
  }

  let name: String
  let isHidden: Bool
  /// Rows with at least one filled cell.
  let rows: [Row]
  let hiddenColumns: Int
  /// Pictures and charts.
  let drawings: Int
}

/// A filled cell.
struct SheetCell: Hashable, Sendable {
  /// From 0.
  let column: Int
  let value: SheetValue
  let isFormula: Bool
}

/// What a cell holds.
enum SheetValue: Hashable, Sendable {
  case text(String)
  /// With the text that the sheet shows for it.
  case number(Double, shown: String)
  case date(SchoolDate)
  /// A truth value or a time of day, by the text that the sheet shows.
  case other(String)
  /// An error of a formula, such as `#DIV/0!`.
  case error(String)
}

extension SheetValue {
  /// The text to compare with the name of a column.
  var label: String {
    switch self {
    case .text(let text), .other(let text), .error(let text), .number(_, let text): text
    case .date(let date): date.description
    }
  }
}

/// The place of a cell, as spreadsheets write it.
package enum SheetPlace {
  /// `A` for column 0, `AA` for column 26.
  package static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column
    repeat {
      letters = String(Unicode.Scalar(UInt8(0x41 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
