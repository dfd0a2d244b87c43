import HosoCore
import Testing

@testable import HosoFormats

struct LessonSplitTests {
  /// A paragraph each; `*` in front makes it bold, `#` a heading, `|` parts the cells of a table.
  private func starts(_ lines: [String], _ sections: [SectionSchema] = OfficeFixtures.sections) -> [Int] {
    LessonSplit(lines.map(group), SectionMatcher(sections)).starts
  }

  private func group(_ line: String) -> [OfficeBlock] {
    if line.hasPrefix("*") { return [.paragraph([Piece(String(line.dropFirst()), style: .bold)])] }
    if line.hasPrefix("#") { return [.heading(2, [Piece(String(line.dropFirst()))])] }
    guard line.contains("|") else { return [.paragraph([Piece(line)])] }
    let cells = line.split(separator: "|").map { OfficeTable.Cell(blocks: [.paragraph([Piece(String($0))])]) }
    return [.table(OfficeTable(number: 1, columns: cells.count, headerRows: 0, rows: [cells]))]
  }

  /// A whole lesson below `header`.
  private func lesson(_ header: [String]) -> [String] {
    header + [
      "*I. YÊU CẦU CẦN ĐẠT", "- Đọc số.", "*II. ĐỒ DÙNG DẠY HỌC", "Thẻ số.", "*III. CÁC HOẠT ĐỘNG DẠY HỌC CHỦ YẾU",
      "*1. Mở đầu (5’)", "Hát.", "*2. Luyện tập", "Bài 1: Tính.|Làm bảng con.", "*IV. ĐIỀU CHỈNH SAU BÀI DẠY",
      "Cần thêm thẻ số cho nhóm 3.",
    ]
  }

  @Test(arguments: [
    ["*KẾ HOẠCH BÀI DẠY", "Môn: Toán", "Tên bài: Bài 15. Làm tròn số"], ["*GIÁO ÁN"], ["#Giáo án", "Số tiết: 1"],
    ["*Thứ ba ngày 8 tháng 10 năm 2024", "Môn: Toán", "*BÀI 15", "*LÀM TRÒN SỐ"],
    ["Thứ ba ngày 8 tháng 10 năm 2024"], ["*Bài 15: Làm tròn số"], ["*LÀM TRÒN SỐ"], ["*LÀM TRÒN SỐ", "Môn: Toán"],
    ["Môn: Toán", "*Bài 15. Làm tròn số", "(2 tiết)"], ["Môn: Toán", "", "…………", "Số tiết: 2"],
    ["TUẦN 6", "Môn: Toán"],
    ["TRƯỜNG TIỂU HỌC SUỐI MÂY|KẾ HOẠCH BÀI DẠY", "Môn: Toán"], [],
  ])
  func `a lesson begins at the lines above its first section`(header: [String]) {
    let first = lesson(["*KẾ HOẠCH BÀI DẠY", "Môn: Toán", "Tên bài: Bài 14. So sánh"])
    #expect(starts(first + lesson(header)) == [0, first.count])
    #expect(starts(first + lesson(header) + lesson(header)) == [0, first.count, first.count * 2 + header.count - 3])
  }

  @Test(arguments: [
    "KÍ DUYỆT CỦA TỔ TRƯỞNG", "Tổ trưởng duyệt|Người soạn", "Lớp 4A còn ba em chưa thuộc.", "*Dặn dò: học thuộc bài",
    "Bài 3: Tính.", "- Xem trước bài sau",
  ])
  func `the last words of a lesson stay with it`(last: String) {
    let first = lesson(["Môn: Toán", "Tên bài: Bài 14. So sánh"]) + [last]
    #expect(starts(first + lesson(["Môn: Toán", "Tên bài: Bài 15. Làm tròn số"])) == [0, first.count])
  }

  @Test func `a lesson without its first section begins at its header too`() {
    let first = lesson(["Môn: Toán", "Tên bài: Bài 14. So sánh"])
    let second = ["*KẾ HOẠCH BÀI DẠY", "Tên bài: Bài 15", "*II. ĐỒ DÙNG DẠY HỌC", "Thẻ.", "*2. Luyện tập", "Bài 1."]
    #expect(starts(first + second) == [0, first.count])
  }

  @Test(arguments: [
    ["Yêu cầu cần đạt của bài là đọc đúng."], ["*Mục tiêu:", "Thạo."], ["*Bài 2: Tính nhẩm", "*Mục tiêu:", "Nhanh."],
    ["*Bài 2: Tính nhẩm", "*Mục tiêu:", "Nhanh.", "*Chuẩn bị:", "*Đồ dùng dạy học:", "Thẻ số."],
    ["Giáo án này soạn chung.", "*Mục tiêu:"], ["KẾ HOẠCH BÀI DẠY TUẦN 5 đã nộp.", "1. Luyện tập", "Làm lại."],
    ["Môn: Toán", "Tên bài: Bài 15", "Ngày dạy: 8/10/2024"], ["*Thứ ba ngày 8 tháng 10 năm 2024", "Nghỉ."],
  ])
  func `a lesson that says the words of its sections again is one`(lines: [String]) {
    let header = ["*KẾ HOẠCH BÀI DẠY", "Môn: Toán"]
    let whole = lesson(header)
    for place in (header.count + 1)..<whole.count {
      let text = Array(whole[..<place]) + lines + Array(whole[place...])
      #expect(starts(text) == [0], "at \(place)")
    }
  }

  @Test func `the parts of activities begin no lesson, and a header does`() {
    let parts = ["a) Mục tiêu:", "Vui.", "b) Nội dung:", "Chơi."]
    let lesson =
      [
        "*KẾ HOẠCH BÀI DẠY", "Tên bài: Phân số", "I. MỤC TIÊU", "1. Về kiến thức:", "Nêu quy tắc.",
        "III. TIẾN TRÌNH DẠY HỌC",
      ]
      + ["*1. Hoạt động 1: Mở đầu"] + parts + ["*2. Hoạt động 2: Luyện tập"] + parts + ["*3. Trò chơi thêm"] + parts
    #expect(starts(lesson, RepeatedHeadingsTests.sections) == [0])
    #expect(starts(lesson + lesson, RepeatedHeadingsTests.sections) == [0, lesson.count])
  }

  @Test func `without sections there is one record`() {
    #expect(starts(lesson(["Môn: Toán"]) + lesson(["Môn: Toán"]), []) == [0])
    #expect(starts([]) == [0])
  }
}

struct WeekFieldsTests {
  @Test func `what the top says holds for all, a day until the next, a title for one`() {
    let fields = WeekFields.inherited([
      ["truong": "TRƯỜNG A", "lop": "4a", "tuan": "5", "ngay-day": "2024-10-07", "mon": "Toán", "bai": "Bài 1"],
      ["mon": "Tiếng Việt", "so-tiet": "2"], ["ngay-day": "2024-10-08", "lop": "4a"], [:],
    ])
    #expect(fields[1]["truong"] == "TRƯỜNG A" && fields[1]["lop"] == "4a" && fields[1]["tuan"] == "5")
    #expect(fields.map { $0["ngay-day"] } == ["2024-10-07", "2024-10-07", "2024-10-08", "2024-10-08"])
    #expect(fields[1]["bai"] == nil && fields[2]["mon"] == nil && fields[2]["so-tiet"] == nil)
  }

  @Test func `of several classes none is guessed, and a new week has no day yet`() {
    let fields = WeekFields.inherited([
      ["lop": "4a", "tuan": "5", "ngay-day": "2024-10-07"], ["lop": "4b"], ["tuan": "6"], [:],
    ])
    #expect(fields.map { $0["lop"] } == ["4a", "4b", nil, nil])
    #expect(fields.map { $0["tuan"] } == ["5", "5", "6", "6"])
    #expect(fields.map { $0["ngay-day"] } == ["2024-10-07", "2024-10-07", nil, nil])
  }
}
