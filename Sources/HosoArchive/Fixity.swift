internal import Crypto

/// A checksum that hoso writes and checks; the name is the one in a manifest's file name.
enum BagAlgorithm: String, CaseIterable, Sendable {
  case sha256, sha512

  /// Length in bytes.
  var length: Int { self == .sha256 ? 32 : 64 }
}

/// What a file's bytes were: how many, and their checksums.
struct Fixity: Hashable, Sendable {
  let size: UInt64
  let sha256: [UInt8]
  let sha512: [UInt8]

  subscript(algorithm: BagAlgorithm) -> [UInt8] { algorithm == .sha256 ? sha256 : sha512 }

  /// Computes a fixity from bytes that come in pieces.
  struct Meter {
    private var size: UInt64 = 0
    private var sha256 = SHA256()
    private var sha512 = SHA512()

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
      size += UInt64(bytes.count)
      sha256.update(bufferPointer: bytes)
      sha512.update(bufferPointer: bytes)
    }

    consuming func fixity() -> Fixity {
      Fixity(size: size, sha256: Array(sha256.finalize()), sha512: Array(sha512.finalize()))
    }
  }

  /// The fixity of bytes at hand.
  init(of bytes: UnsafeRawBufferPointer) {
    var meter = Meter()
    meter.update(bytes)
    self = meter.fixity()
  }

  private init(size: UInt64, sha256: [UInt8], sha512: [UInt8]) {
    self.size = size
    self.sha256 = sha256
    self.sha512 = sha512
  }
}
