/// The tests of a year's calendar, as columns of marks name them.
///
/// A column says its test itself; where none of the kind does, letters tell: the test `giua-ki-1` is that of the columns
/// `…-gk` in term 1, by the first letters of its id and the number behind them.
struct TestCalendar {
  /// A test, first and last day included.
  struct Test: Hashable {
    let id: ListID
    let title: String
    let from: SchoolDate
    let to: SchoolDate
  }

  private struct Key: Hashable {
    let letters: String
    let term: Int?
  }

  private let tests: [Key: Test]
  private let byID: [ListID: Test]
  private let calendar: SchoolCalendar?

  /// Several lines with one id are one test.
  init(_ calendar: SchoolCalendar?) {
    var tests: [Key: Test] = [:]
    for span in calendar?.all(.test) ?? [] {
      var words = span.id.split(separator: "-")
      let term = words.last.flatMap { Int($0) }
      if term != nil { words.removeLast() }
      let key = Key(letters: String(words.compactMap(\.first)), term: term)
      let known = tests[key]
      tests[key] = Test(
        id: span.id, title: known?.title ?? span.title, from: min(known?.from ?? span.from, span.from),
        to: max(known?.to ?? span.to, span.to))
    }
    self.tests = tests
    byID = Dictionary(tests.values.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.calendar = calendar
  }

  /// The test whose marks a column holds; nil where the calendar has none of these letters.
  func test(of column: MarkColumn, term: Int?) -> Test? {
    if let name = column.test { return calendar?.testID(name, term: term).flatMap { byID[$0] } }
    return tests[Key(letters: column.part, term: term)] ?? tests[Key(letters: column.part, term: nil)]
  }
}
