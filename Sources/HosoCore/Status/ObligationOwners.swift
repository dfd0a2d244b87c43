/// Who owes records of a kind, and whose a record is.
struct ObligationOwners {
  /// One row of a list of obligations.
  struct Owner {
    let id: ListID
    let team: ListID?
    /// Who has to do it, in order of preference, each with the days on which he has; empty where no person has.
    let persons: [(id: ListID, tenure: Tenure)]
    /// Whether there is an obligation also where none of these persons has it.
    let isOwedAnyway: Bool
  }

  private let rulebook: Rulebook
  private let year: String
  private let classesOfHomeroom: [ListID: [ListID]]
  private let teamsOfHead: [ListID: [ListID]]

  init(rulebook: Rulebook, year: String) {
    self.rulebook = rulebook
    self.year = year
    var classes: [ListID: [ListID]] = [:]
    for each in rulebook.classes.values {
      if let person = each.homeroom { classes[person, default: []].append(each.id) }
    }
    classesOfHomeroom = classes
    teamsOfHead = Dictionary(grouping: rulebook.teams.values, by: \.head).mapValues { $0.map(\.id) }
  }

  /// Everybody who owes records of `kind`, in the order in which lists show them.
  func all(of kind: Kind, _ owner: Kind.Expectation.Owner) -> [Owner] {
    switch owner {
    case .teacher:
      rulebook.teachers(in: year).map { person in
        personal(person, Tenure(of: person, rulebook.assignments(of: person.id, in: year)))
      }
    case .member:
      rulebook.peopleInOrder
        .filter { $0.roles != [.inspector] && (!kind.place.names(.team) || $0.team != nil) }
        .map { personal($0, Tenure(of: $0)) }
    case .principal: rulebook.holders(of: .principal).map { personal($0, Tenure(of: $0)) }
    case .vicePrincipal: rulebook.holders(of: .vicePrincipal).map { personal($0, Tenure(of: $0)) }
    case .homeroom:
      rulebook.classes.values.sorted { $0.id < $1.id }.compactMap { each in
        each.homeroom.map { held(each.id, by: $0, team: rulebook.people[$0]?.team) }
      }
    case .headOfTeam: rulebook.teams.values.sorted { $0.id < $1.id }.map { held($0.id, by: $0.head, team: $0.id) }
    case .team: rulebook.teams.keys.sorted().map { common($0, team: $0) }
    case .class: rulebook.classes.keys.sorted().map { common($0, team: nil) }
    case .school: [common(rulebook.school.id, team: nil)]
    case .classSubject: classSubjects.map { taught($0, $1) }
    }
  }

  /// Each class and subject that somebody teaches, with who does, in the order of classes and subjects.
  var classSubjects: [(id: ClassSubject, assignments: [Assignment])] {
    Dictionary(grouping: rulebook.assignments(in: year)) {
      ClassSubject(schoolClass: $0.schoolClass, subject: $0.subject)
    }
    .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The owner of what `assignments`, of one class and subject, ask for.
  func taught(_ id: ClassSubject, _ assignments: [Assignment]) -> Owner {
    let persons = assignments.map { ($0.person, Tenure(of: rulebook.people[$0.person], [$0])) }
    return Owner(
      id: id.text, team: rulebook.people[assignments.first?.person ?? ""]?.team, persons: persons, isOwedAnyway: true)
  }

  func personal(_ person: Person, _ tenure: Tenure) -> Owner {
    Owner(id: person.id, team: person.team, persons: [(person.id, tenure)], isOwedAnyway: false)
  }

  private func held(_ id: ListID, by person: ListID, team: ListID?) -> Owner {
    Owner(id: id, team: team, persons: [(person, Tenure(of: rulebook.people[person]))], isOwedAnyway: false)
  }

  private func common(_ id: ListID, team: ListID?) -> Owner {
    Owner(id: id, team: team, persons: [], isOwedAnyway: true)
  }

  /// The owners that a record of `kind` at `place` counts for.
  func owners(of place: Place, _ kind: Kind, _ owner: Kind.Expectation.Owner) -> [ListID] {
    switch owner {
    case .teacher, .member, .principal, .vicePrincipal: place[.person].map { [$0] } ?? []
    case .team: place[.team].map { [$0] } ?? []
    case .class: place[.schoolClass].map { [$0] } ?? []
    case .school: [rulebook.school.id]
    case .homeroom: place[.schoolClass].map { [$0] } ?? classesOfHomeroom[place[.person] ?? ""] ?? []
    case .headOfTeam:
      // A person's folder lies in his own team's: that says less than whose it is.
      kind.place.names(.person)
        ? teamsOfHead[place[.person] ?? ""] ?? [] : place[.team].map { [$0] } ?? []
    case .classSubject:
      if let schoolClass = place[.schoolClass], let subject = place[.subject] {
        [ClassSubject(schoolClass: schoolClass, subject: subject).text]
      } else {
        []
      }
    }
  }
}

/// A subject of a class, such as `4a/toan`.
package struct ClassSubject: Hashable, Comparable, Sendable {
  package let schoolClass: ListID
  package let subject: ListID

  package init(schoolClass: ListID, subject: ListID) {
    self.schoolClass = schoolClass
    self.subject = subject
  }

  /// Reads what ``text`` writes.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    self.init(schoolClass: String(parts[0]), subject: String(parts[1]))
  }

  /// Class and subject with a slash between, which no id holds.
  package var text: String { "\(schoolClass)/\(subject)" }

  package static func < (left: ClassSubject, right: ClassSubject) -> Bool {
    (left.schoolClass, left.subject) < (right.schoolClass, right.subject)
  }
}
