import HosoCore
import Testing

@testable import HosoSite

struct AttachmentTests {
  private static let week = "2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05"
  private static let shelf = "records/\(week)/dinh-kem"

  /// A school with one lesson plan `toan-4a-vuon-cam.md` of `text`, and `files` beside it.
  private func site(_ text: String, files: [String], _ language: Language = .vietnamese) throws -> [String: [UInt8]] {
    var school = SampleSchool()
    try school.commit(
      "\(Self.week)/toan-4a-vuon-cam.md", "# Vườn cam\n\n\(text)\n", by: "nva",
      at: SampleSchool.moment("2024-10-02", 8), "nộp")
    for file in files { try school.attach("\(Self.week)/dinh-kem/\(file)", Array("bytes of \(file)".utf8)) }
    return try school.site(language)
  }

  private func page(_ site: [String: [UInt8]]) throws -> String {
    String(decoding: try #require(site["records/\(Self.week)/toan-4a-vuon-cam.md.html"]), as: UTF8.self)
  }

  private func attachments(_ site: [String: [UInt8]]) -> [String] {
    site.keys.filter { !$0.hasSuffix(".html") && $0 != "site.css" }.sorted()
  }

  @Test func `the original and the pictures of a record are written as they are`() throws {
    let files = ["toan-4a-vuon-cam.docx", "toan-4a-vuon-cam-hinh-1.png"]
    let site = try site("![Sơ đồ](dinh-kem/toan-4a-vuon-cam-hinh-1.png)", files: files)
    #expect(attachments(site) == files.map { "\(Self.shelf)/\($0)" }.sorted())
    #expect(site["\(Self.shelf)/toan-4a-vuon-cam.docx"] == Array("bytes of toan-4a-vuon-cam.docx".utf8))
    let prefix = "../../../../../../"
    #expect(try page(site).contains("<img src=\"\(prefix)\(Self.shelf)/toan-4a-vuon-cam-hinh-1.png\" alt=\"Sơ đồ\" />"))
    #expect(
      try page(site).contains(
        "<a href=\"\(prefix)\(Self.shelf)/toan-4a-vuon-cam.docx\"><bdi>toan-4a-vuon-cam.docx</bdi></a> "
          + "<span class=\"quiet\">30\u{A0}B</span>"))
  }

  @Test func `the heading of the originals is in the site's language`() throws {
    #expect(try page(site("x", files: ["toan-4a-vuon-cam.odt"])).contains("<h2>Tệp gốc</h2>"))
    #expect(try page(site("x", files: ["toan-4a-vuon-cam.odt"], .english)).contains("<h2>Original file</h2>"))
    #expect(!(try page(site("x", files: ["khac.odt"])).contains("<h2>")))
  }

  @Test func `only what is shown, named or the record's own is written`() throws {
    let site = try site(
      "[bảng](dinh-kem/bang.xlsx) ![](dinh-kem/khac.PNG) ![a](dinh-kem/khac.PNG)",
      files: ["bang.xlsx", "khac.PNG", "vo-chu.docx", "toan-4a-vuon-cam-hinh-tron.docx", "toan-4a-vuon-cam-2.docx"])
    #expect(attachments(site) == ["bang.xlsx", "khac_2e_50_4e_47.png"].map { "\(Self.shelf)/\($0)" })
  }

  @Test(arguments: ["html", "svg", "htm", "xhtml", "js", "css", "xml", "md", ""])
  func `what a browser would run is never handed out`(ending: String) throws {
    let name = "toan-4a-vuon-cam.\(ending)"
    let site = try site("![hình](dinh-kem/\(name)) [tệp](dinh-kem/\(name))", files: [name])
    #expect(attachments(site).isEmpty && !site.keys.contains { $0.contains("dinh-kem") })
    let page = try page(site)
    #expect(!page.contains("<img") && !page.contains("dinh-kem/"))
  }

  @Test func `a picture is never an office file, a record or a page`() throws {
    let site = try site(
      "![a](dinh-kem/toan-4a-vuon-cam.docx) ![b](toan-4a-vuon-cam.md) ![c](../../nva) ![d](dinh-kem/khong-co.png)",
      files: ["toan-4a-vuon-cam.docx"])
    #expect(!(try page(site).contains("<img")))
    #expect(try page(site).contains("a b c d"))
  }

  @Test func `a picture that two records show is written once`() throws {
    var school = SampleSchool()
    for name in ["mot", "hai"] {
      try school.commit(
        "\(Self.week)/\(name).md", "# \(name)\n\n![x](dinh-kem/chung.webp)\n", by: "nva",
        at: SampleSchool.moment("2024-10-02", 8), "nộp")
    }
    try school.attach("\(Self.week)/dinh-kem/chung.webp", [1])
    // The sample's writer traps when a path comes twice.
    #expect(attachments(try school.site()) == ["\(Self.shelf)/chung.webp"])
  }

  @Test func `names of attachments never share an address, nor meet a page`() throws {
    let names = [
      "a.png", "A.png", "a.PNG", "a.Png", "a.2.png", "a_2e2.png", "a_2e_50_4e_47.png", "á.png", "index.png", "a b.png",
    ]
    var seen: Set<String> = []
    for name in names {
      let path = try RecordPath("a/dinh-kem/\(name)")
      let address = PageAddress.attachment(path, try #require(AttachmentFormat(path)))
      #expect(address.text.hasSuffix(".png"))
      #expect(address.text.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) })
      #expect(seen.insert(address.text).inserted, "\(name): \(address.text)")
    }
    #expect(seen.contains("records/a/dinh-kem/a.png"))
  }

  @Test(arguments: [
    (0, "0 B"), (1023, "1023 B"), (1024, "1,0 KB"), (4909, "4,8 KB"), (10_400, "10 KB"), (1_048_576, "1,0 MB"),
    (20_971_520, "20 MB"),
  ])
  func `sizes are written for people`(bytes: Int, text: String) throws {
    let text = text.replacing(" ", with: "\u{A0}")
    #expect(Site(view: try SampleSchool().view(), language: .vietnamese).size(bytes) == text)
    #expect(
      Site(view: try SampleSchool().view(), language: .english).size(bytes) == text.replacing(",", with: "."))
  }
}
