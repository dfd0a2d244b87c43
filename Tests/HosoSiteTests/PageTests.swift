import Foundation
import HosoCore
import Testing

@testable import HosoSite

/// The `<main>` of each page against a file of `Tests/Fixtures/site`; `RECORD=1` writes them anew and fails the run.
struct PageTests {
  private static let pages: [(fixture: String, path: String, language: Language)] = [
    ("home", "index.html", .vietnamese),
    ("home-english", "index.html", .english),
    ("team", "teams/to-4-5.html", .vietnamese),
    ("person", "people/nva.html", .vietnamese),
    ("tracking", "tracking/team-minutes.html", .vietnamese),
    ("tracking-weeks", "tracking/lesson-plan.html", .vietnamese),
    ("late", "late/index.html", .vietnamese),
    ("reports", "reports/index.html", .vietnamese),
    ("report-late", "reports/late.html", .vietnamese),
    ("report-marks", "reports/marks.html", .english),
    ("evidence", "evidence/nva.html", .vietnamese),
    ("decisions", "decisions/index.html", .vietnamese),
    ("waiting", "states/submitted.html", .vietnamese),
    ("folder", "records/2024-2025/index.html", .vietnamese),
    ("record-approved", "\(records)/ke-hoach-bai-day/to-4-5/nva/tuan-01/toan-4a-on-tap-cac-so.md.html", .vietnamese),
    ("record-changed", "\(records)/ke-hoach-bai-day/to-4-5/nva/tuan-02/toan-4a-so-sanh-cac-so.md.html", .vietnamese),
    ("record-returned", "\(records)/ke-hoach-bai-day/to-4-5/tqd/tuan-01/khoa-hoc-4b-khong-khi.md.html", .english),
    ("record-table", "\(records)/lop/4a/so-diem/hoc-ki-1.csv.html", .vietnamese),
    ("history", "history/2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-02/toan-4a-so-sanh-cac-so.md.html", .vietnamese),
    ("history-table", "history/2024-2025/lop/4a/so-diem/hoc-ki-1.csv.html", .vietnamese),
  ]
  private static let records = "records/2024-2025"

  private var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/site")
  }

  @Test(arguments: Language.allCases)
  func `pages are as they were looked at last`(language: Language) throws {
    let site = try SampleSchool.term().site(language)
    for page in Self.pages where page.language == language {
      let whole = String(decoding: try #require(site[page.path], "\(page.path)"), as: UTF8.self)
      let start = try #require(whole.range(of: "<main"))
      let end = try #require(whole.range(of: "</main>\n"))
      let main = String(whole[start.lowerBound..<end.upperBound])
      let file = folder.appendingPathComponent("\(page.fixture).html")
      if ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(main.utf8).write(to: file)
        Issue.record("\(page.fixture) was written; read the difference")
      } else {
        #expect(main == (try String(contentsOf: file, encoding: .utf8)), "\(page.fixture)")
      }
    }
  }
}
