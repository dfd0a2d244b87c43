import Foundation
import Testing

/// Review notes on a school with a server.
struct CommentTests {
  private static let kinds = Shell.sources + "/Sources/SchoolProfiles/files/kinds"

  /// Notes may be written, by everybody in his own folder; lesson plans have a rubric.
  private static func school() async throws -> ServedSchool {
    let school = try await ServedSchool()
    try await school.succeed(
      """
      cp '\(kinds)/review-note.yml' .hoso/kinds/
      echo '{year}/nhan-xet/{person},owner,contributor,,,' >> .hoso/access.csv
      printf '%s\\n' 'rubric:' '  - {name: muc-tieu, title: {vi: Mục tiêu, en: Aims}, maximum: 4}' \
        '  - {name: hoat-dong, title: {vi: Hoạt động, en: Activities}, maximum: 4}' >> .hoso/kinds/lesson-plan.yml
      hoso submit -q .hoso -m 'Nhận xét hồ sơ'
      """, as: "lmk", at: "2024-10-05 09:00")
    return school
  }

  private static let note = "2024-2025/nhan-xet/lth/2024-10-06-lich-su-dia-li-4a-bai-5-ruong-bac-thang.md"

  @Test func `a head of team remarks with points, the history and the page show it`() async throws {
    let school = try await Self.school()
    let run = try await school.run(
      "hoso sync -q; hoso comment $own --text 'Hoạt động còn ít' --score muc-tieu=4 --score hoat-dong=2.5 --json",
      as: "lth", at: "2024-10-06 08:00")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let answer = try run.document
    #expect(answer["note"] as? String == Self.note && answer["points"] as? String == "6.5")
    let seen = try await school.succeed(
      "hoso sync -q; hoso history $own; hoso verify -q; git status --porcelain", as: "nva", at: "2024-10-06 09:00")
    #expect(seen.contains("Lê Thanh Hà: nhận xét, 6.5 điểm  [\(Self.note)]"), "\(seen)")
    #expect(seen.contains("Hoạt động còn ít"), "\(seen)")
    let page = try await school.succeed(
      "hoso build --out site -q; cat site/records/$own.html", as: "nva", at: "2024-10-06 09:00")
    #expect(page.contains("record-notes") && page.contains("6.5 điểm") && page.contains("Hoạt động còn ít"))
    let again = try await school.run("hoso nhan-xet $own --text 'Đã xem lại'", as: "lth", at: "2024-10-06 10:00")
    #expect(again.status == 0 && again.output.contains("bac-thang-2.md"), "\(again.output)\(again.errors)")
  }

  @Test func `who may not comment writes nothing, by hoso or by git`() async throws {
    let school = try await Self.school()
    let run = try await school.run(
      "hoso sync -q; hoso comment $own --text 'Tốt' --json; git status --porcelain", as: "tqd", at: "2024-10-06 08:00")
    #expect(run.output.contains("access-denied") && !run.output.contains("??"), "\(run.output)\(run.errors)")
    let forged = try await school.run(
      """
      note=$year/nhan-xet/tqd/2024-10-06-a.md; mkdir -p $year/nhan-xet/tqd
      printf '%s\\n' --- "ho-so: $own" "ban: $(git rev-parse HEAD:$own)" --- '' '# Nhận xét' '' 'Tốt' > $note
      git add $note; git commit -qm 'Nhận xét'; git push -q origin main
      """, as: "tqd", at: "2024-10-06 09:00")
    #expect(forged.status != 0)
    #expect(forged.errors.contains("access-denied"), "\(forged.errors)")
  }

  @Test(arguments: [
    ("ho-so: $own", "ban: 0000000000000000000000000000000000000001", "lth", "note-version"),
    ("ho-so: $own", "ban: abc", "lth", "note-version"),
    ("ho-so: $plans/nva/tuan-05/khong-co.md", "ban: $(git rev-parse HEAD:$own)", "lth", "note-record"),
    ("ho-so: ../a.md", "ban: $(git rev-parse HEAD:$own)", "lth", "note-record"),
    ("ho-so: .hoso/people.csv", "ban: $(git rev-parse HEAD:.hoso/people.csv)", "lth", "note-record"),
    ("ho-so: $own", "ban: $(git rev-parse HEAD:$own)", "nva", "access-denied"),
    ("x: 1", "ban: $(git rev-parse HEAD:$own)", "lth", "missing-field"),
  ])
  func `a note that is about nothing is refused`(
    record: String, version: String, folder: String, id: String
  ) async throws {
    let school = try await Self.school()
    let run = try await school.run(
      """
      hoso sync -q; note=$year/nhan-xet/\(folder)/2024-10-06-a.md; mkdir -p $year/nhan-xet/\(folder)
      printf '%s\\n' --- "\(record)" "\(version)" --- '' '# Nhận xét' '' 'Tốt' > $note
      hoso submit --json $note
      """, as: "lth", at: "2024-10-06 08:00")
    #expect(run.status == 1)
    #expect(try run.ids.contains(id), "\(run.output)")
  }

  @Test func `a manager of all writes no note in another's folder`() async throws {
    let school = try await Self.school()
    let run = try await school.run(
      """
      hoso sync -q; note=$year/nhan-xet/lth/2024-10-06-a.md; mkdir -p $year/nhan-xet/lth
      printf '%s\\n' --- "ho-so: $own" "ban: $(git rev-parse HEAD:$own)" --- '' '# Nhận xét' '' 'Tốt' > $note
      hoso submit --json $note
      """, as: "ptd", at: "2024-10-06 08:00")
    #expect(try run.ids == ["note-of-another"], "\(run.output)")
  }

  @Test func `an older version is one that was read`() async throws {
    let school = try await Self.school()
    try await school.succeed("hoso sync -q; revise $own; hoso submit -q $own", as: "nva", at: "2024-10-05 12:00")
    let run = try await school.run(
      """
      hoso sync -q; note=$year/nhan-xet/lth/2024-10-06-a.md; mkdir -p $year/nhan-xet/lth
      printf '%s\\n' --- "ho-so: $own" "ban: $(git rev-parse HEAD~1:$own)" --- '' '# Nhận xét' '' 'Tốt' > $note
      hoso submit --json $note && hoso verify -q
      """, as: "lth", at: "2024-10-06 08:00")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test(arguments: [
    ("--score muc-tieu=4", 64), ("--score muc-tieu=4 --score khac=1", 64),
    ("--score muc-tieu=x --score hoat-dong=1", 64),
    ("--score muc-tieu=5 --score hoat-dong=1", 1), ("--score muc-tieu", 64), ("--kind lesson-plan", 64),
  ])
  func `points beside the rubric are refused`(options: String, status: Int) async throws {
    let school = try await Self.school()
    let run = try await school.run(
      "hoso sync -q; hoso comment $own --text 'Tốt' \(options); code=$?; git status --porcelain; exit $code", as: "lth",
      at: "2024-10-06 08:00")
    #expect(run.status == status, "\(run.output)\(run.errors)")
    #expect(!run.output.contains("??"))
  }
}
