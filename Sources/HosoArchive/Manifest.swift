/// Checksums by path: the text of `manifest-….txt` and `tagmanifest-….txt`.
struct Manifest {
  let algorithm: BagAlgorithm
  let isOfTags: Bool
  private(set) var digests: [BagPath: [UInt8]] = [:]

  /// Such as `tagmanifest-sha512.txt`.
  static func name(_ algorithm: BagAlgorithm, isOfTags: Bool) -> String {
    "\(isOfTags ? "tag" : "")manifest-\(algorithm.rawValue).txt"
  }

  var name: String { Self.name(algorithm, isOfTags: isOfTags) }

  init(_ algorithm: BagAlgorithm, isOfTags: Bool, of files: [(path: BagPath, fixity: Fixity)]) {
    self.algorithm = algorithm
    self.isOfTags = isOfTags
    digests = Dictionary(files.map { ($0.path, $0.fixity[algorithm]) }, uniquingKeysWith: { first, _ in first })
  }

  /// Lower-case hexadecimal checksum, two spaces, path; lines in the order of the paths' bytes.
  var text: [UInt8] {
    digests.map { (path: $0.key.encoded, digest: $0.value) }
      .sorted { $0.path.lexicographicallyPrecedes($1.path) }
      .flatMap { line in hexadecimal(line.digest) + [0x20, 0x20] + line.path + [0x0A] }
  }

  /// Reads a manifest's text; lines that are none are reported and left out.
  init(_ algorithm: BagAlgorithm, isOfTags: Bool, text: [UInt8], report: (BagFault) -> Void) {
    self.algorithm = algorithm
    self.isOfTags = isOfTags
    var twins: [String: BagPath] = [:]
    for (line, bytes) in TagText.lines(of: text) where !bytes.isEmpty {
      guard let blank = bytes.firstIndex(where: TagText.isBlank), let digest = Self.digest(bytes[..<blank]),
        digest.count == algorithm.length
      else {
        report(BagFault(.manifestLine, name, line: line))
        continue
      }
      let path = BagPath(encoded: bytes[blank...].drop(while: TagText.isBlank))
      if !path.isSafe || path.isPayload == isOfTags {
        report(BagFault(.unsafePath, name, line: line))
      } else if digests.updateValue(digest, forKey: path) != nil {
        report(BagFault(.manifestLine, name, line: line))
      } else if let twin = twins.updateValue(path, forKey: path.twinKey) {
        report(BagFault(.nameTwin, max(twin, path).text))
      }
    }
  }

  private static func digest(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in text {
      let digit: UInt8
      switch character {
      case 0x30...0x39: digit = character - 0x30
      case 0x41...0x46: digit = character - 0x37
      case 0x61...0x66: digit = character - 0x57
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    return bytes
  }

  private func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }
}
