package import GitObjects

/// A cell that had a value and has another one, or none, since.
package struct ReplacedCell: Hashable, Sendable {
  /// The row's key, such as the pupil's id.
  package let key: String
  package let column: String
  package let old: String
  package let new: String
}

/// What one version of a table changed, row by key and cell by column.
package struct TableChange: Hashable, Sendable {
  /// Index into the view's commits.
  package let commit: Int
  /// Whether there was no table before.
  package let isFirst: Bool
  /// Keys of the rows that came and went.
  package let added: [String]
  package let removed: [String]
  package let replaced: [ReplacedCell]
  /// How many cells of each column were filled that were empty, or whose row was not there.
  package let filled: [String: Int]
}

/// The newest rows of a table, and what each version changed.
package struct TableVersions: Sendable {
  package let newest: Table
  /// The column that tells the rows apart.
  package let keyColumn: Int
  /// Oldest first; a version that cannot be read is passed over.
  package let changes: [TableChange]

  /// Compares each version of `record` with the one before; nil where the newest cannot be read or `kind` has no key.
  package init?(of record: RecordStatus, kind: Kind, read: (ObjectID) throws -> Table?) rethrows {
    guard let key = kind.primaryKey else { return nil }
    var before: KeyedTable?
    var changes: [TableChange] = []
    for version in record.versions {
      guard let blob = version.blob else {
        before = nil
        continue
      }
      guard let table = try read(blob), let keyed = KeyedTable(table, key: key) else { continue }
      changes.append(keyed.change(since: before, commit: version.commit))
      before = keyed
    }
    guard let before else { return nil }
    newest = before.table
    keyColumn = before.keyColumn
    self.changes = changes
  }

  /// The keys of the rows, in their order.
  package var keys: [String] { newest.rows.map { keyColumn < $0.cells.count ? $0.cells[keyColumn] : "" } }
}

/// A table whose rows are found by their key; of two with one key, the first.
private struct KeyedTable {
  let table: Table
  let keyColumn: Int
  private let rows: [String: Int]

  init?(_ table: Table, key: String) {
    guard let column = table.column(named: key) else { return nil }
    self.table = table
    keyColumn = column
    rows = Dictionary(
      table.rows.enumerated().compactMap { $1.cells.count > column ? ($1.cells[column], $0) : nil },
      uniquingKeysWith: { first, _ in first })
  }

  func change(since before: KeyedTable?, commit: Int) -> TableChange {
    var added: [String] = []
    var replaced: [ReplacedCell] = []
    var filled: [String: Int] = [:]
    let columns = table.header.enumerated().filter { $0.offset != keyColumn }.map {
      (new: $0.offset, name: $0.element, old: before?.table.column(named: $0.element))
    }
    for (index, row) in table.rows.enumerated() where keyColumn < row.cells.count {
      let key = row.cells[keyColumn]
      guard rows[key] == index else { continue }
      let old = before?.row(key)
      if old == nil { added.append(key) }
      for column in columns where column.new < row.cells.count {
        let now = row.cells[column.new]
        let then = old.flatMap { cells in column.old.flatMap { $0 < cells.count ? cells[$0] : nil } } ?? ""
        if then.isEmpty {
          if !now.isEmpty { filled[column.name, default: 0] += 1 }
        } else if now != then {
          replaced.append(ReplacedCell(key: key, column: column.name, old: then, new: now))
        }
      }
    }
    let removed = before.map { $0.rows.keys.filter { rows[$0] == nil }.sorted() } ?? []
    return TableChange(
      commit: commit, isFirst: before == nil, added: added, removed: removed, replaced: replaced, filled: filled)
  }

  private func row(_ key: String) -> [String]? { rows[key].map { table.rows[$0].cells } }
}
