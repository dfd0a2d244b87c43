/// Turns nodes into HTML: the one place where text is escaped.
///
/// The buffer is kept from page to page, so that a page costs no allocation of its own.
struct HTMLFormatter {
  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1 << 16) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ node: Node) {
    switch node {
    case .text(let text): append(escaping: text)
    case .trusted(let html): bytes.append(contentsOf: html)
    case .fragment(let nodes): for node in nodes { append(node) }
    case .element(let element): append(element)
    }
  }

  /// Appends a literal of this program as it is.
  mutating func append(literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ element: Element) {
    bytes.append(UInt8(ascii: "<"))
    append(literal: element.name)
    for attribute in element.attributes {
      bytes.append(UInt8(ascii: " "))
      append(literal: attribute.name)
      append(literal: "=\"")
      switch attribute.value {
      case .text(let text): append(escaping: text)
      case .literal(let text): append(literal: text)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
    if element.form != .void {
      for child in element.children { append(child) }
      append(literal: "</")
      append(literal: element.name)
      bytes.append(UInt8(ascii: ">"))
    }
    if element.form != .inline { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Appends `text` fit for the content of an element and for a quoted attribute; control characters, which HTML
  /// forbids, become U+FFFD.
  private mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let replacement: StaticString
        switch utf8[index] {
        case UInt8(ascii: "&"): replacement = "&amp;"
        case UInt8(ascii: "<"): replacement = "&lt;"
        case UInt8(ascii: ">"): replacement = "&gt;"
        case UInt8(ascii: "\""): replacement = "&quot;"
        case 0x00...0x08, 0x0B...0x1F, 0x7F: replacement = "\u{FFFD}"
        default: continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        append(literal: replacement)
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }
}
