/// Names of files: those of T073 to T094, and nasty texts of many kinds (T092).
enum NameCases {
  static let refused: [TreeCase] = control + characters + bytes + twins + texts

  static let accepted = [
    "Kế hoạch bài dạy tuần 5.md", "ĐẶNG Thị Ơ.csv", "bài (2) - chính thức.md", "ưƯ ơƠ đĐ.md", "a", "日本語.md",
    String(repeating: "a", count: 120), String(repeating: "ế", count: 40), "x'y & z.md", "so-diem+1.csv",
    "emoji-😀.md", "console.md", "com.md", "com10.md", "1.2.3.md", "hoso.md", "ghi-chu~2.md", "a=b.md", "{a}.md",
    "[b].md", "50%.md", "true", "null", "undefined", "__proto__", "0x1F", "1e3", "'; DROP TABLE hoc_sinh.md",
    "$(touch pwn).md", "`id`.md", "${IFS}.md", "a;b.md", "#1.md", "@a.md", "%s%s%n.md", "%2e%2e%2fetc.md",
    "Scunthorpe.md", "سلام.md", "עברית.md", "हिन्दी-क.md", "ไทย.md", "𠜎𠜱.md", "=cong.md", "+1.md", "Ω≈ç√∫.md",
  ]

  private static let control: [TreeCase] =
    [
      ("T073", ".git"), ("T073", ".GIT"), ("T073", ".Git"), ("T075", "git~1"), ("T075", "GIT~2"), ("T075", "git~3"),
      ("T075", ".git."), ("T075", ".git "), ("T075", ".git::$INDEX_ALLOCATION"), ("T075", ".git\\hooks"),
      ("T093", ".gitattributes"), ("T093", ".gitignore"), ("T093", ".lfsconfig"), ("T093", ".mailmap"),
      ("T093", ".MailMap"), ("T093", ".gitattributes "), ("T093", "gitatt~1"), ("T094", ".gitmodules"),
      ("T094", "GITMOD~1"), ("T094", "gi7eba~4"), ("T094", ".gitmodules::$DATA"),
      ("T074", ".git\u{200E}"),
    ].map { TreeCase($0, named: $1, "git-control-file") } + [
      TreeCase("T094", ".gitmodules as a link", RawEntry("120000", ".gitmodules"), faults: ["git-control-file"]),
      TreeCase(
        "T094", "a bare repository", .file("HEAD", "ref: refs/heads/main\n"), .file("config", "[core]\n"),
        .folder("objects", .file("x")), .folder("refs", .file("x")), faults: ["git-control-file"]),
      TreeCase(
        "T094", "a bare repository's last part", .folder("REFS", .file("x")),
        before: [.file("head"), .folder("objects", .file("x"))], faults: ["git-control-file"]),
    ]

  private static let characters: [TreeCase] =
    [
      ("T074", ".g\u{200C}it"), ("T074", "\u{FEFF}.git"), ("T074", ".gi\u{202A}t"), ("T074", ".\u{206F}git"),
      ("T076", "..\\..\\x.md"), ("T077", "COM\u{B9}.txt"), ("T078", "x.md."),
      ("T078", "x.md "), ("T078", " x.md"), ("T078", "..."), ("T079", "x.md:an"), ("T079", "x*?.md"),
      ("T079", "x\"<>|.md"), ("T080", "a\nb.md"), ("T080", "a\tb.md"), ("T080", "a\rb.md"), ("T080", "a\u{1B}[2J.md"),
      ("T080", "a\u{7F}.md"), ("T080", "a\u{85}b.md"), ("T080", "a\u{9B}b.md"), ("T081", "diem\u{202E}vsc.exe"),
      ("T081", "a\u{200B}b.md"), ("T081", "a\u{E0041}.md"), ("T081", "a\u{2066}b.md"), ("T081", "a\u{2028}b.md"),
      ("T081", "a\u{34F}b.md"), ("T081", "a\u{FE0F}b.md"), ("T081", "a\u{3164}b.md"), ("T081", "a\u{2800}b.md"),
      ("T082", "--upload-pack=x"), ("T082", "-rf"), ("T088", "İ.md"), ("T088", "ı.md"), ("T088", "ß.md"),
      ("T088", "ſ.md"), ("T091", "<img src=x onerror=alert(1)>.md"), ("T091", "=cmd|calc!A1.md"),
    ].map { TreeCase($0, named: $1, "name-not-portable") }
    + ["CON", "nul.md", "aux.csv", "LPT1", "CONIN$", "con.tar.gz", "prn .md"].map {
      TreeCase("T077", named: $0, "name-reserved")
    }
    + ["hoso~1", ".hoso2", ".hoso ", ".Hoso.", ".hoso::$DATA"].map {
      TreeCase("T024", named: $0, "name-reserved rules")
    }

  private static let bytes: [TreeCase] =
    ([[0xFF, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0x4B, 0xE9], [0xF5, 0x80, 0x80, 0x80], [0x61, 0xE1, 0xBA]]
    as [[UInt8]]).map { TreeCase("T089", named: $0, "name-not-utf8") } + [
      TreeCase("T083", named: "Ke\u{302}\u{301} hoa\u{323}ch.md", "name-not-nfc"),
      TreeCase("T083", named: "\u{212B}ngstrom.md", "name-not-nfc"),
      TreeCase("T090", named: String(repeating: "a", count: 300), "name-too-long"),
      TreeCase("T090", named: String(repeating: "a", count: 121), "name-too-long"),
      TreeCase("T090", named: String(repeating: "ế", count: 90), "name-too-long"),
    ]

  private static let twins: [TreeCase] = [
    TreeCase(
      "T084", "NFC and NFD", .file("Kế.md"), .file("Ke\u{302}\u{301}.md", "y"), faults: ["name-not-nfc", "name-twin"]),
    TreeCase("T085", "capitals", .file("KE-HOACH.MD"), faults: ["name-twin"]),
    TreeCase("T085", "capitals with marks", .file("ĐỀ.md"), before: [.file("đề.md")], faults: ["name-twin"]),
    TreeCase("T085", "two new ones", .file("de.md"), .file("DE.md"), faults: ["name-twin"]),
    TreeCase(
      "T085", "two of many new ones", .file("de1.md"), .file("de2.md"), .file("de3.md"), .file("de4.md"),
      .file("DE4.md"), .file("Ke-Hoach.md"), faults: ["name-twin", "name-twin"]),
    TreeCase("T086", "folder", .folder("TO-VAN", .file("x.md")), faults: ["name-twin"]).at(),
    TreeCase("T086", "file beside a folder", .file("To-Van"), faults: ["name-twin"]).at(),
    TreeCase("T087", "full width", .file("ｋｅ-hoach.md"), faults: ["name-not-portable", "name-twin"]),
    TreeCase("T087", "of a full width one", .file("ke-1.md"), before: [.file("ｋｅ-1.md")], faults: ["name-twin"]),
    TreeCase("T088", "of ß", .file("ss.md"), before: [.file("ß.md")], faults: ["name-twin"]),
    TreeCase("T088", "of ſ", .file("s.md"), before: [.file("ſ.md")], faults: ["name-twin"]),
    TreeCase("T088", "of ı", .file("I.md"), before: [.file("ı.md")], faults: ["name-twin"]),
    TreeCase("T088", "of İ", .file("i.md"), before: [.file("İ.md")], faults: ["name-twin"]),
    TreeCase("T088", "of ﬁ", .file("FILE.md"), before: [.file("ﬁle.md")], faults: ["name-twin"]),
    TreeCase(
      "T088", "ß beside ss", .file("ß.md"), before: [.file("SS.md")], faults: ["name-not-portable", "name-twin"]),
  ]

  /// What a program that trusts names would stumble over.
  private static let texts: [TreeCase] =
    [
      "..\\..\\..\\Windows\\win.ini", "C:\\CON", "\\\\may-chu\\diem", "*.md", "?", "\"", "\"\"", "a|b", "<>", ">>",
      "<svg onload=alert(1)>", "\"><svg onload=alert(1)>", "<a href=\"javascript:alert(1)\">x<",
      "{% if 1 %}<b>{% endif %}", "${7*7}|${7*7}", "' OR 1=1 -- ?", "() { :;}; echo pwn > x", "`ls -al *`",
      "%d<%n", "\u{FEFF}diem.csv", "diem.csv\u{200F}", "\u{202A}\u{202B}diem", "a\u{AD}b", "a\u{180E}b", "a\u{2060}b",
      "a\u{E000}b", "a\u{FFF9}b", "\u{1F468}\u{200D}\u{1F469}", "\u{FFFE}", "a\u{10FFFF}", "\u{378}", "a\u{A0}b",
      "a\u{3000}b", "a\u{2003}b", "\u{1}\u{2}\u{3}", "\u{8}\u{8}\u{8}x", "\u{7}", "a\u{C}b", "ﷺ", "℃.md", "№ 5.md",
      "Ⅷ.md", "½.md", "𝐤𝐞.md", "①.md", "ｄｉｅｍ.md", "ﬀ.md", "～.md", "-", "--", "-n", "~", "~root", " ", "  a", "a. ",
      "a. .",
    ].map { TreeCase("T092", named: $0, "name-not-portable") } + [
      TreeCase("T092", named: "\u{1100}\u{1161}.md", "name-not-nfc"),
      TreeCase("T092", named: "a\u{323}\u{302}.md", "name-not-nfc"),
      TreeCase("T092", named: "Lpt9", "name-reserved"), TreeCase("T092", named: "AUX .txt", "name-reserved"),
    ]
}
