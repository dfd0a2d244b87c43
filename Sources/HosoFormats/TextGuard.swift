internal import HosoCore

/// The bytes of a record are text that means one thing everywhere.
enum TextGuard {
  /// At most this many bytes in a record of text.
  static let largest = 2 * 1024 * 1024

  /// Reports what is wrong with `bytes`; false where they cannot be read as text at all.
  static func check(_ bytes: [UInt8], path: String, report: (Diagnostic) -> Void) -> Bool {
    guard bytes.count <= largest else {
      report(Diagnostic(.fileTooLarge, path: path, facts: ["limit": "2 MB"]))
      return false
    }
    if bytes.isEmpty {
      report(Diagnostic(.emptyRecord, path: path, line: 1))
      return false
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      report(Diagnostic(.notUTF8, path: path, line: 1, column: 1))
      return false
    }
    if let nul = bytes.firstIndex(of: 0) {
      let place = position(of: nul, in: bytes)
      report(Diagnostic(.binaryContent, path: path, line: place.line, column: place.column, facts: ["ending": "text"]))
      return false
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let place = position(of: error.byteOffsets.lowerBound, in: bytes)
      report(Diagnostic(.notUTF8, path: path, line: place.line, column: place.column))
      return false
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      report(Diagnostic(.byteOrderMark, path: path, line: 1, column: 1))
      return false
    }
    if let carriage = bytes.firstIndex(of: 0x0D) {
      let place = position(of: carriage, in: bytes)
      report(Diagnostic(.carriageReturn, path: path, line: place.line, column: place.column))
      return false
    }
    checkLines(bytes, path: path, report: report)
    return true
  }

  /// Conflict markers and combining marks, in one pass over the bytes.
  private static func checkLines(_ bytes: [UInt8], path: String, report: (Diagnostic) -> Void) {
    bytes.withUnsafeBufferPointer { text in
      var isDecomposed = false
      var index = 0
      let end = text.count
      while index < end {
        let byte = text[index]
        // U+0300...U+036F is CC 80 ... CD AF.
        if !isDecomposed, byte == 0xCC || (byte == 0xCD && index + 1 < end && text[index + 1] <= 0xAF) {
          isDecomposed = true
          let place = position(of: index, in: bytes)
          report(Diagnostic(.notNFC, path: path, line: place.line, column: place.column))
        }
        let isLineStart = index == 0 || text[index - 1] == 0x0A
        if isLineStart, byte == 0x3C || byte == 0x3E, index + 7 < end,
          (0..<7).allSatisfy({ text[index + $0] == byte }), text[index + 7] == 0x20
        {
          report(Diagnostic(.conflictMarker, path: path, line: position(of: index, in: bytes).line))
          return
        }
        index += 1
      }
    }
  }

  /// 1-based line and column, in bytes.
  static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var start = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
      line += 1
      start = index + 1
    }
    return (line, offset - start + 1)
  }
}
