import HosoMarkdown
import Testing

struct FuzzTests {
  private static let parts = [
    "a", "Ấ", " ", "  ", "    ", "\n", "\n\n", "\r\n", "\t", "> ", "- ", "* ", "1. ", "2) ", "# ", "---", "===", "|",
    "|-|", "-|:-:",
    "\n|a|b|\n|-|-:|\n", "\\", "\\|", "`", "```\n", "*", "**", "_", "[", "]", "](", ")", "![", "[x]", "[x]: /u 'v'\n",
    "<", ">", "<b>",
    "<br>", "<!--", "-->", "<script>", "\"", "'", "&amp;", "&#0;", "javascript:", "//h", "https://h", "(#a)", "\u{0}",
    "\u{FEFF}",
    "\u{A0}", "<div>\n", "</div>", "~~~", "+ ", "10. ", "onclick=x",
  ]

  private static var tags: Regex<Substring> {
    #/<(?:\/?(?:p|h[1-6]|em|strong|code|pre|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|a)|hr \/|br \/|h[1-6] id="s-[^"<>]+"|a href="[^"<>]*"(?: rel="noopener noreferrer nofollow")?(?: title="[^"<>]*")?|img src="[^"<>]*" alt="[^"<>]*"(?: title="[^"<>]*")? \/|ol start="\d+"|code class="language-[^"<>]*"|t[hd](?: scope="col")?(?: class="align-[a-z]+")?|pre class="plain-text")>/#
  }

  @Test(arguments: 1...8)
  func `no mixture of marks makes a tag that the renderer does not print itself`(seed: UInt64) {
    var generator = DocumentGenerator(seed: seed)
    for _ in 0..<400 {
      let markdown = (0...generator.number(below: 60)).map { _ in generator.one(of: Self.parts) }.joined()
      let html = rendered(markdown)
      let rest = html.replacing(Self.tags, with: "")
      #expect(!rest.contains("<") && !rest.contains(">"), "\(markdown.debugDescription)\n\(html)")
      #expect(!html.contains(#/(href|src)="\s*(javascript:|\/\/)/#), "\(markdown.debugDescription)\n\(html)")
      #expect(html.utf8.count <= max(4096, 20 * markdown.utf8.count))
    }
  }

  @Test func `bytes at random give well-formed pages`() {
    var generator = DocumentGenerator(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<200).map { _ in
        generator.number(below: 4) == 0 ? UInt8(generator.number(below: 256)) : Self.mark(&generator)
      }
      var html: [UInt8] = []
      _ = MarkdownRenderer().render(bytes, into: &html) { destination, _ in destination }
      #expect(String(validating: html, as: UTF8.self) != nil)
    }
  }

  private static func mark(_ generator: inout DocumentGenerator) -> UInt8 {
    let marks = Array("|-:\n> *[]()`_<a\\".utf8)
    return marks[generator.number(below: marks.count)]
  }
}
