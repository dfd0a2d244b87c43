import Foundation
import Testing

/// Marks within 7 working days of the test (003; D4, D5), by columns of one gradebook; and plans for each lesson.
struct MarkEntryTests {
  /// The columns of the mid-term and final test are owed by each class, seven working days behind the test.
  private static let rules = """
    sed -i 's/-gk, title/-gk, test: giua-ki, title/; s/-ck, title/-ck, test: cuoi-ki, title/' .hoso/kinds/class-gradebook.yml
    cat >> .hoso/kinds/class-gradebook.yml <<'END'
    expected: {owner: class, per: test, at-least: 1}
    deadline: {after: test, working-days: 7}
    END
    hoso submit -q .hoso -m 'Hạn vào điểm'
    """

  /// `class test due` of what is missing.
  private static func missing(_ school: SmallSchool, at time: String) async throws -> [String] {
    let run = try await school.run("hoso status --json", as: "ptd", at: time)
    let items = try #require(try run.document["missing"] as? [[String: Any]])
    return items.filter { $0["kind"] as? String == "class-gradebook" && $0["owner"] as? String == "4a" }.map {
      "\($0["test"] as? String ?? "-") \($0["due"] as? String ?? "-")"
    }
  }

  @Test func `a test's marks are missing until every cell is filled, and late by the receipt that fills it`()
    async throws
  {
    let school = try await SmallSchool()
    try await school.succeed(Self.rules, as: "lmk")
    #expect(try await Self.missing(school, at: "2024-11-18 23:59") == [])
    #expect(try await Self.missing(school, at: "2024-11-19 00:00") == ["giua-ki-1 2024-11-18 23:59"])
    // The book is there in time, with one pupil's mark left out.
    let book = "$year/lop/4a/so-diem/hoc-ki-1.csv"
    try await school.succeed(
      """
      put \(book); cp \(book) $HOME/full.csv
      awk -F, -v OFS=, 'NR > 1 { for (i = 2; i <= NF; i++) if (i > 3 || NR == 3) $i = "" } 1' $HOME/full.csv > \(book)
      hoso submit -q \(book) -m 'Điểm giữa kì'
      """, as: "nva", at: "2024-11-15 10:00")
    #expect(try await Self.missing(school, at: "2024-11-19 00:00") == ["giua-ki-1 2024-11-18 23:59"])
    try await school.succeed(
      """
      awk -F, -v OFS=, 'NR > 1 { for (i = 4; i <= NF; i++) $i = "" } 1' $HOME/full.csv > \(book)
      hoso submit -q \(book) -m 'Bổ sung điểm'
      """, as: "nva", at: "2024-11-20 10:00")
    #expect(try await Self.missing(school, at: "2024-11-21 00:00") == [])
    #expect(try await Self.missing(school, at: "2025-02-01 00:00") == ["cuoi-ki-1 2025-01-21 23:59"])
    let status = try await school.run("hoso status --json", as: "ptd", at: "2024-11-21 08:00")
    let late = try #require(try status.document["lateTests"] as? [[String: Any]])
    #expect(late.map { $0["filled"] as? String } == ["2024-11-20 10:00"])
    let text = try await school.succeed("hoso status --lang vi", as: "ptd", at: "2024-11-21 08:00")
    #expect(
      text.contains(
        "nộp muộn: Sổ theo dõi và đánh giá học sinh theo lớp: Lớp 4A, Kiểm tra giữa học kì I (2024-11-20 10:00 > 2024-11-18 23:59)"
      ))
  }

  @Test func `each lesson of the curriculum is owed by who teaches it`() async throws {
    let school = try await SmallSchool()
    let curriculum = "$year/to-chuyen-mon/to-4-5/phan-phoi-chuong-trinh/khoa-hoc-4.csv"
    try await school.succeed("put \(curriculum); hoso submit -q \(curriculum) -m x", as: "lth")
    try await school.succeed(
      """
      sed -i 's/per: week/per: lesson/' .hoso/kinds/lesson-plan.yml
      list=.hoso/assignments/2024-2025.csv
      awk -F, 'NR == 1 { print $0 ",from,to"; next } $1 $3 == "nvakhoa-hoc" { print $0 ",,2024-09-27"; next }
        { print $0 ",," } END { print "lth,4a,khoa-hoc,2,2024-09-28," }' $list > $HOME/list; cp $HOME/list $list
      hoso submit -q .hoso -m 'Theo bài'
      """, as: "lmk")
    func missing(at time: String) async throws -> [String] {
      let run = try await school.run("hoso status --json", as: "ptd", at: time)
      let items = try #require(try run.document["missing"] as? [[String: Any]])
      return items.filter { $0["kind"] as? String == "lesson-plan" }.map {
        "\($0["owner"] as? String ?? "-") \($0["lesson"] as? Int ?? 0)"
      }
    }
    // Lesson 1 begins in week 1, lesson 2 in week 2; science of 4a is lth's from week 4 on.
    #expect(try await missing(at: "2024-09-16 08:00") == ["nva 1", "nva 2", "tqd 1", "tqd 2"])
    let plan = "$plans/tqd/tuan-04/khoa-hoc-4b-bai-4-tinh-chat-cua-khong-khi.md"
    try await school.succeed("put \(plan); hoso submit -q \(plan)", as: "tqd", at: "2024-10-05 10:00")
    #expect(
      try await missing(at: "2024-10-05 11:00")
        == ["lth 4", "lth 5", "nva 1", "nva 2", "nva 3", "tqd 1", "tqd 2", "tqd 3", "tqd 5"])
  }
}
