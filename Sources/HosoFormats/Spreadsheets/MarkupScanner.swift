/// Reads XML without document types, piece by piece; names keep their prefixes.
///
/// For what a converter of ours wrote: it takes what is well-formed and refuses the rest.
struct MarkupScanner {
  enum Piece {
    case start(Element)
    case end(String)
    case text(String)
  }

  struct Element {
    let name: String
    fileprivate(set) var attributes: [String: String] = [:]
  }

  private let bytes: [UInt8]
  private var index = 0
  /// The name of an element `<a/>` whose end is still to be told.
  private var closing: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece; nil at the end.
  mutating func next() throws(OfficeError) -> Piece? {
    if let name = closing {
      closing = nil
      return .end(name)
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        return .text(try Self.decoded(bytes[take(to: UInt8(ascii: "<"))]))
      }
      index += 1
      guard index < bytes.count else { break }
      switch bytes[index] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"): try skip()
      case UInt8(ascii: "/"):
        index += 1
        let name = String(decoding: bytes[take(to: UInt8(ascii: ">"))], as: UTF8.self)
        index += 1
        return .end(String(name.prefix { !$0.isWhitespace }))
      default: return .start(try element())
      }
    }
    return nil
  }

  /// Leaves out everything up to the end of the element that was begun last.
  mutating func skipElement() throws(OfficeError) {
    var depth = 1
    while depth > 0 {
      switch try next() {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: continue
      case nil: throw OfficeError(.damaged)
      }
    }
  }

  private mutating func take(to byte: UInt8) -> Range<Int> {
    let start = index
    index = bytes[index...].firstIndex(of: byte) ?? bytes.count
    return start..<index
  }

  /// Leaves out `<?…?>` and `<!--…-->`; a document type is refused.
  private mutating func skip() throws(OfficeError) {
    let end: [UInt8]
    if bytes[index] == UInt8(ascii: "?") {
      end = Array("?>".utf8)
    } else if bytes[index...].starts(with: "!--".utf8) {
      end = Array("-->".utf8)
    } else {
      throw OfficeError(.externalContent)
    }
    while index < bytes.count, !bytes[index...].starts(with: end) { index += 1 }
    index += end.count
  }

  private mutating func element() throws(OfficeError) -> Element {
    var element = Element(name: name())
    while true {
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count else { throw OfficeError(.damaged) }
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index += 1
        return element
      case UInt8(ascii: "/"):
        index += 2
        closing = element.name
        return element
      default:
        let key = name()
        guard !key.isEmpty, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "="),
          [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[index + 1])
        else { throw OfficeError(.damaged) }
        let quote = bytes[index + 1]
        index += 2
        element.attributes[key] = try Self.decoded(bytes[take(to: quote)])
        index += 1
      }
    }
  }

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, bytes[index] > 0x20, !"/>=".utf8.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

  private static func decoded(_ bytes: ArraySlice<UInt8>) throws(OfficeError) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text = ""
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      text += String(decoding: rest[..<start], as: UTF8.self)
      guard let end = rest[start...].firstIndex(of: UInt8(ascii: ";")) else { throw OfficeError(.damaged) }
      let name = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
      if let known = entities[name] {
        text += known
      } else {
        let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
        guard name.hasPrefix("#"), let number, let scalar = Unicode.Scalar(number) else { throw OfficeError(.damaged) }
        text.unicodeScalars.append(scalar)
      }
      rest = rest[(end + 1)...]
    }
    return text + String(decoding: rest, as: UTF8.self)
  }
}
