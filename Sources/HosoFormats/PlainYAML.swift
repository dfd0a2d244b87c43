/// Reads the plain forms of YAML in which rule files are written, ten times as fast as a reader of all of YAML.
///
/// These are: block mappings, block lists, mappings and lists in brackets on one line, and texts, quoted without escapes or
/// unquoted on one line. What it is not sure of it leaves to libyaml; what it reads, libyaml reads alike (`PlainYAMLTests`).
struct PlainYAML {
  /// One line that says something.
  private struct Line {
    let number: Int
    /// Spaces before the text.
    let indent: Int
    let text: ArraySlice<UInt8>
  }

  private let lines: [Line]
  private var next = 0

  /// What `text` says; nil where it is not of the plain forms.
  static func read(_ text: String) -> YAMLValue? {
    let bytes = Array(text.utf8)
    guard hasPlainBytes(bytes) else { return nil }
    var reader = PlainYAML(bytes)
    guard let first = reader.lines.first, first.indent == 0, let value = reader.mapping(indent: 0),
      reader.next == reader.lines.count
    else { return nil }
    return value
  }

  private init(_ bytes: [UInt8]) {
    var lines: [Line] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard let start = line.firstIndex(where: { $0 != 0x20 }), line[start] != UInt8(ascii: "#") else { continue }
      var end = line.endIndex
      while line[end - 1] == 0x20 { end -= 1 }
      lines.append(Line(number: index + 1, indent: start - line.startIndex, text: line[start..<end]))
    }
    self.lines = lines
  }

  /// No control characters, and none of the line ends and marks that YAML treats apart.
  private static func hasPlainBytes(_ bytes: [UInt8]) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      if byte < 0x20, byte != 0x0A { return false }
      if byte == 0x7F || (before.1 == 0xC2 && byte < 0xA0) { return false }
      if before == (0xE2, 0x80), byte == 0xA8 || byte == 0xA9 { return false }
      if before.0 == 0xEF, (before.1 == 0xBB && byte == 0xBF) || (before.1 == 0xBF && byte >= 0xBE) { return false }
      before = (before.1, byte)
    }
    return true
  }

  private var line: Line? { next < lines.count ? lines[next] : nil }

  // MARK: blocks

  private mutating func mapping(indent: Int, first: Line? = nil) -> YAMLValue? {
    var pairs: [YAMLValue.Pair] = []
    var begun = first
    guard let start = begun ?? line else { return nil }
    while let entry = begun ?? line, entry.indent == indent {
      if begun == nil { next += 1 }
      begun = nil
      let name = entry.text.prefix(while: PlainYAML.isNameByte)
      guard let head = name.first, head != UInt8(ascii: "-"),
        !pairs.contains(where: { $0.name.utf8.elementsEqual(name) })
      else { return nil }
      let rest = entry.text[name.endIndex...]
      guard rest.first == UInt8(ascii: ":") else { return nil }
      let value: YAMLValue?
      if rest.count == 1 {
        value = block(below: indent, of: entry)
      } else {
        guard rest.dropFirst().first == 0x20 else { return nil }
        value = inline(rest.dropFirst(), of: entry)
      }
      guard let value else { return nil }
      pairs.append(YAMLValue.Pair(name: String(decoding: name, as: UTF8.self), value: value, line: entry.number))
    }
    // What stands deeper than its neighbours goes on from a text.
    if let line, line.indent > indent { return nil }
    return YAMLValue(.mapping(pairs), line: start.number, column: indent + 1)
  }

  /// The value of a key that stands alone on its line.
  private mutating func block(below indent: Int, of entry: Line) -> YAMLValue? {
    guard let line else { return nil }
    if Self.isItem(line), line.indent >= indent { return sequence(indent: line.indent) }
    guard line.indent > indent else { return nil }
    return mapping(indent: line.indent)
  }

  private static func isItem(_ line: Line) -> Bool { line.text.starts(with: [0x2D, 0x20]) }

  private mutating func sequence(indent: Int) -> YAMLValue? {
    var values: [YAMLValue] = []
    guard let start = line else { return nil }
    while let entry = line, entry.indent == indent, Self.isItem(entry) {
      next += 1
      let rest = entry.text.dropFirst(2)
      guard let first = rest.first, first != 0x20, !rest.starts(with: [0x2D, 0x20]) else { return nil }
      let name = rest.prefix(while: PlainYAML.isNameByte)
      let behind = rest[name.endIndex...]
      let isEntry = !name.isEmpty && (behind.elementsEqual(":".utf8) || behind.starts(with: ": ".utf8))
      let value =
        isEntry
        ? mapping(indent: indent + 2, first: Line(number: entry.number, indent: indent + 2, text: rest))
        : inline(rest, of: entry)
      guard let value else { return nil }
      values.append(value)
    }
    if let line, line.indent > indent { return nil }
    return YAMLValue(.sequence(values), line: start.number, column: indent + 1)
  }

  // MARK: one line

  /// The value that takes the rest of a line.
  private func inline(_ text: ArraySlice<UInt8>, of line: Line) -> YAMLValue? {
    var flow = PlainFlow(text, line: line.number, column: line.indent + text.startIndex - line.text.startIndex + 1)
    return flow.whole()
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F || byte == 0x2D
  }
}
