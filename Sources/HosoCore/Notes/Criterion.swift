/// One line of a rubric: something that a reviewer gives points for.
package struct Criterion: Hashable, Sendable {
  /// A short name, as `--score` uses it.
  package let name: String
  package let title: Localized
  /// The most points that it may get.
  package let maximum: Points

  package init(name: String, title: Localized, maximum: Points) {
    self.name = name
    self.title = title
    self.maximum = maximum
  }

  /// Whether a table calls it so.
  package func isCalled(_ text: String) -> Bool {
    [name, title.vietnamese, title.english].contains { $0 == text }
  }
}

/// A number of points of 0 or more, exact to the hundredth.
package struct Points: Hashable, Comparable, Sendable {
  /// In hundredths of a point.
  package let hundredths: Int

  package init(hundredths: Int) { self.hundredths = hundredths }

  /// Parses up to six digits, with at most two behind a decimal point.
  package init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }),
      parts[0].count <= 6, parts.count < 2 || parts[1].count <= 2
    else { return nil }
    func number(_ digits: some Sequence<UInt8>) -> Int { digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    var value = number(parts[0]) * 100
    if parts.count == 2 { value += number(parts[1]) * (parts[1].count == 1 ? 10 : 1) }
    hundredths = value
  }

  package static func < (left: Points, right: Points) -> Bool { left.hundredths < right.hundredths }

  /// The sum of both.
  package static func + (left: Points, right: Points) -> Points {
    Points(hundredths: left.hundredths + right.hundredths)
  }
}

extension Points: CustomStringConvertible {
  /// As short as it can be written: `4`, `3.5`, `0.25`.
  package var description: String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    guard rest > 0 else { return String(whole) }
    return "\(whole)." + (rest % 10 == 0 ? String(rest / 10) : twoDigits(rest))
  }
}

extension Sequence<Points> {
  /// All of them together.
  package var total: Points { reduce(Points(hundredths: 0), +) }
}
