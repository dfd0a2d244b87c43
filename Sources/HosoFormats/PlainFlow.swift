/// Reads one line's value of plain YAML: a text, or a mapping or list in brackets.
struct PlainFlow {
  private let text: ArraySlice<UInt8>
  private let line: Int
  /// The column of the first byte.
  private let column: Int
  private var index: Int
  private var depth = 0

  /// At most so deep.
  private static let deepest = 16

  init(_ text: ArraySlice<UInt8>, line: Int, column: Int) {
    self.text = text
    self.line = line
    self.column = column
    index = text.startIndex
  }

  /// The value that takes all of it; nil where it is not plain.
  mutating func whole() -> YAMLValue? {
    skipSpaces()
    guard let first = byte else { return nil }
    let isOther = "{[\"'".utf8.contains(first)
    guard let value = isOther ? value() : plain(endsIn: []) else { return nil }
    skipSpaces()
    return index == text.endIndex ? value : nil
  }

  private var byte: UInt8? { index < text.endIndex ? text[index] : nil }

  private mutating func skipSpaces() { while byte == 0x20 { index += 1 } }

  private func made(_ content: YAMLValue.Content, at start: Int) -> YAMLValue {
    YAMLValue(content, line: line, column: column + start - text.startIndex)
  }

  private mutating func value() -> YAMLValue? {
    switch byte {
    case UInt8(ascii: "{"): return mapping()
    case UInt8(ascii: "["): return sequence()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted()
    default: return plain(endsIn: Array(",]}".utf8))
    }
  }

  private mutating func mapping() -> YAMLValue? {
    let start = index
    var pairs: [YAMLValue.Pair] = []
    guard open() else { return nil }
    while byte != UInt8(ascii: "}") {
      if !pairs.isEmpty {
        guard comma() else { return nil }
      }
      let from = index
      while let byte, PlainYAML.isNameByte(byte) { index += 1 }
      let name = text[from..<index]
      guard let first = name.first, first != UInt8(ascii: "-"), byte == UInt8(ascii: ":"),
        !pairs.contains(where: { $0.name.utf8.elementsEqual(name) })
      else { return nil }
      index += 1
      guard byte == 0x20 else { return nil }
      skipSpaces()
      guard let value = value() else { return nil }
      pairs.append(YAMLValue.Pair(name: String(decoding: name, as: UTF8.self), value: value, line: line))
      skipSpaces()
    }
    close()
    return made(.mapping(pairs), at: start)
  }

  private mutating func sequence() -> YAMLValue? {
    let start = index
    var values: [YAMLValue] = []
    guard open() else { return nil }
    while byte != UInt8(ascii: "]") {
      if !values.isEmpty {
        guard comma() else { return nil }
      }
      guard let value = value() else { return nil }
      values.append(value)
      skipSpaces()
    }
    close()
    return made(.sequence(values), at: start)
  }

  private mutating func open() -> Bool {
    depth += 1
    index += 1
    skipSpaces()
    return depth <= Self.deepest
  }

  private mutating func close() {
    depth -= 1
    index += 1
  }

  /// A comma and a value behind it.
  private mutating func comma() -> Bool {
    guard byte == UInt8(ascii: ",") else { return false }
    index += 1
    skipSpaces()
    return byte != nil && byte != UInt8(ascii: "}") && byte != UInt8(ascii: "]")
  }

  /// A text in quotes, without escapes.
  private mutating func quoted() -> YAMLValue? {
    let start = index
    guard let quote = byte else { return nil }
    index += 1
    while let byte, byte != quote, byte != UInt8(ascii: "\\") { index += 1 }
    guard byte == quote else { return nil }
    let content = text[start + 1..<index]
    index += 1
    // What touches a quote is an escape or a fault.
    if let byte, byte != 0x20, byte != UInt8(ascii: ","), byte != UInt8(ascii: "]"), byte != UInt8(ascii: "}") {
      return nil
    }
    return made(.scalar(String(decoding: content, as: UTF8.self)), at: start)
  }

  /// A text without quotes up to one of `ends` or the end of the line.
  private mutating func plain(endsIn ends: [UInt8]) -> YAMLValue? {
    let start = index
    guard let first = byte, !ends.contains(first) else { return nil }
    let isWord = (0x30...0x39).contains(first) || (0x41...0x5A).contains(first & 0xDF) || first >= 0x80
    if first == UInt8(ascii: "-") {
      // A number below zero.
      guard index + 1 < text.endIndex, (0x30...0x39).contains(text[index + 1]) else { return nil }
    } else if !isWord, "\"'&*!|>%@`[]{}#?:,~=<".utf8.contains(first) {
      return nil
    }
    var last: UInt8 = 0
    while let byte, !ends.contains(byte) {
      if byte == UInt8(ascii: "#"), last == 0x20 { return nil }
      if last == UInt8(ascii: ":"), byte == 0x20 || !ends.isEmpty && "[{".utf8.contains(byte) { return nil }
      if !ends.isEmpty, byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { return nil }
      last = byte
      index += 1
    }
    var end = index
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    guard text[end - 1] != UInt8(ascii: ":") else { return nil }
    return made(.scalar(String(decoding: text[start..<end], as: UTF8.self)), at: start)
  }
}
