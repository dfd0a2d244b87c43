/// The letters of a list that is not numbered by digits.
enum ListLabel {
  /// `a`, `B`, `iv`.
  static func text(_ number: Int, _ style: OfficeBlock.Numbering) -> String {
    switch style {
    case .decimal: String(number)
    case .lowerLetter: letter(number)
    case .upperLetter: letter(number).uppercased()
    case .lowerRoman: roman(number)
    case .upperRoman: roman(number).uppercased()
    }
  }

  private static func letter(_ number: Int) -> String {
    guard (1...26).contains(number) else { return String(number) }
    return String(UnicodeScalar(UInt8(ascii: "a") + UInt8(number - 1)))
  }

  private static func roman(_ number: Int) -> String {
    guard (1...100).contains(number) else { return String(number) }
    let signs = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    var left = number
    return signs.reduce(into: "") { text, sign in
      while left >= sign.0 {
        text += sign.1
        left -= sign.0
      }
    }
  }
}
