/// Makes the same documents with tables from the same seed.
struct DocumentGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }

  mutating func one(of choices: [String]) -> String {
    choices[number(below: choices.count)]
  }

  /// A document of a few blocks, one of them a table at least.
  mutating func document() -> String {
    var blocks: [[String]] = []
    for _ in 0...number(below: 3) {
      if number(below: 3) == 0 { blocks.append(block()) }
      var lines = table()
      if number(below: 4) == 0 { lines.insert(one(of: Self.texts), at: 0) }
      if number(below: 3) == 0 { lines.append(one(of: Self.followers)) }
      if number(below: 8) == 0 { lines.append(one(of: Self.followers)) }
      blocks.append(nested(lines))
    }
    if number(below: 2) == 0 { blocks.append(["[ref]: /dich \"Đích\""]) }
    var text = ""
    for block in blocks {
      text += block.joined(separator: "\n") + "\n"
      if number(below: 8) != 0 { text += "\n" }
    }
    return text
  }

  private mutating func block() -> [String] {
    switch number(below: 5) {
    case 0: ["# Mục \(number(below: 9))"]
    case 1: ["- một", "- hai"]
    case 2: ["```", "a | b", "--|--", "```"]
    case 3: [one(of: Self.texts), one(of: Self.texts)]
    default: ["> " + one(of: Self.texts)]
    }
  }

  private mutating func nested(_ lines: [String]) -> [String] {
    switch number(below: 6) {
    case 0: return lines.map { "> " + $0 }
    case 1: return lines.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
    case 2: return lines.enumerated().map { ($0.offset == 0 ? "3. " : "   ") + $0.element }
    default: return lines
    }
  }

  private mutating func table() -> [String] {
    let columns = 1 + number(below: 4)
    let pipes = number(below: 3)
    var lines = [row(columns, pipes)]
    let delimiters = (0..<columns).map { _ in one(of: ["---", ":--", "--:", ":-:", "-----", " --- ", "--"]) }
    lines.append(framed(delimiters.joined(separator: "|"), pipes))
    for _ in 0..<number(below: 5) {
      lines.append(row(number(below: 6) == 0 ? 1 + number(below: 5) : columns, pipes))
    }
    return lines
  }

  private mutating func row(_ columns: Int, _ pipes: Int) -> String {
    framed((0..<columns).map { _ in one(of: Self.cells) }.joined(separator: one(of: ["|", " | "])), pipes)
  }

  private func framed(_ row: String, _ pipes: Int) -> String {
    ["| \(row) |", "|\(row)", row][pipes]
  }

  private static let texts = ["Lớp 7A, *tuần* 3", "một `mã | nguồn`", "dòng \\| gạch", "a | b"]

  private static let followers = [
    "x", "    thụt lề", "> trích", "# Đầu", "- mục", "1. một", "2. hai", "---", "===", "<b>", "<div>", "```", "a|b",
    "|", "--", "***", "[x]: /y", "\\", "x | y | z | t",
  ]

  private static let cells = [
    "", "a", "Nguyễn Văn A", "**đậm**", "*nghiêng*", "_x_", "a_b_c", "`x`", "`a \\| b`", "\\|", "x \\| y", "\\\\",
    "[chữ](/l)", "[ref]", "[chữ][ref]", "![ảnh](/a.png)", "<https://a.vn>", "&amp;", "1 < 2", "**", "*a", "b*", "`",
    "7,5", "- a", "# b", "> c", "1. d", "\\*x\\*", "a  b", "[", "](x)", "<b>x</b>", "~~x~~", "![", "-", ":-",
  ]
}
