internal import HosoCore

extension KindWords {
  /// When a record is due, such as "Saturday of the week before, 23:59".
  static func deadline(_ deadline: Kind.Deadline) -> Localized {
    var day = day(deadline.day)
    if deadline.minutes != Kind.Deadline.endOfDay {
      let time = "\(deadline.minutes / 60):\(deadline.minutes % 60 < 10 ? "0" : "")\(deadline.minutes % 60)"
      day = Localized(vi: "\(day.vietnamese), \(time)", en: "\(day.english), \(time)")
    }
    switch deadline.holiday {
    case .keep: break
    case .before:
      day = Localized(
        vi: day.vietnamese + "; gặp ngày nghỉ thì sớm lên", en: day.english + "; before it where that is a holiday")
    case .after:
      day = Localized(
        vi: day.vietnamese + "; gặp ngày nghỉ thì lùi lại", en: day.english + "; after it where that is a holiday")
    }
    guard let opening = deadline.onlineOpening else { return day }
    let opens = weekday(opening)
    return Localized(
      vi: "\(day.vietnamese); dạy trực tuyến: nộp từ \(opens.vietnamese)",
      en: "\(day.english); taught online: put in from \(opens.english)")
  }

  private static func day(_ day: Kind.Deadline.Day) -> Localized {
    switch day {
    case .weekday(let day, let week):
      let week = self.week(week)
      let name = weekday(day)
      return Localized(
        vi: "\(name.vietnamese) của \(week.vietnamese)", en: "\(name.english) of \(week.english)")
    case .monthDay(let day, let month):
      let month = self.month(month)
      return Localized(
        vi: (day.map { "ngày \($0)" } ?? "ngày cuối") + " của \(month.vietnamese)",
        en: (day.map { "day \($0)" } ?? "the last day") + " of \(month.english)")
    case .date(let date): return Localized(vi: "ngày \(date.day)/\(date.month)", en: "\(date.day)/\(date.month)")
    case .before(let date):
      return Localized(vi: "trước ngày \(date.day)/\(date.month)", en: "before \(date.day)/\(date.month)")
    case .relative(let side, let span, let distance): return relative(side, span, distance)
    }
  }

  private static func relative(
    _ side: Kind.Deadline.Side, _ span: Kind.Deadline.Span, _ distance: Kind.Deadline.Distance
  ) -> Localized {
    let span = self.span(span)
    let length: Localized
    switch distance {
    case .days(0):
      return side == .after
        ? Localized(vi: "ngày cuối của \(span.vietnamese)", en: "last day of \(span.english)")
        : Localized(vi: "ngày đầu của \(span.vietnamese)", en: "first day of \(span.english)")
    case .days(let days): length = Localized(vi: "\(days) ngày", en: "\(days) days")
    case .workingDays(let days): length = Localized(vi: "\(days) ngày làm việc", en: "\(days) working days")
    }
    return side == .after
      ? Localized(
        vi: "\(length.vietnamese) sau \(span.vietnamese)", en: "\(length.english) after \(span.english)")
      : Localized(
        vi: "\(length.vietnamese) trước \(span.vietnamese)", en: "\(length.english) before \(span.english)")
  }

  private static func span(_ span: Kind.Deadline.Span) -> Localized {
    switch span {
    case .term: Localized(vi: "học kì", en: "the term")
    case .month: Localized(vi: "tháng", en: "the month")
    case .week: Localized(vi: "tuần", en: "the week")
    case .year: Localized(vi: "năm học", en: "the year")
    case .test(let id):
      id.map { Localized(vi: "kì kiểm tra `\($0)`", en: "the test `\($0)`") }
        ?? Localized(vi: "kì kiểm tra", en: "the test")
    }
  }

  private static func week(_ away: Int) -> Localized {
    switch away {
    case 0: Localized(vi: "tuần đó", en: "the week")
    case -1: Localized(vi: "tuần trước", en: "the week before")
    case 1: Localized(vi: "tuần sau", en: "the week after")
    default: Localized(vi: "tuần cách \(away) tuần", en: "the week \(away) weeks away")
    }
  }

  private static func month(_ away: Int) -> Localized {
    switch away {
    case 0: Localized(vi: "tháng đó", en: "the month")
    case -1: Localized(vi: "tháng trước", en: "the month before")
    case 1: Localized(vi: "tháng sau", en: "the month after")
    default: Localized(vi: "tháng cách \(away) tháng", en: "the month \(away) months away")
    }
  }

  private static func weekday(_ day: Int) -> Localized {
    let names = [
      ("thứ Hai", "Monday"), ("thứ Ba", "Tuesday"), ("thứ Tư", "Wednesday"), ("thứ Năm", "Thursday"),
      ("thứ Sáu", "Friday"), ("thứ Bảy", "Saturday"), ("Chủ nhật", "Sunday"),
    ]
    let name = names[(day + 6) % 7]
    return Localized(vi: name.0, en: name.1)
  }
}
