import HosoMarkdown
import Testing

struct SafetyTests {
  @Test(arguments: [
    "<script>alert(1)</script>", "x <script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>", "<!-- <script> -->", "a <!-- b --> c", "<?php x ?>",
    "<!DOCTYPE html>",
    "<BR onclick=x>", "| <script> | <b onclick=x> |\n|-|-|\n| <img src=x> | <br class=x> |\n",
    "# <script>alert(1)</script>",
  ])
  func `no HTML of the text passes (T127, T134)`(markdown: String) {
    let html = rendered(markdown)
    let tags = html.matches(of: #/<\/?([A-Za-z!?][A-Za-z0-9]*)([^>]*)>/#)
    let own: Set<Substring> = ["p", "h1", "table", "thead", "tbody", "tr", "th", "td"]
    #expect(tags.allSatisfy { own.contains($0.1) }, "\(html)")
    #expect(tags.allSatisfy { ["", " scope=\"col\""].contains($0.2) || $0.2.hasPrefix(" id=\"s-") }, "\(html)")
    #expect(outline(markdown).omittedHTML > 0 || html.contains("&lt;svg/onload"))
  }

  @Test(arguments: [
    "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](&#106;avascript:alert(1))",
    "[a](java&#10;script:alert(1))",
    "[a](<java\tscript:x>)", "[a](\u{1}javascript:x)", "[a](<  javascript:x>)", "<javascript:alert(1)>",
    "[a]\n\n[a]: javascript:alert(1)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](data:image/svg+xml,x)", "[a](data:image/png;base64,AA==)",
    "[a](vbscript:x)",
    "[a](file:///etc/passwd)", "[a](//evil.vn/x)", "[a](/\\evil.vn)", "[a](\\\\\\\\evil.vn)", "[a](irc://x)",
    "[a](a\u{7F}b)", "[a](&#x85;x)",
    "[a](blob:x)", "[a](javascript&colon;x)", "[a]()", "[a](#nowhere)",
  ])
  func `a destination outside the allowed kinds is not printed (T128 to T130)`(markdown: String) {
    let html = rendered(markdown)
    #expect(!html.contains("href") && !html.contains("src="), "\(html)")
  }

  @Test func `refused links leave their text and are counted`() {
    #expect(rendered("x [*a* `b`](javascript:x) y\n") == "<p>x <em>a</em> <code>b</code> y</p>\n")
    #expect(outline("[a](//x) [b](data:x) [c](d.md)") { _, _ in nil }.refusedLinks == 3)
  }

  @Test func `titles and info strings stay inside their attribute (T131, T132)`() {
    let title = "&quot; onmouseover=alert(1)&lt;b&gt;"
    #expect(rendered("[a](b \"\\\" onmouseover=alert(1)<b>\")").contains("<a href=\"b\" title=\"\(title)\">"))
    #expect(rendered("[a](https://b.vn \"\\\" onmouseover=alert(1)<b>\")").contains(" title=\"\(title)\">"))
    #expect(rendered("![a](b '\" onmouseover=alert(1)<b>')").contains(" title=\"\(title)\" />"))
    #expect(rendered("[a]\n\n[a]: b '\" onmouseover=alert(1)<b>'").contains("title=\"\(title)\""))
    #expect(rendered("``` \"onx=<b>''\n```\n") == "<pre><code class=\"language-&quot;onx=&lt;b&gt;''\"></code></pre>\n")
  }

  @Test(arguments: [
    "![x *y*](https://track.vn/p.png)", "![x y](//evil.vn/p.png)", "![x y](data:image/png;base64,AA==)",
    "![x y](mailto:a@b.vn)",
  ])
  func `an image of another place is its alternative text (T133)`(markdown: String) {
    #expect(rendered(markdown) == "<p>x y</p>\n")
    #expect(outline(markdown).remoteImages == 1)
  }

  @Test func `a nested image never makes a link in a link`() {
    #expect(rendered("[![p [q](r)](https://x.vn/i.png)](s)") == "<p>[p q](s)</p>\n")
    #expect(
      rendered("[![p](i.png)](https://x.vn)")
        == "<p><a href=\"https://x.vn\" rel=\"noopener noreferrer nofollow\"><img src=\"i.png\" alt=\"p\" /></a></p>\n")
  }

  @Test(arguments: ["../../../.hoso/policy.yml", "%2e%2e/%2e%2e/", "/etc/passwd"])
  func `the caller sees each relative destination as written and may refuse it (T138)`(destination: String) {
    var seen: [String] = []
    let html = rendered("[x](\(destination)) ![y](\(destination))") { text, isImage in
      seen.append("\(isImage) \(text)")
      return nil
    }
    #expect(seen == ["false \(destination)", "true \(destination)"])
    #expect(html == "<p>x y</p>\n")
  }

  @Test(arguments: ["javascript:x", "//evil.vn", "", "a\nb"])
  func `an answer of the caller is held to the same rules`(answer: String) {
    #expect(rendered("[x](y) ![z](w)") { _, _ in answer } == "<p>x z</p>\n")
  }

  @Test func `answers are escaped, and those of other places carry rel`() {
    #expect(rendered("[x](y)") { _, _ in "a b\"<&'é" } == "<p><a href=\"a%20b%22%3C&amp;&#x27;%C3%A9\">x</a></p>\n")
    #expect(
      rendered("[x](y)") { _, _ in "https://a.vn/[b]&'\"" }
        == "<p><a href=\"https://a.vn/%5Bb%5D&amp;&#x27;%22\" rel=\"noopener noreferrer nofollow\">x</a></p>\n")
    #expect(
      rendered("[x](mailto:a@b.vn) [y](tel:113)")
        == "<p><a href=\"mailto:a@b.vn\">x</a> <a href=\"tel:113\">y</a></p>\n")
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE1, 0x80], [0], [0xEF, 0xBF, 0xBE],
      [0xEF, 0xBF, 0xBF],
    ] as [[UInt8]])
  func `what is not text becomes U+FFFD (T143)`(bytes: [UInt8]) {
    var html: [UInt8] = []
    let source = Array("a|b\n-|-\n*x*".utf8) + bytes + Array("|y\n".utf8)
    _ = MarkdownRenderer().render(source, into: &html) { _, _ in nil }
    let page = String(validating: html, as: UTF8.self)
    #expect(page?.contains("<td><em>x</em>\u{FFFD}") == true)
    #expect(page?.contains("<td>y</td>") == true)
    #expect(!html.contains(0) && page?.unicodeScalars.contains("\u{FFFE}") == false)
  }
}
