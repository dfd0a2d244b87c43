/// A school year's days: `.hoso/calendar/<year>.csv`.
package struct SchoolCalendar: Hashable, Sendable {
  /// What a line of the calendar is about.
  package enum Period: String, CaseIterable, Sendable { case term, week, holiday, test }

  /// A term, teaching week, holiday or test, first and last day included.
  package struct Span: Hashable, Sendable {
    package let period: Period
    package let id: ListID
    package let title: String
    package let from: SchoolDate
    package let to: SchoolDate
    /// Whether teaching is online in this span.
    package let isOnline: Bool
    package let line: Int

    package init(
      period: Period, id: ListID, title: String, from: SchoolDate, to: SchoolDate, isOnline: Bool, line: Int
    ) {
      self.period = period
      self.id = id
      self.title = title
      self.from = from
      self.to = to
      self.isOnline = isOnline
      self.line = line
    }

    /// Whether `date` lies in it.
    package func contains(_ date: SchoolDate) -> Bool { from <= date && date <= to }
  }

  /// Such as `2024-2025`.
  package let year: String
  package let spans: [Span]
  private let weeks: [Int: Span]
  private let holidays: [Span]
  /// The teaching weeks by the Monday on or before their first day.
  let weeksByMonday: [SchoolDate: Span]
  /// The terms in file order.
  let terms: [Span]
  /// The first and last day of each test: several lines with one id are one test.
  let tests: [ListID: ClosedRange<SchoolDate>]

  package init(year: String, spans: [Span]) {
    self.year = year
    self.spans = spans
    let numbered = spans.compactMap { span in
      span.period == .week ? Int(span.id).map { ($0, span) } : nil
    }
    weeks = Dictionary(numbered, uniquingKeysWith: { first, _ in first })
    holidays = spans.filter { $0.period == .holiday }
    weeksByMonday = Dictionary(
      numbered.map { ($0.1.from.monday, $0.1) }, uniquingKeysWith: { first, _ in first })
    terms = spans.filter { $0.period == .term }
    var tests: [ListID: ClosedRange<SchoolDate>] = [:]
    for span in spans where span.period == .test {
      let known = tests[span.id] ?? span.from...span.to
      tests[span.id] = min(known.lowerBound, span.from)...max(known.upperBound, span.to)
    }
    self.tests = tests
  }

  /// The spans of one sort, in file order.
  package func all(_ period: Period) -> [Span] { spans.filter { $0.period == period } }

  /// The teaching week with `number`.
  package func week(_ number: Int) -> Span? { weeks[number] }

  /// The holiday that `date` falls into, if any.
  package func holiday(on date: SchoolDate) -> Span? {
    holidays.first { $0.contains(date) }
  }

  /// Whether `date` lies in the year: 1 August to 31 July, or a term that reaches beyond.
  package func covers(_ date: SchoolDate) -> Bool {
    if let first = Int(year.prefix(4)), let start = SchoolDate(year: first, month: 8, day: 1),
      let end = SchoolDate(year: first + 1, month: 7, day: 31), start <= date, date <= end
    {
      return true
    }
    return spans.contains { $0.period == .term && $0.contains(date) }
  }
}
