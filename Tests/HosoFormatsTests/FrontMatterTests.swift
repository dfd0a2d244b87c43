internal import HosoCore
internal import HosoFormats
internal import Testing

struct FrontMatterTests {
  private func read(_ block: String) throws -> Reading {
    try Reading(markdown: Array("---\n\(block)\n---\n# Bài\n".utf8))
  }

  private static let pieces = [
    "a", "b", "Toán", "tiếng Việt", "đ", " ", " ", " ", "1", "010", "1e3", ":", "#", "-", "?", "*", "&", "!", "|", ">",
    "%",
    "@", "`", "'", "\"", "[", "]", "{", "}", ",", "~", "=", "<", "\\", "/", ".", "null", "NO", "😀", "\u{A0}", "\u{85}",
    "\u{2028}", "\u{81}", "\u{9F}", "\u{AD}", "\u{200B}", "\u{FFFE}", "©", "¨", "\u{E000}", "\u{FEFF}",
  ]

  @Test(arguments: 0..<10)
  func `a block of plain lines says what YAML says`(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    for _ in 0..<300 {
      let lines = (0..<Int.random(in: 1...3, using: &chance)).map { index in
        let value = (0..<Int.random(in: 0...6, using: &chance)).compactMap { _ in
          Self.pieces.randomElement(using: &chance)
        }
        let gap = [" ", "  ", ""].randomElement(using: &chance) ?? ""
        return ["mon", "ngay-day", "a_1"][index] + ":" + gap + value.joined()
      }
      let block = lines.joined(separator: "\n")
      let direct = try read(block)
      // One quoted line sends the whole block through libyaml.
      let judged = try read(block + "\nz: \"q\"")
      let fields = direct.record?.fields.map(\.summary)
      #expect(fields == judged.record?.fields.dropLast().map(\.summary), "\(block.debugDescription)")
      #expect(Set(direct.faults.map(\.id)) == Set(judged.faults.map(\.id)), "\(block.debugDescription)")
    }
  }

  @Test(arguments: [
    "NO", "yes", "010", "0x1F", "12:30:45", "1e3", "~", "null", "2024-10-05", "1_000", ".inf", "=", "on",
  ])
  func `a value is the text that was written`(value: String) throws {
    for block in ["a: \(value)", "a: \(value)\nb: \"q\"", "a: \"\(value)\"", "a: '\(value)'"] {
      #expect(try read(block).record?.fields.first?.value == value, "\(block)")
    }
  }

  @Test(arguments: [
    ("a: &x 1", "yaml-anchor 2"), ("b: 1\na: *x", "yaml-anchor 3"), ("a: !!int 1", "yaml-anchor 2"),
    ("a: !x 1", "yaml-anchor 2"), ("<<: {a: 1}", "yaml-anchor 2"), ("\ta: 1", "yaml-anchor 2"),
    ("a: 1\na: 2", "duplicate-field 3"), ("\"a\": 1\na: 2", "duplicate-field"), ("a: [1]", "yaml-syntax 2"),
    ("a: {b: 1}", "yaml-syntax 2"), ("- a", "yaml-syntax 2"), ("a: \"b", "yaml-syntax"), ("a", "yaml-syntax 2"),
    ("a: |\n  b\nc", "yaml-syntax"), ("--- x", "yaml-anchor 2"), ("%YAML 1.2", "yaml-anchor 2"),
    ("...", "yaml-anchor 2"),
    ("a: " + String(repeating: "[", count: 4000), "yaml-anchor 2"),
    ("a: " + String(repeating: "[", count: 10_000), "front-matter-unclosed 1"),
    ("a: " + String(repeating: "{", count: 4000), "yaml-anchor 2"), ("a: b: c", "yaml-syntax 2"), ("", "yaml-syntax 2"),
  ])
  func `a block that says more than names and texts is refused`(block: String, fault: String) throws {
    let places = try read(block).places
    #expect(places.count == 1 && places.first?.hasPrefix(fault) == true, "\(places)")
  }

  @Test(arguments: [
    ("# Bài\n", "front-matter-missing 1"), ("----\na: 1\n---\n", "front-matter-missing 1"),
    ("--- \na: 1\n---\n", "front-matter-missing 1"), ("---\na: 1\n", "front-matter-unclosed 1"),
    ("---", "front-matter-unclosed 1"), ("---\na: 1\n--- \n", "front-matter-unclosed 1"),
  ])
  func `the block stands between two lines of its own`(text: String, fault: String) throws {
    let reading = try Reading(markdown: Array(text.utf8))
    #expect(reading.record == nil)
    #expect(reading.places == [fault])
  }

  @Test(arguments: ["Trò chơi & hát", "a *b*", "x << y", "Nhảy! [vui]", "a {b", "C&A, *d"])
  func `a plain value keeps its marks beside a quoted one`(value: String) throws {
    #expect(try read("a: \(value)\nb: \"q\"").record?.fields.first?.value == value)
  }

  @Test func `lines and columns are those of the file`() throws {
    let record = try #require(try read("mon: toan\nlop:   4a\nbai:").record)
    #expect(record.fields.map(\.summary) == ["mon=toan 2:6", "lop=4a 3:8", "bai= 4"])
    #expect(record.body.line == 6)
    #expect(record.outline.headings.map(\.line) == [6])
  }
}

extension Field {
  /// All of it; an empty value has no column.
  fileprivate var summary: String { "\(name)=\(value) \(line)" + (value.isEmpty ? "" : ":\(column)") }
}
