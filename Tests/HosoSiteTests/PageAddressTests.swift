import HosoCore
import Testing

@testable import HosoSite

struct PageAddressTests {
  @Test func `a link climbs from its page to the top and down to its target`() throws {
    let from = PageAddress.record(try RecordPath("2024-2025/lop/4a/danh-sach.csv"))
    #expect(from.text == "records/2024-2025/lop/4a/danh-sach.csv.html")
    #expect(from.href(to: .person("nva")) == "../../../../people/nva.html")
    #expect(from.href(to: from, fragment: "s-1") == "#s-1")
    #expect(PageAddress.home.href(to: .late) == "late/index.html")
  }

  @Test func `two paths never share a page, also where capitals are not told apart`() throws {
    let paths = [
      "a/b.md", "a/B.md", "a/_42.md", "a_2fb.md", "a/b.md.md", "a/b_2emd.md", "a/b", "a/b_", "a/bé.md",
      "a/be\u{301}.md",
      "a/b.2.md", "a.b/c.md", "a/<b>.md", "a/index",
    ]
    var seen: Set<String> = []
    for path in paths {
      for address in [PageAddress.record(try RecordPath(path)), .history(try RecordPath(path))] {
        let text = address.text
        #expect(text.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) })
        #expect(seen.insert(text).inserted, "\(text)")
        #expect(!text.hasSuffix("/index.html"))
      }
    }
  }

  @Test func `the pages of a list are numbered behind the first`() {
    #expect(PageAddress.decisions.page(1) == PageAddress.decisions)
    #expect(PageAddress.decisions.page(3).text == "decisions/index.3.html")
  }
}
