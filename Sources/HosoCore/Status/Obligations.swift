/// Expected minus actual: who owes which record in which period.
package struct Obligations {
  private let rulebook: Rulebook
  private let year: String
  private let calendar: SchoolCalendar?
  private let owners: ObligationOwners

  package init(rulebook: Rulebook, year: String) {
    self.rulebook = rulebook
    self.year = year
    calendar = rulebook.calendars[year]
    owners = ObligationOwners(rulebook: rulebook, year: year)
  }

  private struct Key: Hashable {
    let kind: Int
    let owner: ListID
    let period: Int?
  }

  /// One answer: the record, and when it came or its columns were filled.
  private struct Answer {
    let record: Int
    let moment: Moment
  }

  /// Every obligation of the year, with the records that answer it: in the order kind, owner, period.
  package func all(
    answeredBy records: [RecordStatus], contents: RecordContents = .unread
  ) -> [Obligation] {
    let answers = answers(records, contents)
    var result: [Obligation] = []
    for (index, kind) in rulebook.kinds.enumerated() {
      guard let expectation = kind.expectation else { continue }
      if expectation.rhythm == .lesson {
        result += LessonObligations(rulebook: rulebook, year: year, owners: owners, kind: index)
          .all(answeredBy: records, contents)
        continue
      }
      let periods = periods(of: kind, expectation)
      for owner in owners.all(of: kind, expectation.owner) {
        for period in periods {
          let person = owner.person(for: period)
          guard person != nil || owner.isOwedAnyway else { continue }
          let found = answers[Key(kind: index, owner: owner.id, period: period.number)] ?? []
          result.append(
            Obligation(
              kind: index, owner: owner.id, person: person, team: owner.team, period: period.number,
              test: period.test, opensAt: period.opensAt, dueAt: period.dueAt, atLeast: expectation.atLeast,
              records: found.map(\.record), answeredAt: Self.answered(found.map(\.moment), expectation.atLeast)))
        }
      }
    }
    return result
  }

  /// When the last of `count` came.
  static func answered(_ moments: [Moment], _ count: Int) -> Moment? {
    guard moments.count >= count else { return nil }
    return count == 1 ? moments.min() : moments.sorted()[count - 1]
  }

  private func answers(_ records: [RecordStatus], _ contents: RecordContents) -> [Key: [Answer]] {
    var answers: [Key: [Answer]] = [:]
    for (index, record) in records.enumerated() {
      let kind = rulebook.kinds[record.kind]
      guard let expectation = kind.expectation, expectation.rhythm != .lesson else { continue }
      for owner in owners.owners(of: record.place, kind, expectation.owner) {
        func add(_ period: Int?, _ moment: Moment) {
          answers[Key(kind: record.kind, owner: owner, period: period), default: []]
            .append(Answer(record: index, moment: moment))
        }
        if expectation.rhythm == .test, !kind.place.names(.test) {
          for (name, moment) in contents.completions[index] ?? [:] { add(test(name, record.place), moment) }
        } else {
          add(period(of: record.place, expectation.rhythm), record.submittedAt)
        }
      }
    }
    return answers
  }

  /// The number of the period that a record belongs to.
  private func period(of place: Place, _ rhythm: Kind.Expectation.Rhythm) -> Int? {
    if rhythm == .week, let week = place.week { return week }
    guard rhythm != .year, let calendar else { return nil }
    let date = place[.date].flatMap { SchoolDate($0) }
    let week = place.week ?? date.flatMap { calendar.week(on: $0) }
    let day = date ?? week.flatMap { calendar.week($0)?.to }
    switch rhythm {
    case .week: return week
    case .month: return place[.month].flatMap { Int($0) } ?? day?.parts.month
    case .term: return place[.term].flatMap { Int($0) } ?? day.flatMap { calendar.term(on: $0) }
    case .test: return place[.test].flatMap { test($0, place) }
    case .year, .lesson: return nil
    }
  }

  /// The number of the test `name` in the term of `place`.
  private func test(_ name: ListID, _ place: Place) -> Int? {
    guard let calendar else { return nil }
    let term = DeadlineReading(calendar: calendar, place: place, saturdays: false).term
    return calendar.testID(name, term: term).flatMap { calendar.testIDs.firstIndex(of: $0) }.map { $0 + 1 }
  }

  /// The periods of the year in which a record of `kind` is expected.
  private func periods(of kind: Kind, _ expectation: Kind.Expectation) -> [ObligationPeriod] {
    guard let calendar else { return expectation.rhythm == .year ? [period(kind, nil, [:], nil)] : [] }
    switch expectation.rhythm {
    case .week:
      return calendar.all(.week).compactMap { span in
        Int(span.id).map { period(kind, $0, [.week: String($0)], span.from...span.to) }
      }
    case .term:
      return calendar.terms.indices.map { index in
        let number = Int(calendar.terms[index].id) ?? index + 1
        let span = calendar.terms[index]
        return period(kind, number, [.term: String(number)], span.from...span.to)
      }
    case .month:
      return calendar.teachingMonths.map { period(kind, $0, [.month: String($0)], calendar.month($0)) }
    case .year: return [period(kind, nil, [:], calendar.teachingYear)]
    case .test: return tests(of: kind, calendar)
    case .lesson: return []
    }
  }

  private func tests(of kind: Kind, _ calendar: SchoolCalendar) -> [ObligationPeriod] {
    calendar.testIDs.enumerated().compactMap { index, id in
      let days = calendar.test(id)
      guard !kind.place.names(.test) else {
        return period(kind, index + 1, [.test: id], days, test: id)
      }
      // A book with a column of that test, in the term that its id ends with.
      for term in [nil] + calendar.terms.indices.map({ Optional(Int(calendar.terms[$0].id) ?? $0 + 1) }) {
        let column = kind.columnTests.first { calendar.testID($0, term: term) == id }
        guard let column else { continue }
        let place = term.map { [PlaceName.term: String($0)] } ?? [:]
        return period(kind, index + 1, place, days, test: id, column: column)
      }
      return nil
    }
  }

  private func period(
    _ kind: Kind, _ number: Int?, _ values: [PlaceName: String], _ days: ClosedRange<SchoolDate>?,
    test: ListID? = nil, column: ListID? = nil
  ) -> ObligationPeriod {
    var place = Place(values)
    place[.year] = year
    let due = column.map { rulebook.dueMoment(of: kind, test: $0, place) } ?? rulebook.dueMoment(of: kind, place)
    return ObligationPeriod(
      number: number, test: test, days: days, opensAt: rulebook.openingMoment(of: kind, place), dueAt: due)
  }
}

/// A week, month, term, test or year of a kind, with its deadline.
struct ObligationPeriod {
  let number: Int?
  let test: ListID?
  let days: ClosedRange<SchoolDate>?
  let opensAt: Moment?
  let dueAt: Moment?
}

extension ObligationOwners.Owner {
  /// Who of the persons has to do it in `period`, if one of them has.
  func person(for period: ObligationPeriod) -> ListID? {
    persons.first { $0.tenure.owes(period.days, due: period.dueAt?.date) }?.id
  }
}

extension SchoolCalendar {
  /// The months that have a teaching week, in the calendar's order.
  package var teachingMonths: [Int] {
    var seen: [Int] = []
    for week in all(.week) where !seen.contains(week.to.parts.month) { seen.append(week.to.parts.month) }
    return seen
  }
}
