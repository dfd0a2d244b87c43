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

    package func contains(_ date: SchoolDate) -> Bool { from <= date && date <= to }
  }

  /// Such as `2024-2025`.
  package let year: String
  package let spans: [Span]

  package init(year: String, spans: [Span]) {
    self.year = year
    self.spans = spans
  }

  /// The spans of one sort, in file order.
  package func all(_ period: Period) -> [Span] { spans.filter { $0.period == period } }

  /// The teaching week with `number`.
  package func week(_ number: Int) -> Span? {
    spans.first { $0.period == .week && Int($0.id) == number }
  }

  /// The holiday that `date` falls into, if any.
  package func holiday(on date: SchoolDate) -> Span? {
    spans.first { $0.period == .holiday && $0.contains(date) }
  }

  /// Whether `date` lies in the year: 1 August to 31 July, or a term that reaches beyond.
  package func covers(_ date: SchoolDate) -> Bool {
    if spans.contains(where: { $0.period == .term && $0.contains(date) }) { return true }
    guard let first = Int(year.prefix(4)), let start = SchoolDate(year: first, month: 8, day: 1),
      let end = SchoolDate(year: first + 1, month: 7, day: 31)
    else { return false }
    return start <= date && date <= end
  }
}
