/// Lists that teachers type as paragraphs: `- ` first, `+ ` below it.
enum TypedLists {
  /// 1 for `- ` and `• `, 2 for `+ `, with the length of the mark; nil for other lines. A dash (`–`) is none:
  /// conversations are typed with it.
  static func mark(of line: [Piece]) -> (level: Int, length: Int)? {
    let text = line.plain
    let blanks = text.prefix(while: \.isWhitespace).count
    let start = text.dropFirst(blanks)
    guard let first = start.first, "-•+".contains(first) else { return nil }
    let after = start.dropFirst()
    // "+ 3,80" is part of a sum.
    guard let word = after.first(where: { !$0.isWhitespace }), !word.isNumber, !word.isMathSymbol, word != first else {
      return nil
    }
    guard first == "•" || after.first?.isWhitespace ?? false || word.isLetter else { return nil }
    let length = blanks + 1 + after.prefix(while: \.isWhitespace).count
    return length < text.count ? (first == "+" ? 2 : 1, length) : nil
  }

  /// Runs of typed bullets as lists.
  static func joined(_ blocks: [OfficeBlock]) -> [OfficeBlock] {
    var result: [OfficeBlock] = []
    var list: [[OfficeBlock]] = []
    for block in blocks {
      if case .paragraph(let pieces) = block, let (level, length) = mark(of: pieces) {
        let item: OfficeBlock = .paragraph(pieces.dropping(characters: length).trimmed)
        if level == 2, let last = list.last {
          list[list.count - 1] = appending(item, to: last)
        } else {
          list.append([item])
        }
        continue
      }
      if [block].isBlank, !list.isEmpty, !holdsPicture(block) { continue }
      if !list.isEmpty { result.append(.bullets(list)) }
      list = []
      result.append(block)
    }
    if !list.isEmpty { result.append(.bullets(list)) }
    return result
  }

  private static func appending(_ item: OfficeBlock, to blocks: [OfficeBlock]) -> [OfficeBlock] {
    if case .bullets(let inner)? = blocks.last { return blocks.dropLast() + [.bullets(inner + [[item]])] }
    return blocks + [.bullets([[item]])]
  }

  private static func holdsPicture(_ block: OfficeBlock) -> Bool {
    guard case .paragraph(let pieces) = block else { return false }
    return pieces.contains { if case .picture = $0.content { true } else { false } }
  }
}
