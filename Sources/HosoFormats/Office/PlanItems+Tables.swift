extension PlanItems {
  /// Adds a table, in parts where rows of it are headings of sections; a frame of one column comes apart.
  mutating func add(_ table: OfficeTable) {
    guard depth < 4 else { return }
    depth += 1
    defer { depth -= 1 }
    if table.columns == 1 {
      for row in table.rows { add(row.flatMap(\.blocks)) }
      return
    }
    var part = PlanTable(number: table.number, header: [], rows: [])
    var hasEmptiedFirst = false
    for (index, row) in table.rows.enumerated() where !row.allSatisfy(\.blocks.isBlank) {
      var row = row
      let found = leadingSections(of: &row)
      if !found.isEmpty {
        flush(&part, hasEmptiedFirst)
        hasEmptiedFirst = row[0].blocks.isBlank
        items += found
        let left = row.filter { !$0.blocks.isBlank }
        if left.isEmpty { continue }
        if left.count == 1, left[0].columns == table.columns || (row[0].blocks.isBlank && table.columns == 2) {
          add(left[0].blocks)
          continue
        }
      }
      if part.header.isEmpty, found.isEmpty, index < table.headerRows || Self.looksLikeHeader(row) {
        part.header = row
      } else if row.map(\.blocks) != part.header.map(\.blocks) {
        if part.header.isEmpty { part.header = row.map { _ in OfficeTable.Cell(blocks: []) } }
        part.rows.append(row)
      }
    }
    let isOnlyHeader = part.rows.isEmpty && !part.header.isEmpty
    flush(&part, hasEmptiedFirst, evenEmpty: isOnlyHeader && !items.contains { $0.isPart(of: table.number) })
  }

  private mutating func flush(_ part: inout PlanTable, _ hasEmptiedFirst: Bool, evenEmpty: Bool = false) {
    defer { part.rows = [] }
    guard !part.rows.isEmpty || evenEmpty else { return }
    // The column that held nothing but the names of the sections.
    if hasEmptiedFirst, part.header.count > 2, part.rows.allSatisfy({ $0[0].blocks.isBlank }) {
      let rows = part.rows.map { Array($0.dropFirst()) }
      items.append(.table(PlanTable(number: part.number, header: Array(part.header.dropFirst()), rows: rows)))
    } else {
      items.append(.table(part))
    }
  }

  /// Takes the headings of sections off the first cell with text.
  private func leadingSections(of row: inout [OfficeTable.Cell]) -> [PlanItem] {
    guard let index = row.firstIndex(where: { !$0.blocks.isBlank }) else { return [] }
    var found: [PlanItem] = []
    var blocks = row[index].blocks.flatMap(splitLines)[...]
    while let first = blocks.first {
      if [first].isBlank {
        blocks.removeFirst()
        continue
      }
      var item: OfficeBlock? = first
      var isMarked = false
      if case .numbers(_, _, let list) = first, list.count == 1, list[0].count == 1 {
        item = list[0].first
        isMarked = true
      }
      let pieces: [Piece]
      switch item {
      case .paragraph(let line): pieces = line
      case .heading(_, let line):
        pieces = line
        isMarked = true
      default: pieces = []
      }
      if case .section(let level, let title)? = found.last, !title.hasSuffix(")"),
        let minutes = SectionMatcher.minutes(alone: pieces)
      {
        found[found.count - 1] = .section(level: level, title: title + " " + minutes)
        blocks.removeFirst()
        continue
      }
      guard let match = matcher.match(pieces, isMarked: isMarked) else { break }
      found.append(.section(level: match.level, title: match.title))
      blocks.removeFirst()
      if let length = match.length {
        blocks.insert(.paragraph(pieces.trimmed.dropping(characters: length).trimmed), at: blocks.startIndex)
        break
      }
    }
    if !found.isEmpty { row[index].blocks = Array(blocks) }
    return found
  }

  /// Short words in every column.
  private static func looksLikeHeader(_ row: [OfficeTable.Cell]) -> Bool {
    row.allSatisfy { cell in
      let blocks = cell.blocks.filter { ![$0].isBlank }
      guard blocks.count <= 1 else { return false }
      switch blocks.first {
      case .paragraph(let pieces)?, .heading(_, let pieces)?:
        return pieces.plain.count <= 80 && !pieces.contains { if case .picture = $0.content { true } else { false } }
      case nil: return true
      default: return false
      }
    }
  }
}

extension PlanItem {
  fileprivate func isPart(of number: Int) -> Bool {
    if case .table(let table) = self { table.number == number } else { false }
  }
}
