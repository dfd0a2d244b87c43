/// Writes the items of a plan as Markdown.
struct PlanWriter {
  private let shelf: PictureShelf
  private(set) var merged: [Loss] = []
  private var parts: [String] = []
  /// The level of the last section or heading, to set the document's own headings below.
  private var sectionLevel = 1
  /// Whether the last part is a numbered list with this mark: another one must have a different mark.
  private var lastNumberMark: Character?
  private var lastIsBullets = false

  init(_ shelf: PictureShelf) { self.shelf = shelf }

  var markdown: String { parts.isEmpty ? "" : parts.joined(separator: "\n\n") + "\n" }

  mutating func write(title: String) { append("# " + MarkdownText.escaped(title)) }

  mutating func write(_ items: [PlanItem]) {
    for item in items {
      switch item {
      case .section(let level, let title):
        sectionLevel = level
        append(String(repeating: "#", count: level) + " " + title)
      case .block(let block): write(block)
      case .table(let table): write(table)
      }
    }
  }

  private mutating func append(_ text: String) {
    lastNumberMark = nil
    lastIsBullets = false
    if !text.isEmpty { parts.append(text) }
  }

  private mutating func write(_ block: OfficeBlock) {
    switch block {
    case .paragraph(let pieces): append(paragraph(pieces))
    case .heading(let level, let pieces):
      let text = InlineWriter(place: .plain, show: shelf.show).lines(pieces).joined(separator: " ")
      guard !text.isEmpty else { return }
      append(String(repeating: "#", count: min(6, max(level, sectionLevel + 1))) + " " + text)
    case .bullets(let items):
      let text = bullets(items)
      guard !text.isEmpty else { return }
      if lastIsBullets, let last = parts.popLast() {
        append(last + "\n" + text)
      } else {
        append(text)
      }
      lastIsBullets = true
    case .numbers(let start, let style, let items):
      let mark: Character = lastNumberMark == "." ? ")" : "."
      let text = numbers(items, start, style, mark)
      guard !text.isEmpty else { return }
      append(text)
      lastNumberMark = style == .decimal ? mark : nil
      lastIsBullets = style != .decimal
    case .table(let table):
      write(PlanTable(number: table.number, header: table.rows.first ?? [], rows: Array(table.rows.dropFirst())))
    }
  }

  private func paragraph(_ pieces: [Piece]) -> String {
    InlineWriter(place: .paragraph, show: shelf.show).lines(pieces).map(MarkdownText.guarded).joined(separator: "\\\n")
  }

  // MARK: Lists

  private func bullets(_ items: [[OfficeBlock]]) -> String {
    items.map { item("- ", $0) }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func numbers(
    _ items: [[OfficeBlock]], _ start: Int, _ style: OfficeBlock.Numbering, _ mark: Character
  ) -> String {
    items.enumerated().map { index, blocks in
      let number = start + index
      return style == .decimal
        ? item("\(number)\(mark) ", blocks) : item("- ", blocks, label: ListLabel.text(number, style) + ") ")
    }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func item(_ mark: String, _ blocks: [OfficeBlock], label: String = "") -> String {
    var text = ""
    var wasParagraph = false
    for block in blocks where ![block].isBlank || !paragraphs([block]).isEmpty {
      var part: String
      var isParagraph = false
      switch block {
      case .paragraph(let pieces):
        part = paragraph(pieces)
        isParagraph = true
      case .heading(_, let pieces):
        part = paragraph(pieces.map { Piece(content: $0.content, style: .bold) })
        isParagraph = true
      case .bullets(let items): part = bullets(items)
      case .numbers(let start, let style, let items): part = numbers(items, start, style, ".")
      case .table: part = paragraphs([block]).map(MarkdownText.guarded).joined(separator: "\\\n")
      }
      guard !part.isEmpty else { continue }
      if text.isEmpty { part = label + part } else { text += isParagraph && wasParagraph ? "\n\n" : "\n" }
      text += part
      wasParagraph = isParagraph
    }
    guard !text.isEmpty else { return "" }
    let indent = String(repeating: " ", count: mark.count)
    return mark
      + text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
        index == 0 || line.isEmpty ? String(line) : indent + line
      }.joined(separator: "\n")
  }

  // MARK: Tables

  private mutating func write(_ table: PlanTable) {
    for row in [table.header] + table.rows {
      for cell in row where cell.rows > 1 || cell.columns > 1 {
        merged.append(.mergedCell(table: table.number, rows: cell.rows, columns: cell.columns))
      }
    }
    let header = table.header.map { cell in
      OfficeTable.Cell(blocks: cell.blocks.map(\.withoutBold))
    }
    var lines = [line(header), "|" + String(repeating: " --- |", count: header.count)]
    lines += table.rows.map(line)
    append(lines.joined(separator: "\n"))
  }

  private func line(_ row: [OfficeTable.Cell]) -> String {
    row.reduce(into: "|") { line, cell in
      let text = paragraphs(cell.blocks).joined(separator: "<br>")
      line += text.isEmpty ? " |" : " " + text + " |"
    }
  }

  /// The lines of a cell; lists keep their marks as text.
  private func paragraphs(_ blocks: [OfficeBlock], depth: Int = 0) -> [String] {
    let writer = InlineWriter(place: .cell, show: shelf.show)
    return blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let pieces): return writer.lines(pieces)
      case .heading(_, let pieces): return writer.lines(pieces.map { Piece(content: $0.content, style: .bold) })
      case .bullets(let items): return marked(items, depth) { _ in depth == 0 ? "• " : "◦ " }
      case .numbers(let start, let style, let items):
        return marked(items, depth) { index in
          style == .decimal ? "\(start + index). " : ListLabel.text(start + index, style) + ") "
        }
      case .table(let table):
        return table.rows.map { row in
          row.map { paragraphs($0.blocks, depth: depth + 1).joined(separator: " ") }.joined(separator: " \\| ")
        }
      }
    }
  }

  private func marked(_ items: [[OfficeBlock]], _ depth: Int, mark: (Int) -> String) -> [String] {
    items.enumerated().flatMap { index, item in
      var lines = paragraphs(item, depth: depth + 1)
      if let first = lines.first { lines[0] = mark(index) + first }
      return lines
    }
  }
}

extension OfficeBlock {
  /// A header cell is bold by itself.
  fileprivate var withoutBold: OfficeBlock {
    guard case .paragraph(let pieces) = self else { return self }
    return .paragraph(pieces.map { Piece(content: $0.content, style: $0.style.subtracting(.bold), link: $0.link) })
  }
}
