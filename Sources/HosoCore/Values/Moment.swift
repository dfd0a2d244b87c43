/// A point in time together with the zone in which the school reads it.
package struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int64
  /// Minutes east of UTC.
  package let offset: Int

  package init(seconds: Int64, offset: Int) {
    self.seconds = seconds
    self.offset = offset
  }

  /// `date` at `minutes` after midnight, in the zone `offset` minutes east of UTC.
  package init(_ date: SchoolDate, minutes: Int, offset: Int) {
    self.init(seconds: Int64(date.day) * 86_400 + Int64(minutes - offset) * 60, offset: offset)
  }

  /// The same instant, read in another zone.
  package func reading(offset: Int) -> Moment { Moment(seconds: seconds, offset: offset) }

  private var local: Int64 { seconds + Int64(offset) * 60 }

  /// The day in its zone.
  package var date: SchoolDate {
    SchoolDate(day: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
  }

  /// Minutes since midnight in its zone, 0...1439.
  package var minutes: Int { Int((local % 86_400 + 86_400) % 86_400) / 60 }

  /// `HH:MM` in its zone.
  package var clock: String { "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))" }

  package static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
}

extension Moment: CustomStringConvertible {
  /// `YYYY-MM-DD HH:MM` in its zone.
  package var description: String { "\(date) \(clock)" }
}
