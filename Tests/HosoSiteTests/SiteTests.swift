import HosoCore
import Testing

@testable import HosoSite

struct SiteTests {
  @Test func `the same view gives the same bytes`() throws {
    let school = try SampleSchool.term()
    let first = try school.site()
    let second = try SampleSchool.term().site()
    #expect(first == second)
    #expect(first.keys.contains("index.html") && first.keys.contains("site.css"))
  }

  @Test(arguments: Language.allCases)
  func `every link leads to a file of the site and a place within it`(language: Language) throws {
    let site = try SampleSchool.term().site(language)
    var links = 0
    for (path, bytes) in site where path.hasSuffix(".html") {
      for link in values(of: "href", in: text(bytes)) {
        links += 1
        let (target, fragment) = resolved(link, from: path)
        let file = try #require(site[target], "\(path) links to \(link)")
        if !fragment.isEmpty { #expect(text(file).contains(" id=\"\(fragment)\""), "\(path) links to \(link)") }
      }
    }
    #expect(links > 500)
  }

  @Test func `links are relative and name a file, so that the site opens from a folder`() throws {
    for (path, bytes) in try SampleSchool.term().site() where path.hasSuffix(".html") {
      for link in values(of: "href", in: text(bytes)) {
        #expect(!link.hasPrefix("/") && !link.contains(":"))
        #expect(link.hasPrefix("#") || link.contains(".html") || link.hasSuffix(".css"))
      }
    }
  }

  @Test func `file names are ASCII, lower case and portable`() throws {
    for path in try SampleSchool.term().site().keys {
      #expect(path.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x2D...0x39).contains($0) || $0 == 0x5F })
    }
  }

  @Test func `pages have a language, a policy, one heading of the first level, and neither script nor inline style`()
    throws
  {
    for (path, bytes) in try SampleSchool.term().site() where path.hasSuffix(".html") {
      let page = text(bytes)
      #expect(page.contains("<html lang=\"vi\">"))
      #expect(page.contains("content=\"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'\""))
      #expect(page.split(separator: "<h1").count == 2, "\(path)")
      #expect(!page.contains("<script") && !page.contains(" style=\"") && !page.contains("<style"))
      #expect(page.contains("<a class=\"skip-link\" href=\"#main\">") && page.contains("<main id=\"main\">"))
    }
  }

  @Test func `an id stands once on a page`() throws {
    for (path, bytes) in try SampleSchool.term().site() where path.hasSuffix(".html") {
      let ids = values(of: "id", in: text(bytes))
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }

  @Test func `a school without records, commits and decisions has pages`() throws {
    let site = try SampleSchool().site()
    #expect(site["index.html"] != nil && site["decisions/index.html"] != nil && site["records/index.html"] != nil)
  }

  @Test func `long lists are cut into pages that link to each other`() throws {
    var school = SampleSchool()
    for number in 0..<450 {
      try school.commit(
        "2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-01/bai-\(number).md", "# Bài \(number)\n", by: "nva",
        at: SampleSchool.moment("2024-09-05", 8), "nộp")
    }
    let site = try school.site()
    let folder = "records/2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-01/index"
    #expect(text(try #require(site["\(folder).html"])).contains("index.3.html"))
    #expect(site["\(folder).3.html"] != nil && site["\(folder).4.html"] == nil)
    #expect(site["states/submitted.3.html"] != nil && site["people/nva.2.html"] != nil)
  }

  @Test func `a long history is cut into pages, and each version compared with the one before`() throws {
    var school = SampleSchool()
    let path = "2024-2025/boi-duong/ca-nhan/nva/tu-hoc.md"
    for number in 1...60 {
      try school.commit(
        path, number == 30 ? nil : "# Tự học\n\nlần \(number) của tôi\n", by: "nva",
        at: SampleSchool.moment("2024-09-05", 8, number % 60), "ghi lần \(number)")
    }
    let site = try school.site()
    let base = "history/2024-2025/boi-duong/ca-nhan/nva/tu-hoc.md"
    let last = text(try #require(site["\(base).3.html"]))
    #expect(last.contains("id=\"v-1\"") && last.contains("id=\"v-10\"") && !last.contains("id=\"v-11\""))
    #expect(last.contains("<del>8</del><ins>9</ins>"))
    let middle = text(try #require(site["\(base).2.html"]))
    #expect(middle.contains("Hồ sơ bị xoá") && middle.contains("<del>34</del><ins>35</ins>"))
  }

  // MARK: Reading pages

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func values(of name: String, in page: String) -> [String] {
    page.split(separator: " \(name)=\"", omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  private func resolved(_ link: String, from path: String) -> (String, String) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let fragment = parts.count > 1 ? parts[1] : ""
    guard !parts[0].isEmpty else { return (path, fragment) }
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for part in parts[0].split(separator: "/").map(String.init) {
      if part == ".." { folders.removeLast() } else { folders.append(part) }
    }
    return (folders.joined(separator: "/"), fragment)
  }
}
