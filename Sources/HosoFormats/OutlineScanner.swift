internal import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

/// Finds headings, links, raw HTML and deep nesting in a Markdown text, without building a tree.
///
/// Headings are ATX (`## Title`) or underlined; code blocks are passed over. What it finds agrees with libcmark on the
/// records that `hoso new` makes; a page is always rendered by libcmark itself.
struct OutlineScanner {
  private var headings: [(level: Int, title: String, line: Int, isBare: Bool)] = []
  private var links: [Outline.Link] = []
  private var rawHTMLLine: Int?
  private var tooDeepLine: Int?
  /// The fence that is open: its byte and length.
  private var fence: (byte: UInt8, length: Int)?
  /// The paragraph that the next line may underline, with its first line.
  private var paragraph: (range: Range<Int>, line: Int)?
  /// Whether the line above stands in a list, quotation or table, which plain text goes on.
  private var isInContainer = false
  /// What ends the HTML block that is open: `-->`, or an empty line.
  private var html: HTMLEnd?
  /// Whether the line stands in a list, where four spaces make no code.
  private var isInList = false

  /// Where ``inlines(_:_:_:)`` finds each of its signs next; before the line where that is not known.
  private var next = (backslash: -1, backtick: -1, angle: -1, bracket: -1)

  private enum HTMLEnd { case comment, emptyLine }

  /// Nesting beyond this is shown as plain text on the page.
  private static let deepest = 32

  static func outline(of bytes: [UInt8], from body: (offset: Int, line: Int)) -> Outline {
    var scanner = OutlineScanner()
    bytes.withUnsafeBufferPointer { text in
      var start = body.offset
      var line = body.line
      while start < text.count {
        let end = first(0x0A, in: text, from: start)
        scanner.scan(text, start..<end, line)
        start = end + 1
        line += 1
      }
    }
    return Outline(
      headings: scanner.headings.map { .init(level: $0.level, title: $0.title, line: $0.line, isBare: $0.isBare) },
      links: scanner.links, rawHTMLLine: scanner.rawHTMLLine, tooDeepLine: scanner.tooDeepLine)
  }

  /// The first place of `byte` at or behind `start`, or the end.
  private static func first(_ byte: UInt8, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < text.count, let base = text.baseAddress else { return text.count }
    return memchr(base + start, Int32(byte), text.count - start).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
      ?? text.count
  }

  private mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ line: Int) {
    var start = range.lowerBound
    while start < range.upperBound, text[start] == 0x20 { start += 1 }
    let indent = start - range.lowerBound
    guard start < range.upperBound else {
      paragraph = nil
      isInContainer = false
      if html == .emptyLine { html = nil }
      return
    }
    if isHTML(text, start..<range.upperBound, indent) {
      if rawHTMLLine == nil { rawHTMLLine = line }
      paragraph = nil
      markText()
      return
    }
    if indent == 0, fence == nil {
      isInList = isListItem(text, start..<range.upperBound) || (isInList && isInContainer)
    }
    if isFence(text, start..<range.upperBound, isInList ? 0 : indent) {
      paragraph = nil
      markText()
      return
    }
    if fence != nil || (indent >= 4 && paragraph == nil && !isInList) {
      markText()
      return
    }
    if indent < 4, text[start] == UInt8(ascii: "#"), heading(text, start..<range.upperBound, line) {
      inlines(text, range, line)
      return
    }
    if indent < 4, underlines(text, start..<range.upperBound, line) { return }
    if !isPlaceholder(text, start..<range.upperBound) { markText() }
    isInContainer = isInContainer || isBlockStart(text[start]) || isListItem(text, start..<range.upperBound)
    paragraph =
      isInContainer
      ? nil : ((paragraph?.range.lowerBound ?? start)..<range.upperBound, paragraph?.line ?? line)
    checkDepth(text, range, line)
    inlines(text, range, line)
  }

  private mutating func markText() {
    if !headings.isEmpty { headings[headings.count - 1].isBare = false }
  }

  /// Whether the line belongs to an HTML block, of which a page shows nothing: a comment, or a tag that makes a block.
  private mutating func isHTML(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ indent: Int) -> Bool {
    if html == nil, fence == nil, indent < 4, text[range.lowerBound] == UInt8(ascii: "<") {
      let rest = text[range].dropFirst()
      if rest.starts(with: "!--".utf8) {
        html = .comment
      } else {
        let name = rest.drop { $0 == UInt8(ascii: "/") }
          .prefix { (0x61...0x7A).contains($0 | 0x20) || (0x31...0x36).contains($0) }
        if Self.blockTags.contains(String(decoding: name, as: UTF8.self).lowercased()) { html = .emptyLine }
      }
    }
    guard let end = html else { return false }
    let line = String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    if end == .comment, line.contains("-->") { html = nil }
    return true
  }

  private static let blockTags: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "iframe", "li",
    "main",
    "menu", "nav", "ol", "p", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
  ]

  private func isListItem(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var end = range.lowerBound
    while end < range.upperBound, end - range.lowerBound < 9, (0x30...0x39).contains(text[end]) { end += 1 }
    guard end < range.upperBound else { return false }
    let marks = end == range.lowerBound ? "-*+" : ".)"
    return marks.utf8.contains(text[end]) && (end + 1 == range.upperBound || text[end + 1] == 0x20)
  }

  /// Whether a line is nothing but the `…` of a template, which is no text yet.
  private func isPlaceholder(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard text[range.lowerBound] == 0xE2 else { return false }
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[range.lowerBound..<end]).elementsEqual("…".utf8)
  }

  private func isBlockStart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): true
    default: false
    }
  }

  private mutating func isFence(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ indent: Int) -> Bool {
    let byte = text[range.lowerBound]
    guard indent < 4, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return false }
    var end = range.lowerBound
    while end < range.upperBound, text[end] == byte { end += 1 }
    let length = end - range.lowerBound
    guard length >= 3 else { return false }
    if let open = fence {
      guard open.byte == byte, length >= open.length, (end..<range.upperBound).allSatisfy({ text[$0] == 0x20 }) else {
        return false
      }
      fence = nil
    } else {
      if byte == UInt8(ascii: "`"), (end..<range.upperBound).contains(where: { text[$0] == byte }) { return false }
      fence = (byte, length)
    }
    return true
  }

  private mutating func heading(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ line: Int) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound, text[start] == UInt8(ascii: "#") { start += 1 }
    let level = start - range.lowerBound
    guard level <= 6, start == range.upperBound || text[start] == 0x20 || text[start] == 0x09 else { return false }
    var end = range.upperBound
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    var closing = end
    while closing > start, text[closing - 1] == UInt8(ascii: "#") { closing -= 1 }
    if closing == start || text[closing - 1] == 0x20 { end = closing }
    append(level, text, start..<end, line)
    return true
  }

  /// A line of `=` or `-` below a line of text makes that line a heading.
  private mutating func underlines(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ line: Int) -> Bool {
    guard let paragraph else { return false }
    let byte = text[range.lowerBound]
    guard byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") else { return false }
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    guard (range.lowerBound..<end).allSatisfy({ text[$0] == byte }) else { return false }
    append(byte == UInt8(ascii: "=") ? 1 : 2, text, paragraph.range, paragraph.line)
    return true
  }

  private mutating func append(_ level: Int, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ line: Int) {
    var title = ""
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(Self.first(0x0A, in: text, from: start), range.upperBound)
      let words = Self.trimmed(text, start..<end)
      if start > range.lowerBound { title += " " }
      title += String(decoding: UnsafeBufferPointer(rebasing: text[words]), as: UTF8.self)
      start = end + 1
    }
    headings.append((level, title, line, true))
    paragraph = nil
    isInContainer = false
  }

  /// `range` without the spaces and tabs at its ends.
  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text[start] == 0x20 || text[start] == 0x09 { start += 1 }
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  private mutating func checkDepth(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ line: Int) {
    guard tooDeepLine == nil else { return }
    var depth = 0
    var spaces = 0
    scan: for index in range {
      switch text[index] {
      case UInt8(ascii: ">"): depth += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard index + 1 < range.upperBound, text[index + 1] == 0x20 else { break scan }
        depth += 1
      case 0x20: spaces += 1
      default: break scan
      }
    }
    if depth + spaces / 2 > Self.deepest * 2 || depth > Self.deepest { tooDeepLine = line }
  }

  private mutating func inlines(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ line: Int) {
    var index = firstSign(text, range)
    while index < range.upperBound {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"): index = endOfCode(text, index, range.upperBound)
      case UInt8(ascii: "<"): angle(text, index, range, line)
      case UInt8(ascii: "]"):
        if index + 1 < range.upperBound, text[index + 1] == UInt8(ascii: "(") {
          link(text, index, range, line)
        } else if index + 1 < range.upperBound, text[index + 1] == UInt8(ascii: ":"),
          text[range.lowerBound..<index].first(where: { $0 != 0x20 && $0 != UInt8(ascii: ">") }) == UInt8(ascii: "[")
        {
          destination(text, index + 2, range, line, isImage: false)
        }
      default: break
      }
      guard index + 1 < range.upperBound else { return }
      index = firstSign(text, (index + 1)..<range.upperBound)
    }
  }

  /// Where the first sign of ``inlines(_:_:_:)`` stands in `range`, or behind it: most lines have none.
  private mutating func firstSign(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let start = range.lowerBound
    if next.backslash < start { next.backslash = Self.first(UInt8(ascii: "\\"), in: text, from: start) }
    if next.backtick < start { next.backtick = Self.first(UInt8(ascii: "`"), in: text, from: start) }
    if next.angle < start { next.angle = Self.first(UInt8(ascii: "<"), in: text, from: start) }
    if next.bracket < start { next.bracket = Self.first(UInt8(ascii: "]"), in: text, from: start) }
    return min(next.backslash, next.backtick, next.angle, next.bracket)
  }

  /// The last backtick of the code span that begins at `start`, or `start`'s run where none ends it.
  private func endOfCode(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var open = start
    while open < end, text[open] == UInt8(ascii: "`") { open += 1 }
    let length = open - start
    var index = open
    while index < end {
      guard text[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      var close = index
      while close < end, text[close] == UInt8(ascii: "`") { close += 1 }
      if close - index == length { return close - 1 }
      index = close
    }
    return open - 1
  }

  private mutating func angle(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ range: Range<Int>, _ line: Int
  ) {
    guard rawHTMLLine == nil, index + 1 < range.upperBound else { return }
    let next = text[index + 1]
    let isName = (0x41...0x5A).contains(next & 0xDF)
    guard isName || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else { return }
    guard let close = text[index..<range.upperBound].firstIndex(of: UInt8(ascii: ">")) else {
      // A comment, or a tag at the start of a line, may end in a later line.
      let isFirst = text[range.lowerBound..<index].allSatisfy { $0 == 0x20 }
      if next == UInt8(ascii: "!") || (isFirst && isTag(text, (index + 1)..<range.upperBound)) { rawHTMLLine = line }
      return
    }
    if isLineBreak(text, (index + 1)..<close) { return }
    let inside = String(decoding: UnsafeBufferPointer(rebasing: text[(index + 1)..<close]), as: UTF8.self).lowercased()
    let scheme = inside.prefix { $0 != ":" }
    if scheme.count < inside.count, !inside.contains(" "), scheme.allSatisfy({ $0.isLetter }) {
      links.append(
        Outline.Link(destination: inside, line: line, column: index - range.lowerBound + 1, isImage: false))
    } else if inside.contains("@"), !inside.contains(" ") {
      return
    } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || isTag(text, (index + 1)..<close) {
      rawHTMLLine = line
    }
  }

  /// Whether `range` reads `br` or `br/`, wherever spaces stand.
  private func isLineBreak(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var count = 0
    for byte in text[range] where byte != 0x20 {
      switch (count, byte) {
      case (0, UInt8(ascii: "b")), (0, UInt8(ascii: "B")), (1, UInt8(ascii: "r")), (1, UInt8(ascii: "R")),
        (2, UInt8(ascii: "/")):
        count += 1
      default: return false
      }
    }
    return count >= 2
  }

  /// Whether `range` reads as a tag's name and attributes: `<b và c>` and `<b; c>` are plain text for Markdown.
  private func isTag(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    if index < range.upperBound, text[index] == UInt8(ascii: "/") { index += 1 }
    var quote: UInt8 = 0
    while index < range.upperBound {
      let byte = text[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if !((0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
        || "_.:-=/ \t".utf8.contains(byte))
      {
        return false
      }
    }
    return true
  }

  private mutating func link(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ range: Range<Int>, _ line: Int
  ) {
    var open = index
    var depth = 0
    while open > range.lowerBound {
      open -= 1
      if text[open] == UInt8(ascii: "]") { depth += 1 }
      if text[open] == UInt8(ascii: "[") {
        if depth == 0 { break }
        depth -= 1
      }
    }
    guard text[open] == UInt8(ascii: "[") else { return }
    let isImage = open > range.lowerBound && text[open - 1] == UInt8(ascii: "!")
    destination(text, index + 2, range, line, isImage: isImage)
  }

  private mutating func destination(
    _ text: UnsafeBufferPointer<UInt8>, _ from: Int, _ range: Range<Int>, _ line: Int, isImage: Bool
  ) {
    var start = from
    while start < range.upperBound, text[start] == 0x20 { start += 1 }
    guard start < range.upperBound else { return }
    var end = start
    if text[start] == UInt8(ascii: "<") {
      start += 1
      end = start
      while end < range.upperBound, text[end] != UInt8(ascii: ">") { end += 1 }
    } else {
      var depth = 0
      while end < range.upperBound, text[end] > 0x20 {
        if text[end] == UInt8(ascii: "(") { depth += 1 }
        if text[end] == UInt8(ascii: ")") {
          if depth == 0 { break }
          depth -= 1
        }
        end += 1
      }
    }
    let target = String(decoding: UnsafeBufferPointer(rebasing: text[start..<end]), as: UTF8.self)
    links.append(
      Outline.Link(destination: target, line: line, column: start - range.lowerBound + 1, isImage: isImage))
  }
}
