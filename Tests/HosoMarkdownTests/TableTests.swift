import Foundation
import HosoMarkdown
import Testing

struct TableTests {
  @Test(arguments: [
    "| foo | bar |\n| --- | --- |\n| baz | bim |\n",
    "| abc | defghi |\n:-: | -----------:\nbar | baz\n",
    "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n",
    "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n",
    "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n",
    "| abc | def |\n| --- |\n| bar |\n",
    "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n",
    "| abc | def |\n| --- | --- |\n",
  ])
  func `the 8 examples of tables are rendered as GitHub renders them`(markdown: String) throws {
    #expect(try same(markdown))
  }

  @Test(arguments: [
    "a|b\n:-|-:\n| | |\n\\\n||\n|\n",
    "pre\\|z\na | b\n:-|:-\n===\nx\n---\n",
    "a | b\nx\n--|--\nc|d\n-|-\n:-|:-\n",
    "a \\\\| b\n--|--\n1|2\n",
    "> a | b\n> --|-:\n> 1 | 2\nx|y\n",
    "- a | b\n  --|-:\n  1 | 2\nx|y\n",
    "- text\n  a|b\n  -|:-:\n  c\n\n- y\n",
    "- text\n  a|b\n  -|:-:\n  c\n- y\n",
    "text\na | b\n--|-:\n1 | 2\n    x\n2. y\n",
    "a|b\n-|-\n1|2\n---\nafter\n",
    "a\n:-\nb\n",
    "a|b\r\n-|-\r\n1|2\r\n",
    "\u{FEFF}a|b\n-|-\n1|2\n",
    "a|b\n-|-\n[x]|*y*\n\n[x]: /z\n",
    "> - > a|b\n>   > -|-\n>   > 1|2\n",
    "1. x\n\n   |a|b|\n   |-|-|\n   |\t1|2|\n2. y\n",
    "\u{C}before\u{B}\n| a |\n|---|\n| b |\n",
    "before  \n| a |\n|---|\n|\u{C}b |\n",
  ])
  func `a table in its surroundings is rendered as GitHub renders it`(markdown: String) throws {
    let theirs = normalised(try judged(by: "cmark-gfm", ["-e", "table"], markdown))
    #expect(normalised(rendered(markdown)) == theirs)
  }

  @Test func `of 1,000 generated documents all but the listed ones are rendered as GitHub renders them`() throws {
    let listed = try Self.listedDifferences()
    var generator = DocumentGenerator(seed: 2026)
    var differing: Set<Int> = []
    for number in 1...1000 {
      let markdown = generator.document()
      if try same(markdown) { continue }
      differing.insert(number)
      if !listed.contains(number) {
        print("document \(number):\n\(markdown)--- ours\n\(normalised(rendered(markdown)))")
        print("--- cmark-gfm\n\(normalised(try judged(by: "cmark-gfm", ["-e", "table"], markdown)))")
      }
    }
    #expect(differing == listed)
    #expect(differing.count <= 50)
  }

  @Test func `cells carry scope and alignment as attributes that need no inline style`() {
    #expect(
      rendered("|a|b|c|d|\n|-|:-|:-:|-:|\n|1|2|3\n") == """
        <table>
        <thead>
        <tr>
        <th scope="col">a</th>
        <th scope="col" class="align-left">b</th>
        <th scope="col" class="align-center">c</th>
        <th scope="col" class="align-right">d</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>1</td>
        <td class="align-left">2</td>
        <td class="align-center">3</td>
        <td class="align-right"></td>
        </tr>
        </tbody>
        </table>

        """)
  }

  @Test func `a line break in a cell is the only HTML that stays`() {
    let html = rendered("|a|\n|-|\n|x<br>y<BR/>z<br />t<b>u</b>|\n")
    #expect(html.contains("<td>x<br />\ny<br />\nz<br />\ntu</td>"))
  }

  private func same(_ markdown: String) throws -> Bool {
    normalised(rendered(markdown)) == normalised(try judged(by: "cmark-gfm", ["-e", "table"], markdown))
  }

  /// The numbers at the start of the lines of `table-differences.txt`; other lines say the cause.
  private static func listedDifferences() throws -> Set<Int> {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/markdown/table-differences.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return Set(lines.compactMap { Int($0.prefix { $0.isNumber }) })
  }
}
