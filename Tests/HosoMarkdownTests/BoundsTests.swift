import HosoMarkdown
import Testing

@Suite(.serialized)
struct BoundsTests {
  @Test(arguments: PathologicalText.all)
  func `no text stalls the renderer or makes a huge page`(text: PathologicalText) {
    let bytes = Array(text.text.utf8)
    var html: [UInt8] = []
    var outline = MarkdownOutline()
    let time = ContinuousClock().measure {
      outline = MarkdownRenderer().render(bytes, into: &html) { destination, _ in destination }
    }
    print(
      "| \(text.name) | \(Int(time / .milliseconds(1))) | \(outline.isPlainText ? "fell back" : "rendered") | \(html.count * 10 / bytes.count) |"
    )
    #expect(outline.isPlainText == text.isPlainText)
    #expect(html.count <= 20 * bytes.count)
    #expect(time < .seconds(60))
  }

  @Test func `a megabyte of lesson plans is rendered`() {
    let plan = """
      # Kế hoạch bài dạy: Phân số bằng nhau

      **Môn học:** Toán; lớp: 4A. *Thời gian:* 2 tiết. Ghi chú: ____________________ [nguồn](tai-lieu/nguon.md)

      ## Hoạt động

      1. Khởi động (5 phút)
         - Giáo viên: nêu câu hỏi `1/2`
           - Học sinh trả lời
      2. Luyện tập

      > Lưu ý: *kiểm tra* đồ dùng.

      | Hoạt động | Giáo viên | Học sinh |
      |:--|---|--:|
      | **Mở đầu** | Nêu vấn đề<br>Gợi ý | Trả lời |
      | Luyện tập | Phát phiếu | Làm bài |

      - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -

                                                                                Hà Nội, ngày 5 tháng 9
                                                                                - Hiệu trưởng


      """
    let source = String(repeating: plan, count: 1_000_000 / plan.utf8.count)
    let result = outline(source)
    #expect(!result.isPlainText)
    #expect(result.headings.count == 2 * (1_000_000 / plan.utf8.count))
  }

  @Test func `a megabyte of prose in one paragraph is rendered`() {
    let sentence = "Học sinh *chăm chỉ* làm bài tập về nhà, đọc `sách` và xem [trang](a.md) của lớp học mỗi ngày.\n"
    let prose = "Em rất thích môn Toán vì thầy giáo giảng bài dễ hiểu và vui tính.\n"
    let source = String(repeating: String(repeating: prose, count: 9) + sentence, count: 1_000_000 / 900)
    #expect(!outline(source).isPlainText)
  }

  @Test func `a text over 2 MiB is printed as it is, escaped`() {
    let html = rendered("<b>\"&\u{0}" + String(repeating: "x", count: 2 << 20))
    #expect(html.hasPrefix("<pre class=\"plain-text\">\n&lt;b&gt;&quot;&amp;\u{FFFD}xxx"))
    #expect(html.hasSuffix("x</pre>\n"))
  }

  @Test(arguments: [(32, false), (33, true)])
  func `33 containers are too deep`(depth: Int, isPlainText: Bool) {
    for marker in ["> ", "- ", "1. "] {
      #expect(outline(String(repeating: marker, count: depth) + "x\n").isPlainText == isPlainText)
    }
    let lists = (0..<depth).map { String(repeating: "  ", count: $0) + "- x\n" }.joined()
    #expect(outline(lists).isPlainText == isPlainText)
  }
}
