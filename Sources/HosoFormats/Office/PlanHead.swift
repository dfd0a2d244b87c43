/// The lines above the first section, read: what they say of the lesson, its title, and what else stands there.
struct PlanHead {
  private(set) var header = HeaderLines()
  /// What stays in the body, below the title.
  private(set) var rest: [PlanItem] = []
  private var isWaitingForName = false
  /// The place in `rest` of the first line that could be the title, should nothing better come.
  private var candidate: Int?

  /// - Parameter style: the paragraph of the style *Title*, which pandoc keeps apart.
  init(_ items: some Sequence<PlanItem>, style: [Piece]) {
    if !style.isBlank { read([.block(.heading(1, style))]) }
    read(items)
    guard header.fields["bai"] == nil, let candidate, case .block(let block) = rest[candidate] else { return }
    header.setTitle(block.line?.plain ?? "")
    rest.remove(at: candidate)
  }

  private mutating func read(_ items: some Sequence<PlanItem>) {
    for item in items {
      switch item {
      case .section: rest.append(item)
      case .block(let block):
        if let lines = block.line?.lines {
          let left = lines.filter { !read($0, of: block) }
          guard !left.isEmpty else { continue }
          let joined = Array(left.joined(separator: [Piece(content: .lineBreak)]))
          rest.append(left.count == lines.count ? item : .block(.paragraph(joined)))
        } else {
          rest.append(item)
        }
      case .table(let table):
        if !readLayout(table) { rest.append(item) }
      }
    }
  }

  /// Whether `line` was a header line or the title.
  private mutating func read(_ line: [Piece], of block: OfficeBlock) -> Bool {
    let text = line.trimmed.plain
    if text.isEmpty { return !line.contains { if case .picture = $0.content { true } else { false } } }
    var isHeading = line.looksLikeHeading
    if case .heading = block { isHeading = true }
    if isWaitingForName, isHeading, let number = header.fields["bai"] {
      isWaitingForName = false
      var words = number
      if words.last != "." { words += "." }
      header.setTitle(words + " " + text)
      return true
    }
    isWaitingForName = false
    if header.read(text) { return true }
    if header.fields["bai"] == nil, let isBare = Self.lessonNumber(text) {
      header.setTitle(text)
      isWaitingForName = isBare
      return true
    }
    if isHeading, candidate == nil, block.line?.lines.count == 1 { candidate = rest.count }
    return false
  }

  /// Whether `text` is only the number (`BÀI 14`); nil where it is no lesson's line at all.
  static func lessonNumber(_ text: String) -> Bool? {
    let words = text.lowercased().split(separator: " ")
    guard words.count >= 2, text.count <= 200, ["bài", "unit", "chủ", "lesson"].contains(words[0]) else { return nil }
    let number = words[0] == "chủ" ? words.dropFirst(2).first : words[1]
    guard words[0] != "chủ" || words[1] == "đề", let number, number.first?.isNumber ?? false else { return nil }
    return words.count == (words[0] == "chủ" ? 3 : 2)
  }

  /// A table that only sets the header lines side by side.
  private mutating func readLayout(_ table: PlanTable) -> Bool {
    let lines = ([table.header] + table.rows).flatMap { $0 }.flatMap(\.blocks).filter { ![$0].isBlank }
    guard lines.allSatisfy({ $0.line != nil }) else { return false }
    var copy = self
    var unread: [PlanItem] = []
    var read = 0
    for block in lines {
      for line in block.line?.lines ?? [] {
        if copy.read(line, of: block) { read += 1 } else { unread.append(.block(.paragraph(line))) }
      }
    }
    guard read > 0, read >= unread.count else { return false }
    copy.candidate = candidate
    copy.rest = rest + unread
    self = copy
    return true
  }
}

extension [Piece] {
  /// Whether it is all bold or all capitals, as teachers type headings.
  var looksLikeHeading: Bool {
    let text = plain
    return isBold || text.contains(where: \.isLetter) && text.uppercased() == text
  }
}

extension OfficeBlock {
  /// The text of a paragraph or heading.
  fileprivate var line: [Piece]? {
    switch self {
    case .paragraph(let pieces), .heading(_, let pieces): pieces
    default: nil
    }
  }
}
