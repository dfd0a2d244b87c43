/// The tests of a year's calendar, by the letters with which columns of marks name them.
///
/// The test `giua-ki-1` is that of the columns `…-gk` in term 1: the first letters of its id, and the number behind them.
struct TestCalendar {
  /// A test, first and last day included.
  struct Test: Hashable {
    let title: String
    let from: SchoolDate
    let to: SchoolDate
  }

  private struct Key: Hashable {
    let letters: String
    let term: Int?
  }

  private let tests: [Key: Test]

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
        title: known?.title ?? span.title, from: min(known?.from ?? span.from, span.from),
        to: max(known?.to ?? span.to, span.to))
    }
    self.tests = tests
  }

  /// The test whose marks a column holds; nil where the calendar has none of these letters.
  func test(of column: MarkColumn, term: Int?) -> Test? {
    tests[Key(letters: column.part, term: term)] ?? tests[Key(letters: column.part, term: nil)]
  }
}
