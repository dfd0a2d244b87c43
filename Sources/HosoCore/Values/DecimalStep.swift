/// The step of a scale such as `0.25`, held against decimal texts exactly, digit by digit.
///
/// JSON Schema's `multipleOf`; Table Schema has no such constraint. Binary fractions would find 0.3 to be no multiple of 0.1.
package struct DecimalStep: Hashable, Sendable {
  /// As the kind writes it.
  package let text: String
  private let number: Decimal

  /// Reads digits with at most one decimal point; nil for anything else and for zero.
  package init?(_ text: String) {
    guard let number = Decimal(text), number.digits > 0 else { return nil }
    self.text = text
    self.number = number
  }

  /// Whether `value` is a whole number of steps; a text that is no number is none.
  package func divides(_ value: String) -> Bool {
    guard let value = Decimal(value) else { return false }
    let places = max(value.places, number.places)
    guard let dividend = value.scaled(to: places), let divisor = number.scaled(to: places) else { return false }
    return dividend % divisor == 0
  }
}

/// `digits` without its last `places` digits is the whole part.
private struct Decimal: Hashable {
  let digits: Int
  let places: Int

  /// At most fifteen digits, as ``FieldSchema`` allows numbers.
  init?(_ text: String) {
    guard FieldSchema.number(text, isInteger: false) != nil else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let digits = Int(parts.joined()) else { return nil }
    self.digits = digits
    places = parts.count > 1 ? parts[1].utf8.count : 0
  }

  /// The digits with as many places as `places`; nil where they would not fit.
  func scaled(to places: Int) -> Int? {
    var result = digits
    for _ in self.places..<places {
      let (product, overflows) = result.multipliedReportingOverflow(by: 10)
      guard !overflows else { return nil }
      result = product
    }
    return result
  }
}
