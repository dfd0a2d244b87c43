/// Whether bytes are UTF-8, sixteen at a time: Vietnamese text leaves the byte-by-byte way of the standard library no
/// long runs of ASCII to pass over.
enum UTF8Check {
  /// Sixteen bytes in two words; what is said of a byte is said in its highest bit.
  private typealias Block = SIMD2<UInt64>

  private static let blockSize = 16

  /// True where `bytes` are valid UTF-8 (Unicode 16, table 3-7).
  ///
  /// Looked at here are ASCII and the sequences of two and three bytes of which only the first byte says how long they
  /// are; a text with others, such as emoji, is left to the standard library.
  static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let count = bytes.count
    guard count >= 2 + blockSize, let start = bytes.baseAddress, bytes[0] < 0x80, bytes[1] < 0x80 else {
      return isValidForSwift(bytes)
    }
    var faults = Block()
    var index = 2
    while index + blockSize <= count {
      faults |= Self.faults(at: start + index)
      index += blockSize
    }
    // The last block overlaps the one before. The last character must not be cut off.
    faults |= Self.faults(at: start + (count - blockSize))
    let isSound = (faults.x | faults.y) & 0x8080_8080_8080_8080 == 0
    return isSound && bytes[count - 1] < 0xC0 && bytes[count - 2] < 0xE0 || isValidForSwift(bytes)
  }

  /// Marks each byte of the block at `place` that cannot stand behind the two before it, or that is not looked at here.
  @inline(__always)
  private static func faults(at place: UnsafeRawPointer) -> Block {
    let byte = place.loadUnaligned(as: Block.self)
    let first = (place - 1).loadUnaligned(as: Block.self)
    let second = (place - 2).loadUnaligned(as: Block.self)
    let is11 = byte & (byte &<< Block(1, 1))
    let isTrailing = byte & ~(byte &<< Block(1, 1))
    let mustTrail = first & (first &<< Block(1, 1)) | second & (second &<< Block(1, 1)) & (second &<< Block(2, 2))
    let is1111 = is11 & (is11 &<< Block(2, 2))
    // C0 and C1 begin nothing; behind E0 and ED not every trailing byte may stand.
    let isOther =
      zeros(byte & repeated(0xFE) ^ repeated(0xC0)) | zeros(byte ^ repeated(0xE0)) | zeros(byte ^ repeated(0xED))
    return (isTrailing ^ mustTrail) | is1111 | isOther
  }

  /// Marks the bytes that are zero, and perhaps some that come after one.
  @inline(__always)
  private static func zeros(_ block: Block) -> Block { (block &- repeated(0x01)) & ~block }

  @inline(__always)
  private static func repeated(_ byte: UInt64) -> Block { Block(repeating: byte &* 0x0101_0101_0101_0101) }

  private static func isValidForSwift(_ bytes: UnsafeRawBufferPointer) -> Bool {
    (try? UTF8Span(validating: Span(_unsafeElements: bytes.assumingMemoryBound(to: UInt8.self)))) != nil
  }
}
