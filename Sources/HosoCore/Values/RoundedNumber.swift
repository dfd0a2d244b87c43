/// A number rounded to so many digits behind the point, half away from zero, as schools round marks.
package struct RoundedNumber: Hashable, Sendable {
  /// The number times ten to the power of ``digits``.
  package let units: Int
  /// How many digits stand behind the point, 0...6.
  package let digits: Int

  package init(units: Int, digits: Int) {
    precondition((0...6).contains(digits), "reports round to at most six digits")
    self.units = units
    self.digits = digits
  }

  /// `dividend` divided by `divisor`, which is above 0; exact but for the last digit.
  package init(_ dividend: Int, by divisor: Int, digits: Int) {
    precondition(divisor > 0, "a share is one of something")
    let scaled = Int(dividend.magnitude) * Self.power(of: digits)
    let units = (2 * scaled + divisor) / (2 * divisor)
    self.init(units: dividend < 0 ? -units : units, digits: digits)
  }

  package init(_ value: Double, digits: Int) {
    let scaled = (value * Double(Self.power(of: digits))).rounded()
    self.init(units: scaled.magnitude < 1e15 ? Int(scaled) : 0, digits: digits)
  }

  /// As a percentage with one digit; nil where there is nothing to be a part of.
  package static func percent(_ part: Int, of whole: Int) -> RoundedNumber? {
    whole > 0 ? RoundedNumber(part * 100, by: whole, digits: 1) : nil
  }

  /// `7,25` in Vietnamese, `7.25` in English.
  package func text(in language: Language) -> String {
    let power = UInt(Self.power(of: digits))
    let whole = (units < 0 ? "-" : "") + String(units.magnitude / power)
    guard digits > 0 else { return whole }
    let behind = String(units.magnitude % power)
    return whole + (language == .vietnamese ? "," : ".") + String(repeating: "0", count: digits - behind.count) + behind
  }

  /// The number itself, for programs.
  package var value: Double { Double(units) / Double(Self.power(of: digits)) }

  private static func power(of digits: Int) -> Int { (0..<digits).reduce(1) { power, _ in power * 10 } }
}
