import Foundation
import HosoCore
import Testing

/// Every report on the sample school, as it stands on 20 January 2025: in the terminal, as CSV, as JSON and as a page.
struct ReportTests {
  private func run(_ script: String, as person: String = "vqh") async throws -> Run {
    let folder = try await PlayedSample.folder.value
    return try await Shell.run(script, in: folder + "/school", try await PlayedSample.environment(person))
  }

  /// Reports that have nothing to say of the sample school: no mark was corrected, no class is far from the others, nothing is
  /// unlocked, and teachers keep no books of their own.
  private static let empty: Set<ReportID> = [.corrections, .outliers, .agreement, .openUnlocks]

  @Test(arguments: ReportID.allCases, Language.allCases)
  func `each report is printed with its title, its rows and its clauses`(id: ReportID, language: Language) async throws
  {
    let result = try await run("hoso report \(id.rawValue) --lang \(language.rawValue)", as: "nva")
    #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == "\(id.code)  \(id.title(language))")
    #expect(lines[1].hasPrefix("Trường Tiểu học Suối Mây, 2024-2025, 2025-01-20 08:00"))
    #expect(result.output.contains(id.clauses))
    let isEmpty = result.output.contains(language == .vietnamese ? "Không có dòng nào." : "Nothing to list.")
    #expect(isEmpty == Self.empty.contains(id))
    guard !isEmpty else { return }
    // The rule below the heads is as wide as what stands above and below it.
    let rule = try #require(lines.firstIndex { $0.hasPrefix("─") })
    for line in [lines[rule - 1], lines[rule + 1]] { #expect(line.displayWidth <= lines[rule].displayWidth) }
  }

  @Test(arguments: ReportID.allCases)
  func `each report has the same rows as CSV and as JSON`(id: ReportID) async throws {
    let json = try await run("hoso report \(id.alias) --json", as: "nva")
    #expect(json.status == 0 && json.errors == "", "\(json.errors)")
    let document = try json.document
    let rows = try #require(document["rows"] as? [[String: Any]])
    let columns = try #require(document["columns"] as? [[String: Any]])
    #expect(document["format"] as? Int == 1 && document["report"] as? String == id.rawValue)
    #expect(rows.isEmpty == Self.empty.contains(id))
    for row in rows { #expect(Set(row.keys) == Set(columns.compactMap { $0["name"] as? String })) }

    let csv = try await run("hoso report \(id.code.lowercased()) --csv", as: "nva")
    #expect(csv.status == 0 && csv.errors == "")
    let lines = csv.output.unicodeScalars.split(separator: "\n").map { String(String.UnicodeScalarView($0)) }
    let hasTotals = document["totals"] is [String: Any]
    #expect(lines.count == 1 + rows.count + (hasTotals ? 1 : 0))
    #expect(lines.allSatisfy { $0.unicodeScalars.last == "\r" })
  }

  @Test func `a byte order mark comes only when asked for, and stands once`() async throws {
    let csv = try await run(
      "hoso report late --by team --bom | od -An -tx1 -N3; hoso report late --by team --csv | head -1")
    #expect(csv.output.hasPrefix(" ef bb bf\nTổ,Nộp muộn,Chưa nộp,Cộng\r\n"))
  }

  @Test func `figures of the sample school, counted by other means`() async throws {
    let late = try await run("hoso report late --by person --json").document
    let status = try await run("hoso status --json").document
    let records = try #require(status["records"] as? [[String: Any]])
    let totals = try #require(late["totals"] as? [String: Any])
    #expect(totals["late"] as? Int == records.count { $0["late"] as? Bool == true })

    // The columns of the gradebook of 4A, by awk.
    let marks = try await run("hoso report marks --class 4a --term 1 --json").document
    let rows = try #require(marks["rows"] as? [[String: Any]])
    let mean = try await run(
      "awk -F, 'NR > 1 { s += $2; n++ } END { printf \"%d %.2f\", n, s / n }' 2024-2025/lop/4a/so-diem/hoc-ki-1.csv")
    let first = try #require(rows.first { $0["column"] as? String == "toan-gk" })
    #expect("\(first["marks"] ?? 0) \(String(format: "%.2f", first["mean"] as? Double ?? 0))" == mean.output)

    let sizes = try await run("hoso report si-so --json").document
    let pupils = try await run("cat 2024-2025/lop/*/danh-sach.csv | grep -vc ^ma,")
    #expect((sizes["totals"] as? [String: Any])?["after"] as? Int == Int(pupils.output.dropLast()))

    let evidence = try await run("hoso report evidence --person nva --json").document
    let own = records.filter { ($0["path"] as? String)?.contains("/nva/") == true }
    let mine = try #require(evidence["rows"] as? [[String: Any]])
    #expect(mine.count { ($0["record"] as? String)?.contains("/nva/") == true } == own.count)
  }

  @Test func `evidence is one's own unless somebody is named`() async throws {
    let own = try await run("hoso report evidence --month 9 --json", as: "nva").document
    #expect((own["scope"] as? [String: Any])?["person"] as? String == "nva")
    let rows = try #require(own["rows"] as? [[String: Any]])
    #expect(!rows.isEmpty && rows.allSatisfy { ($0["date"] as? String)?.hasPrefix("2024-09") == true })
    #expect(rows.contains { $0["approved-by"] as? String == "lth" && $0["approved"] != nil })
    let team = try await run("hoso report evidence --team to-4-5 --json").document
    #expect((team["rows"] as? [[String: Any]])?.count == 3)
  }

  @Test func `no report names a pupil`() async throws {
    let names = try await run("cut -d, -f2 2024-2025/lop/*/danh-sach.csv | grep -v ho-ten | sort -u").output
      .split(separator: "\n").map(String.init)
    #expect(names.count > 100)
    let everything = try await run(
      "for r in \(ReportID.allCases.map(\.rawValue).joined(separator: " ")); do hoso report $r --csv; done", as: "nva")
    let teachers = try await run("cut -d, -f2 .hoso/people.csv").output
    for name in names where !teachers.contains(name) { #expect(!everything.output.contains(name), "\(name)") }
    #expect(everything.output.contains("4a-01"))
  }

  @Test(
    arguments: [
      ("khong-co", 64, "unknown-report"), ("late --team khong-co", 64, "invalid-option"),
      ("late --person khong-co", 64, "unknown-person-name"), ("late --kind khong-co", 64, "unknown-kind"),
      ("late --by state", 64, "invalid-option"), ("marks --by team", 64, "invalid-option"),
      ("late --by x", 64, "invalid-option"), ("late --term 9", 64, "invalid-option"),
      ("late --week 99", 64, "invalid-option"), ("late --month 13", 64, "invalid-option"),
      ("marks --class 9z", 64, "invalid-option"), ("late --year 1999-2000", 64, "unknown-year"),
      ("late --at x", 64, "bad-clock"), ("lists --from 9 --to 5", 64, "invalid-option"),
      ("lists --from nan", 64, "invalid-option"), ("outliers --deviation=-1", 64, "invalid-option"),
      ("outliers --deviation inf", 64, "invalid-option"), ("accounts --days=-1", 64, "invalid-option"),
      ("late --csv", 64, "invalid-option"), ("accounts --term 1", 64, "invalid-option"),
      ("marks --week 2", 64, "invalid-option"), ("tong-hop --team to-4-5", 64, "invalid-option"),
    ])
  func `what the school does not know is refused, not reported as nothing`(
    arguments: String, status: Int, id: String
  ) async throws {
    let result = try await run("hoso report \(arguments) --json")
    #expect(result.status == status)
    #expect(((try result.document["problem"]) as? [String: Any])?["id"] as? String == id, "\(result.output)")
  }

  @Test func `without a name the reports are listed in both languages`() async throws {
    let result = try await run("hoso bao-cao")
    for id in ReportID.allCases {
      #expect(result.output.contains(id.title.vietnamese) && result.output.contains(id.title.english))
    }
    let list = try await run("hoso report --json").document
    #expect((list["reports"] as? [Any])?.count == ReportID.allCases.count)
    let somebody = try await run("cd ..; hoso report --json")
    #expect(somebody.status == 0)
  }

  @Test func `the time asked about decides what is missing`() async throws {
    func missing(_ time: String) async throws -> Int {
      let document = try await run("hoso report late --by person --at '\(time)' --json").document
      return (document["totals"] as? [String: Any])?["missing"] as? Int ?? 0
    }
    #expect(try await missing("2024-09-01 08:00") == 0)
    #expect(try await missing("2024-12-01 08:00") > missing("2024-09-21 08:00"))
  }

  @Test func `each report is a page of the site with its rows, and each person's evidence`() async throws {
    try await PlayedSample.withClone { clone in
      let environment = try await PlayedSample.environment("tth")
      try await Shell.succeed("hoso build -q --out $HOME/site-of-reports", in: clone, environment)
      let folder = try #require(environment["HOME"]) + "/site-of-reports"
      let index = try String(contentsOfFile: folder + "/reports/index.html", encoding: .utf8)
      for id in ReportID.allCases {
        #expect(index.contains("href=\"../reports/\(id.rawValue).html\""))
        let page = try String(contentsOfFile: folder + "/reports/\(id.rawValue).html", encoding: .utf8)
        #expect(page.contains("<h1>\(id.title.vietnamese)</h1>"))
        // The page of differences leaves none out.
        let isEmpty = Self.empty.contains(id) && id != .outliers
        #expect(page.contains("<table class=\"report-table\">") != isEmpty, "\(id)")
        #expect(!page.contains("<script") && !page.contains(" style=\""))
      }
      let home = try String(contentsOfFile: folder + "/index.html", encoding: .utf8)
      #expect(home.contains("href=\"reports/late.html\"") && home.contains("href=\"reports/index.html\""))
      let person = try String(contentsOfFile: folder + "/people/nva.html", encoding: .utf8)
      #expect(person.contains("href=\"../evidence/nva.html\""))
      let evidence = try String(contentsOfFile: folder + "/evidence/nva.html", encoding: .utf8)
      #expect(evidence.split(separator: "<tr>").count > 10 && evidence.contains("Tháng 9/2024"))
      let marks = try String(contentsOfFile: folder + "/reports/marks.html", encoding: .utf8)
      #expect(marks.split(separator: "role=\"img\"").count == 17)
      try await Shell.succeed("rm -rf $HOME/site-of-reports", in: clone, environment)
    }
  }
}
