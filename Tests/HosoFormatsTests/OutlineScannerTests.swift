internal import Foundation
internal import HosoCore
internal import HosoFormats
internal import Testing

/// The headings that the scanner finds are those of the program `cmark`.
struct OutlineScannerTests {
  private static let snippets = [
    "# Một\n## Hai\n###### Sáu\n####### Bảy\n", "#Một\n#hashtag\n# \n#\n", "   # Ba dấu cách\n\n    # Bốn dấu cách\n",
    "# Một #\n## Hai ##   \n# C#\n", "#\tTab\n", "Một\n===\n\nHai\n---\n", "Một\n=\n\nHai\n-\n", "Một\nhai\n===\n",
    "Một\n\n---\n", "---\n\nMột\n", "- mục\n---\n", "> trích\n---\n", "| a | b |\n\n---\n",
    "```\n# trong mã\n```\n# Ngoài\n", "~~~~\n# a\n~~~\n# b\n~~~~\n# Ngoài\n", "```swift\n# a\n", "``` a`b\n# Ngoài\n",
    "````\n```\n# a\n````\n# Ngoài\n", "   ```\n# a\n   ```\n# Ngoài\n", "    ```\n# Ngoài\n",
    "chữ\n    # chưa phải mã\n",
    "\n    mã\n    # a\n\n# Ngoài\n", "chữ\n# Ngay sau\nchữ\n", "`# a`\n", "* * *\n# a\n", "***\n\na\n***\n",
    "Hai\n--- ---\n",
    "Một\n====  \n", "Một\n= =\n", "# Một\n===\n", "Một  \n===\n", "   Một\n  ===\n", "Một\n    ===\n",
    "<div>\n# trong HTML\n</div>\n\n# Ngoài\n", "<!--\n# a\n-->\n# Ngoài\n", "1. một\n\n2. hai\n# Ngoài\n",
    "- a\n\n  b\n\n# Ngoài\n", "# a\n\n\n\n\n## b\n", "\\# a\n", "+ a\n===\n", "5) a\n---\n", "```\na\n```\n---\n",
    "1. một\n---\n", "~~~ a`b ~\n# a\n~~~\n# Ngoài\n", "Một\n===\n---\n", "#\n##\nchữ\n", "chữ\n```\n# a\n```\n===\n",
    "- a\nchữ\n---\n", "> a\nchữ\n===\n", "- a\n\nchữ\n---\n", "<!-- a -->\n# Ngoài\n",
    "a\n<!-- b\n\n# c\n-->\n\n# Ngoài\n",
    "<p>a</p>\n# a\n", "</div>\n# a\n\n# Ngoài\n",
  ]

  @Test(arguments: snippets)
  func `a tricky text has the headings that cmark finds`(text: String) throws {
    let record = try #require(try Reading(plain: Array(text.utf8)).record)
    #expect(record.outline.headings.map { "\($0.level) \($0.title)" } == (try Self.headings(text)))
  }

  @Test func `every record of the sample school has the headings that cmark finds`() throws {
    let records = try MemoryTree.sample().files.filter { $0.key.suffix(3).elementsEqual(".md".utf8) }
    #expect(records.count > 50)
    for (path, file) in records.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let reading =
        file.bytes.starts(with: "---\n".utf8)
        ? try Reading(markdown: file.bytes) : try Reading(plain: file.bytes)
      let record = try #require(reading.record, "\(String(decoding: path, as: UTF8.self))")
      let body = String(decoding: file.bytes.dropFirst(record.body.offset), as: UTF8.self)
      #expect(record.outline.headings.map { "\($0.level) \($0.title)" } == (try Self.headings(body)))
    }
  }

  /// Level and text of each heading of `cmark -t xml` that stands at the top, not in a list or quotation.
  private static func headings(_ text: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/cmark")
    process.arguments = ["-t", "xml"]
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // The texts given here are smaller than the buffer of a pipe.
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let xml = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return xml.matches(of: #/(?s)\n  <heading level="([1-6])"(?: \/>|>(.*?)<\/heading>)/#).map { match in
      let inside = (match.2 ?? "").replacing("<softbreak />", with: "<text> </text>")
      let words = inside.matches(of: #/<(?:text|code)[^>]*>([^<]*)</#).map { String($0.1) }.joined()
      return "\(match.1) \(unescaped(words))"
    }
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")].reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
