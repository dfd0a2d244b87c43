import HosoCore
import Testing

@testable import HosoSite

struct ReportPageTests {
  private func pages(_ language: Language = .vietnamese) throws -> [String: String] {
    try SampleSchool.term().site(language).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: Language.allCases)
  func `each report has a page that says what it answers and by which clause`(language: Language) throws {
    let site = try pages(language)
    for id in ReportID.allCases {
      let page = try #require(site["reports/\(id.rawValue).html"])
      #expect(page.contains("<h1>\(id.title(language))</h1>") && page.contains(id.clauses))
    }
  }

  @Test func `a picture of marks has a title and a description of its own, and every count as a bar`() throws {
    let page = try #require(try pages()["reports/marks.html"])
    #expect(page.contains("<svg class=\"chart\"") && page.contains("aria-labelledby=\"chart-1-title chart-1-text\""))
    #expect(page.contains("<title id=\"chart-1-title\">Toán giữa kì · Học kì 1</title>"))
    #expect(page.contains("<desc id=\"chart-1-text\">n = 2, trung bình 6,50; mức 6: 1, mức 7: 1</desc>"))
    #expect(page.split(separator: "<rect class=\"chart-bar\"").count == 5)
  }

  @Test func `a changed mark is a correction of whoever changed it, also of somebody unknown`() throws {
    let page = try #require(try pages()["reports/corrections.html"])
    #expect(page.contains("ai-do@ngoai.example"))
  }

  @Test func `texts from records and tags are escaped`() throws {
    let page = try #require(try pages()["reports/remarks.html"])
    #expect(page.contains("Thiếu đáp án bài 2 &lt;xem lại&gt;.") && !page.contains("<xem lại>"))
  }

  @Test func `long reports are cut into pages`() throws {
    var school = SampleSchool()
    for number in 0..<1_001 {
      try school.commit(
        "2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-01/bai-\(number).md", "# Bài \(number)\n", by: "nva",
        at: SampleSchool.moment("2024-09-05", 8), "nộp")
    }
    let site = try school.site()
    #expect(site["reports/signatures.2.html"] != nil && site["reports/signatures.3.html"] == nil)
    let last = String(decoding: try #require(site["reports/signatures.2.html"]), as: UTF8.self)
    #expect(last.contains("1001 hồ sơ, 1001 chữ kí"))
  }

  @Test func `evidence links each lesson, sums each month, and says who approved`() throws {
    let page = try #require(try pages()["evidence/nva.html"])
    #expect(page.contains("Tháng 9/2024") && page.contains("Ôn tập các số"))
    #expect(
      page.contains("href=\"../records/2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-01/toan-4a-on-tap-cac-so.md.html\""))
    #expect(page.contains("Lê Thanh Hà"))
    #expect(try pages()["evidence/ptd.html"] == nil)
  }
}
