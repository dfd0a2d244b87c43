internal import HosoCore

/// A CSV rule file, row by row, with cells by column name.
struct RuleTable {
  struct Row {
    let line: Int
    fileprivate let cells: [String: String]

    /// The cell, or an empty text where the column is absent.
    subscript(column: String) -> String { cells[column] ?? "" }

    /// A date, or nil where the cell is empty.
    func date(_ column: String) -> SchoolDate? { SchoolDate(self[column]) }
  }

  let path: String
  let rows: [Row]
}

extension RulebookReader {
  /// Reads the CSV at `path`, which must have `required` and may have `optional` columns.
  func table(at path: String, required: [String], optional: [String] = [], dates: [String] = []) throws -> RuleTable {
    guard let bytes = try text(at: path),
      let table = CSVReader.table(bytes, path: path, report: log.report)
    else { return RuleTable(path: path, rows: []) }
    for name in required where table.column(named: name) == nil {
      log.report(Diagnostic(.csvMissingColumn, path: path, line: 1, facts: ["column": name]))
    }
    for (index, name) in table.header.enumerated() where !(required + optional).contains(name) {
      let column = name.isEmpty ? "#\(index + 1)" : name
      log.report(Diagnostic(.csvUnknownColumn, path: path, line: 1, facts: ["column": column]))
    }
    for (index, name) in table.header.enumerated() where table.header[..<index].contains(name) {
      log.report(Diagnostic(.csvDuplicateColumn, path: path, line: 1, facts: ["column": name]))
    }
    let rows = table.rows.map { row in
      RuleTable.Row(
        line: row.line, cells: Dictionary(zip(table.header, row.cells), uniquingKeysWith: { first, _ in first }))
    }
    for row in rows {
      for column in dates where !row[column].isEmpty && row.date(column) == nil {
        log.report(Diagnostic(.invalidDate, path: path, line: row.line, facts: ["field": column]))
      }
    }
    return RuleTable(path: path, rows: rows)
  }

  /// The rows by their column `id`; twins and ids of the wrong form are reported.
  func byID<Value>(_ table: RuleTable, _ value: (RuleTable.Row) -> Value?) -> [ListID: Value] {
    var result: [ListID: Value] = [:]
    for row in table.rows {
      let id = row["id"]
      guard Self.isID(id) else {
        invalid("id", at: table.path, line: row.line)
        continue
      }
      guard result[id] == nil else {
        duplicate(id, at: table.path, line: row.line)
        continue
      }
      result[id] = value(row)
    }
    return result
  }
}
