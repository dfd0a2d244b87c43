internal import FoundationEssentials

/// Reads SSH's wire form: strings with a 32-bit length in front (RFC 4251, section 5).
struct WireReader {
  private var rest: Data

  init(_ data: Data) { rest = data }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ count: Int) -> Data? {
    guard rest.count >= count else { return nil }
    defer { rest = Data(rest.dropFirst(count)) }
    return Data(rest.prefix(count))
  }

  mutating func string() -> Data? {
    guard let length = take(4) else { return nil }
    return take(length.reduce(0) { $0 << 8 | Int($1) })
  }

  /// A number of exactly `size` bytes, as ECDSA's raw form wants it.
  mutating func number(_ size: Int) -> Data? {
    guard let value = string() else { return nil }
    let digits = value.drop { $0 == 0 }
    guard digits.count <= size else { return nil }
    return Data(repeating: 0, count: size - digits.count) + digits
  }

  static func wire(_ data: Data) -> Data {
    let count = UInt32(data.count).bigEndian
    return withUnsafeBytes(of: count) { Data($0) } + data
  }
}
