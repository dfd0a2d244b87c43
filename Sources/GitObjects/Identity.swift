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
    // By bytes: a bracket with a mark above it is one character for Swift and a bracket for git.
    guard let open = bytes.firstIndex(of: UInt8(ascii: "<")), let close = bytes.firstIndex(of: UInt8(ascii: ">")),
      open < close, bytes.lastIndex(of: UInt8(ascii: "<")) == open, bytes.lastIndex(of: UInt8(ascii: ">")) == close
    else { throw MalformedObject("identity-brackets") }
    let before = bytes[..<open]
    let email = bytes[(open + 1)..<close]
    guard before.last == 0x20, before.count > 1, !email.isEmpty else { throw MalformedObject("identity-empty") }
    let name = before.dropLast()
    guard name.first != 0x20, name.last != 0x20, !email.contains(0x20) else { throw MalformedObject("identity-spaces") }
    // Git and libgit2 take these away from either end, the one in writing, the other in reading.
    guard ![name.first, name.last, email.first, email.last].contains(where: { Self.isTrimmed($0) }) else {
      throw MalformedObject("identity-ends")
    }
    guard text.unicodeScalars.allSatisfy({ !Self.isInvisible($0) }) else { throw MalformedObject("identity-control") }
    let when = bytes[(close + 1)...]
    guard when.first == 0x20, let space = when.dropFirst().firstIndex(of: 0x20),
      !when[(space + 1)...].contains(0x20), let time = Self.seconds(when[(close + 2)..<space])
    else { throw MalformedObject("identity-date") }
    self.init(
      name: String(decoding: name, as: UTF8.self), email: String(decoding: email, as: UTF8.self), time: time,
      offset: try Self.offset(when[(space + 1)...]))
  }

  private static func isTrimmed(_ byte: UInt8?) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "\""),
      UInt8(ascii: "\\"), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// Digits without leading zeros, up to the year 2100.
  private static func seconds(_ digits: ArraySlice<UInt8>) -> Int64? {
    guard (1...10).contains(digits.count), digits.count == 1 || digits.first != 0x30 else { return nil }
    var time: Int64 = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      time = time * 10 + Int64(digit - 0x30)
    }
    return time <= 4_102_444_800 ? time : nil
  }

  private static func offset(_ zone: ArraySlice<UInt8>) throws(MalformedObject) -> Int {
    let digits = zone.dropFirst().map { Int($0) - 0x30 }
    guard zone.count == 5, let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      digits.allSatisfy({ (0...9).contains($0) })
    else { throw MalformedObject("identity-zone") }
    let (hours, minutes) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    let total = hours * 60 + minutes
    let isNegative = sign == UInt8(ascii: "-")
    guard hours <= 14, minutes < 60, !(isNegative && total == 0) else { throw MalformedObject("identity-zone") }
    return isNegative ? -total : total
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
