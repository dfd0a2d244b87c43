/// What stands in one cell of a report: a value, not yet its words.
package enum ReportCell: Hashable, Sendable {
  case empty
  /// From the school's files, as it is.
  case text(String)
  case word(ReportWord)
  case count(Int)
  case number(RoundedNumber)
  case date(SchoolDate)
  case moment(Moment)
  case period(ReportPeriod)
  /// A record, or the scope of a lock.
  case path(RecordPath)
  case person(ListID)
  case people([ListID])
  case team(ListID)
  case schoolClass(ListID)
  case subject(ListID)
  case kind(ListID)
  case state(RecordState)
  case roles([SchoolRole])

  /// A word of this program.
  static func word(_ id: String, vi vietnamese: String, en english: String) -> ReportCell {
    .word(ReportWord(id: id, text: Localized(vi: vietnamese, en: english)))
  }

  /// A number that may be absent.
  init(_ number: RoundedNumber?) { self = number.map { .number($0) } ?? .empty }

  /// A moment that may be absent.
  init(_ moment: Moment?) { self = moment.map { .moment($0) } ?? .empty }

  /// A day that may be absent.
  init(_ date: SchoolDate?) { self = date.map { .date($0) } ?? .empty }

  /// A part of the year that may be absent.
  init(_ period: ReportPeriod?) { self = period.map { .period($0) } ?? .empty }

  /// A number of things that may be unknown.
  init(count: Int?) { self = count.map { .count($0) } ?? .empty }

  init(team: ListID?) { self = team.map { .team($0) } ?? .empty }

  init(term: Int?) { self = term.map { .period(.term($0)) } ?? .empty }

  init(schoolClass: ListID?) { self = schoolClass.map { .schoolClass($0) } ?? .empty }

  init(person: ListID?) { self = person.map { .person($0) } ?? .empty }

  /// One person, several, or nobody.
  static func someone(_ people: [ListID]) -> ReportCell {
    people.count == 1 ? .person(people[0]) : people.isEmpty ? .empty : .people(people)
  }

  static let total = ReportCell.word("total", vi: "Tổng", en: "Total")
}

/// A word of this program that stands in a report: for programs its id, for people its text.
package struct ReportWord: Hashable, Sendable {
  package let id: String
  package let text: Localized
}

/// The part of the school year that a row speaks of.
package enum ReportPeriod: Hashable, Sendable {
  case week(Int)
  case month(Int)
  case term(Int)
  case day(SchoolDate)
  /// A test, by its id in the calendar.
  case test(id: ListID, title: String)
  case year

  /// The part of the year that a path names; nil where it names none.
  package init?(of place: Place) {
    if let week = place.week {
      self = .week(week)
    } else if let month = place[.month].flatMap({ Int($0) }) {
      self = .month(month)
    } else if let term = place[.term].flatMap({ Int($0) }) {
      self = .term(term)
    } else if let date = place[.date].flatMap({ SchoolDate($0) }) {
      self = .day(date)
    } else {
      return nil
    }
  }
}
