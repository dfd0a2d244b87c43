internal import HosoCore

/// What is asked of the values of `deadline`, `expected` and the settings that go with them.
enum DeadlineHints {
  /// How to write the value of `key`, where that is one line.
  static func fix(_ key: String) -> Localized? {
    switch key {
    case "deadline":
      return Localized(
        vi: "viết đúng một trong: weekday, month-day, date, before, after",
        en: "give exactly one of weekday, month-day, date, before and after")
    case "weekday":
      return Localized(
        vi: "viết một thứ như 'saturday'; 'place' của loại hồ sơ phải có week hoặc date trong ngoặc nhọn",
        en: "write a day such as 'saturday'; the kind's 'place' needs week or date in braces")
    case "opens": return Localized(vi: "viết một thứ như 'friday'", en: "write a day such as 'friday'")
    case "week": return RuleFileHints.number(-60, 60)
    case "month": return RuleFileHints.number(-12, 12)
    case "month-day":
      return Localized(
        vi: "viết ngày từ 1 đến 31 hoặc 'last'; 'place' phải có month, week hoặc date trong ngoặc nhọn",
        en: "write a day from 1 to 31 or 'last'; the kind's 'place' needs month, week or date in braces")
    case "date": return Localized(vi: "viết tháng-ngày, như \"05-31\"", en: "write month-day, such as \"05-31\"")
    case "before", "after":
      return Localized(
        vi: """
          viết 'term', 'month', 'week', 'test' hoặc 'year' ('before' còn nhận tháng-ngày, như "08-15"); 'place' phải cho \
          biết học kì, tháng, tuần nào
          """,
        en: """
          write 'term', 'month', 'week', 'test' or 'year' ('before' also takes month-day, such as "08-15"); the kind's \
          'place' must tell which
          """)
    case "end":
      return Localized(
        vi: "chỉ dùng với ngày trong tháng 8: true là tháng 8 sau năm học, false là đầu năm học",
        en: "use it with a day in August only: true for the August after the year, false for that at its start")
    case "test":
      return Localized(
        vi: "viết mã kì kiểm tra trong lịch, bỏ số học kì, như 'giua-ki'; không viết thì 'place' hoặc cột phải nêu",
        en:
          "write the test's id in the calendar without the term's number, such as 'giua-ki', or let 'place' or a column name it"
      )
    case "days", "working-days": return RuleFileHints.number(0, 366)
    case "holiday":
      return RuleFileHints.choice(Kind.Deadline.HolidayShift.allCases.map(\.rawValue), "cách", "way")
    case "time": return Localized(vi: "viết giờ:phút, như \"23:59\"", en: "write hours:minutes, such as \"23:59\"")
    case "owner":
      let all = Kind.Expectation.Owner.allCases.map(\.rawValue).joined(separator: ", ")
      return Localized(
        vi: "chọn trong: \(all); 'place' phải cho biết đó là của ai",
        en: "choose one of: \(all); the kind's 'place' must tell whose a record is")
    case "per":
      let all = Kind.Expectation.Rhythm.allCases.map(\.rawValue).joined(separator: ", ")
      return Localized(
        vi: "chọn trong: \(all); 'place' hoặc cột phải cho biết là của tuần, tháng, học kì, kì kiểm tra nào",
        en: "choose one of: \(all); the kind's 'place' or columns must tell of which one a record is")
    case "at-least": return RuleFileHints.number(1, 100)
    case "working-saturdays", "signed-commits": return RuleFileHints.choice(["yes", "no"], "giá trị", "value")
    case "remind-command":
      return Localized(
        vi: "viết danh sách: tên chương trình hoặc đường dẫn đầy đủ, rồi các tham số, như [msmtp, -a, truong]",
        en: "write a list: the program's name or whole path, then its arguments, such as [msmtp, -a, school]")
    default: return nil
    }
  }
}
