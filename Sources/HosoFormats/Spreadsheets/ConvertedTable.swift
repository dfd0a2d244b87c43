package import HosoCore

/// The table of a kind, as it was found in a spreadsheet.
package struct ConvertedTable: Hashable, Sendable {
  /// One row, and where it stood.
  package struct Row: Hashable, Sendable {
    /// In the order of the kind's columns.
    package let cells: [String]
    /// The sheet's row, 1-based.
    package let number: Int
  }

  /// The sheet's name.
  package let sheet: String
  package let rows: [Row]
  /// For each column of the kind the sheet's column, from 0; nil where the sheet has none.
  package let columns: [Int?]
  /// What was left out or stands otherwise than in the sheet.
  package let notices: [Notice]
}
