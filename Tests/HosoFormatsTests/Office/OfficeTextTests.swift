import HosoCore
import Testing

@testable import HosoFormats

struct SectionMatcherTests {
  private let matcher = SectionMatcher(OfficeFixtures.sections)

  @Test(arguments: [
    ("I. YÊU CẦU CẦN ĐẠT", "1. Yêu cầu cần đạt"), ("1. Yêu cầu cần đạt:", "1. Yêu cầu cần đạt"),
    ("I/ Mục tiêu", "1. Yêu cầu cần đạt"), ("Mục tiêu:", "1. Yêu cầu cần đạt"),
    ("II.Đồ dùng dạy học", "2. Đồ dùng dạy học"),
    ("III. Các hoạt động dạy học chủ yếu", "3. Các hoạt động dạy học chủ yếu"),
    ("1. Mở đầu (5 phút)", "3.1. Mở đầu (5 phút)"), ("a) Khởi động: 5’", "3.1. Mở đầu (5 phút)"),
    ("HĐ 2: Khám phá (12')", "3.2. Hình thành kiến thức mới (12 phút)"),
    ("3.3 Luyện tập và thực hành 10-12 phút", "3.3. Luyện tập, thực hành (10-12 phút)"),
    ("* VẬN DỤNG – TRẢI NGHIỆM", "3.4. Vận dụng, trải nghiệm"),
    ("IV. ĐIỀU CHỈNH SAU BÀI DẠY (nếu có):", "4. Điều chỉnh sau bài dạy"),
  ])
  func `typed headings are found`(line: String, title: String) throws {
    #expect(matcher.match([Piece(line)])?.title == title)
  }

  @Test(arguments: [
    "Mở đầu", "Luyện tập thêm ở nhà:", "1. Luyện tập bài 3", "Khởi động xe: 5 phút", "5 phút", "1.", "",
  ])
  func `ordinary lines stay`(line: String) {
    #expect(matcher.match([Piece(line)]) == nil)
  }

  @Test
  func `a bold line needs no number`() {
    #expect(matcher.match([Piece("Mở ", style: .bold), Piece("đầu", style: .bold)])?.level == 3)
  }

  @Test
  func `text behind a bold heading is told apart`() {
    let match = matcher.match([Piece("1. Mục tiêu:", style: .bold), Piece(" đọc số")])
    #expect(match?.length == 13)
  }
}

struct HeaderLinesTests {
  @Test(
    arguments: [
      ("Môn học: Toán", ["mon": "Toán"]),
      ("Môn: Toán – Lớp: 4A - Tuần: 05", ["mon": "Toán", "lop": "4a", "tuan": "5"]),
      ("Lớp: Bốn A", ["lop": "Bốn A"]), ("TUẦN 12", ["tuan": "12"]),
      ("Thời gian thực hiện: ngày 8 tháng 10 năm 2024", ["ngay-day": "2024-10-08"]),
      ("Ngày dạy: Thứ ba, 08/10/2024", ["ngay-day": "2024-10-08"]), ("Ngày dạy: 8-10-24", ["ngay-day": "2024-10-08"]),
      ("Thứ ba ngày 8 tháng 10 năm 2024", ["ngay-day": "2024-10-08"]),
      ("Thời gian thực hiện: 2 tiết", ["so-tiet": "2"]), ("Số tiết: 02 tiết (70 phút)", ["so-tiet": "2"]),
      ("Tên bài học: Bài 14: So sánh", ["bai": "Bài 14. So sánh"]),
      ("KẾ HOẠCH BÀI DẠY MÔN TIẾNG VIỆT LỚP 2A", ["mon": "TIẾNG VIỆT", "lop": "2a"]),
      ("Ngày dạy: …/…/2024", [:]), ("GIÁO ÁN", [:]), ("Lớp: ……", [:]),
    ] as [(String, [String: String])])
  func `header lines become fields`(line: String, fields: [String: String]) {
    var header = HeaderLines()
    let isRead = header.read(line)
    #expect(isRead)
    #expect(header.fields == fields)
  }

  @Test(arguments: [
    "Học sinh ngồi theo nhóm", "Môn bóng chuyền rất vui", "Bài 14: So sánh", "Ngày 31 tháng 2 năm 2024",
  ])
  func `other lines are left alone`(line: String) {
    var header = HeaderLines()
    let isRead = header.read(line)
    #expect(!isRead)
  }
}

struct TexTextTests {
  @Test(arguments: [
    ("\\frac{1}{2}", "1/2"), ("3\\frac{1}{2}", "3 1/2"), ("\\frac{a + 1}{2}", "(a + 1)/2"),
    ("x^{2} + y_{1}", "x² + y₁"),
    ("5 \\times 4", "5 × 4"), ("\\sqrt{16} = 4", "√16 = 4"), ("\\sqrt[3]{8}", "³√8"), ("90{^\\circ}", "90^°"),
    ("\\left( 2 + 3 \\right)", "( 2 + 3 )"), ("25\\text{ cm}^{2}", "25 cm²"), ("{{{", ""), ("\\", ""),
  ])
  func `equations become a line of text`(tex: String, text: String) {
    #expect(TexText.text(of: tex) == text)
  }
}

struct OfficeMarkdownTests {
  private func line(_ pieces: [Piece]) -> String {
    InlineWriter(place: .paragraph, show: { _, _ in nil }).lines(pieces).map(MarkdownText.guarded).joined(
      separator: "/")
  }

  @Test(arguments: [
    ("1. Một", "1\\. Một"), ("12) Hai", "12\\) Hai"), ("# Ba", "\\# Ba"), ("#4", "#4"), ("> 5", "\\> 5"),
    ("- 6", "\\- 6"), ("5 < 6 <7", "5 < 6 <7"),
    ("-7", "-7"), ("+ 8", "\\+ 8"), ("---", "\\---"), ("===", "\\==="), ("~~~", "\\~\\~\\~"),
    ("2024. Năm", "2024\\. Năm"),
    ("a*b_c_d", "a\\*b_c_d"), ("___", "\\_\\_\\_"), ("<br> [x](y) `z` a|b", "\\<br> \\[x](y) \\`z\\` a\\|b"),
    ("Lan & Mai &amp; C:\\x", "Lan & Mai \\&amp; C:\\\\x"), ("3.5 kg", "3.5 kg"), ("  hai   cách ", "hai cách"),
  ])
  func `text stays text`(text: String, markdown: String) {
    #expect(line([Piece(text)]) == markdown)
  }

  @Test
  func `emphasis stands where CommonMark sees it`() {
    #expect(line([Piece("Bài 1:", style: .bold), Piece("Tính")]) == "**Bài 1**:Tính")
    #expect(line([Piece("đậm ", style: .bold), Piece("thường")]) == "**đậm** thường")
    #expect(line([Piece("a"), Piece("(b)", style: .bold)]) == "a(**b)**")
    #expect(line([Piece("x", style: [.bold, .italic]), Piece(" y", style: .bold)]) == "***x* y**")
    #expect(line([Piece(" ", style: .bold), Piece("z")]) == "z")
    #expect(line([Piece("Hay!"), Piece("trang", link: "https://a.example")]) == "Hay\\![trang](https://a.example)")
  }

  @Test(
    arguments: [
      ("javascript:alert(1)", nil), ("file:///etc/passwd", nil), ("#_Toc1", nil),
      ("HTTP://a.example/(1)", "HTTP://a.example/%281%29"),
      ("https://a.example/đ b", "https://a.example/%C4%91%20b"),
    ] as [(String, String?)])
  func `only the web and mail are linked`(address: String, target: String?) {
    #expect(LinkTarget.allowed(address) == target)
  }
}

struct TypedListsTests {
  @Test(arguments: ["- Đọc số", "-Đọc số", "• Đọc số", "+ Đọc số"])
  func `typed bullets are found`(line: String) {
    #expect(TypedLists.mark(of: [Piece(line)]) != nil)
  }

  @Test(arguments: ["+ 3,80", "- 5 độ", "-5", "---", "– Cậu đi đâu đấy?", "-", "+"])
  func `sums and conversations are no lists`(line: String) {
    #expect(TypedLists.mark(of: [Piece(line)]) == nil)
  }
}
