/// Who made a commit or tag and when, as its `author`, `committer` or `tagger` header says.
package struct Identity: Hashable, Sendable {
  package let name: String
  package let email: String
  /// Seconds since 1970-01-01T00:00:00Z.
  package let time: Int64
  /// Minutes east of UTC, -840...840.
  package let offset: Int

  package init(name: String, email: String, time: Int64, offset: Int) {
    self.name = name
    self.email = email
    self.time = time
    self.offset = offset
  }

  /// Reads `Name <mail> 1700000000 +0700`, and nothing that git or another reader could take otherwise.
  ///
  /// Exactly one `<` and one `>`; a name and an address that are not empty and neither begin nor end in one of `.,:;"\'`,
  /// the address without spaces; valid UTF-8 without control, format and invisible characters; time in 0...4,102,444,800
  /// (the year 2100) without leading zeros; zone `[+-]HHMM` with HH <= 14.
  package init(strict bytes: ArraySlice<UInt8>) throws(MalformedObject) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw MalformedObject("identity-not-utf8") }
    // By scalars: a bracket with a mark above it is one character for Swift and a bracket for git.
    let parts = text.unicodeScalars.split(separator: "<", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw MalformedObject("identity-brackets") }
    let rest = parts[1].split(separator: ">", omittingEmptySubsequences: false)
    guard rest.count == 2, !parts[0].contains(">") else { throw MalformedObject("identity-brackets") }
    guard parts[0].last == " ", parts[0].count > 1, !rest[0].isEmpty else { throw MalformedObject("identity-empty") }
    let name = parts[0].dropLast()
    guard name.first != " ", name.last != " ", !rest[0].contains(" ") else { throw MalformedObject("identity-spaces") }
    for part in [name, rest[0]] {
      let ends = [part.first, part.last].compactMap(\.self)
      // Git and libgit2 take these away from either end, the one in writing, the other in reading.
      guard !ends.contains(where: { ".,:;\"\\'".unicodeScalars.contains($0) }) else {
        throw MalformedObject("identity-ends")
      }
    }
    guard text.unicodeScalars.allSatisfy({ !Self.isInvisible($0) }) else { throw MalformedObject("identity-control") }
    let when = rest[1].split(separator: " ", omittingEmptySubsequences: false).map(Substring.init)
    guard when.count == 3, when[0].isEmpty else { throw MalformedObject("identity-date") }
    guard let time = Int64(when[1]), String(time) == when[1], (0...4_102_444_800).contains(time) else {
      throw MalformedObject("identity-date")
    }
    self.init(name: String(name), email: String(rest[0]), time: time, offset: try Self.offset(when[2]))
  }

  private static func offset(_ zone: Substring) throws(MalformedObject) -> Int {
    let digits = zone.utf8.dropFirst()
    guard zone.utf8.count == 5, let sign = zone.first, sign == "+" || sign == "-",
      digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let hours = Int(zone.dropFirst().prefix(2)), let minutes = Int(zone.suffix(2)),
      hours <= 14, minutes < 60, zone != "-0000"
    else { throw MalformedObject("identity-zone") }
    let total = hours * 60 + minutes
    return sign == "-" ? -total : total
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.isControl }
    // Letters with marks, which most names here have, without a look into Unicode's tables.
    if (0xC0...0x24F).contains(scalar.value) || (0x1EA0...0x1EFF).contains(scalar.value) { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// `+0700`, the zone as git writes it.
  package var zone: String {
    let hours = abs(offset) / 60
    let minutes = abs(offset) % 60
    return (offset < 0 ? "-" : "+") + (hours < 10 ? "0" : "") + "\(hours)" + (minutes < 10 ? "0" : "") + "\(minutes)"
  }

  /// The header's value: `Name <mail> 1700000000 +0700`.
  package var header: String { "\(name) <\(email)> \(time) \(zone)" }
}

/// A git object whose bytes are not of the one form that hoso accepts.
package struct MalformedObject: Error, Hashable, Sendable {
  /// What is wrong, a word for the message catalogue, such as `header-order`.
  package let reason: String

  package init(_ reason: String) { self.reason = reason }
}
