import Foundation
import HosoCore
import HosoMessages
import Testing
import Yams

@testable import HosoFormats

/// Yams judges both of ours: what they read, it reads alike; what the plain one leaves to the other it may not half read. It
/// brings a libyaml of its own, which is the one that runs here: judged is the tree that is built on it.
struct PlainYAMLTests {
  private func expectAlike(_ text: String) throws {
    let judged = try #require(try YAMLValue.judged(text))
    do throws(YAMLReader.Fault) {
      let own = try YAMLReader.read(text)
      #expect(own == judged, "\(text)")
    } catch {
      // YAML, but not wanted: only where such a thing can stand.
      #expect(error.kind == .forbidden || error.detail == "a key that is no text", "\(text)")
      #expect(text.contains { "&*!?[{".contains($0) }, "\(text)")
      #expect(PlainYAML.read(text) == nil, "\(text)")
      return
    }
    guard let plain = PlainYAML.read(text) else { return }
    #expect(judged.withoutPlaces == plain.withoutPlaces, "\(text)")
    #expect(judged.lines == plain.lines, "\(text)")
  }

  private static let kinds = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "sample-repo/.hoso/kinds")

  @Test func `the kinds of the sample are plain and read as Yams reads them`() throws {
    let files = try FileManager.default.contentsOfDirectory(at: Self.kinds, includingPropertiesForKeys: nil)
    #expect(files.count > 10)
    for file in files where file.pathExtension == "yml" {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(PlainYAML.read(text) != nil, "\(file.lastPathComponent)")
      try expectAlike(text)
    }
  }

  @Test(arguments: [
    "a: 1", "a:\n  b: c\n", "a:\n- b\n- c: d\n  e: f\n", "a: [x, y z, \"q, r\", 's']", "a: {b: -1, c: {d: []}}",
    "a: {}",
    "# c\n\na: x # no\n", "a: b: c", "a: \"x\\n\"", "a: 'it''s'", "a: |\n  text\n", "a: x\n  y\n", "a: x\n y: z\n",
    "a:\n",
    "a: b\na: c", "a: *x", "a: &x y", "a: !!int 1", "<<: {a: b}", "a: {b: c, b: d}", "a: [x: y]", "a: {b}", "a: [x,]",
    "a: http://x/y", "a: {b: http://x}", "a: {b: c:d}", "a: {b: x#y}", "a: {b: x #y}", "a: -", "a: - b", "a: -x",
    "a:  x  ",
    "a:\n    - b: c\n      d: e\n    - f\n", "a:\n  - b\n c: d\n", "a:\n  - - b\n", "a: \"x\" y", "a: {b: \"x\"y}",
    "a:x", "- a",
    "a: {\n  b: c}\n", "a: ~", "a: null", "a: =", "a: <b", "a: x\u{2028}y", "a: x\u{85}y", "a:\tb", "\u{FEFF}a: b",
    "a: {b: [1, 2], c: x}\nd:\n  - {e: f}\n", "---\na: b\n", "a: b\n...\n", "a: [[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]",
    "a: x,y",
    "a: ]x", "a: x]", "a: {b: c]}", "a: 'x'\nb: 'y'", "a: 5 (năm)\nb: Ngày 3/9", "a: [a, , b]", "a: ? x", "a: ,x",
    "a.b: c",
    "a:\n  b:\n  - c\n  d: e\n", "a:\n  - b: [c, d]\n    e:\n      - f\n", "A-1_b: x", "a: @x", "a: `x`", "a: %x",
  ]) func `odd forms are read alike or left alone`(text: String) throws {
    // What Yams refuses, these may not accept.
    guard (try? YAMLValue.judged(text)) != nil else {
      #expect(PlainYAML.read(text) == nil, "\(text)")
      #expect((try? YAMLReader.read(text)) == nil, "\(text)")
      return
    }
    try expectAlike(text)
  }

  @Test(arguments: 0..<40) func `mangled kinds are read alike or left alone`(seed: Int) throws {
    var chance = Chance(seed: UInt64(seed + 1))
    let marks = Array("{}[],:-#'\"&*!|> \n\\?x".utf8)
    let files = try FileManager.default.contentsOfDirectory(at: Self.kinds, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yml" }.sorted { $0.path < $1.path }
    for file in files {
      var bytes = Array(try Data(contentsOf: file))
      for _ in 0..<(1 + seed % 4) {
        let place = Int(chance.next() % UInt64(bytes.count))
        switch chance.next() % 3 {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(marks[Int(chance.next() % UInt64(marks.count))], at: place)
        default: bytes[place] = marks[Int(chance.next() % UInt64(marks.count))]
        }
      }
      guard let text = String(validating: bytes, as: UTF8.self) else { continue }
      guard (try? YAMLValue.judged(text)) != nil else {
        #expect(PlainYAML.read(text) == nil, "\(text)")
        #expect((try? YAMLReader.read(text)) == nil, "\(text)")
        continue
      }
      try expectAlike(text)
    }
  }

  @Test(arguments: [
    ("a: b\nc: [d\n", 3, "did not find expected ',' or ']'"), ("a: \"b\n", 2, "found unexpected end of stream"),
    ("a: b\n  c: d\n", 2, "mapping values are not allowed in this context"),
    ("a: b\nc: \"\u{1}\"\n", 2, "control characters are not allowed"), ("a: b\n--- \nc: d\n", 2, "another document"),
    ("a: [b, ? [c] : d]", 1, "a key that is no text"), ("? [a]\n: b\n", 1, "a key that is no text"),
    ("a: " + String(repeating: "[", count: 120) + String(repeating: "]", count: 120), 1, "nested deeper than 100"),
  ]) func `a fault has the line where it is, and words in both languages`(text: String, line: Int, detail: String) {
    #expect(throws: YAMLReader.Fault(line: line, detail: detail)) { try YAMLReader.read(text) }
    for language in [Language.vietnamese, .english] {
      let fault = Diagnostic(.yamlSyntax, path: "a.yml", line: line, facts: ["detail": detail])
      #expect(!Catalogue(language).summary(of: fault).contains(detail))
    }
  }

  @Test(arguments: [
    ("a: b\nc: [*b]", 2, "alias"), ("{\"a\":*b}", 1, "alias"), ("{\"a\":&x b}", 1, "anchor or tag"),
    ("a: b\nc: &x\n  d: e\n", 2, "anchor or tag"), ("a: !!seq [b]", 1, "anchor or tag"),
    ("!!map {a: b}", 1, "anchor or tag"),
    ("{\"a\":!!int b}", 1, "anchor or tag"),
  ]) func `anchors, aliases and tags are refused wherever they stand`(text: String, line: Int, detail: String) {
    #expect(throws: YAMLReader.Fault(line: line, detail: detail, kind: .forbidden)) { try YAMLReader.read(text) }
  }

  @Test func `a key given twice is found where it is given again`() {
    #expect(throws: YAMLReader.Fault(line: 5, detail: "d", kind: .duplicate)) {
      try YAMLReader.read("a: b\nc:\n  d: e\n  f: g\n  'd': h\nd: i\n")
    }
  }

  @Test(arguments: ["", "# nothing\n", "\n\n"]) func `where nothing stands, nothing is read`(text: String) throws {
    #expect(try YAMLReader.read(text) == nil)
  }
}

extension YAMLValue {
  /// What Yams reads; nil where it reads nothing.
  static func judged(_ text: String) throws -> YAMLValue? {
    try Yams.compose(yaml: text, .basic, .default, .utf8).map { YAMLValue($0) }
  }

  private init(_ node: Node) {
    let content: Content =
      switch node {
      case .scalar(let scalar): .scalar(scalar.string)
      case .sequence(let sequence): .sequence(sequence.map { YAMLValue($0) })
      case .mapping(let mapping):
        .mapping(
          mapping.map { key, value in
            Pair(name: key.scalar?.string ?? "", value: YAMLValue(value), line: key.mark?.line ?? 0)
          })
      case .alias: .scalar("*")
      }
    self.init(content, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }

  /// Without lines and columns.
  var withoutPlaces: YAMLValue {
    switch content {
    case .scalar(let text): YAMLValue(.scalar(text), line: 0, column: 0)
    case .sequence(let values): YAMLValue(.sequence(values.map(\.withoutPlaces)), line: 0, column: 0)
    case .mapping(let pairs):
      YAMLValue(
        .mapping(pairs.map { Pair(name: $0.name, value: $0.value.withoutPlaces, line: 0) }), line: 0, column: 0)
    }
  }

  /// The lines of all keys.
  fileprivate var lines: [Int] {
    switch content {
    case .scalar: []
    case .sequence(let values): values.flatMap(\.lines)
    case .mapping(let pairs): pairs.flatMap { [$0.line] + $0.value.lines }
    }
  }
}
