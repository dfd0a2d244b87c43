import Foundation
import Testing
import Yams

@testable import HosoFormats

/// What the reader of plain YAML reads, Yams reads alike; what it leaves to Yams it may not half read.
struct PlainYAMLTests {
  private func expectAlike(_ text: String) throws {
    guard let plain = PlainYAML.read(text) else { return }
    let node = try Yams.compose(yaml: text, .basic, .default, .utf8)
    #expect(try YAMLValue(#require(node)).withoutPlaces == plain.withoutPlaces, "\(text)")
    #expect(try YAMLValue(#require(node)).lines == plain.lines, "\(text)")
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
    // What Yams refuses, this may not accept.
    guard (try? Yams.compose(yaml: text, .basic, .default, .utf8)) != nil else {
      #expect(PlainYAML.read(text) == nil, "\(text)")
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
      guard let text = String(validating: bytes, as: UTF8.self), PlainYAML.read(text) != nil else { continue }
      #expect((try? Yams.compose(yaml: text, .basic, .default, .utf8)) != nil, "\(text)")
      try expectAlike(text)
    }
  }
}

extension YAMLValue {
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
