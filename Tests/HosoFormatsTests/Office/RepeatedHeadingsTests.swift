import HosoCore
import Testing

@testable import HosoFormats

/// A plan after CV 5512 typed in Word: the parts of each activity have the same names.
struct RepeatedHeadingsTests {
  static let sections: [SectionSchema] = {
    func section(_ title: String, _ level: Int, _ aliases: [String] = []) -> SectionSchema {
      SectionSchema(
        title: title, level: level, isRequired: true, mayBeEmpty: false, aliases: aliases, isOpenAfterApproval: false)
    }
    let parts = [section("a) Mục tiêu", 4), section("b) Nội dung", 4)]
    return [section("I. Mục tiêu", 2), section("1. Về kiến thức", 3), section("III. Tiến trình dạy học", 2)]
      + [section("1. Hoạt động 1: Mở đầu", 3)] + parts + [section("2. Hoạt động 2: Luyện tập", 3)] + parts
  }()

  private func headings(_ lines: [String]) -> [String] {
    let blocks = lines.map { OfficeBlock.paragraph([Piece($0)]) }
    return PlanItems(blocks, SectionMatcher(Self.sections)).items.compactMap { item in
      guard case .section(let level, let title) = item else { return nil }
      return String(repeating: "#", count: level) + " " + title
    }
  }

  @Test func `each part becomes the heading of its own activity`() {
    let lines = [
      "I. MỤC TIÊU", "1. Về kiến thức:", "Nêu được quy tắc.", "III. TIẾN TRÌNH DẠY HỌC", "1. Hoạt động 1: Mở đầu (5’)",
      "a) Mục tiêu:", "Vui.", "b. Nội dung:", "Trò chơi.", "Hoạt động 2: Luyện tập", "a) Mục tiêu:", "Thạo.",
      "b) Nội dung:", "Bài 1.",
    ]
    #expect(
      headings(lines) == [
        "## I. Mục tiêu", "### 1. Về kiến thức", "## III. Tiến trình dạy học", "### 1. Hoạt động 1: Mở đầu (5 phút)",
        "#### a) Mục tiêu", "#### b) Nội dung", "### 2. Hoạt động 2: Luyện tập", "#### a) Mục tiêu", "#### b) Nội dung",
      ])
  }

  @Test func `a template without repeated titles is read as before`() {
    let matcher = SectionMatcher(OfficeFixtures.sections)
    let items = [
      PlanItem.section(level: 2, title: "4. Điều chỉnh sau bài dạy"), .section(level: 3, title: "3.1. Mở đầu"),
    ]
    #expect(matcher.inTurn(items) == items)
  }
}
