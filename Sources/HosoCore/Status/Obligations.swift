/// Expected minus actual: who owes which record in which period.
package struct Obligations {
  private let rulebook: Rulebook
  private let year: String

  package init(rulebook: Rulebook, year: String) {
    self.rulebook = rulebook
    self.year = year
  }

  private struct Key: Hashable {
    let kind: Int
    let owner: ListID
    let period: Int?
  }

  /// Every obligation of the year, with the records that answer it.
  package func all(answeredBy records: [RecordStatus]) -> [Obligation] {
    var answers: [Key: [Int]] = [:]
    for (index, record) in records.enumerated() {
      guard let expectation = rulebook.kinds[record.kind].expectation else { continue }
      let owner = owner(of: record.place, expectation)
      answers[Key(kind: record.kind, owner: owner, period: period(of: record.place, expectation)), default: []]
        .append(index)
    }
    var result: [Obligation] = []
    for (index, kind) in rulebook.kinds.enumerated() {
      guard let expectation = kind.expectation else { continue }
      for owner in owners(expectation) {
        for period in periods(expectation) {
          var place = Place([.year: year])
          if expectation.rhythm == .week { place[.week] = period.map(String.init) }
          result.append(
            Obligation(
              kind: index, owner: owner, team: rulebook.people[owner]?.team ?? rulebook.teams[owner]?.id,
              period: period,
              dueAt: rulebook.dueMoment(of: kind, place), atLeast: expectation.atLeast,
              records: answers[Key(kind: index, owner: owner, period: period)] ?? []))
        }
      }
    }
    return result
  }

  private func owners(_ expectation: Kind.Expectation) -> [ListID] {
    switch expectation.owner {
    case .teacher: rulebook.teachers(in: year).map(\.id)
    case .team: rulebook.teams.keys.sorted()
    case .class: rulebook.classes.keys.sorted()
    case .school: [rulebook.school.id]
    case .principal, .vicePrincipal, .headOfTeam:
      (expectation.owner.role.map(rulebook.holders(of:)) ?? []).filter(isOfYear)
        .map(\.id)
    }
  }

  /// Whether he belongs to the school on some day of the year's terms.
  private func isOfYear(_ person: Person) -> Bool {
    let terms = rulebook.calendars[year]?.all(.term) ?? []
    guard let first = terms.first?.from, let last = terms.last?.to else { return true }
    return (person.from.map { $0 <= last } ?? true) && (person.to.map { first <= $0 } ?? true)
  }

  private func owner(of place: Place, _ expectation: Kind.Expectation) -> ListID {
    switch expectation.owner {
    case .teacher, .principal, .vicePrincipal, .headOfTeam: place[.person] ?? ""
    case .team: place[.team] ?? ""
    case .class: place[.schoolClass] ?? ""
    case .school: rulebook.school.id
    }
  }

  private func periods(_ expectation: Kind.Expectation) -> [Int?] {
    switch expectation.rhythm {
    case .week: rulebook.calendars[year]?.all(.week).compactMap { Int($0.id) } ?? []
    case .term: rulebook.calendars[year]?.all(.term).indices.map { $0 + 1 } ?? []
    case .month: months
    case .year: [nil]
    }
  }

  /// The months that have a teaching week, in the calendar's order.
  private var months: [Int?] {
    var seen: [Int] = []
    for week in rulebook.calendars[year]?.all(.week) ?? [] where !seen.contains(week.to.parts.month) {
      seen.append(week.to.parts.month)
    }
    return seen
  }

  private func period(of place: Place, _ expectation: Kind.Expectation) -> Int? {
    switch expectation.rhythm {
    case .week: place.week
    case .month: place[.month].flatMap { Int($0) } ?? place[.date].flatMap { SchoolDate($0) }?.parts.month
    case .term: place[.term].flatMap { Int($0) }
    case .year: nil
    }
  }
}
