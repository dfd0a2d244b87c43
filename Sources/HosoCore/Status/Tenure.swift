/// The days on which somebody does what an obligation comes with: teaches, heads a team, belongs to the school.
struct Tenure {
  /// First and last days; several where an assignment ends and another begins.
  private(set) var spans: [ClosedRange<SchoolDate>]
  /// His last day in the school.
  private let last: SchoolDate

  private static let always = SchoolDate(day: -1_000_000)...SchoolDate(day: 10_000_000)

  /// That of a person by his dates in `people.csv`; nobody's is always.
  init(of person: Person?) {
    let all = Self.always
    last = person?.to ?? all.upperBound
    let first = person?.from ?? all.lowerBound
    spans = first <= last ? [first...last] : []
  }

  /// That of a person who teaches by `assignments`.
  init(of person: Person?, _ assignments: [Assignment]) {
    self.init(of: person)
    guard let whole = spans.first else { return }
    spans = assignments.compactMap { assignment in
      let first = max(whole.lowerBound, assignment.from ?? whole.lowerBound)
      let last = min(whole.upperBound, assignment.to ?? whole.upperBound)
      return first <= last ? first...last : nil
    }
  }

  /// Whether it covers a day of `days`.
  func overlaps(_ days: ClosedRange<SchoolDate>) -> Bool { spans.contains { $0.overlaps(days) } }

  /// Whether what belongs to `days` and is due on `due` is owed: he is at it in those days, had come when it was due,
  /// stayed until then or to the end of those days, and still belongs to the school when it is due.
  func owes(_ days: ClosedRange<SchoolDate>?, due: SchoolDate?) -> Bool {
    guard let days else { return !spans.isEmpty }
    guard let due else { return overlaps(days) }
    return due <= last
      && spans.contains {
        $0.overlaps(days) && $0.lowerBound <= due && $0.upperBound >= min(due, days.upperBound)
      }
  }
}
