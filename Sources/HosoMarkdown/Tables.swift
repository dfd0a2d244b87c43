internal import Clibcmark

/// Makes tables, as GitHub Flavored Markdown has them, out of the paragraphs in which libcmark leaves them.
///
/// The tree has lost where cells end, so they are read from the source again. A table that is followed by
/// `---` is a heading for libcmark.
struct Tables {
  private let source: SourceLines
  private let definitions: UnsafeBufferPointer<UInt8>?
  private let nesting: Int
  private var batch = CellBatch()
  private var cells = 0
  private var isOverBounds = false
  /// Bytes that may still be parsed again for blocks right behind a table.
  private var reparsing: Int

  /// - Parameters:
  ///   - bytes: the source of the document.
  ///   - definitions: whether the source may hold link definitions.
  init(_ bytes: UnsafeBufferPointer<UInt8>, definitions: Bool) {
    self.init(bytes, definitions: definitions ? bytes : nil, nesting: 0)
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, definitions: UnsafeBufferPointer<UInt8>?, nesting: Int) {
    source = SourceLines(bytes)
    self.definitions = definitions
    self.nesting = nesting
    reparsing = 4 * bytes.count + (1 << 16)
  }

  /// Replaces the tables in `document`. The answer is false if a bound is passed.
  mutating func insert(into document: Node) -> Bool {
    var candidates: [(Node, ClosedRange<Int>)] = []
    var current = cmark_node_first_child(document)
    while let node = current {
      if let lines = linesToSearch(node) { candidates.append((node, lines)) }
      current = following(node, below: document)
    }
    var merged: Set<Node> = []
    for (node, lines) in candidates where !merged.contains(node) {
      let containers = source.containers(of: node)
      let underline = underline(of: node, in: lines, containers)
      let shape = TableShape(
        source, lines.lowerBound...(underline ?? lines.upperBound), underline: underline, in: containers)
      guard var shape else { continue }
      if underline != nil { merged.formUnion(takeRowsBehind(node, into: &shape, containers)) }
      cells += shape.columns.count * (shape.rows.count + 1)
      guard cells <= Bounds.cells, !isOverBounds else { return false }
      replace(node, by: shape, in: containers)
    }
    batch.finish(definitions: definitions)
    return !isOverBounds
  }

  /// The lines of a paragraph or heading of several lines, if one of them may be a delimiter row.
  private func linesToSearch(_ node: Node) -> ClosedRange<Int>? {
    let type = cmark_node_get_type(node)
    guard type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING else { return nil }
    let first = Int(cmark_node_get_start_line(node))
    let last = min(Int(cmark_node_get_end_line(node)), source.count)
    guard 0 < first, first < last else { return nil }
    return (first + 1...last).contains(where: source.mayBeDelimiterRow) ? first...last : nil
  }

  /// The line that underlines `node`, if it is a heading: libcmark gives it one line too many.
  private func underline(of node: Node, in lines: ClosedRange<Int>, _ containers: [Container]) -> Int? {
    guard cmark_node_get_type(node) == CMARK_NODE_HEADING else { return nil }
    return lines.dropFirst().first { number in
      let (cursor, matched) = source.cursor(number, in: containers)
      guard matched == containers.count, cursor.indent <= 3 else { return false }
      let line = source.text(number, from: cursor.next)
      guard let mark = line.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=") else { return false }
      return line.drop { $0 == mark }.allSatisfy(isTableBlank)
    }
  }

  /// Adds to `shape` the rows in the blocks right behind `heading`, and takes these blocks out of the tree: the
  /// underline of a heading that turns out to be a table is a row, which does not end it.
  private func takeRowsBehind(_ heading: Node, into shape: inout TableShape, _ containers: [Container]) -> [Node] {
    var taken: [Node] = []
    while shape.after.isEmpty, let next = cmark_node_next(heading) {
      let first = Int(cmark_node_get_start_line(next))
      let last = min(Int(cmark_node_get_end_line(next)), source.count)
      guard first == shape.after.lowerBound, first <= last else { break }
      switch cmark_node_get_type(next) {
      case CMARK_NODE_PARAGRAPH: shape.takeRows(source, to: last, in: containers)
      case CMARK_NODE_HEADING:
        guard let end = underline(of: next, in: first...last, containers) else { return taken }
        shape.takeRows(source, to: end, in: containers)
      default: return taken
      }
      taken.append(next)
      remove(next)
    }
    return taken
  }

  private mutating func replace(_ node: Node, by shape: TableShape, in containers: [Container]) {
    guard let table = customNode(CMARK_NODE_CUSTOM_BLOCK, "<table>", "</table>") else { return }
    guard cmark_node_insert_before(node, table) == 1 else { return cmark_node_free(table) }
    addRows([shape.header], of: shape, to: table, isHead: true)
    if !shape.rows.isEmpty { addRows(shape.rows, of: shape, to: table, isHead: false) }
    if !shape.before.isEmpty, let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) {
      _ = cmark_node_insert_before(table, paragraph)
      batch.add(text(of: shape.before, in: containers), to: paragraph)
    }
    remove(node)
    if !shape.after.isEmpty { insertBlocks(shape.after, behind: table, in: containers) }
    if shape.rows.isEmpty { loosenList(around: table) }
  }

  /// Does what GitHub's parser does: a delimiter row that ends a table counts as a blank line within a list.
  private func loosenList(around table: Node) {
    guard let item = cmark_node_parent(table), cmark_node_get_type(item) == CMARK_NODE_ITEM,
      cmark_node_next(table) != nil || cmark_node_next(item) != nil
    else { return }
    _ = cmark_node_set_list_tight(cmark_node_parent(item), 0)
  }

  private mutating func addRows(_ rows: [TableRow], of shape: TableShape, to table: Node, isHead: Bool) {
    let section =
      isHead
      ? customNode(CMARK_NODE_CUSTOM_BLOCK, "<thead>", "</thead>")
      : customNode(CMARK_NODE_CUSTOM_BLOCK, "<tbody>", "</tbody>")
    guard let section else { return }
    _ = cmark_node_append_child(table, section)
    for row in rows {
      guard let rowNode = customNode(CMARK_NODE_CUSTOM_BLOCK, "<tr>", "</tr>") else { return }
      _ = cmark_node_append_child(section, rowNode)
      for (index, column) in shape.columns.enumerated() {
        guard let cell = customNode(CMARK_NODE_CUSTOM_INLINE, column.opening(isHead), isHead ? "</th>\n" : "</td>\n")
        else { return }
        _ = cmark_node_append_child(rowNode, cell)
        guard index < row.cells.count else { continue }
        let text = row.cells[index]
        if text.contains(UInt8(ascii: "\\")) {
          batch.add(TableRow.unescaped(text), to: cell)
        } else {
          batch.add(text, to: cell)
        }
      }
    }
  }

  /// The lines of a paragraph. The blanks before them keep each a line of it, whatever it starts with.
  private func text(of lines: Range<Int>, in containers: [Container]) -> [UInt8] {
    var text: [UInt8] = []
    for number in lines {
      if !text.isEmpty { text.append(contentsOf: "\n    ".utf8) }
      text.append(contentsOf: source.text(number, from: source.cursor(number, in: containers).0.next))
    }
    while let last = text.last, isBlank(last) { text.removeLast() }
    return TableRow.unescaped(text)
  }

  /// Parses the lines behind a table again, now that no paragraph goes on in them.
  private mutating func insertBlocks(_ lines: Range<Int>, behind table: Node, in containers: [Container]) {
    var text = [UInt8](repeating: UInt8(ascii: "\n"), count: lines.lowerBound - 1)
    for number in lines {
      let cursor = source.cursor(number, in: containers).0
      text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: cursor.indent))
      text.append(contentsOf: source.text(number, from: cursor.next))
      text.append(UInt8(ascii: "\n"))
    }
    if let definitions, text.contains(UInt8(ascii: "[")) {
      // The comment ends each block before it, also a list.
      text.append(contentsOf: "\n<!-- -->\n\n".utf8)
      text.append(contentsOf: definitions)
    }
    reparsing -= text.count
    guard reparsing >= 0 else {
      isOverBounds = true
      return
    }
    let place = placeBehind(table, matched: source.cursor(lines.lowerBound, in: containers).matched, of: containers)
    text.withUnsafeBufferPointer { bytes in
      guard let document = parse(bytes) else { return }
      defer { cmark_node_free(document) }
      if nesting < 3 {
        var tables = Tables(bytes, definitions: definitions, nesting: nesting + 1)
        guard tables.insert(into: document) else {
          isOverBounds = true
          return
        }
      }
      var last = place
      while let block = cmark_node_first_child(document), Int(cmark_node_get_start_line(block)) < lines.upperBound {
        guard cmark_node_insert_after(last, block) == 1 else { return }
        last = block
      }
    }
  }

  /// The block behind which text goes that has only the first `matched` of the containers of `table`.
  private func placeBehind(_ table: Node, matched: Int, of containers: [Container]) -> Node {
    var place = table
    var leaving = containers.count - matched
    while leaving > 0, let parent = cmark_node_parent(place) {
      place = parent
      let type = cmark_node_get_type(parent)
      if type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM { leaving -= 1 }
    }
    guard cmark_node_get_type(place) == CMARK_NODE_ITEM else { return place }
    return cmark_node_parent(place) ?? place
  }
}

extension ColumnAlignment {
  /// The tag that opens a cell.
  fileprivate func opening(_ isHead: Bool) -> StaticString {
    switch (self, isHead) {
    case (.none, true): "<th scope=\"col\">"
    case (.left, true): "<th scope=\"col\" class=\"align-left\">"
    case (.center, true): "<th scope=\"col\" class=\"align-center\">"
    case (.right, true): "<th scope=\"col\" class=\"align-right\">"
    case (.none, false): "<td>"
    case (.left, false): "<td class=\"align-left\">"
    case (.center, false): "<td class=\"align-center\">"
    case (.right, false): "<td class=\"align-right\">"
    }
  }
}
