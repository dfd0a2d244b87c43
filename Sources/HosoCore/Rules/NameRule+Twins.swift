extension NameRule {
  /// Two names with the same key are one file on some system: compatibility form and case do not count.
  ///
  /// The same in every locale. Compatibility forms beyond the full-width letters are left alone: no name that
  /// ``check(_:report:)`` accepts holds them.
  package static func twinKey(_ name: some StringProtocol) -> String {
    guard name.utf8.contains(where: { $0 >= 0x80 }) else { return name.lowercased() }
    let plain = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar in
          let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
          return isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }))
    // By way of capitals: ß, ſ, ı and ligatures are other letters only as small ones.
    let small = plain.lowercased().uppercased().lowercased()
    // The dot of İ is no mark of its own.
    return small.unicodeScalars.contains("\u{307}") ? small.replacing("i\u{307}", with: "i") : small
  }

  /// Whether two names, given as their raw bytes, are different and yet one file on some system.
  package static func areTwins(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    let isPlain = left.allSatisfy { $0 < 0x80 } && right.allSatisfy { $0 < 0x80 }
    guard !isPlain else {
      return left.count == right.count && zip(left, right).allSatisfy { lowered($0) == lowered($1) }
        && !left.elementsEqual(right)
    }
    return twinKey(String(decoding: left, as: UTF8.self)) == twinKey(String(decoding: right, as: UTF8.self))
      && !left.elementsEqual(right)
  }

  /// As above for names in memory: one new name is held against all names of its folder.
  package static func areTwins(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isASCII(left), isASCII(right) else { return areTwins(Array(left), Array(right)) }
    guard left.count == right.count else { return false }
    var isSame = true
    for index in left.indices where left[index] != right[index] {
      guard lowered(left[index]) == lowered(right[index]) else { return false }
      isSame = false
    }
    return !isSame
  }

  private static func isASCII(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var all: UInt8 = 0
    for byte in name { all |= byte }
    return all < 0x80
  }

  /// A letter of ASCII as a small one.
  private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

extension NameRule {
  /// The name with control and format characters escaped, so that a terminal shows what is there.
  package static func visible(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return name }
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

  /// A path given as the raw bytes of its names, escaped likewise; a byte that is no UTF-8 becomes `\xHH`, and of a name
  /// that is far too long its beginning is shown.
  package static func visible(_ names: [[UInt8]]) -> String {
    names.map { name in
      let isLong = name.count > longestPath
      let bytes = isLong ? name.prefix(longestName) : name[...]
      return readable(bytes) + (isLong ? "…" : "")
    }.joined(separator: "/")
  }

  private static func readable(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return visible(text) }
    var text = ""
    var rest = bytes
    while let first = rest.first {
      // The piece at the front that is one letter of UTF-8.
      let letter = (1...4).lazy.compactMap { count in
        rest.count < count ? nil : String(validating: rest.prefix(count), as: UTF8.self).map { (count, $0) }
      }.first
      if let (count, piece) = letter {
        text += visible(piece)
        rest = rest.dropFirst(count)
      } else {
        text += "\\x" + (first < 16 ? "0" : "") + String(first, radix: 16)
        rest = rest.dropFirst()
      }
    }
    return text
  }
}
