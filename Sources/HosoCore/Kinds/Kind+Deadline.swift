extension Kind {
  /// When a record is due: a rule that the calendar of its year answers for its place.
  package struct Deadline: Hashable, Sendable {
    /// The day, before it is moved away from a holiday.
    package enum Day: Hashable, Sendable {
      /// 1 (Monday) ... 7 (Sunday) of the week `week` weeks away from the record's own, -1 for the week before.
      case weekday(Int, week: Int)
      /// A day of the month `month` months away from the record's own; nil for its last day, as is a day that it lacks.
      case monthDay(Int?, month: Int)
      /// That day of the school year.
      case date(YearDay)
      /// The last day before that day of the school year.
      case before(YearDay)
      /// So far behind the last day of `span`, or ahead of its first.
      case relative(Side, Span, Distance)
    }

    /// A day that comes once in each school year, which begins on 1 August.
    package struct YearDay: Hashable, Sendable {
      /// 1...12.
      package let month: Int
      /// 1...31; 29 February is the last of February where the year has none.
      package let day: Int
      /// Whether an August is meant that follows the year, not the one in which it begins.
      package let isAfterYear: Bool

      package init(month: Int, day: Int, isAfterYear: Bool = false) {
        self.month = month
        self.day = day
        self.isAfterYear = isAfterYear
      }
    }

    /// Which way from a span.
    package enum Side: String, CaseIterable, Sendable { case before, after }

    /// What a deadline is counted from.
    package enum Span: Hashable, Sendable {
      case term, month, week, year
      /// A test by its id without the term; nil where the record's path or the column says which.
      case test(ListID?)
    }

    /// How far.
    package enum Distance: Hashable, Sendable {
      case days(Int)
      case workingDays(Int)
    }

    /// What becomes of a deadline on a Sunday or holiday.
    package enum HolidayShift: String, CaseIterable, Sendable {
      case keep
      /// To the last working day before.
      case before
      /// To the next working day.
      case after
    }

    package let day: Day
    /// After midnight.
    package let minutes: Int
    package let holiday: HolidayShift
    /// The weekday, 1...7, from whose midnight on records of a week that is taught online are put in.
    package let onlineOpening: Int?
    /// The clause that asks for it.
    package let basis: String?

    package init(
      _ day: Day, minutes: Int = Self.endOfDay, holiday: HolidayShift = .keep, onlineOpening: Int? = nil,
      basis: String? = nil
    ) {
      self.day = day
      self.minutes = minutes
      self.holiday = holiday
      self.onlineOpening = onlineOpening
      self.basis = basis
    }

    package init(weekday: Int, week: Int, minutes: Int) {
      self.init(.weekday(weekday, week: week), minutes: minutes)
    }

    /// 23:59, which a rule means that gives no time.
    package static let endOfDay = 23 * 60 + 59

    /// Whether the record's path or the column must say from which test it is counted.
    package var needsTest: Bool {
      if case .relative(_, .test(nil), _) = day { true } else { false }
    }
  }

  /// The tests whose marks its columns hold, without the term's number, in the columns' order.
  package var columnTests: [ListID] {
    var tests: [ListID] = []
    for case let test? in fields.map(\.test) where !tests.contains(test) { tests.append(test) }
    return tests
  }
}
