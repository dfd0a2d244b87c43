internal import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

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
    if let nul = first(0, in: bytes) {
      let place = position(of: nul, in: bytes)
      report(Diagnostic(.binaryContent, path: path, line: place.line, column: place.column, facts: ["ending": "text"]))
      return false
    }
    if !bytes.withUnsafeBytes(UTF8Check.isValid) {
      let place = position(of: firstFault(in: bytes), in: bytes)
      report(Diagnostic(.notUTF8, path: path, line: place.line, column: place.column))
      return false
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      report(Diagnostic(.byteOrderMark, path: path, line: 1, column: 1))
      return false
    }
    if let carriage = first(0x0D, in: bytes) {
      let place = position(of: carriage, in: bytes)
      report(Diagnostic(.carriageReturn, path: path, line: place.line, column: place.column))
      return false
    }
    return checkLines(bytes, path: path, report: report)
  }

  /// Conflict markers, which leave nothing to read, and combining marks.
  private static func checkLines(_ bytes: [UInt8], path: String, report: (Diagnostic) -> Void) -> Bool {
    // U+0300...U+036F is CC 80 ... CD AF; neither byte stands elsewhere in UTF-8 but as the first of a letter.
    let marks = [first(0xCC, in: bytes), first(0xCD, in: bytes)].compactMap(\.self)
    if let mark = marks.min(), bytes[mark] == 0xCC || bytes[mark + 1] <= 0xAF {
      let place = position(of: mark, in: bytes)
      report(Diagnostic(.notNFC, path: path, line: place.line, column: place.column))
    }
    for marker in [UInt8(ascii: "<"), UInt8(ascii: ">")] {
      var start = 0
      while let found = first(marker, in: bytes, from: start) {
        let run = bytes[found...].prefix(8)
        if found == 0 || bytes[found - 1] == 0x0A, run.count == 8, run.prefix(7).allSatisfy({ $0 == marker }),
          run.last == 0x20
        {
          report(Diagnostic(.conflictMarker, path: path, line: position(of: found, in: bytes).line))
          return false
        }
        start = found + 1
      }
    }
    return true
  }

  /// Where `bytes`, which are no UTF-8, cease to be it.
  private static func firstFault(in bytes: [UInt8]) -> Int {
    do {
      _ = try UTF8Span(validating: bytes.span)
      preconditionFailure("the standard library and UTF8Check know the same UTF-8")
    } catch { return error.byteOffsets.lowerBound }
  }

  private static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int = 0) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard start < buffer.count, let base = buffer.baseAddress else { return nil }
      return memchr(base + start, Int32(byte), buffer.count - start).map { UnsafeRawPointer($0) - base }
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
