/// The lines that all tag files of a bag are made of.
enum TagText {
  /// Lines with their 1-based numbers; LF, CR and CRLF end a line (RFC 8493 2.1.3).
  static func lines(of text: [UInt8]) -> [(number: Int, bytes: ArraySlice<UInt8>)] {
    var lines: [(number: Int, bytes: ArraySlice<UInt8>)] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      if text[index] == 0x0A || text[index] == 0x0D {
        lines.append((lines.count + 1, text[start..<index]))
        if text[index] == 0x0D, index + 1 < text.endIndex, text[index + 1] == 0x0A { index += 1 }
        start = index + 1
      }
      index += 1
    }
    if start < text.endIndex { lines.append((lines.count + 1, text[start...])) }
    return lines
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// `bagit.txt`: which version of BagIt a bag is made by.
enum BagDeclaration {
  static let name = "bagit.txt"
  static let text = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

  /// Whether `text` declares a version that hoso can check; to the letter, as the conformance suite asks.
  static func isReadable(_ text: [UInt8]) -> Bool {
    let lines = TagText.lines(of: text).map { String(decoding: $0.bytes, as: UTF8.self) }
    return lines.count == 2
      && ["BagIt-Version: 1.0", "BagIt-Version: 0.97"].contains(lines[0])
      && lines[1] == "Tag-File-Character-Encoding: UTF-8"
  }
}
