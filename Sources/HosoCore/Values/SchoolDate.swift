/// A day of the Gregorian calendar, without time or time zone.
package struct SchoolDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let day: Int

  package init(day: Int) { self.day = day }

  /// Nil unless `year` is 1...9999 and the day exists: 30 February gives nil.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year) else {
      return nil
    }
    self.day = Self.number(year, month, day)
  }

  /// Parses exactly `YYYY-MM-DD` in ASCII digits, as ISO 8601 writes a day.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month 1...12 and day of month 1...31.
  package var parts: (year: Int, month: Int, day: Int) {
    // Howard Hinnant's days-to-civil algorithm: years begin in March, eras have 146,097 days.
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    return (year, calendarMonth, dayOfYear - (153 * month + 2) / 5 + 1)
  }

  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// 1 for Monday ... 7 for Sunday, as ISO 8601 counts.
  package var weekday: Int { ((day + 3) % 7 + 7) % 7 + 1 }

  /// The Monday of its week.
  package var monday: SchoolDate { adding(days: 1 - weekday) }

  /// The day `count` days later.
  package func adding(days count: Int) -> SchoolDate { SchoolDate(day: day + count) }

  package static func < (left: SchoolDate, right: SchoolDate) -> Bool { left.day < right.day }
}

extension SchoolDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  package var description: String {
    let (year, month, day) = parts
    return twoDigits(year / 100) + twoDigits(year % 100) + "-" + twoDigits(month) + "-" + twoDigits(day)
  }
}

/// `number` with a leading zero below ten.
package func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
