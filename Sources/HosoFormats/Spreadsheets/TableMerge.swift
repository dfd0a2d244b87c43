package import HosoCore

/// The rows of a spreadsheet laid over those of the record that is there.
///
/// Rows keep the record's order by their key, new ones come behind. Columns that the sheet does not have stay as they are.
package struct TableMerge: Sendable {
  /// The rows of the record as it will be; each knows the row of the sheet that it came from.
  package let rows: [ConvertedTable.Row]
  /// Cells that differ, in rows that are in both.
  package let changed: Int
  package let added: Int
  package let removed: Int

  /// - Parameters:
  ///   - old: the rows that are there, in the order of the kind's columns.
  ///   - key: the index of the primary key; without one rows are compared by their number.
  package init(_ table: ConvertedTable, over old: [[String]], key: Int?) {
    var places: [String: Int] = [:]
    for (index, row) in old.enumerated().reversed() { places[key.map { row[$0] } ?? String(index)] = index }
    var matched: [(place: Int, row: ConvertedTable.Row)] = []
    var changed = 0
    for (index, row) in table.rows.enumerated() {
      guard let place = places[key.map { row.cells[$0] } ?? String(index)] else {
        matched.append((old.count + index, row))
        continue
      }
      let cells = row.cells.indices.map { table.columns[$0] == nil ? old[place][$0] : row.cells[$0] }
      changed += cells.indices.count { !cells[$0].utf8.elementsEqual(old[place][$0].utf8) }
      matched.append((place, ConvertedTable.Row(cells: cells, number: row.number)))
    }
    self.changed = changed
    let kept = Set(matched.map(\.place).filter { $0 < old.count })
    added = matched.count { $0.place >= old.count }
    removed = old.count - kept.count
    // Two rows with one key stay in their order; the rules name them.
    rows = matched.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element.row)
  }

  /// Whether the record stays as it is.
  package var isUnchanged: Bool { changed == 0 && added == 0 && removed == 0 }
}
