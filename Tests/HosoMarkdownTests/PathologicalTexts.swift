/// Texts that are known to stall parsers of Markdown, and what the renderer has to make of them.
struct PathologicalText: Sendable, CustomStringConvertible {
  let name: String
  let isPlainText: Bool
  let text: String

  var description: String { name }

  init(_ name: String, isPlainText: Bool, _ text: String) {
    self.name = name
    self.isPlainText = isPlainText
    self.text = text
  }

  /// `part` as often as 256 KiB hold it.
  private init(_ name: String, isPlainText: Bool, many part: String) {
    self.init(name, isPlainText: isPlainText, String(repeating: part, count: Self.size / part.utf8.count))
  }

  static let all: [PathologicalText] = threats + emphasis + links + htmlAndCode + blocks + tables

  /// T145 to T148 and finding 17 of `threats.md`.
  private static let threats: [PathologicalText] = [
    .init("T145 blank lines in deep lists", isPlainText: true, times(21000, "- ") + "x" + times(21000, "\n")),
    .init("T146 images without text", isPlainText: true, times(43000, "![[]()")),
    .init("T146 emphasis in deep quotes", isPlainText: true, times(87000, ">") + times(87000, "a*")),
    .init("T147 quotes", isPlainText: true, times(50000, "> ")),
    .init("T147 brackets", isPlainText: true, times(50000, "[")),
    .init("T147 nested emphasis", isPlainText: true, times(65000, "*a **a ")),
    .init("T147 definitions", isPlainText: true, numbered(50000) { "[\($0)]: /u\n" } + times(50000, "[0] ")),
    .init("T148 table of 20,000 columns", isPlainText: false, times(20000, "|a") + "\n" + times(20000, "|-") + "\n"),
    .init("finding 17 quotes and rules", isPlainText: false, many: "> - - - - - -\n"),
    .init("finding 17 quotes and items", isPlainText: true, many: "> " + times(32, "- ") + "a\n"),
  ]

  private static let emphasis: [PathologicalText] = [
    .init("nested strong emph", isPlainText: true, times(14000, "*a **a ") + "b" + times(14000, " a** a*")),
    .init("many emph closers", isPlainText: true, many: "a_ "),
    .init("many emph openers", isPlainText: true, many: "_a "),
    .init("mismatched openers", isPlainText: true, many: "*a_ "),
    .init("closers multiple of 3", isPlainText: true, "a**b" + times(80000, "c* ")),
    .init("strong and emph", isPlainText: true, many: "a**b *c "),
    .init("long runs", isPlainText: false, many: times(500, "*") + "a "),
    .init("two long runs", isPlainText: false, times(size / 2, "*") + "a" + times(size / 2, "*")),
    .init("short paragraphs of emphasis", isPlainText: false, many: times(40, "*a_ ") + "\n\n"),
  ]

  private static let links: [PathologicalText] = [
    .init("link closers", isPlainText: true, many: "a]"),
    .init("link openers", isPlainText: true, many: "[a"),
    .init("link openers and emph closers", isPlainText: true, many: "[ a_"),
    .init("[ (](", isPlainText: true, many: "[ (]("),
    .init("nested brackets", isPlainText: true, times(50000, "[") + "a" + times(50000, "]")),
    .init("unclosed links A", isPlainText: true, many: "[a](<b"),
    .init("unclosed links B", isPlainText: true, many: "[a](b"),
    .init("unclosed titles", isPlainText: true, many: "[a](b \"c"),
    .init("empty links", isPlainText: true, many: "[a]()"),
    .init("emphasis into links", isPlainText: true, many: "*[a*](b)"),
    .init("images, 30 in a paragraph", isPlainText: false, many: times(30, "![[]()") + "\n\n"),
    .init("long labels", isPlainText: false, "[x]: y\n\n" + times(280, "[" + times(900, "a") + "]")),
    .init(
      "long destination, many uses", isPlainText: true, "[a]: " + times(size / 2, "b") + "\n\n" + times(43000, "[a]")),
    .init(
      "long destination, uses in paragraphs", isPlainText: false,
      "[a]: " + times(size / 2, "b") + "\n\n" + times(26000, "[a]\n\n")),
  ]

  private static let htmlAndCode: [PathologicalText] = [
    .init("comments", isPlainText: true, many: "a <!--"),
    .init("comment block", isPlainText: true, many: "<!--"),
    .init("instructions", isPlainText: true, many: "a <?"),
    .init("character data", isPlainText: true, many: "a <![CDATA["),
    .init("declarations", isPlainText: true, many: "a <!A "),
    .init("unclosed attributes", isPlainText: true, many: "<a b=\""),
    .init("open tags", isPlainText: true, many: "<a "),
    .init("open autolinks", isPlainText: true, many: "<a:"),
    .init("less-than signs", isPlainText: true, many: "<"),
    .init("backticks of growing length", isPlainText: false, numbered(720) { "e" + times($0, "`") }),
    .init("mismatched backticks", isPlainText: true, many: "`a``"),
    .init("ampersands", isPlainText: false, many: "&"),
    .init("backslashes", isPlainText: false, many: "\\"),
    .init("U+0000", isPlainText: false, many: "abc\u{0}de\u{0}"),
  ]

  private static let blocks: [PathologicalText] = [
    .init("nested quotes", isPlainText: true, times(50000, "> ") + "a"),
    .init("deeply nested lists", isPlainText: true, numbered(500) { times($0, "  ") + "* a\n" }),
    .init("quotes and items in turn", isPlainText: true, many: "> - "),
    .init("ordered items", isPlainText: true, many: "1. "),
    .init("32 lists, then blank lines", isPlainText: false, times(32, "- ") + "x" + times(size, "\n")),
    .init("32 quotes, then emphasis", isPlainText: false, many: times(32, ">") + times(20, "a*") + "\n\n"),
    .init("almost a rule", isPlainText: true, times(size / 2, "* ") + "a"),
    .init("underlines", isPlainText: false, many: "a\n="),
    .init("defined underlines", isPlainText: true, many: "[a]: b\n==\n"),
    .init("empty headings", isPlainText: false, many: "#\n"),
    .init("equal headings", isPlainText: false, many: "# a\n"),
    .init("tabs", isPlainText: false, many: "\t"),
    .init("short lines", isPlainText: false, many: "a \n"),
    .init("items", isPlainText: false, numbered(30000) { "\($0). a\n" }),
    .init("empty items", isPlainText: false, many: "*\n"),
    .init("CRLF brackets", isPlainText: true, many: "[[[[\r\n"),
  ]

  private static let tables: [PathologicalText] = [
    .init("empty cells", isPlainText: false, times(60000, "|") + "\n" + times(60000, "|-") + "\n"),
    .init(
      "more columns than cells", isPlainText: true,
      times(1000, "|a") + "\n" + times(1000, "|-") + "\n" + times(60000, "||\n")),
    .init("many rows", isPlainText: false, "|a|b|\n|-|-|\n" + times(40000, "|1|2|\n")),
    .init("emphasis in cells", isPlainText: true, "|a|b|\n|-|-|\n" + times(20000, "|*a|**b|\n")),
    .init(
      "links in cells", isPlainText: false,
      "|a|\n|-|\n" + times(7000, "|[x]|\n") + "\n" + numbered(7000) { "[x\($0)]: /u\n\n" }),
    .init("many tables", isPlainText: false, many: "|a|\n|-|\n|*b*|\n\n"),
    .init("lists behind tables", isPlainText: true, many: "|a|\n|-|\n2. b\n\n"),
    .init("delimiter rows", isPlainText: false, many: "|-|\n|-|-|\n"),
    .init("tables or headings", isPlainText: false, many: "|a|b|\n|-|\n===\n"),
    .init("underlines behind a table", isPlainText: false, "|a|\n|-|\n" + times(60000, "b\n===\n")),
    .init("one long cell", isPlainText: false, "a|b\n-|-\n" + times(size, "x")),
    .init("escaped pipes", isPlainText: false, "|a|\n|-|\n|" + times(100_000, "\\|") + "|\n"),
  ]

  private static let size = 1 << 18

  private static func times(_ count: Int, _ part: String) -> String {
    String(repeating: part, count: count)
  }

  private static func numbered(_ count: Int, _ part: (Int) -> String) -> String {
    (1...count).map(part).joined()
  }
}
