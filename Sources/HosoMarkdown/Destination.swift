/// What kind of place the destination of a link or an image names.
enum Destination {
  /// A place relative to the text, for the caller to resolve.
  case relative
  /// `#` and the name of a heading.
  case fragment
  /// `http:` or `https:`.
  case external
  /// `mailto:` or `tel:`.
  case contact
  /// Anything else: other schemes, `//host`, control characters, nothing at all.
  case refused

  /// Tells the kind as a browser would, before escaping.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first, !Self.holdsControl(bytes) else {
      self = .refused
      return
    }
    if first == UInt8(ascii: "#") {
      self = .fragment
    } else if let scheme = Self.scheme(of: bytes) {
      switch scheme {
      case "http", "https": self = .external
      case "mailto", "tel": self = .contact
      default: self = .refused
      }
    } else {
      self = Self.namesHost(bytes) ? .refused : .relative
    }
  }

  /// The scheme in lower case: a letter, then letters, digits, `+`, `.`, `-`, up to a colon. Blanks before it do not count.
  private static func scheme(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var name: [UInt8] = []
    for byte in bytes.drop(while: { $0 == UInt8(ascii: " ") }) {
      switch byte {
      case UInt8(ascii: ":"): return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): name.append(byte)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "-"):
        guard !name.isEmpty else { return nil }
        name.append(byte)
      default: return nil
      }
    }
    return nil
  }

  /// Whether the bytes start with two slashes; a browser takes backslashes for slashes.
  private static func namesHost(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = bytes.drop { $0 == UInt8(ascii: " ") }.prefix(2)
    return start.count == 2 && start.allSatisfy { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
  }

  /// Whether U+0000...U+001F, U+007F...U+009F occur.
  private static func holdsControl(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte < 0x20 || byte == 0x7F || (previous == 0xC2 && byte < 0xA0) { return true }
      previous = byte
    }
    return false
  }
}

/// Appends `destination` for an attribute in quotes, with the same characters percent-encoded as in libcmark.
func appendDestination(_ destination: UnsafeBufferPointer<UInt8>, to html: inout [UInt8]) {
  let digits = Array("0123456789ABCDEF".utf8)
  for byte in destination {
    switch byte {
    case UInt8(ascii: "&"): html.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "'"): html.append(contentsOf: "&#x27;".utf8)
    case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"), 0..<0x20, 0x7F...:
      html.append(UInt8(ascii: "%"))
      html.append(digits[Int(byte >> 4)])
      html.append(digits[Int(byte & 15)])
    default: html.append(byte)
    }
  }
}
