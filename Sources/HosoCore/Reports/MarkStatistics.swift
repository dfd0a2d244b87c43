/// Number, mean and spread of marks.
struct MarkStatistics {
  let count: Int
  /// In thousandths.
  private let sum: Int
  /// The standard deviation of these marks themselves, in marks.
  let deviation: Double
  let minimum: Int?
  let maximum: Int?

  /// Takes marks in thousandths.
  init(_ marks: some Collection<Int>) {
    count = marks.count
    sum = marks.reduce(0, +)
    minimum = marks.min()
    maximum = marks.max()
    guard !marks.isEmpty else {
      deviation = 0
      return
    }
    let mean = Double(sum) / Double(count)
    let squares = marks.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    deviation = (squares / Double(count)).squareRoot() / 1000
  }

  /// Nil without marks.
  var mean: Double? { count > 0 ? Double(sum) / Double(count) / 1000 : nil }

  /// The mean with two digits.
  var roundedMean: RoundedNumber? { count > 0 ? RoundedNumber(sum, by: count * 1000, digits: 2) : nil }

  /// A mark with as many digits as it needs, at most three.
  static func rounded(_ mark: Int) -> RoundedNumber {
    var number = (units: mark, digits: 3)
    while number.digits > 0, number.units % 10 == 0 { number = (number.units / 10, number.digits - 1) }
    return RoundedNumber(units: number.units, digits: number.digits)
  }
}
