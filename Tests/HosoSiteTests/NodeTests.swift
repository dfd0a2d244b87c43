import Testing

@testable import HosoSite

struct NodeTests {
  private func html(_ node: Node) -> String {
    var formatter = HTMLFormatter()
    formatter.append(node)
    return String(decoding: formatter.bytes, as: UTF8.self)
  }

  @Test func `text and attribute values are escaped`() {
    let node = Node.p(.a(href: "/?a=1&b=\"2\"", .text("<An & Bình>")))
    #expect(html(node) == "<p><a href=\"/?a=1&amp;b=&quot;2&quot;\">&lt;An &amp; Bình&gt;</a></p>\n")
  }

  @Test func `control characters, which HTML forbids, are replaced`() {
    #expect(html(.text("a\u{0}b\u{1B}c\r\u{7F}\n\td")) == "a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}\n\td")
  }

  @Test(arguments: ["&", "<", ">", "\"", "\u{0}", "\u{8}", "\u{B}", "\r", "\u{1F}", "\u{7F}"])
  func `a character is escaped wherever it stands`(_ special: String) {
    let names = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"]
    for length in 0..<40 {
      for place in 0...length {
        for letter in ["a", "ẻ", "\n", "'", "%", "=", "?", "~"] {
          let before = String(repeating: letter, count: place)
          let after = String(repeating: letter, count: length - place)
          #expect(html(.text(before + special + after)) == before + (names[special] ?? "\u{FFFD}") + after)
        }
      }
    }
  }

  @Test func `a long page is whole`() {
    let text = String(repeating: "Mục tiêu <b> ", count: 20_000)
    let escaped = text.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    #expect(html(.fragment([.text(text), .trusted(Array(text.utf8))])) == escaped + text)
  }

  @Test func `a void element has no end tag`() {
    #expect(html(.fragment([.text("a"), .br(), .text("b")])) == "a<br>\nb")
  }

  @Test func `HTML that was made before is not escaped again`() {
    #expect(html(.div(.trusted(Array("<b>x</b>".utf8)))) == "<div><b>x</b></div>\n")
  }

  @Test func `a formatter that is emptied starts anew`() {
    var formatter = HTMLFormatter()
    formatter.append(.text("first"))
    formatter.removeAll()
    formatter.append(.text("second"))
    #expect(formatter.bytes == Array("second".utf8))
  }
}
