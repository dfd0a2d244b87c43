import Testing

/// `hoso why` on the sample school's rules: the answer, and the line of `access.csv` that gives it.
struct WhyTests {
  /// Person, verb, path; `+` where allowed or `-` where not, with the line that gives the strongest role and that role.
  static let answers = """
    nva read 2024-2025/lop/5a/danh-sach.csv | + 2 viewer
    nva comment 2024-2025/lop/5a/danh-sach.csv | - 2 viewer
    nva create 2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md | + 7 contributor
    nva edit 2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md | + 7 contributor
    nva rename 2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md | + 7 contributor
    nva move 2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md | - 7 contributor
    nva delete 2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md | - 7 contributor
    nva create 2024-2025/ke-hoach-bai-day/to-4-5/nvab/tuan-05/a.md | - 2 viewer
    nva edit 2024-2025/ke-hoach-bai-day/to-4-5/tqd/tuan-05/a.md | - 2 viewer
    nva create 2024-2025/ke-hoach-bai-day/to-1-2-3/nva/tuan-05/a.md | + 7 contributor
    nva create 2024-2025/to-chuyen-mon/to-4-5/bien-ban/a.md | + 10 contributor
    nva create 2024-2025/to-chuyen-mon/to-1-2-3/bien-ban/a.md | - 2 viewer
    nva create 2024-2025/to-chuyen-mon/to-4-5/nghi-quyet/a.md | - 2 viewer
    nva create 2024-2025/boi-duong/ca-nhan/nva/a.md | + 11 contributor
    nva create 2024-2025/boi-duong/ca-nhan/tqd/a.md | - 2 viewer
    nva create 2024-2025/lop/4a/so-chu-nhiem.md | + 14 contributor
    nva create 2024-2025/lop/4b/so-chu-nhiem.md | - 2 viewer
    nva edit 2024-2025/lop/4a/so-diem/hoc-ki-1.csv | + 14 contributor
    bml edit 2024-2025/lop/4a/so-diem/hoc-ki-1.csv | + 15 contributor
    nta edit 2024-2025/lop/4a/so-diem/hoc-ki-1.csv | - 2 viewer
    nva grant .hoso/access.csv | - 2 viewer
    nva edit .hoso/access.csv | - 2 viewer
    nva limit 2024-2025/ke-hoach-bai-day/to-4-5/nva/a | - 7 contributor
    lth comment 2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md | + 8 commenter
    lth edit 2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md | - 8 commenter
    lth comment 2024-2025/ke-hoach-bai-day/to-1-2-3/hvb/tuan-05/a.md | - 2 viewer
    lth delete 2024-2025/to-chuyen-mon/to-4-5/ke-hoach/a.md | + 9 content-manager
    lth edit 2024-2025/to-chuyen-mon/to-bo-mon/ke-hoach/a.md | - 2 viewer
    tth create 2024-2025/nha-truong/van-ban-chi-dao/a.md | + 13 contributor
    tth delete 2024-2025/nha-truong/van-ban-chi-dao/a.md | - 13 contributor
    tth create 2024-2025/boi-duong/nha-truong/a.md | + 12 contributor
    tth edit 2024-2025/lop/3a/danh-sach.csv | + 16 contributor
    vqh move 2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md | + 4 content-manager
    vqh grant .hoso/people.csv | - 4 content-manager
    ptd grant .hoso/people.csv | + 3 manager
    ptd limit 2024-2025/lop | + 3 manager
    lmk delete 2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md | + 5 content-manager
    lmk grant .hoso/people.csv | + 6 manager
    lmk limit 2024-2025/lop | - 5 content-manager
    dxt read 2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md | + 2 viewer
    dxt comment 2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md | - 2 viewer
    ngs read 2024-2025/lop/5a/danh-sach.csv | - 2 viewer
    anh.nv@suoimay.example edit 2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/a.md | + 7 contributor
    """.split(separator: "\n").map(String.init)

  @Test func `each answer names the line of the access list`() async throws {
    let school = try await SmallSchool()
    for line in Self.answers {
      let parts = line.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
      let run = try await school.run("hoso why --json \(parts[0].joined(separator: " "))", as: "nva")
      let answer = try run.document
      let isAllowed = parts[1][0] == "+"
      #expect(answer["allowed"] as? Bool == isAllowed, "\(line)")
      #expect(run.status == (isAllowed ? 0 : 1), "\(line)")
      #expect(answer["rule"] as? String == ".hoso/access.csv:\(parts[1][1])", "\(line)")
      #expect(answer["role"] as? String == parts[1][2], "\(line)")
      #expect(isAllowed || (answer["ask"] as? [String])?.isEmpty == false, "\(line): whom to ask")
    }
  }
}
