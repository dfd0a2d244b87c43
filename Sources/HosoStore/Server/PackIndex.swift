internal import HosoCore

/// The names of the objects in one pack, as its index lists them (gitformat-pack(5), version 2).
struct PackIndex {
  private let bytes: [UInt8]
  let count: Int

  /// Reads `…/pack-X.idx`.
  init(_ path: String) throws(Problem) {
    bytes = try FileSystem.read(path)
    guard bytes.count >= Self.names, bytes.starts(with: [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2]) else {
      throw Problem(.gitFailed, ["detail": path])
    }
    count = bytes[(Self.names - 4)..<Self.names].reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count >= Self.names + 20 * count else { throw Problem(.gitFailed, ["detail": path]) }
  }

  /// Where the sorted names begin: after the head and 256 counts.
  private static let names = 8 + 256 * 4

  private func name(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(Self.names + 20 * index)..<(Self.names + 20 * index + 20)]
  }

  /// Whether every object of `other` is in here.
  func holds(_ other: PackIndex) -> Bool {
    var own = 0
    for index in 0..<other.count {
      let wanted = other.name(index)
      while own < count, name(own).lexicographicallyPrecedes(wanted) { own += 1 }
      guard own < count, name(own).elementsEqual(wanted) else { return false }
    }
    return true
  }
}
