/// The SHA-1 name of a git object: 20 bytes.
package struct ObjectID: Hashable, Comparable, Sendable {
  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  /// The 20 bytes at `bytes`, as a tree or a pack stores them.
  @inlinable package init(_ bytes: UnsafeRawPointer) {
    self.init(
      high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
      middle: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
      low: UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self)))
  }

  @usableFromInline init(high: UInt64, middle: UInt64, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  /// Parses exactly 40 lower-case hexadecimal digits, the one form in which git writes an object's name.
  package init?(hexadecimal text: some StringProtocol) {
    self.init(hexadecimalBytes: Array(text.utf8))
  }

  /// As ``init(hexadecimal:)``, from the bytes of a commit or tag header.
  package init?(hexadecimalBytes digits: some Collection<UInt8>) {
    let digits = ContiguousArray(digits)
    guard digits.count == 40 else { return nil }
    let id = digits.withUnsafeBufferPointer { $0.baseAddress.flatMap { ObjectID(hexadecimalAt: $0) } }
    guard let id else { return nil }
    self = id
  }

  /// Reads 40 lower-case hexadecimal digits at `digits`, which the caller knows to be that long; nil where one is not.
  package init?(hexadecimalAt digits: UnsafePointer<UInt8>) {
    guard let high = Self.word(digits, 16), let middle = Self.word(digits + 16, 16), let low = Self.word(digits + 32, 8)
    else { return nil }
    self.init(high: high, middle: middle, low: UInt32(truncatingIfNeeded: low))
  }

  private static func word(_ digits: UnsafePointer<UInt8>, _ count: Int) -> UInt64? {
    var word: UInt64 = 0
    for index in 0..<count {
      let digit = digits[index]
      let value: UInt8
      switch digit {
      case 0x30...0x39: value = digit &- 0x30
      case 0x61...0x66: value = digit &- 0x57
      default: return nil
      }
      word = word << 4 | UInt64(value)
    }
    return word
  }

  /// Writes the 20 bytes to `target`, most significant first.
  package func store(to target: UnsafeMutableRawPointer) {
    target.storeBytes(of: high.bigEndian, as: UInt64.self)
    target.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
    target.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
  }

  /// Forty zeros: git's way to say "no object".
  package static let zero = ObjectID(high: 0, middle: 0, low: 0)

  /// A number that spreads well, for tables of objects.
  package var slot: Int { Int(truncatingIfNeeded: low) }

  /// The first byte of the name, by which git sorts loose objects into folders.
  package var firstByte: UInt8 { UInt8(truncatingIfNeeded: high >> 56) }

  /// Whether this names no object.
  package var isZero: Bool { high == 0 && middle == 0 && low == 0 }

  /// The 20 bytes, most significant first.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(20)
    for word in [high, middle] {
      for shift in stride(from: 56, through: 0, by: -8) {
        result.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    for shift in stride(from: 24, through: 0, by: -8) { result.append(UInt8(truncatingIfNeeded: low >> UInt32(shift))) }
    return result
  }

  /// Forty lower-case hexadecimal digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first ten digits, for people.
  package var short: String { String(hexadecimal.prefix(10)) }

  package static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }
}

extension ObjectID: CustomStringConvertible {
  package var description: String { hexadecimal }
}
