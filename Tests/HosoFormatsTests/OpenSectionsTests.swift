internal import HosoCore
internal import HosoFormats
internal import Testing

struct OpenSectionsTests {
  private static let text = """
    ---
    a: 1
    ---
    # Bài

    ## 1. Yêu cầu

    Chữ.

    ## 4. Điều chỉnh sau bài dạy

    Cũ.

    ### Chi tiết

    Cũ hơn.

    ## 5. Kết

    Hết.

    """

  private static func closed(_ text: String, isOpen: Bool = true) throws -> String {
    let kind = Kind(
      id: "plan", code: "K1", title: Localized(vi: "", en: ""), place: try PathTemplate("{year}/{slug}.md"),
      format: .markdown, fields: [],
      sections: [
        SectionSchema(
          title: "4. Điều chỉnh sau bài dạy", level: 2, isRequired: true, mayBeEmpty: true,
          aliases: ["Rút kinh nghiệm"], isOpenAfterApproval: isOpen)
      ])
    return String(decoding: OpenSections.closedText(of: Array(text.utf8), kind), as: UTF8.self)
  }

  @Test(arguments: [
    ("Cũ.", "Mới, dài hơn.\n\nHai đoạn."), ("Cũ hơn.", ""), ("Cũ.\n", "Cũ.\n\n\n"),
    ("Cũ.", "```\n## 5. Kết\n```\nMới."),
  ])
  func `a change in an open section leaves the rest equal`(old: String, new: String) throws {
    #expect(try Self.closed(Self.text.replacing(old, with: new)) == Self.closed(Self.text))
  }

  @Test(arguments: [
    ("Chữ.", "Chữ khác."), ("Hết.", ""), ("a: 1", "a: 2"), ("# Bài\n", "# Bài khác\n"), ("## 5. Kết", "## 5. Khác"),
    ("## 4. Điều chỉnh sau bài dạy", "## 4. Điều khác"), ("## 1. Yêu cầu", "## 4. Điều chỉnh sau bài dạy"),
    ("## 5. Kết\n\nHết.", "### 5. Kết\n\nHết."), ("## 5. Kết", "5. Kết"),
  ])
  func `a change elsewhere is a change`(old: String, new: String) throws {
    #expect(try Self.closed(Self.text.replacing(old, with: new)) != Self.closed(Self.text))
  }

  @Test func `an open section under its other wording is open too`() throws {
    let text = Self.text.replacing("4. Điều chỉnh sau bài dạy", with: "Rút kinh nghiệm")
    #expect(try Self.closed(text.replacing("Cũ.", with: "Mới.")) == Self.closed(text))
  }

  @Test func `without open sections all of the text counts`() throws {
    #expect(try Self.closed(Self.text, isOpen: false) == Self.text)
  }
}
