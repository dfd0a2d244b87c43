/// Reads pandoc's JSON tree (pandoc-types 1.22 and 1.23) into blocks, and counts what they cannot carry.
struct PandocReader {
  private(set) var counts = LossCounts()
  /// Characters of text, blanks left out.
  private(set) var characters = 0
  private var tables = 0
  /// More than 0 inside a cell.
  private var tableDepth = 0

  mutating func blocks(_ value: Any?) -> [OfficeBlock] {
    (value as? [Any] ?? []).flatMap { block($0) }
  }

  mutating func block(_ value: Any) -> [OfficeBlock] {
    guard let value = value as? [String: Any], let tag = value["t"] as? String else { return [] }
    let content = value["c"]
    let list = content as? [Any] ?? []
    switch tag {
    case "Para", "Plain": return [.paragraph(pieces(content, style: []))]
    case "Header": return [.heading(list.first as? Int ?? 1, pieces(list.last, style: []))]
    case "BulletList": return [.bullets(list.map { blocks($0) })]
    case "OrderedList":
      let attributes = list.first as? [Any] ?? []
      return [
        .numbers(
          start: attributes.first as? Int ?? 1, numbering(attributes.dropFirst().first),
          (list.last as? [Any] ?? []).map { blocks($0) })
      ]
    // An indented paragraph comes as a quotation; in a plan it is none.
    case "BlockQuote": return blocks(content)
    case "Div", "Figure": return blocks(list.last)
    case "LineBlock": return list.map { .paragraph(pieces($0, style: [])) }
    case "CodeBlock":
      let lines = (list.last as? String ?? "").split(whereSeparator: \.isNewline).map { [Piece(clean(String($0)))] }
      return [.paragraph(Array(lines.joined(separator: [Piece(content: .lineBreak)])))]
    case "DefinitionList":
      return list.flatMap { item -> [OfficeBlock] in
        let pair = item as? [Any] ?? []
        return [.paragraph(pieces(pair.first, style: .bold))] + (pair.last as? [Any] ?? []).flatMap { blocks($0) }
      }
    case "Table": return table(list).map { [.table($0)] } ?? []
    case "HorizontalRule", "Null": return []
    default:
      counts.unknown.insert(tag)
      return []
    }
  }

  private func numbering(_ value: Any?) -> OfficeBlock.Numbering {
    switch (value as? [String: Any])?["t"] as? String {
    case "LowerAlpha": .lowerLetter
    case "UpperAlpha": .upperLetter
    case "LowerRoman": .lowerRoman
    case "UpperRoman": .upperRoman
    default: .decimal
    }
  }

  private mutating func table(_ list: [Any]) -> OfficeTable? {
    guard list.count == 6 else {
      counts.unknown.insert("Table")
      return nil
    }
    if tableDepth == 0 { tables += 1 }
    if tableDepth == 1 { counts.nestedTables.insert(tables) }
    tableDepth += 1
    defer { tableDepth -= 1 }
    var builder = GridBuilder(columns: (list[2] as? [Any])?.count ?? 0)
    let head = rows((list[3] as? [Any])?.last)
    for row in head { builder.add(row) }
    for body in list[4] as? [Any] ?? [] {
      let parts = body as? [Any] ?? []
      guard parts.count == 4 else { continue }
      for row in rows(parts[2]) + rows(parts[3]) { builder.add(row) }
    }
    for row in rows((list[5] as? [Any])?.last) { builder.add(row) }
    return builder.table(number: tables, headerRows: head.count)
  }

  private mutating func rows(_ value: Any?) -> [[OfficeTable.Cell]] {
    (value as? [Any] ?? []).map { row in
      ((row as? [Any])?.last as? [Any] ?? []).map { value in
        let parts = value as? [Any] ?? []
        guard parts.count == 5 else { return OfficeTable.Cell(blocks: []) }
        return OfficeTable.Cell(
          blocks: blocks(parts[4]), rows: parts[2] as? Int ?? 1, columns: parts[3] as? Int ?? 1)
      }
    }
  }

  mutating func note(characters count: Int) { characters += count }

  mutating func note(_ change: (inout LossCounts) -> Void) { change(&counts) }
}

/// Puts the cells of a table into their columns.
private struct GridBuilder {
  private let columns: Int
  private var rows: [[OfficeTable.Cell]] = []
  /// For each column, how many further rows a cell above covers.
  private var covered: [Int]

  /// No table of a plan is wider, and a file may claim any number.
  private static let widest = 64

  init(columns: Int) {
    self.columns = min(max(columns, 1), Self.widest)
    covered = Array(repeating: 0, count: self.columns)
  }

  mutating func add(_ cells: [OfficeTable.Cell]) {
    var row: [OfficeTable.Cell] = []
    var cells = cells[...]
    while row.count < columns {
      if covered[row.count] > 0 {
        covered[row.count] -= 1
        row.append(OfficeTable.Cell(blocks: []))
        continue
      }
      guard var cell = cells.popFirst() else {
        row.append(OfficeTable.Cell(blocks: []))
        continue
      }
      cell.columns = min(max(cell.columns, 1), columns - row.count)
      cell.rows = max(cell.rows, 1)
      let start = row.count
      row.append(cell)
      for _ in 1..<cell.columns { row.append(OfficeTable.Cell(blocks: [])) }
      for column in start..<row.count { covered[column] = cell.rows - 1 }
    }
    // Cells beyond the grid keep their text.
    for cell in cells { row[columns - 1].blocks += cell.blocks }
    rows.append(row)
  }

  func table(number: Int, headerRows: Int) -> OfficeTable {
    OfficeTable(number: number, columns: columns, headerRows: headerRows, rows: rows)
  }
}
