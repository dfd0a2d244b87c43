/// Turns nodes into HTML: the one place where text is escaped.
///
/// The buffer is kept from page to page, so that a page costs no allocation of its own.
struct HTMLFormatter: ~Copyable {
  private var buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
  private var count = 0

  deinit { buffer.deallocate() }

  /// What was appended.
  var bytes: [UInt8] { withBytes { Array($0) } }

  /// Calls `body` with what was appended; the bytes are valid during the call.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafeBufferPointer(rebasing: buffer[..<count]))
  }

  mutating func removeAll() { count = 0 }

  mutating func append(_ node: Node) {
    switch node {
    case .text(let text): append(escaping: text)
    case .trusted(let html): html.withUnsafeBufferPointer { append($0) }
    case .fragment(let nodes): append(nodes)
    case .element(let element): append(element)
    }
  }

  /// Appends a literal of this program as it is.
  mutating func append(literal: StaticString) {
    append(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  private mutating func append(_ nodes: [Node]) {
    nodes.withUnsafeBufferPointer { nodes in
      for index in nodes.indices { append(nodes[index]) }
    }
  }

  private mutating func append(_ element: Element) {
    append(UInt8(ascii: "<"))
    append(literal: element.name)
    for attribute in element.attributes {
      append(UInt8(ascii: " "))
      append(literal: attribute.name)
      append(literal: "=\"")
      switch attribute.value {
      case .text(let text): append(escaping: text)
      case .literal(let text): append(literal: text)
      }
      append(UInt8(ascii: "\""))
    }
    append(UInt8(ascii: ">"))
    if element.form != .void {
      append(element.children)
      append(literal: "</")
      append(literal: element.name)
      append(UInt8(ascii: ">"))
    }
    if element.form != .inline { append(UInt8(ascii: "\n")) }
  }

  /// Appends `text` fit for the content of an element and for a quoted attribute; control characters, which HTML
  /// forbids, become U+FFFD.
  private mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      while true {
        let index = Self.firstSpecial(in: utf8, from: start)
        append(UnsafeBufferPointer(rebasing: utf8[start..<index]))
        guard index < utf8.count else { return }
        switch utf8[index] {
        case UInt8(ascii: "&"): append(literal: "&amp;")
        case UInt8(ascii: "<"): append(literal: "&lt;")
        case UInt8(ascii: ">"): append(literal: "&gt;")
        case UInt8(ascii: "\""): append(literal: "&quot;")
        default: append(literal: "\u{FFFD}")
        }
        start = index + 1
      }
    }
  }

  /// The index of the first byte from `start` on that may not stand as it is, or the count if there is none.
  private static func firstSpecial(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(utf8)
    var index = start
    while index + 8 <= bytes.count {
      if mayBeSpecial(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
        for place in index..<index + 8 where isSpecial(utf8[place]) { return place }
      }
      index += 8
    }
    while index < utf8.count, !isSpecial(utf8[index]) { index += 1 }
    return index
  }

  /// Whether one of eight bytes is special, or a line feed or tab.
  private static func mayBeSpecial(_ bytes: UInt64) -> Bool {
    func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
    // One bit makes `"` an ampersand and `<` a `>`. The high bit of a byte in `found` is set where one of the differences is
    // zero or the byte below 0x20; what lies above such a byte may be wrong.
    let quoteOrAmpersand = (bytes | eight(0x04)) ^ eight(UInt8(ascii: "&"))
    let angle = (bytes | eight(0x02)) ^ eight(UInt8(ascii: ">"))
    let delete = bytes ^ eight(0x7F)
    let found =
      ((quoteOrAmpersand &- eight(1)) & ~quoteOrAmpersand) | ((angle &- eight(1)) & ~angle)
      | ((delete &- eight(1)) & ~delete) | ((bytes &- eight(0x20)) & ~bytes)
    return (found & eight(0x80)) != 0
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    case 0x00...0x08, 0x0B...0x1F, 0x7F: true
    default: false
    }
  }

  private mutating func append(_ byte: UInt8) {
    if count == buffer.count { grow(by: 1) }
    buffer[count] = byte
    count += 1
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    if buffer.count - count < bytes.count { grow(by: bytes.count) }
    if let place = buffer.baseAddress { (place + count).update(from: base, count: bytes.count) }
    count += bytes.count
  }

  private mutating func grow(by more: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(2 * buffer.count, count + more))
    _ = larger.update(fromContentsOf: buffer[..<count])
    buffer.deallocate()
    buffer = larger
  }
}
