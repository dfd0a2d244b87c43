import HosoMarkdown
import Testing

struct HeadingTests {
  @Test func `headings carry anchors that are unique and prefixed (T139)`() {
    let markdown = "# Mục tiêu\n\n# Mục  tiêu!\n\n## mục-tiêu-1\n\n# __proto__\n\n# constructor\n\n#\n\n# 数学 ĐƯỜNG\n"
    let anchors = outline(markdown).headings.map(\.anchor)
    #expect(
      anchors == [
        "s-muc-tieu", "s-muc-tieu-1", "s-muc-tieu-1-1", "s-proto", "s-constructor", "s-section", "s-数学-duong",
      ])
    #expect(rendered("## *A* `b`\n") == "<h2 id=\"s-a-b\"><em>A</em> <code>b</code></h2>\n")
  }

  @Test func `the outline tells level, text and line of each heading`() {
    let markdown = "# A <b>&amp;</b> [b](c) ![d](e)\n\n> text\n> ## B\n\n- Hai\n  dòng\n  ===\n"
    let headings = outline(markdown, from: 5).headings
    #expect(headings.map(\.level) == [1, 2, 1])
    #expect(headings.map(\.text) == ["A & b d", "B", "Hai dòng"])
    #expect(headings.map(\.line) == [5, 8, 10])
  }

  @Test func `a heading behind a table keeps its line`() {
    #expect(outline("a|b\n-|-\n2. c\n   ===\n\n# D\n").headings.map(\.line) == [3, 6])
  }

  @Test(arguments: ["#mục-tiêu", "#muc-tieu", "#M%E1%BB%A5c%20ti%C3%AAu", "#s-muc-tieu"])
  func `a fragment leads to the heading it names`(fragment: String) {
    #expect(rendered("[x](\(fragment))\n\n# Mục tiêu\n").hasPrefix("<p><a href=\"#s-muc-tieu\">x</a></p>"))
  }

  @Test func `a fragment in a table leads to its heading`() {
    #expect(rendered("|a|\n|-|\n|[x](#b)|\n\n# B\n").contains("<td><a href=\"#s-b\">x</a></td>"))
  }
}
