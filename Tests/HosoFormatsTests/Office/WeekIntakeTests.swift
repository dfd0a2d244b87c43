import HosoCore
import Testing

@testable import HosoFormats

/// Word files with the plans of a week.
struct WeekIntakeTests {
  private func file(_ name: String) async throws -> ConvertedFile {
    try await OfficeIntake().read(OfficeFixtures.bytes(name), ending: "docx", sections: OfficeFixtures.sections)
  }

  @Test func `a week becomes its lessons`() async throws {
    let file = try await file("tuan-07.docx")
    let rule = String(repeating: "=", count: 40) + "\n"
    let text = file.lessons.map { OfficeFixtures.summary($0) + "\n" + $0.markdown }.joined(separator: rule)
    try OfficeFixtures.expect(text, equals: "tuan-07.expected.md")
    #expect(file.losses.isEmpty)
  }

  @Test func `nothing of a week is lost`() async throws {
    // Header lines stand in the front matter; every other word is in one of the lessons.
    let text = try await file("tuan-07.docx").lessons.map(\.markdown).joined()
    for word in [
      "Cân đồng hồ", "Khổ 3", "kho thóc", "(Sách giáo khoa trang 52)", "tải trọng", "KÍ DUYỆT CỦA TỔ TRƯỞNG",
    ] {
      #expect(text.ranges(of: word).count == 1, "\(word)")
    }
  }

  @Test func `a frame around the whole week falls away`() async throws {
    #expect(try await file("week-framed.docx") == file("tuan-07.docx"))
  }

  @Test func `a lesson with a missing section is one of five`() async throws {
    let lessons = try await file("week-gap.docx").lessons
    #expect(lessons.count == 5)
    #expect(lessons.indices.filter { !lessons[$0].markdown.contains("### 3.3. Luyện tập, thực hành") } == [2])
  }

  @Test func `a lesson that mentions its headings is one`() async throws {
    let file = try await file("mention.docx")
    #expect(file.lessons.count == 1)
    #expect(file.lessons[0].markdown.contains("Giáo án tuần 6 đã có."))
  }

  @Test(arguments: [
    ("Tuần 7: Từ ngày 21/10/2024 đến ngày 25/10/2024", "7"), ("KẾ HOẠCH BÀI DẠY TUẦN 07", "7"), ("TUẦN 12.", "12"),
    ("Giáo án tuần 5 (từ 7/10 đến 11/10)", "5"),
  ])
  func `the line of a week says its number`(line: String, week: String) {
    var header = HeaderLines()
    let isRead = header.read(line)
    #expect(isRead && header.fields == ["tuan": week])
  }

  @Test(arguments: ["Tuần 5 lớp đi thăm vườn", "Tuần này", "Giáo án tuần sau"])
  func `other lines of a week are left alone`(line: String) {
    var header = HeaderLines()
    let isRead = header.read(line)
    #expect(!isRead)
  }
}
