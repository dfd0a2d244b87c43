import HosoCore

extension SampleSchool {
  /// A few weeks in which everything happens once: on time, late, returned, approved, changed afterwards, missing.
  static func term() throws -> SampleSchool {
    var school = SampleSchool()
    let plans = "2024-2025/ke-hoach-bai-day/to-4-5"
    let counting = "\(plans)/nva/tuan-01/toan-4a-on-tap-cac-so.md"
    let comparing = "\(plans)/nva/tuan-02/toan-4a-so-sanh-cac-so.md"
    let air = "\(plans)/tqd/tuan-01/khoa-hoc-4b-khong-khi.md"
    let nouns = "\(plans)/lth/tuan-02/tieng-viet-5a-danh-tu.md"
    try school.commit(
      counting, plan("Ôn tập các số", "toan", "4a", 1, minutes: 12), by: "nva", at: moment("2024-09-05", 20),
      "nộp kế hoạch bài dạy tuần 1")
    try school.commit(
      air, plan("Tính chất của không khí", "khoa-hoc", "4b", 1, minutes: 10), by: "tqd", at: moment("2024-09-08", 7),
      "nộp kế hoạch bài dạy tuần 1")
    try school.decide(
      .approve, [counting], by: "lth", as: .headOfTeam, at: moment("2024-09-08", 9), "Câu hỏi gợi mở rõ.")
    try school.decide(
      .return, [air], by: "lth", as: .headOfTeam, at: moment("2024-09-08", 9, 5), "Thiếu đáp án bài 2 <xem lại>.")
    try school.commit(
      comparing, plan("So sánh các số", "toan", "4a", 2, minutes: 12), by: "nva", at: moment("2024-09-13", 20),
      "nộp kế hoạch bài dạy tuần 2")
    try school.decide(.approve, [comparing], by: "lth", as: .headOfTeam, at: moment("2024-09-14", 9))
    try school.commit(
      comparing, plan("So sánh các số", "toan", "4a", 2, minutes: 15), by: "nva", at: moment("2024-09-16", 20),
      "thêm thời gian luyện tập")
    try school.commit(
      nouns, plan("Danh từ", "tieng-viet", "5a", 2, minutes: 13), by: "lth", at: moment("2024-09-14", 10),
      "nộp kế hoạch bài dạy tuần 2")
    try school.commit(
      "2024-2025/lop/4a/so-diem/hoc-ki-1.csv", "ma,toan-gk,tieng-viet-gk\n4a-01,5,6\n4a-02,7,7\n", by: "nva",
      at: moment("2024-09-17", 8), "ghi điểm giữa kì")
    try school.commit(
      "2024-2025/lop/4a/so-diem/hoc-ki-1.csv", "ma,toan-gk,tieng-viet-gk\n4a-01,6,6\n4a-02,7,7\n", by: nil,
      at: moment("2024-09-17", 9), "sửa điểm")
    try school.decide(
      .approve, [nouns], by: "tqd", as: .teacher, at: moment("2024-09-17", 10),
      faults: [Diagnostic(.notYourRole, facts: ["asked": "head-of-team"])])
    return school
  }

  static func plan(_ title: String, _ subject: String, _ schoolClass: String, _ week: Int, minutes: Int) -> String {
    """
    ---
    mon: \(subject)
    lop: \(schoolClass)
    bai: \(title)
    tuan: \(week)
    ---

    # \(title)

    ## 1. Yêu cầu cần đạt

    - Nêu được kiến thức chính của bài.

    ## 2. Đồ dùng dạy học

    - Bảng con, phiếu bài tập; xem [bài trước](../tuan-01/toan-4a-on-tap-cac-so.md).

    ## 3. Các hoạt động dạy học chủ yếu

    | Hoạt động của giáo viên | Hoạt động của học sinh |
    | --- | --- |
    | Giao bài 2, \(minutes) phút.<br>Hỏi cách làm. | Làm bài trong \(minutes) phút. |

    """
  }
}
