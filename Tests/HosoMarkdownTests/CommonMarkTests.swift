import Foundation
import HosoMarkdown
import Testing

struct CommonMarkTests {
  private struct Example: Decodable {
    let markdown: String
    let example: Int
  }

  private static let specification = "/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json"

  /// Nothing differs but what ``normalised(_:)`` makes equal; no example is listed as an exception.
  @Test func `the 652 examples of CommonMark are rendered as cmark renders them`() throws {
    let data = try Data(contentsOf: URL(filePath: Self.specification))
    let examples = try JSONDecoder().decode([Example].self, from: data)
    #expect(examples.count == 652)
    for example in examples {
      let ours = normalised(rendered(example.markdown))
      let theirs = normalised(try judged(by: "cmark", [], example.markdown))
      #expect(ours == theirs, "example \(example.example): \(example.markdown)")
    }
  }
}
