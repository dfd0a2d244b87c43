internal import HosoCore
internal import HosoFormats
internal import Testing

struct SlugTests {
  @Test(arguments: [
    ("Bài 14. So sánh", "bai-14-so-sanh"), ("ĐẶNG Thị Ơ", "dang-thi-o"), ("Ke\u{302}\u{301} hoa\u{323}ch", "ke-hoach"),
    ("  --a--  ", "a"), ("a/b\\c:d", "a-b-c-d"), ("", ""), ("…", ""), ("日本", ""), ("C++ & C#", "c-c"),
    ("ÀẢÃÁẠ", "aaaaa"),
    ("ư ừ ơ ờ ă ằ â ầ ê ề ô ồ", "u-u-o-o-a-a-a-a-e-e-o-o"), ("ＡＢ", ""), ("x😀y", "x-y"),
  ])
  func `a text becomes a name that every system carries`(text: String, slug: String) {
    #expect(Slug.text(of: text) == slug)
  }

  @Test func `a name is at most 60 bytes and ends in no hyphen`() {
    #expect(Slug.text(of: String(repeating: "ế", count: 100)) == String(repeating: "e", count: 60))
    #expect(Slug.text(of: String(repeating: "a", count: 59) + " bcd") == String(repeating: "a", count: 59))
  }

  @Test func `a name made of any text fits a path`() throws {
    var chance = Chance(seed: 5)
    let template = try PathTemplate("{slug}.md")
    for _ in 0..<500 {
      let scalars = (0..<20).compactMap { _ in Unicode.Scalar(UInt32.random(in: 1...0x2FFF, using: &chance)) }
      let slug = Slug.text(of: String(String.UnicodeScalarView(scalars)))
      #expect(slug.isEmpty || template.place(of: ["\(slug).md"]) != nil, "\(slug)")
    }
  }
}
