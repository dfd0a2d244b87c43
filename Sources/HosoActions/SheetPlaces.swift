internal import HosoCore
internal import HosoFormats

/// Says of faults in a table where they stand in the spreadsheet that it came from.
struct SheetPlaces {
  private let name: String
  private let table: ConvertedTable
  private let path: RecordPath
  /// The sheet's row by the line of the CSV text.
  private let rows: [Int: Int]

  init(file: String, table: ConvertedTable, rows: [ConvertedTable.Row], path: RecordPath) {
    name = file.split(separator: "/").last.map(String.init) ?? file
    self.table = table
    self.path = path
    var line = 2
    var places: [Int: Int] = [:]
    for row in rows {
      places[line] = row.number
      line += 1 + row.cells.reduce(0) { $0 + $1.utf8.count { $0 == UInt8(ascii: "\n") } }
    }
    self.rows = places
  }

  /// `outcome` with the faults of the record placed in the spreadsheet: `so-diem.xlsx:Sổ điểm!D7`.
  func outcome(_ outcome: SubmitAction.Outcome) -> SubmitAction.Outcome {
    switch outcome {
    case .committed: outcome
    case .refused(let diagnostics): .refused(diagnostics.map(placed))
    }
  }

  private func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.path == path.text, let line = diagnostic.line, let row = rows[line] else { return diagnostic }
    let column = diagnostic.column.flatMap { table.columns.indices.contains($0 - 1) ? table.columns[$0 - 1] : nil }
    let cell = column.map(SheetPlace.letters) ?? ""
    return Diagnostic(diagnostic.id, path: "\(name):\(table.sheet)!\(cell)\(row)", facts: diagnostic.facts)
  }
}
