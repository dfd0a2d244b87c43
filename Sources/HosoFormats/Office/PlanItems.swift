/// Brings the blocks of a document into the order of a plan: finds sections wherever teachers type them.
struct PlanItems {
  let matcher: SectionMatcher
  var items: [PlanItem] = []
  /// How deep in tables of one column.
  var depth = 0

  init(_ blocks: [OfficeBlock], _ matcher: SectionMatcher) {
    self.matcher = matcher
    add(blocks)
    items = matcher.inTurn(items)
  }

  mutating func add(_ blocks: [OfficeBlock]) {
    for block in TypedLists.joined(blocks.flatMap(splitLines)) { add(block) }
  }

  private mutating func add(_ block: OfficeBlock) {
    switch block {
    case .paragraph(let pieces):
      if let rest = section(in: pieces) {
        if !rest.isBlank { items.append(.block(.paragraph(rest))) }
      } else if !pieces.isBlank, !Self.isFiller(pieces.plain) {
        items.append(.block(block))
      }
    case .heading(_, let pieces):
      guard !pieces.isBlank else { return }
      if section(in: pieces, isMarked: true) == nil { items.append(.block(block)) }
    case .bullets(let list): add(list, isNumbered: false, start: 1) { _, items in .bullets(items) }
    case .numbers(let start, let style, let list):
      add(list, isNumbered: true, start: start) { .numbers(start: $0, style, $1) }
    case .table(let table): add(table)
    }
  }

  /// Notes the section that `pieces` is the heading of, and answers what follows on the same line; nil for no heading.
  private mutating func section(in pieces: [Piece], isMarked: Bool = false) -> [Piece]? {
    guard let match = matcher.match(pieces, isMarked: isMarked) else { return nil }
    items.append(.section(level: match.level, title: match.title))
    guard let length = match.length else { return [] }
    return pieces.trimmed.dropping(characters: length).trimmed
  }

  /// A list whose items are headings of sections comes apart: Word numbers typed headings by itself.
  private mutating func add(
    _ list: [[OfficeBlock]], isNumbered: Bool, start: Int, make: (Int, [[OfficeBlock]]) -> OfficeBlock
  ) {
    var kept: [[OfficeBlock]] = []
    var first = start
    func flush(_ items: inout [PlanItem]) {
      if !kept.isEmpty { items.append(.block(make(first, kept))) }
      kept = []
    }
    for (index, item) in list.enumerated() {
      guard case .paragraph(let pieces)? = item.first, matcher.match(pieces, isMarked: isNumbered) != nil else {
        if kept.isEmpty { first = start + index }
        kept.append(item)
        continue
      }
      flush(&items)
      if let rest = section(in: pieces, isMarked: isNumbered), !rest.isBlank { items.append(.block(.paragraph(rest))) }
      add(Array(item.dropFirst()))
    }
    flush(&items)
  }

  /// Lines of a paragraph become paragraphs where one of them is a heading or a typed bullet.
  func splitLines(_ block: OfficeBlock) -> [OfficeBlock] {
    guard case .paragraph(let pieces) = block else { return [block] }
    let lines = pieces.lines
    guard lines.count > 1, lines.contains(where: { matcher.match($0) != nil || TypedLists.mark(of: $0) != nil }) else {
      return [block]
    }
    return lines.map { .paragraph($0) }
  }

  /// A dotted line to write on.
  static func isFiller(_ text: String) -> Bool {
    text.count >= 3 && text.allSatisfy { $0.isWhitespace || ".…_".contains($0) } && text.contains { ".…_".contains($0) }
  }
}
