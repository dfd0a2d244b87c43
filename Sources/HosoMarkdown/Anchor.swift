/// The anchor of a heading or fragment: `s-` and the letters and digits of `text` in lower case, with `-` for
/// what stands between words. Latin letters lose their marks: `Mục tiêu` gives `s-muc-tieu`.
///
/// Two texts may give one anchor. At most 96 bytes long, or a little more with other scripts.
func anchor(for text: String) -> String {
  var name: [UInt8] = []
  name.reserveCapacity(128)
  name.append(contentsOf: "s-".utf8)
  var pendingHyphen = false
  func appendGap() {
    if pendingHyphen, name.count > 2 { name.append(UInt8(ascii: "-")) }
    pendingHyphen = false
  }
  for scalar in text.unicodeScalars {
    guard name.count < 96 else { break }
    switch AnchorPart(scalar) {
    case .gap: pendingHyphen = true
    case .nothing: break
    case .letter(let letter):
      appendGap()
      name.append(letter)
    case .other:
      appendGap()
      name.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }
  if name.count == 2 { name.append(contentsOf: "section".utf8) }
  return String(decoding: name, as: UTF8.self)
}

/// What a character of a heading gives to its anchor.
private enum AnchorPart {
  case letter(UInt8)
  /// A letter or digit that has no Latin form.
  case other
  case gap
  case nothing

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: self = .letter(UInt8(truncatingIfNeeded: scalar.value))
    case 0x41...0x5A: self = .letter(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case 0x20, 0x09, 0x2D, 0x5F: self = .gap
    case ..<0x80: self = .nothing
    case 0xC0..<0x180: self.init(latin1AndA[Int(scalar.value) - 0xC0])
    case 0x1A0, 0x1A1: self = .letter(UInt8(ascii: "o"))
    case 0x1AF, 0x1B0: self = .letter(UInt8(ascii: "u"))
    case 0x1EA0...0x1EF9: self.init(vietnamese[Int(scalar.value) - 0x1EA0])
    case 0x300..<0x370: self = .nothing
    default:
      let properties = scalar.properties
      if properties.isAlphabetic || properties.numericType != nil {
        self = .other
      } else {
        self = properties.isWhitespace ? .gap : .nothing
      }
    }
  }

  private init(_ entry: UInt8) {
    self = entry == UInt8(ascii: " ") ? .nothing : .letter(entry)
  }
}

/// The plain letters of U+00C0...U+017F, a space for signs.
private let latin1AndA = Array(
  ("aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
    + "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

/// The plain letters of U+1EA0...U+1EF9.
private let vietnamese = Array(
  (String(repeating: "a", count: 24) + String(repeating: "e", count: 16) + "iiii"
    + String(repeating: "o", count: 24) + String(repeating: "u", count: 14) + "yyyyyyyy").utf8)
