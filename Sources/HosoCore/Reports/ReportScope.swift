/// Which part of the school a report is about, and the numbers that it leaves to the person who asks.
package struct ReportScope: Hashable, Sendable {
  /// Only this term, counted from 1.
  package var term: Int?
  /// Only this teaching week.
  package var week: Int?
  /// Only this month, 1...12.
  package var month: Int?
  /// Only this team.
  package var team: ListID?
  /// Only this person.
  package var person: ListID?
  /// Only this class.
  package var schoolClass: ListID?
  /// Only this kind of record.
  package var kind: ListID?
  /// Count by this instead of listing; nil lists where the report can.
  package var grouping: ReportGrouping?
  /// List pupils with marks in this range; nil lists levels.
  package var marks: ClosedRange<Double>?
  /// How many standard deviations from the school's mean are far.
  package var deviation = 0.5
  /// How many days ahead a key is due for renewal.
  package var days = 60

  /// The whole year.
  package init() {}

  /// The whole year, counted by `grouping`.
  package init(by grouping: ReportGrouping) { self.grouping = grouping }

  /// By what a report can be restricted, each with the name of its option.
  package enum Part: String, CaseIterable, Sendable {
    case term, week, month, team, person, kind
    case schoolClass = "class"
  }

  /// By what this is restricted.
  package var parts: [Part] {
    Part.allCases.filter { part in
      switch part {
      case .term: term != nil
      case .week: week != nil
      case .month: month != nil
      case .team: team != nil
      case .person: person != nil
      case .kind: kind != nil
      case .schoolClass: schoolClass != nil
      }
    }
  }

  /// This with another term.
  func of(term: Int?) -> ReportScope {
    var scope = self
    scope.term = term
    return scope
  }
}
