/// What each person owes next: what is behind its deadline and not there, and what is due soon.
package struct Reminders: Sendable {
  /// One person with what he owes, by due time.
  package struct Entry: Sendable {
    package let person: Person
    /// Indices of the view's obligations.
    package let obligations: [Int]

    package init(person: Person, obligations: [Int]) {
      self.person = person
      self.obligations = obligations
    }
  }

  /// In the order of `people.csv`; only people who owe something.
  package let entries: [Entry]

  /// What is not answered and due within `days` days of the view's time, for everybody who belongs to the school today.
  package init(of view: SchoolView, days: Int, person only: ListID? = nil) {
    let limit = view.moment.seconds + Int64(days) * 86_400
    let today = view.moment.date
    let answerable = Answerable(rulebook: view.rulebook)
    var owed: [ListID: [Int]] = [:]
    for (index, obligation) in view.obligations.enumerated() where !obligation.isAnswered(at: view.moment) {
      guard let due = obligation.dueAt, due.seconds <= limit else { continue }
      for person in answerable.persons(of: obligation, view.rulebook.kinds[obligation.kind]) {
        owed[person, default: []].append(index)
      }
    }
    entries = view.rulebook.peopleInOrder.compactMap { person in
      guard only == nil || only == person.id, person.isMember(on: today), let own = owed[person.id] else { return nil }
      return Entry(person: person, obligations: view.inDueOrder(own))
    }
  }
}

/// Who is reminded of an obligation: the person who owes it, the head of a team, the homeroom teacher of a class, the
/// principal for the school.
package struct Answerable: Sendable {
  private let rulebook: Rulebook
  private let principals: [ListID]

  package init(rulebook: Rulebook) {
    self.rulebook = rulebook
    principals = rulebook.peopleInOrder.filter { $0.has(.principal) }.map(\.id)
  }

  /// Those who are reminded of `obligation`, which is of `kind`.
  package func persons(of obligation: Obligation, _ kind: Kind) -> [ListID] {
    if let person = obligation.person { return [person] }
    switch kind.expectation?.owner {
    case .team: return rulebook.teams[obligation.owner].map { [$0.head] } ?? []
    case .class: return rulebook.classes[obligation.owner]?.homeroom.map { [$0] } ?? []
    case .school: return principals
    default: return []
    }
  }
}

extension SchoolView {
  /// These obligations by due time, those without one last; equal ones as they stand.
  package func inDueOrder(_ indices: [Int]) -> [Int] {
    indices.map { (due: obligations[$0].dueAt?.seconds ?? .max, index: $0) }
      .sorted { ($0.due, $0.index) < ($1.due, $1.index) }.map(\.index)
  }
}
