import Foundation
import Testing

/// The corrections of the regulations, each as its story: W8 by 003, W9 and W10 by 001, W11 by 004, W12 by 002.
struct CorrectionStoryTests {
  private static let book = "$year/lop/4a/so-diem/hoc-ki-1.csv"
  private static let open = """
    printf '%%PDF-1.7\\nbài\\n' > ../bai.pdf
    hoso correction open --json $year/lop/4a/so-diem/hoc-ki-1.csv --evidence ../bai.pdf --reason 'Cộng nhầm điểm'
    """

  /// A school with this procedure, whose gradebooks of 4A are locked since 20 December.
  private static func school(_ procedures: String) async throws -> CorrectionStory {
    let story = CorrectionStory(school: try await ServedSchool())
    let rules = "format: 1\nprocedures:\n" + procedures
    try await story.do(
      "cat > .hoso/corrections.yml <<'YAML'\n\(rules)\nYAML\nhoso submit -q .hoso", "lmk", "2024-10-06 08:00")
    try await story.do(
      """
      mkdir -p $year/lop/4a/so-diem; cp $SAMPLE/$year/lop/4a/so-diem/hoc-ki-1.csv $year/lop/4a/so-diem/
      head -1 $year/lop/4a/so-diem/hoc-ki-1.csv > $year/lop/4a/so-diem/hoc-ki-2.csv
      tail -n +2 $year/lop/4a/so-diem/hoc-ki-1.csv | cut -d, -f1-10 | sed 's/$/,,,,,,,/' >> $year/lop/4a/so-diem/hoc-ki-2.csv
      hoso submit -q $year/lop/4a/so-diem
      """, "nva", "2024-12-16 08:00")
    try await story.do("hoso lock -q $year/lop --number 20/QĐ-THSM", "ptd", "2024-12-20 08:00")
    return story
  }

  @Test func `W8: principal, requester and administrator, related books in the same case`() async throws {
    let story = try await Self.school(
      """
        - id: locked-data
          title: {vi: Sửa dữ liệu đã khoá, en: Correction of locked data}
          clause: 003 PL II.1-2
          signers: [{by: [role:principal]}, {by: [requester]}, {by: [role:admin]}]
          apply: [requester, role:admin]
      """)
    // The teacher finds the error; the book itself is closed to him.
    try await story.refused(
      "sed -i 's/^4a-02,7,7,9/4a-02,7,7,8/' \(Self.book); hoso submit --json \(Self.book)", "nva", "2024-12-21 08:00",
      ["locked"])
    try await story.do("git checkout -q -- .", "nva", "2024-12-21 08:00")
    // Without evidence there is no case.
    let bare = try await story.run(
      "hoso correction open \(Self.book) --cell 4a-02:toan-ck=8 --reason 'Nhầm'", "nva", "2024-12-21 08:00")
    #expect(bare.status == 64 && bare.errors.contains("--evidence"), "\(bare.errors)")
    let both = "\(Self.book):4a-02:toan-ck=8 --cell $year/lop/4a/so-diem/hoc-ki-2.csv:4a-02:toan-ck=8"
    let opened = try await story.json(
      Self.open + " $year/lop/4a/so-diem/hoc-ki-2.csv --name toan-4a --cell \(both)", "nva", "2024-12-21 08:30")
    #expect(opened["outcome"] as? String == "opened")
    try await story.refused("hoso correction apply toan-4a --json", "nva", "2024-12-21 08:40", ["correction-signers"])
    // A colleague's word is not asked for.
    let other = try await story.run("hoso correction consent toan-4a", "tqd", "2024-12-21 09:00")
    #expect(other.status == 1 && other.errors.contains("no-consent-asked"), "\(other.errors)")
    try await story.do("hoso correction consent toan-4a", "ptd", "2024-12-21 10:00")
    try await story.do("hoso correction consent toan-4a", "nva", "2024-12-21 10:30")
    try await story.refused("hoso correction apply toan-4a --json", "nva", "2024-12-21 10:40", ["correction-signers"])
    let status = try await story.json("hoso status --json", "lmk", "2024-12-21 11:00")
    let pending = try #require(status["corrections"] as? [[String: Any]])
    #expect(pending.map { $0["given"] as? Int } == [2] && pending[0]["state"] as? String == "open")
    // The administrator signs at home; his word goes with the next sync, before his correction.
    try await story.do("hoso correction consent toan-4a --offline", "lmk", "2024-12-21 20:00", isOnline: false)
    try await story.do("hoso correction apply toan-4a --offline", "lmk", "2024-12-21 20:10", isOnline: false)
    try await story.do("git diff --exit-code HEAD && hoso sync", "lmk", "2024-12-22 08:00")
    let shown = try await story.json("hoso correction show toan-4a --json", "ptd", "2024-12-22 09:00")
    #expect(shown["state"] as? String == "applied" && (shown["words"] as? [Any])?.count == 3)
    // Both books are right, and closed as before.
    try await story.do(
      "grep -h ^4a-02, $year/lop/4a/so-diem/*.csv | cut -d, -f4 | uniq | diff - <(echo 8)", "nva", "2024-12-22 09:00")
    try await story.refused(
      "sed -i 's/^4a-02,7,7,8/4a-02,7,7,9/' \(Self.book); hoso submit --json \(Self.book)", "nva", "2024-12-22 10:00",
      ["locked"])
    try await story.refused("hoso correction apply toan-4a --json", "nva", "2024-12-22 10:00", ["correction-closed"])
    try await story.verified(by: ["ptd", "tqd", "dxt"], "2024-12-23 08:00")
  }

  @Test func `W9 and W10: teacher, head and academic deputy before the test; teacher and head after the check print`()
    async throws
  {
    let story = try await Self.school(
      """
        - id: before-test
          title: {vi: Sửa điểm trước kì kiểm tra, en: Marks before the test}
          clause: 001 Đ11.2
          kinds: [class-gradebook]
          columns: [toan-gk, tieng-viet-gk]
          signers: [{by: [requester]}, {by: [head-of-team]}, {by: [role:vice-principal]}]
          apply: [role:admin]
          limit: {days: 7, before: [cuoi-ki-1, cuoi-ki-2]}
        - id: check-print
          title: {vi: Sửa điểm bài kiểm tra học kì, en: Marks of the end-of-term test}
          clause: 001 Đ11.3
          kinds: [class-gradebook]
          columns: [toan-ck, tieng-viet-ck]
          signers: [{by: [requester]}, {by: [head-of-team]}]
          apply: [requester, role:admin]
          limit: {days: 3, after: ngay-in}
      """)
    let opened = try await story.json(
      Self.open + " --name giua-ki --cell 4a-01:toan-gk=6", "nva", "2024-12-26 08:00")
    #expect(opened["procedure"] as? String == "before-test")
    for (person, hour) in [("nva", 9), ("lth", 10), ("vqh", 11)] {
      try await story.do("hoso correction consent giua-ki", person, "2024-12-26 \(hour < 10 ? "0" : "")\(hour):00")
    }
    // The mark unit edits, not the teacher.
    try await story.refused("hoso correction apply giua-ki --json", "nva", "2024-12-27 08:00", ["correction-applier"])
    try await story.do("hoso correction apply giua-ki", "lmk", "2024-12-30 16:00")
    // A week before the test it is over.
    _ = try await story.json(Self.open + " --name muon --cell 4a-01:tieng-viet-gk=6", "nva", "2024-12-30 17:00")
    for person in ["nva", "lth", "vqh"] {
      try await story.do("hoso correction consent muon", person, "2024-12-30 18:00")
    }
    try await story.refused("hoso correction apply muon --json", "lmk", "2024-12-31 08:00", ["correction-late"])

    // W10: the test itself, within three days of the check print, which the minutes give.
    _ = try await story.json(
      Self.open + " --name bai-thi --cell 4a-02:toan-ck=8 --set ngay-in=2025-01-13", "nva", "2025-01-14 08:00")
    try await story.refused(
      "hoso correction apply bai-thi --json", "nva", "2025-01-14 08:10", ["correction-signers"])
    for person in ["nva", "lth"] { try await story.do("hoso correction consent bai-thi", person, "2025-01-15 08:00") }
    try await story.do("hoso correction apply bai-thi", "nva", "2025-01-16 17:00")
    _ = try await story.json(
      Self.open + " --name bai-thi-2 --cell 4a-03:toan-ck=8 --set ngay-in=2025-01-13", "nva", "2025-01-16 18:00")
    for person in ["nva", "lth"] { try await story.do("hoso correction consent bai-thi-2", person, "2025-01-16 19:00") }
    try await story.refused("hoso correction apply bai-thi-2 --json", "nva", "2025-01-17 08:00", ["correction-late"])
    // He takes it back.
    try await story.do("hoso correction withdraw bai-thi-2 --reason 'Quá hạn'", "nva", "2025-01-17 09:00")
    let list = try await story.json("hoso correction list --json", "nva", "2025-01-17 09:00")
    let states = try #require(list["corrections"] as? [[String: Any]]).map { $0["state"] as? String }
    #expect(states == ["applied", "withdrawn", "applied", "stale"])
    try await story.verified(by: ["lth", "vqh"], "2025-01-18 08:00")
  }

  @Test func `W11: management, board and requester; the vice principal stands for management`() async throws {
    let story = try await Self.school(
      """
        - id: locked-data
          title: {vi: Sửa dữ liệu đã khoá, en: Correction of locked data}
          clause: 004 Đ7.3
          signers: [{by: [role:principal, role:vice-principal]}, {by: [role:admin]}, {by: [requester]}]
          apply: [requester, role:admin]
      """)
    _ = try await story.json(Self.open + " --name toan-4a --cell 4a-02:toan-ck=8", "nva", "2024-12-21 08:00")
    for person in ["vqh", "lmk", "nva"] {
      try await story.do("hoso correction consent toan-4a", person, "2024-12-21 09:00")
    }
    try await story.do("hoso correction apply toan-4a", "lmk", "2024-12-21 10:00")
    // Principal and vice principal together are still one of the three.
    _ = try await story.json(Self.open + " --name lan-hai --cell 4a-03:toan-ck=8", "nva", "2024-12-22 08:00")
    for person in ["vqh", "ptd", "nva"] {
      try await story.do("hoso correction consent lan-hai", person, "2024-12-22 09:00")
    }
    try await story.refused("hoso correction apply lan-hai --json", "nva", "2024-12-22 10:00", ["correction-signers"])
    try await story.verified(by: ["ptd"], "2024-12-23 08:00")
  }

  @Test func `W12: the principal decides on the form, and may say no first`() async throws {
    let story = try await Self.school(
      """
        - id: request-form
          title: {vi: Giấy đề nghị thay đổi thông tin, en: Request to change data}
          clause: 002 II.1
          signers: [{by: [role:principal]}]
          apply: [requester, role:admin]
      """)
    _ = try await story.json(Self.open + " --name toan-4a --cell 4a-02:toan-ck=8", "nva", "2024-12-21 08:00")
    try await story.do("hoso correction refuse toan-4a --reason 'Chưa rõ bài nào'", "ptd", "2024-12-21 09:00")
    try await story.refused(
      "hoso correction apply toan-4a --json", "nva", "2024-12-21 10:00", ["correction-refused", "correction-signers"])
    // He says more in his minutes, and asks again.
    try await story.do(
      """
      sed -i 's/Cộng nhầm điểm/Cộng nhầm điểm bài 2 của bài kiểm tra cuối kì/' $year/chinh-sua/toan-4a/bien-ban.md
      hoso submit -q $year/chinh-sua/toan-4a
      """, "nva", "2024-12-21 11:00")
    try await story.do("hoso correction consent toan-4a", "ptd", "2024-12-21 12:00")
    try await story.do("hoso correction apply toan-4a", "nva", "2024-12-21 13:00")
    // The board's own changes need the principal too: who requests does not approve.
    _ = try await story.json(
      Self.open + " --name cua-quan-tri --cell 4a-03:toan-ck=8", "lmk", "2024-12-22 08:00")
    try await story.do("hoso correction consent cua-quan-tri", "ptd", "2024-12-22 09:00")
    try await story.do("hoso correction apply cua-quan-tri", "lmk", "2024-12-22 10:00")
    _ = try await story.json(
      Self.open + " --name cua-hieu-truong --cell 4a-04:toan-ck=8", "ptd", "2024-12-22 11:00")
    let own = try await story.run("hoso correction consent cua-hieu-truong", "ptd", "2024-12-22 12:00")
    #expect(own.status == 1 && own.errors.contains("no-consent-asked"), "\(own.errors)")
    try await story.verified(by: ["ptd", "lmk"], "2024-12-23 08:00")
  }
}

/// A school in which several people act one after the other, each in his own clone brought up to date first.
struct CorrectionStory {
  let school: ServedSchool

  func run(_ script: String, _ person: String, _ time: String, isOnline: Bool = true) async throws -> Run {
    _ = try await school.clone(of: person)
    let update = isOnline ? "hoso sync -q || exit 99\n" : ""
    return try await school.run(update + script, as: person, at: time, isOnline: isOnline)
  }

  func `do`(_ script: String, _ person: String, _ time: String, isOnline: Bool = true) async throws {
    let run = try await run("set -e\n" + script, person, time, isOnline: isOnline)
    try #require(run.status == 0, "\(person) \(time): \(script)\n\(run.output)\(run.errors)")
  }

  func json(_ script: String, _ person: String, _ time: String, expecting status: Int = 0) async throws -> [String: Any]
  {
    let run = try await run(script, person, time)
    try #require(run.status == status, "\(person) \(time): \(script)\n\(run.output)\(run.errors)")
    return try run.document
  }

  /// The run is refused with exactly these ids.
  func refused(_ script: String, _ person: String, _ time: String, _ ids: [String]) async throws {
    let document = try await json(script, person, time, expecting: 1)
    let found = (document["diagnostics"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    #expect(Set(found) == Set(ids), "\(person) \(time): \(document)")
  }

  /// Nothing is found from any of these clones.
  func verified(by people: [String], _ time: String) async throws {
    for person in people { try await self.do("hoso verify", person, time) }
  }
}
