/// A CSV record has exactly the columns of its kind, in their order.
package struct TableColumns: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    guard let table = record.table else { return }
    var seen: Set<String> = []
    for (index, name) in table.header.enumerated() {
      let facts = ["column": name.isEmpty ? "#\(index + 1)" : name]
      if !seen.insert(name).inserted {
        report(record.fault(.csvDuplicateColumn, line: 1, facts))
      } else if record.kind.field(named: name) == nil {
        report(record.fault(.csvUnknownColumn, line: 1, facts))
      }
    }
    let missing = record.kind.fields.filter { !seen.contains($0.name) }
    for schema in missing { report(record.fault(.csvMissingColumn, line: 1, ["column": schema.name])) }
    let known = table.header.filter { record.kind.field(named: $0) != nil }
    let ordered = record.kind.fields.map(\.name).filter(seen.contains)
    if missing.isEmpty, known.count == Set(known).count, known != ordered {
      report(record.fault(.csvColumnOrder, line: 1, ["order": ordered.joined(separator: ", ")]))
    }
  }
}

/// Each cell is of its column's type and inside its scale; required cells are filled.
package struct TableValues: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    guard let table = record.table else { return }
    let schemas = table.header.map { record.kind.field(named: $0) }
    for row in table.rows {
      for (index, cell) in row.cells.enumerated() {
        guard index < schemas.count, let schema = schemas[index] else { continue }
        if cell.isEmpty {
          if schema.isRequired {
            report(record.fault(.missingField, line: row.line, column: index + 1, ["field": schema.name]))
          }
        } else if let fault = schema.fault(of: cell, under: context.rulebook) {
          report(record.fault(fault.id, line: row.line, column: index + 1, fault.facts))
        }
      }
    }
  }
}

/// No two rows have the same key.
package struct TableKeys: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    guard let table = record.table, let key = record.kind.primaryKey, let column = table.column(named: key) else {
      return
    }
    var lines: [String: Int] = [:]
    for row in table.rows where column < row.cells.count {
      if let first = lines[row.cells[column]] {
        report(record.fault(.duplicateKey, line: row.line, column: column + 1, ["key": key, "first": String(first)]))
      } else {
        lines[row.cells[column]] = row.line
      }
    }
  }
}

/// The rows are those of the class list: nobody unknown, nobody left out.
package struct TableRoster: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) throws {
    guard let table = record.table, let roster = record.kind.roster, let column = table.column(named: roster.field),
      let text = try? roster.resource.path(for: record.place), let path = try? RecordPath(text)
    else { return }
    guard let keys = try context.roster(at: path, key: roster.key) else {
      return report(record.fault(.unknownReference, line: 1, ["field": roster.field, "list": text]))
    }
    var present: Set<String> = []
    for row in table.rows where column < row.cells.count {
      present.insert(row.cells[column])
      if keys[row.cells[column]] == nil {
        report(
          record.fault(
            .unknownReference, line: row.line, column: column + 1, ["field": roster.field, "list": text]))
      }
    }
    let missing = keys.keys.filter { !present.contains($0) }.sorted()
    if !missing.isEmpty {
      report(
        record.fault(
          .missingRow, line: (table.rows.last?.line ?? 1), ["keys": missing.joined(separator: ", "), "list": text]))
    }
  }
}
