/// What one quick pass over a text tells before libcmark sees it: whether it can be rendered in time, and
/// which of the later passes it needs.
struct SourceScan {
  /// Whether no bound of ``Bounds`` that can be told from the source is passed.
  private(set) var isWithinBounds = true
  /// Whether the text is UTF-8 without U+0000, U+FFFE and U+FFFF.
  private(set) var isWellFormed = true
  /// Whether `[` or `<` occurs.
  private(set) var mayHoldLinksOrHTML = false
  /// Whether a line looks like the delimiter row of a table.
  private(set) var mayHoldTables = false
  /// Whether `]:` occurs.
  private(set) var mayHoldDefinitions = false

  private var marks = 0
  private var work = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= Bounds.size else {
      isWithinBounds = false
      return
    }
    var containers = ContainerDepth()
    var index = 0
    while index < bytes.count {
      if Self.endsParagraph(bytes, lineAt: index) { endParagraph() }
      let content = containers.enterLine(bytes, at: index)
      if containers.depth > Bounds.nesting || work > Bounds.work {
        isWithinBounds = false
        return
      }
      if !mayHoldTables { mayHoldTables = Self.isDelimiterLike(bytes, at: content) }
      index = scanLine(bytes, from: content)
    }
    endParagraph()
    if work > Bounds.work { isWithinBounds = false }
  }

  private mutating func endParagraph() {
    work += marks * marks
    marks = 0
  }

  /// Reads up to and with the next line end, and answers the index after it.
  private mutating func scanLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    var previous: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\n"): return index + 1
      case UInt8(ascii: "\r"):
        return index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n") ? index + 2 : index + 1
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"):
        if byte != previous { marks += 1 }
      case UInt8(ascii: "["), UInt8(ascii: "<"):
        marks += 1
        mayHoldLinksOrHTML = true
      case UInt8(ascii: "]"):
        marks += 1
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ":") { mayHoldDefinitions = true }
      case 0: isWellFormed = false
      case 0xE1...0xEC
      where index + 2 < bytes.count && bytes[index + 1] & bytes[index + 2] & 0xC0 == 0x80
        && (bytes[index + 1] | bytes[index + 2]) & 0x40 == 0:
        index += 2
      case 0x80...:
        let length = Self.sequenceLength(bytes, at: index)
        if length == 0 { isWellFormed = false }
        index += max(0, length - 1)
      default: break
      }
      previous = byte
      index += 1
    }
    return index
  }

  /// The length of the UTF-8 sequence at `index`, 0 if it is not one or is U+FFFE or U+FFFF.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0
    }
    guard index + length <= bytes.count else { return 0 }
    for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch first {
    case 0xE0: return second >= 0xA0 ? 3 : 0
    case 0xED: return second < 0xA0 ? 3 : 0
    case 0xEF: return second == 0xBF && bytes[index + 2] >= 0xBE ? 0 : 3
    case 0xF0: return second >= 0x90 ? 4 : 0
    case 0xF4: return second < 0x90 ? 4 : 0
    default: return length
    }
  }

  /// Whether the line at `start` surely ends a paragraph before it, whatever containers are open.
  ///
  /// A wrong no only makes the estimate of the work higher. Tabs are never looked through.
  private static func endsParagraph(_ bytes: UnsafeBufferPointer<UInt8>, lineAt start: Int) -> Bool {
    var index = start
    while true {
      let margin = index
      while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
      guard index < bytes.count, !isLineEnd(bytes[index]) else { return true }
      guard index - margin <= 3 else { return false }
      guard bytes[index] == UInt8(ascii: ">") else { break }
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    }
    switch bytes[index] {
    case UInt8(ascii: "#"):
      let marker = index
      while index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
      return index - marker <= 6 && index < bytes.count && bytes[index] == UInt8(ascii: " ")
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: " ") else { return false }
      var rest = index + 1
      while rest < bytes.count, isBlank(bytes[rest]) { rest += 1 }
      return rest < bytes.count && !isLineEnd(bytes[rest])
    default:
      return false
    }
  }

  /// Whether the rest of the line holds nothing but `|`, `:`, `-` and blanks, `-` and one of the others among them.
  private static func isDelimiterLike(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    var index = start
    var dashes = false
    var others = false
    while index < bytes.count, !isLineEnd(bytes[index]) {
      switch bytes[index] {
      case UInt8(ascii: "-"): dashes = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): others = true
      case let byte where isBlank(byte): break
      default: return false
      }
      index += 1
    }
    return dashes && others
  }
}

/// Whether `byte` is a space or a tab.
func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}

/// Whether `byte` is LF or CR.
func isLineEnd(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}
