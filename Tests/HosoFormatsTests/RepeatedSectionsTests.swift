import HosoCore
import HosoFormats
import Testing

/// A template may have the same heading below several others: the four parts of each activity of CV 5512.
struct RepeatedSectionsTests {
  private static let kind = Result {
    func section(_ title: String, _ level: Int, _ aliases: [String] = []) -> SectionSchema {
      SectionSchema(
        title: title, level: level, isRequired: true, mayBeEmpty: false, aliases: aliases, isOpenAfterApproval: false)
    }
    let parts = ["a) Mục tiêu", "b) Nội dung"].map { section($0, 4) }
    return Kind(
      id: "plan", code: "K4", title: Localized(vi: "Kế hoạch", en: "Plan"),
      place: try PathTemplate("{year}/bai/{slug}.md"), format: .markdown, fields: [],
      sections: [section("I. Mục tiêu", 2), section("II. Tiến trình", 2), section("1. Mở đầu", 3, ["Khởi động"])]
        + parts + [section("2. Luyện tập", 3)] + parts)
  }

  private func faults(_ text: String) throws -> [String] {
    let kind = try Self.kind.get()
    var tree = MemoryTree()
    tree.files[Array("2024-2025/bai/x.md".utf8)] = .init(bytes: Array(text.utf8), mode: MemoryTree.plain)
    let sample = try #require(try RecordReader().rulebook(of: MemoryTree.sample()) { _ in })
    let rulebook = Rulebook(
      school: sample.school, people: [:], teams: [:], classes: [:], subjects: [:], grants: [], kinds: [kind],
      calendars: sample.calendars, assignments: [:], signers: [])
    let gate = Gate(rulebook: rulebook, reader: RecordReader())
    let context = RuleContext(rulebook: rulebook, snapshot: tree, reader: RecordReader())
    let path = try RecordPath("2024-2025/bai/x.md")
    var faults: [Diagnostic] = []
    try gate.check(path, try #require(tree.entry(at: path)), in: context) { faults.append($0) }
    return faults.map { fault in
      let within = fault.facts["within"].flatMap { $0.isEmpty ? nil : " < " + $0 } ?? ""
      return "\(fault.id.rawValue) \(fault.line ?? 0) \(fault.facts["section"] ?? "")\(within)"
    }
  }

  private static let sound = """
    # Bài 1

    ## I. Mục tiêu

    Đọc được.

    ## II. Tiến trình

    ### 1. Khởi động (5 phút)

    #### a) Mục tiêu

    Vui.

    #### b) Nội dung

    Trò chơi.

    ### Luyện tập

    #### a. Mục tiêu

    Thạo.

    #### b) Nội dung

    Bài 1.

    """

  @Test func `parts of the same name below other headings are sections of their own`() throws {
    #expect(try faults(Self.sound) == [])
  }

  @Test func `a part that one activity lacks is named with its activity`() throws {
    let text = Self.sound.replacing("#### b) Nội dung\n\nBài 1.\n", with: "")
    #expect(try faults(text) == ["missing-section 21 b) Nội dung < 2. Luyện tập"])
  }

  @Test func `a part that is twice in one activity is found at its second heading`() throws {
    let text = Self.sound.replacing("Trò chơi.\n", with: "Trò chơi.\n\n#### b) Nội dung\n\nHát.\n")
    #expect(try faults(text) == ["duplicate-section 19 b) Nội dung"])
  }

  @Test func `an empty part is found in its own activity`() throws {
    #expect(try faults(Self.sound.replacing("Thạo.\n\n", with: "")) == ["empty-section 21 a) Mục tiêu"])
  }

  @Test func `parts in the wrong order are found in their own activity`() throws {
    let first = "#### a. Mục tiêu\n\nThạo.\n\n"
    let second = "#### b) Nội dung\n\nBài 1.\n"
    let text = Self.sound.replacing(first + second, with: second + "\n" + first)
    #expect(try faults(text) == ["section-order 25 a) Mục tiêu"])
  }

  @Test func `parts below a heading that the template does not know are not taken for another activity's`() throws {
    let text = Self.sound.replacing("### Luyện tập", with: "### Trò chơi tự do")
    #expect(
      try faults(text) == [
        "missing-section 15 2. Luyện tập", "missing-section 15 a) Mục tiêu < 2. Luyện tập",
        "missing-section 15 b) Nội dung < 2. Luyện tập",
      ])
  }
}
