internal import HosoCore

/// The place of a file or folder in a bag, from the bag's folder on, such as `data/records/an.md`.
///
/// Bytes as the file system has them: a foreign bag may hold names that are no text.
struct BagPath: Hashable, Sendable {
  let bytes: [UInt8]

  /// The payload's folder.
  static let data = BagPath(bytes: Array("data".utf8))

  /// A file at the top of the bag.
  static func tag(_ name: String) -> BagPath { BagPath(bytes: Array(name.utf8)) }

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The path of `text` below `data/`; refuses what leaves it.
  init(payload text: String) throws(RecordPath.Invalid) {
    self.init(bytes: Array("data/\(try RecordPath(text).text)".utf8))
  }

  /// For people; bytes that are no text show as U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Two paths with the same key are one file on some system. Strings compare composed and decomposed letters as equal.
  var twinKey: String { NameRule.twinKey(text) }

  var isPayload: Bool { bytes.starts(with: "data/".utf8) }

  /// The folders between `data` and this, outermost first.
  var payloadFolders: [BagPath] {
    bytes.indices.dropFirst(5).filter { bytes[$0] == UInt8(ascii: "/") }.map { BagPath(bytes: Array(bytes[..<$0])) }
  }

  /// Whether it stays below the bag's folder on every system.
  var isSafe: Bool {
    if bytes.first == UInt8(ascii: "~") || bytes.contains(0) { return false }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
    }
  }

  func child(_ name: [UInt8]) -> BagPath {
    BagPath(bytes: bytes.isEmpty ? name : bytes + [UInt8(ascii: "/")] + name)
  }

  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
  }
}

extension BagPath: Comparable {
  static func < (left: BagPath, right: BagPath) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}

// In manifests RFC 8493 2.1.3 has CR, LF and % percent-encoded, and nothing else.
extension BagPath {
  private static let escapes: [(byte: UInt8, text: [UInt8])] = [
    (0x0A, Array("%0A".utf8)), (0x0D, Array("%0D".utf8)), (UInt8(ascii: "%"), Array("%25".utf8)),
  ]

  /// As a manifest writes it.
  var encoded: [UInt8] {
    bytes.flatMap { byte in Self.escapes.first { $0.byte == byte }?.text ?? [byte] }
  }

  /// Reads a manifest's path; other percent signs stay, as bags of version 0.97 have them.
  init(encoded: ArraySlice<UInt8>) {
    guard encoded.contains(UInt8(ascii: "%")) else {
      self.init(bytes: Array(encoded))
      return
    }
    var bytes: [UInt8] = []
    var rest = encoded
    while let byte = rest.first {
      let upper = rest.prefix(3).map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
      if let escape = Self.escapes.first(where: { $0.text == upper }) {
        bytes.append(escape.byte)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    self.init(bytes: bytes)
  }
}
