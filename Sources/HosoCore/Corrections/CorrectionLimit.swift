/// Until when a correction may be received.
package enum CorrectionEnd: Hashable, Sendable {
  /// At any time.
  case none
  /// This day included.
  case day(SchoolDate)
  /// The rules set a limit that cannot be told, so nothing is corrected: a word for the message catalogue.
  case unknown(String)
}

extension Rulebook {
  /// The last day on which a correction of `read` by `procedure` may be received, as asked on `date`.
  package func lastDay(
    of procedure: CorrectionProcedure, for read: CorrectionCase, on date: SchoolDate
  ) -> CorrectionEnd {
    switch procedure.limit {
    case nil: return .none
    case .after(let field, let days):
      guard let day = read.fields[field].flatMap({ SchoolDate($0) }) else { return .unknown("no-date") }
      return .day(day.adding(days: days))
    case .before(let tests, let days):
      var ends: [SchoolDate] = []
      for target in read.records {
        guard let test = firstTest(of: tests, for: target, on: date) else { return .unknown("no-test") }
        ends.append(test.from.adding(days: -days))
      }
      return ends.min().map { .day($0) } ?? .unknown("no-test")
    }
  }

  /// The first of these tests in the term of the book, or where it has none in the last one that has begun on `date`.
  private func firstTest(
    of tests: [ListID], for target: CorrectionCase.Target, on date: SchoolDate
  ) -> SchoolCalendar.Span? {
    guard let (_, place) = kind(at: target.path), let calendar = place[.year].flatMap({ calendars[$0] }) else {
      return nil
    }
    let terms = calendar.all(.term).sorted { $0.from < $1.from }
    let number = place[.term].flatMap { Int($0) }
    let own = number.map { number in terms.first { Int($0.id) == number } }
    guard let term = own ?? (terms.last { $0.from <= date } ?? terms.first) else { return nil }
    return calendar.all(.test).filter { tests.contains($0.id) && term.contains($0.from) }.min { $0.from < $1.from }
  }
}
