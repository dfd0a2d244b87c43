/// Unpacks a DEFLATE stream (RFC 1951) in memory, never beyond the size that was declared for it.
struct Inflater {
  enum Failure: Error { case damaged, tooLong }

  private let input: ArraySlice<UInt8>
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []
  private let limit: Int

  /// - Throws: ``Failure/tooLong`` as soon as there is one byte more than `size`, ``Failure/damaged`` for fewer.
  static func inflate(_ input: ArraySlice<UInt8>, size: Int) throws(Failure) -> [UInt8] {
    var inflater = Inflater(input: input, limit: size)
    try inflater.run()
    guard inflater.output.count == size else { throw .damaged }
    return inflater.output
  }

  private init(input: ArraySlice<UInt8>, limit: Int) {
    self.input = input
    self.limit = limit
    position = input.startIndex
    // What is declared is not yet true: memory grows with what really comes.
    output.reserveCapacity(min(limit, input.count &* 8))
  }

  private mutating func run() throws(Failure) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try stored()
      case 1: try compressed(Huffman.fixedLiterals, Huffman.fixedDistances)
      case 2:
        let (literals, distances) = try codes()
        try compressed(literals, distances)
      default: throw .damaged
      }
    }
  }

  private mutating func take(_ count: Int) throws(Failure) -> Int {
    while bitCount < count {
      guard position < input.endIndex else { throw .damaged }
      bits |= UInt32(input[position]) << UInt32(bitCount)
      position += 1
      bitCount += 8
    }
    let value = bits & ((1 << UInt32(count)) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func append(_ byte: UInt8) throws(Failure) {
    guard output.count < limit else { throw .tooLong }
    output.append(byte)
  }

  private mutating func stored() throws(Failure) {
    bits = 0
    bitCount = 0
    let length = try take(16)
    guard try take(16) == ~length & 0xFFFF, input.endIndex - position >= length else { throw .damaged }
    guard output.count + length <= limit else { throw .tooLong }
    output += input[position..<(position + length)]
    position += length
  }

  private mutating func compressed(_ literals: Huffman, _ distances: Huffman) throws(Failure) {
    while true {
      let symbol = try decode(literals)
      if symbol < 256 {
        try append(UInt8(symbol))
      } else if symbol == 256 {
        return
      } else {
        guard symbol - 257 < Self.lengths.count else { throw .damaged }
        let length = Self.lengths[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
        let code = try decode(distances)
        guard code < Self.offsets.count else { throw .damaged }
        let distance = Self.offsets[code] + (try take(Self.offsetBits[code]))
        guard distance <= output.count else { throw .damaged }
        for _ in 0..<length { try append(output[output.count - distance]) }
      }
    }
  }

  private mutating func decode(_ huffman: Huffman) throws(Failure) -> Int {
    var code = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      code |= try take(1)
      let count = huffman.counts[length]
      if code - count < first { return huffman.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw .damaged
  }

  private mutating func codes() throws(Failure) -> (Huffman, Huffman) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let codeCount = try take(4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { throw .damaged }
    var lengths = [Int](repeating: 0, count: 19)
    for index in 0..<codeCount { lengths[Self.order[index]] = try take(3) }
    guard let lengthCode = Huffman(lengths) else { throw .damaged }
    lengths = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try decode(lengthCode)
      switch symbol {
      case 0...15: lengths.append(symbol)
      case 16:
        guard let last = lengths.last else { throw .damaged }
        lengths += Array(repeating: last, count: 3 + (try take(2)))
      case 17: lengths += Array(repeating: 0, count: 3 + (try take(3)))
      default: lengths += Array(repeating: 0, count: 11 + (try take(7)))
      }
    }
    guard lengths.count == literalCount + distanceCount, lengths[256] != 0,
      let literals = Huffman(Array(lengths[..<literalCount])),
      let distances = Huffman(Array(lengths[literalCount...]))
    else { throw .damaged }
    return (literals, distances)
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let offsets = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
    8193, 12289, 16385, 24577,
  ]
  private static let offsetBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
  ]
}

/// A canonical Huffman code: how many codes there are of each length, and their symbols in order.
private struct Huffman {
  let counts: [Int]
  let symbols: [Int]

  /// Nil where more codes are asked for than their lengths allow.
  init?(_ lengths: [Int]) {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    var left = 1
    for length in 1...15 {
      left = left << 1 - counts[length]
      guard left >= 0 else { return nil }
    }
    self.counts = counts
    symbols = lengths.indices.filter { lengths[$0] != 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
  }

  private init(_ lengths: [Int], trusted: Void) {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths { counts[length] += 1 }
    self.counts = counts
    symbols = lengths.indices.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
  }

  static let fixedLiterals = Huffman(
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112) + Array(repeating: 7, count: 24)
      + Array(repeating: 8, count: 8), trusted: ())
  static let fixedDistances = Huffman(Array(repeating: 5, count: 30), trusted: ())
}
