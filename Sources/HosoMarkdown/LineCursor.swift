/// A place in a line, in columns as CommonMark counts them: a tab goes to the next multiple of four.
struct LineCursor {
  /// The column up to which containers have taken the line.
  private(set) var column = 0
  /// The index of the first byte that is no blank.
  private(set) var next: Int
  /// The column of that byte.
  private(set) var nextColumn = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    next = start
    skipBlanks(bytes)
  }

  /// Columns between the containers and the first byte that is no blank.
  var indent: Int { nextColumn - column }

  func isAtEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    next >= bytes.count || isLineEnd(bytes[next])
  }

  func byte(_ bytes: UnsafeBufferPointer<UInt8>, after offset: Int = 0) -> UInt8 {
    next + offset < bytes.count ? bytes[next + offset] : UInt8(ascii: "\n")
  }

  /// Takes the marker of a quote, if there is one.
  mutating func takeQuote(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard indent <= 3, byte(bytes) == UInt8(ascii: ">") else { return false }
    takeMarker(bytes, width: 1)
    if indent > 0 { column += 1 }
    return true
  }

  /// Takes `width` columns of blanks, if there are so many.
  mutating func takeIndent(_ width: Int) -> Bool {
    guard indent >= width else { return false }
    column += width
    return true
  }

  /// Takes the marker of a list item and answers the indent that the item's next lines need, or nil.
  mutating func takeItem(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard indent <= 3 else { return nil }
    let width = itemMarkerWidth(bytes)
    guard width > 0, isBlank(byte(bytes, after: width)) || isLineEnd(byte(bytes, after: width)) else { return nil }
    let margin = indent
    takeMarker(bytes, width: width)
    let padding = isAtEnd(bytes) || indent > 4 ? 1 : indent
    column += min(padding, indent)
    return margin + width + padding
  }

  private func itemMarkerWidth(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch byte(bytes) {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var digits = 1
      while digits < 10, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(bytes, after: digits)) { digits += 1 }
      let end = byte(bytes, after: digits)
      return digits < 10 && (end == UInt8(ascii: ".") || end == UInt8(ascii: ")")) ? digits + 1 : 0
    default:
      return 0
    }
  }

  private mutating func takeMarker(_ bytes: UnsafeBufferPointer<UInt8>, width: Int) {
    next += width
    nextColumn += width
    column = nextColumn
    skipBlanks(bytes)
  }

  private mutating func skipBlanks(_ bytes: UnsafeBufferPointer<UInt8>) {
    while next < bytes.count {
      switch bytes[next] {
      case UInt8(ascii: " "): nextColumn += 1
      case UInt8(ascii: "\t"): nextColumn += 4 - nextColumn % 4
      default: return
      }
      next += 1
    }
  }
}
