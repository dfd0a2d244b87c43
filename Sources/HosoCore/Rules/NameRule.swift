@_spi(_Unicode) import Swift

/// Names of files and folders mean one thing on every system: NFC, portable, not too long, no twins.
///
/// The limits are those of `Docs/Threats.md` R10: Windows, macOS, FAT sticks and DVDs must all carry the records.
package enum NameRule {
  /// At most this many bytes in a name.
  package static let longestName = 120
  /// At most this many bytes in a path with its slashes.
  package static let longestPath = 500
  /// At most this many folders above a file.
  package static let deepest = 12

  /// The faults of one path, given as the raw bytes of its names, outermost first.
  package static func check(_ names: [[UInt8]], report: (Diagnostic) -> Void) {
    var shown: String { visible(names.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")) }
    func fault(_ id: DiagnosticID, _ name: String) {
      report(Diagnostic(id, path: shown, facts: ["name": visible(name)]))
    }
    if names.count > deepest + 1 || names.reduce(0, { $0 + $1.count + 1 }) > longestPath {
      report(Diagnostic(.pathTooDeep, path: shown, facts: ["limit": String(deepest)]))
    }
    for bytes in names where !isPlainlySound(bytes) {
      guard let name = String(validating: bytes, as: UTF8.self) else {
        fault(.nameNotUTF8, String(decoding: bytes, as: UTF8.self))
        continue
      }
      if bytes.count > longestName { fault(.nameTooLong, name) }
      if isGitControl(name) {
        fault(.gitControlFile, name)
      } else if !isPortable(name) {
        fault(.nameNotPortable, name)
      } else if isReserved(name) {
        fault(.nameReserved, name)
      }
      if !isNFC(name) { fault(.nameNotNFC, name) }
    }
  }

  /// Whether a name is so plain that no rule can object: most names of a school are.
  private static func isPlainlySound(_ name: [UInt8]) -> Bool {
    guard name.count <= longestName, name.first != 0x2D, name.last != 0x2E else { return false }
    // Device names such as `com1` have at most four plain letters in front of the first dot.
    return name.prefix { $0 != 0x2E }.count > 4
      && name.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
  }

  /// Whether `text` is in Unicode's composed normal form.
  package static func isNFC(_ text: String) -> Bool {
    var isPlain = true
    for byte in text.utf8 where byte >= 0x80 {
      isPlain = false
      break
    }
    return isPlain || text.unicodeScalars.elementsEqual(text._nfc)
  }

  /// Two names with the same key are one file on some system.
  package static func twinKey(_ name: some StringProtocol) -> String { name.lowercased() }

  private static func isPortable(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, let last = name.unicodeScalars.last else { return false }
    if first == "-" || first == " " || last == "." || last == " " || first == "~" { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "\\", ":", "*", "?", "\"", "<", ">", "|", "\u{7F}", "\u{131}": return false
      default: break
      }
      if scalar.value < 0x20 { return false }
      if scalar.isASCII { return true }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
        .spaceSeparator:
        return false
      default: return !isCompatibilityForm(scalar)
      }
    }
  }

  /// A full-width letter, a ligature and the like: another letter under Unicode's NFKC case folding.
  private static func isCompatibilityForm(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.properties.changesWhenNFKCCaseFolded else { return false }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    guard lower.count == 1, let single = lower.first else { return true }
    return single == scalar || single.properties.changesWhenNFKCCaseFolded
  }

  private static func isReserved(_ name: String) -> Bool {
    var stem = name.prefix { $0 != "." }.uppercased()
    while stem.hasSuffix(" ") { stem.removeLast() }
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(stem) { return true }
    guard stem.hasPrefix("COM") || stem.hasPrefix("LPT") else { return false }
    let digit = stem.dropFirst(3)
    return digit.count == 1 && "0123456789¹²³".contains(digit)
  }

  private static func isGitControl(_ name: String) -> Bool {
    let lower = name.lowercased()
    return [".gitattributes", ".gitmodules", ".gitignore", ".mailmap", ".lfsconfig", ".gitkeep"].contains(lower)
      || lower.hasPrefix(".git") || lower.hasPrefix("git~")
  }

  /// The name with control and format characters escaped, so that a terminal shows what is there.
  package static func visible(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        text += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
