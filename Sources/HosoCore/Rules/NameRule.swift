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
  /// The folder of the school's rules, which lies at the top.
  package static let rulesFolder = ".hoso"

  /// The faults of one path, given as the raw bytes of its names, outermost first.
  package static func check(_ names: [[UInt8]], report: (Diagnostic) -> Void) {
    if names.count > deepest + 1 || names.reduce(0, { $0 + $1.count + 1 }) > longestPath {
      report(tooDeep(visible(names)))
    }
    for (index, name) in names.enumerated() {
      check(name, isAtTop: index == 0, path: visible(names), report: report)
    }
  }

  /// The faults of one name, given as its raw bytes. `path` is what the faults show as their place.
  package static func check(
    _ bytes: [UInt8], isAtTop: Bool, path: @autoclosure () -> String, report: (Diagnostic) -> Void
  ) {
    guard !isPlainlySound(bytes) else { return }
    func fault(_ id: DiagnosticID, _ facts: [String: String] = [:]) {
      report(Diagnostic(id, path: path(), facts: facts.merging(["name": visible([bytes])]) { first, _ in first }))
    }
    if bytes.count > longestName { fault(.nameTooLong) }
    // What else there is to say of a name that fills pages is not worth the time.
    if bytes.count > longestPath { return }
    guard let name = String(validating: bytes, as: UTF8.self) else { return fault(.nameNotUTF8) }
    if isGitControl(name) {
      fault(.gitControlFile)
    } else if isLikeRules(name), !(isAtTop && name.utf8.elementsEqual(rulesFolder.utf8)) {
      fault(.nameReserved, ["owner": "rules"])
    } else if !isPortable(name) {
      fault(.nameNotPortable)
    } else if isReserved(name) {
      fault(.nameReserved)
    }
    if !isNFC(name) { fault(.nameNotNFC) }
  }

  /// The fault of a path that is too long or below too many folders.
  package static func tooDeep(_ path: String) -> Diagnostic {
    Diagnostic(.pathTooDeep, path: path, facts: ["limit": String(deepest)])
  }

  /// The fault of a path that has `other` beside one of its names.
  package static func twin(of path: String, _ other: [UInt8]) -> Diagnostic {
    Diagnostic(.nameTwin, path: path, facts: ["name": visible([other])])
  }

  /// The fault of something that bears the name of the rules' folder and is none.
  package static var rulesAreNoFolder: Diagnostic {
    Diagnostic(.nameReserved, path: rulesFolder, facts: ["name": rulesFolder, "owner": "rules"])
  }

  /// Of the names that ``isReserved(_:)`` knows.
  private static let deviceBeginnings: [String] = ["con", "prn", "aux", "nul", "com", "lpt"]

  /// Whether a name is so plain that no rule can object: most names of a school are.
  private static func isPlainlySound(_ name: [UInt8]) -> Bool {
    guard (1...longestName).contains(name.count), name.first != 0x2D, name.last != 0x2E else { return false }
    // What is reserved has one of these beginnings, or a dot first.
    let isLikeDevice = name.first == 0x2E || deviceBeginnings.contains { name.starts(with: $0.utf8) }
    return !isLikeDevice
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

  private static func isPortable(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, let last = name.unicodeScalars.last else { return false }
    if first == "-" || first == " " || last == "." || last == " " || first == "~" { return false }
    return name.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      // The last two are a letter that capitals hide and a blank that counts as a sign.
      case "\\", ":", "*", "?", "\"", "<", ">", "|", "\u{7F}", "\u{131}", "\u{2800}": return false
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

  /// What git reads by its name, also in the short form that Windows gives it: `.gitmodules` is `gitmod~1` there.
  private static func isGitControl(_ name: String) -> Bool {
    let lower = name.lowercased()
    if lower.hasPrefix(".git") || [".mailmap", ".lfsconfig"].contains(where: lower.hasPrefix) { return true }
    let short = lower.prefix { $0 != "~" }
    return short.utf8.count < lower.utf8.count
      && ["git", "gitmod", "gitatt", "gitign", "gi7eba", "gi7d29", "gi250a", "mailma", "maba30", "lfscon"]
        .contains(short)
  }

  /// Whether some system could take this name for the folder of the rules.
  private static func isLikeRules(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasPrefix(rulesFolder) || lower.hasPrefix("hoso~")
  }
}
