internal import HosoCore
internal import Testing

/// The cases T073 to T093 of `Docs/Threats.md`.
struct NameRuleTests {
  private static func faults(_ names: [[UInt8]]) -> [DiagnosticID] {
    var faults: [DiagnosticID] = []
    NameRule.check(names) { faults.append($0.id) }
    return faults
  }

  @Test(arguments: [
    "bai-14.md", "a", "ké-hoạch", "Kế hoạch bài dạy tuần 5.md", "ĐẶNG Thị Ơ.csv", "a_b", "con-meo.md", "com.md",
    "com10.md", "console", "nulla.md", "auxiliar", ".hoso", "so-diem+1.csv", "bài (2).md", "lpt", "日本語.md", "x'y.md",
    "a,b.csv", "1.2.3.md", "emoji-😀.md", "COM", "prn1.md", "%41.md", "=cong.md", "a&b", "l'élève",
  ])
  func `a name that every system carries is accepted`(name: String) {
    #expect(Self.faults([Array(name.utf8)]) == [])
  }

  @Test(
    arguments: [
      (".git", .gitControlFile), (".GIT", .gitControlFile), (".Git", .gitControlFile), ("git~1", .gitControlFile),
      ("GIT~2", .gitControlFile), (".git.", .gitControlFile), (".git ", .gitControlFile),
      (".git::$INDEX_ALLOCATION", .gitControlFile), (".git\\hooks", .gitControlFile),
      (".gitattributes", .gitControlFile),
      (".gitmodules", .gitControlFile), (".gitignore", .gitControlFile), (".mailmap", .gitControlFile),
      (".lfsconfig", .gitControlFile), (".g\u{200C}it", .nameNotPortable), ("\u{FEFF}.git", .nameNotPortable),
      ("..\\..\\x.md", .nameNotPortable), ("CON", .nameReserved), ("nul.md", .nameReserved), ("aux.csv", .nameReserved),
      ("con.tar.gz", .nameReserved), ("con .md", .nameReserved), ("COM\u{B9}.txt", .nameNotPortable),
      ("LPT1", .nameReserved),
      ("com1", .nameReserved), ("CONIN$", .nameReserved), ("x.md.", .nameNotPortable), ("x.md ", .nameNotPortable),
      (" x.md", .nameNotPortable), ("x.md:an", .nameNotPortable), ("x*?.md", .nameNotPortable),
      ("x\"<>|.md", .nameNotPortable), ("a\nb.md", .nameNotPortable), ("a\tb.md", .nameNotPortable),
      ("a\rb.md", .nameNotPortable), ("a\u{1B}b.md", .nameNotPortable), ("a\u{7F}b.md", .nameNotPortable),
      ("diem\u{202E}vsc.exe", .nameNotPortable), ("a\u{200B}b.md", .nameNotPortable),
      ("a\u{E0041}.md", .nameNotPortable),
      (".mailmap ", .gitControlFile), ("GITMOD~1", .gitControlFile), ("gi7eba~2", .gitControlFile),
      (".HOSO", .nameReserved), (".hoso ", .nameReserved), (".hoso2", .nameReserved), ("HOSO~1", .nameReserved),
      ("a\u{2066}.md", .nameNotPortable), ("a\u{2800}.md", .nameNotPortable), ("a\u{AD}b.md", .nameNotPortable),
      ("a\u{3164}.md", .nameNotPortable),
      ("a\u{A0}b.md", .nameNotPortable), ("a\u{E000}.md", .nameNotPortable), ("--upload-pack=x", .nameNotPortable),
      ("-rf", .nameNotPortable), ("~a", .nameNotPortable), ("ｋｅ-hoach.md", .nameNotPortable),
      ("ﬁle.md", .nameNotPortable),
      ("İ.md", .nameNotPortable), ("ı.md", .nameNotPortable), ("ß.md", .nameNotPortable), ("ſ.md", .nameNotPortable),
      ("<img src=x onerror=alert(1)>.md", .nameNotPortable), ("=cmd|calc!A1.md", .nameNotPortable),
      ("Ke\u{302}\u{301} hoa\u{323}ch.md", .nameNotNFC), ("\u{212A}.md", .nameNotNFC), ("", .nameNotPortable),
    ] as [(String, DiagnosticID)])
  func `a name that some system takes otherwise is refused`(name: String, id: DiagnosticID) {
    #expect(Self.faults([Array(name.utf8)]) == [id])
  }

  @Test(arguments: [[0xFF, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0x4B, 0xE9]] as [[UInt8]])
  func `a name that is not UTF-8 is refused`(bytes: [UInt8]) {
    #expect(Self.faults([bytes]) == [.nameNotUTF8])
  }

  @Test func `a name is at most 120 bytes`() {
    #expect(Self.faults([Array(repeating: 0x61, count: 120)]) == [])
    #expect(Self.faults([Array(repeating: 0x61, count: 121)]) == [.nameTooLong])
    #expect(Self.faults([Array(String(repeating: "ế", count: 41).utf8)]) == [.nameTooLong])
  }

  @Test func `a path is at most twelve folders deep and 500 bytes long`() {
    let name = Array("thu-muc".utf8)
    #expect(Self.faults(Array(repeating: name, count: 13)) == [])
    #expect(Self.faults(Array(repeating: name, count: 14)) == [.pathTooDeep])
    #expect(Self.faults(Array(repeating: Array(repeating: 0x61, count: 100), count: 5)) == [.pathTooDeep])
  }

  @Test(arguments: [
    ("KE-HOACH.MD", "ke-hoach.md"), ("TO-VAN", "to-van"), ("Kế.md", "Ke\u{302}\u{301}.md"), ("ĐỀ.md", "đề.md"),
    ("İ", "i"), ("ı", "I"), ("ß", "SS"), ("ẞ", "ss"), ("ſ", "s"), ("ﬁ", "FI"), ("ｋｅ－１．ｍｄ", "KE-1.md"),
    ("\u{212A}", "k"),
    ("ς", "Σ"), ("µ", "Μ"),
  ])
  func `names that are one file on some system are twins`(one: String, other: String) {
    #expect(NameRule.twinKey(one) == NameRule.twinKey(other))
    #expect(NameRule.areTwins(one.utf8, other.utf8))
    #expect(!NameRule.areTwins(one.utf8, one.utf8))
  }

  @Test(arguments: [("a.md", "a-md"), ("đ", "d"), ("ế", "ê"), ("to-1", "to-11"), ("ơ", "o"), ("a", "ａ\u{300}")])
  func `names that differ in a letter are none`(one: String, other: String) {
    #expect(NameRule.twinKey(one) != NameRule.twinKey(other))
    #expect(!NameRule.areTwins(one.utf8, other.utf8))
  }

  @Test func `the rules' folder lies at the top alone`() {
    let name = Array(".hoso".utf8)
    #expect(Self.faults([name, Array("access.csv".utf8)]) == [])
    #expect(Self.faults([Array("lop".utf8), name]) == [.nameReserved])
    #expect(Self.faults([name, name]) == [.nameReserved])
  }

  @Test func `bytes that are no text are shown as such, a page of them as its beginning`() {
    #expect(NameRule.visible([[0x4B, 0xE9, 0x0A], Array("đ".utf8)]) == "K\\xe9\\u{a}/đ")
    let long = NameRule.visible([[UInt8](repeating: 0x61, count: 100_000)])
    #expect(long == String(repeating: "a", count: 120) + "…")
    #expect(Self.faults([[UInt8](repeating: 0xFF, count: 100_000)]) == [.pathTooDeep, .nameTooLong])
  }

  @Test func `what a terminal would obey is shown as an escape`() {
    #expect(NameRule.visible("a\u{1B}[2J\u{202E}b") == "a\\u{1b}[2J\\u{202e}b")
  }
}
