/// Walks the headers of a commit or tag, one at a time and in their one allowed order.
struct HeaderReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) throws(MalformedObject) {
    guard !bytes.contains(0) else { throw MalformedObject("nul-byte") }
    self.bytes = bytes
  }

  func isNext(_ name: StaticString) -> Bool {
    let end = position + name.utf8CodeUnitCount
    guard end < bytes.count, bytes[end] == 0x20 else { return false }
    return name.withUTF8Buffer { bytes[position..<end].elementsEqual($0) }
  }

  mutating func value(_ name: StaticString) throws(MalformedObject) -> ArraySlice<UInt8> {
    guard isNext(name) else { throw MalformedObject("header-order") }
    let start = position + name.utf8CodeUnitCount + 1
    guard let end = bytes[start...].firstIndex(of: 0x0A) else { throw MalformedObject("header-unended") }
    position = end + 1
    return bytes[start..<end]
  }

  mutating func object(_ name: StaticString) throws(MalformedObject) -> ObjectID {
    guard let id = ObjectID(hexadecimalBytes: try value(name)) else { throw MalformedObject("object-name") }
    return id
  }

  /// A value that goes on in lines that begin with a space.
  mutating func folded(_ name: StaticString) throws(MalformedObject) -> String {
    var lines = [try text(of: value(name))]
    while position < bytes.count, bytes[position] == 0x20 {
      guard let end = bytes[position...].firstIndex(of: 0x0A) else { throw MalformedObject("header-unended") }
      lines.append(try text(of: bytes[(position + 1)..<end]))
      position = end + 1
    }
    return lines.joined(separator: "\n")
  }

  /// A line of text without control characters.
  func text(of slice: ArraySlice<UInt8>) throws(MalformedObject) -> String {
    guard let text = String(validating: slice, as: UTF8.self) else { throw MalformedObject("not-utf8") }
    guard !text.unicodeScalars.contains(where: \.isControl) else {
      throw MalformedObject("header-control")
    }
    return text
  }

  /// The blank line and all behind it: at most `longest` bytes of text without control characters but the line feed and
  /// those of `allowed`.
  mutating func message(longest: Int, allowing allowed: Unicode.Scalar? = nil) throws(MalformedObject) -> String {
    guard position < bytes.count, bytes[position] == 0x0A else { throw MalformedObject("header-unknown") }
    let body = bytes[(position + 1)...]
    guard body.count <= longest else { throw MalformedObject("message-too-long") }
    guard let text = String(validating: body, as: UTF8.self) else { throw MalformedObject("not-utf8") }
    for scalar in text.unicodeScalars where scalar.isControl {
      guard scalar == "\n" || scalar == allowed else { throw MalformedObject("message-control") }
    }
    return text
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may obey this instead of showing it.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
