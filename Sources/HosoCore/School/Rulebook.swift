package import GitObjects

/// All rules of a school at one commit: people, folders' rights, kinds, calendar.
///
/// A change is judged by the rulebook of the commit before it. A class, though a value in all else: whatever judges holds
/// it, and a copy would count two dozen references.
package final class Rulebook: Sendable {
  package let school: School
  package let people: [ListID: Person]
  package let teams: [ListID: Team]
  package let classes: [ListID: SchoolClass]
  package let subjects: [ListID: Subject]
  package let grants: [AccessGrant]
  package let kinds: [Kind]
  package let calendars: [String: SchoolCalendar]
  package let assignments: [String: [Assignment]]
  package let signers: [Signer]
  /// By what kinds call them.
  package let retention: [String: RetentionRule]
  /// How what is locked is corrected; empty where it can only be unlocked.
  package let procedures: [CorrectionProcedure]
  /// In the order of `delegations.csv`.
  package let delegations: [Delegation]
  /// The tree of `.hoso/` that this was read from; nil where it lies in no commit.
  package let tree: ObjectID?
  private let assignmentsByPerson: [String: [ListID: [Assignment]]]
  private let personByEmail: [String: ListID]
  /// In the order of `people.csv`; for heads of team those whom a team names.
  private let holders: [SchoolRole: [Person]]
  private let kindsByFolder: [Substring: [Int]]
  /// By how many names the folder has.
  let grantsByDepth: [[AccessGrant]]

  package init(
    school: School, people: [ListID: Person], teams: [ListID: Team], classes: [ListID: SchoolClass],
    subjects: [ListID: Subject], grants: [AccessGrant], kinds: [Kind], calendars: [String: SchoolCalendar],
    assignments: [String: [Assignment]], signers: [Signer], procedures: [CorrectionProcedure] = [],
    tree: ObjectID? = nil, retention: [String: RetentionRule] = [:], delegations: [Delegation] = []
  ) {
    self.school = school
    self.people = people
    self.teams = teams
    self.classes = classes
    self.subjects = subjects
    self.grants = grants
    self.kinds = kinds
    self.calendars = calendars
    self.assignments = assignments
    self.signers = signers
    self.procedures = procedures
    self.tree = tree
    self.retention = retention
    self.delegations = delegations
    assignmentsByPerson = assignments.mapValues { Dictionary(grouping: $0, by: \.person) }
    personByEmail = Dictionary(people.values.map { ($0.email, $0.id) }, uniquingKeysWith: { first, _ in first })
    let heads = Set(teams.values.map(\.head))
    var holders: [SchoolRole: [Person]] = [:]
    for person in people.values.sorted(by: { $0.line < $1.line }) {
      for role in SchoolRole.allCases where role == .headOfTeam ? heads.contains(person.id) : person.has(role) {
        holders[role, default: []].append(person)
      }
    }
    self.holders = holders
    var byFolder: [Substring: [Int]] = [:]
    for (index, kind) in kinds.enumerated() {
      let parts = kind.place.text.split(separator: "/")
      byFolder[parts.count > 1 ? parts[1] : "", default: []].append(index)
    }
    kindsByFolder = byFolder
    var byDepth = [[AccessGrant]](repeating: [], count: (grants.map(\.folder.length).max() ?? -1) + 1)
    for grant in grants { byDepth[grant.folder.length].append(grant) }
    grantsByDepth = byDepth
  }

  /// The person whose commits carry exactly this address.
  package func person(email: String) -> Person? {
    personByEmail[email].flatMap { people[$0] }.flatMap { $0.email.utf8.elementsEqual(email.utf8) ? $0 : nil }
  }

  /// The kind with this id.
  package func kind(_ id: String) -> Kind? { kinds.first { $0.id == id } }

  /// Who teaches what in `year`.
  package func assignments(in year: String) -> [Assignment] { assignments[year] ?? [] }

  /// What `person` teaches in `year`.
  package func assignments(of person: ListID, in year: String) -> [Assignment] {
    assignmentsByPerson[year]?[person] ?? []
  }

  /// The kind whose place `path` fits, and the values that the path gives.
  package func kind(at path: RecordPath) -> (kind: Kind, place: Place)? {
    placement(of: path).map { (kinds[$0.kind], $0.place) }
  }

  /// As ``kind(at:)``, with the kind's index.
  package func placement(of path: RecordPath) -> (kind: Int, place: Place)? {
    let parts = path.components
    for index in candidates(parts) {
      if let place = kinds[index].place.place(of: parts) { return (index, place) }
    }
    return nil
  }

  /// The kinds whose folders begin like `path`, those with the most in common first: for advice.
  package func kindsNear(_ path: RecordPath) -> [Kind] {
    let parts = path.components
    let near = candidates(parts).map { (kind: kinds[$0], common: kinds[$0].place.commonDepth(with: parts)) }
    return near.sorted { ($1.common, $0.kind.id) < ($0.common, $1.kind.id) }.map(\.kind)
  }

  private func candidates(_ parts: [Substring]) -> [Int] {
    parts.count > 1 ? (kindsByFolder[parts[1]] ?? []) : []
  }

  /// Members in the order of `people.csv`.
  package var peopleInOrder: [Person] { people.values.sorted { $0.line < $1.line } }

  /// Those who hold `role` over some record, in the order of `people.csv`.
  package func holders(of role: SchoolRole) -> [Person] { holders[role] ?? [] }

  /// Those who teach somebody something in `year`, in the order of `people.csv`.
  package func teachers(in year: String) -> [Person] {
    let teaching = Set(assignments(in: year).map(\.person))
    return peopleInOrder.filter { teaching.contains($0.id) }
  }
}

/// A line of `allowed_signers`: whose key this is, and when it counts.
package struct Signer: Hashable, Sendable {
  package let email: String
  /// Such as `ssh-ed25519`.
  package let keyType: String
  /// The key's base64 text, as OpenSSH writes it.
  package let key: String
  package let validAfter: Moment?
  package let validBefore: Moment?
  package let line: Int

  package init(email: String, keyType: String, key: String, validAfter: Moment?, validBefore: Moment?, line: Int) {
    self.email = email
    self.keyType = keyType
    self.key = key
    self.validAfter = validAfter
    self.validBefore = validBefore
    self.line = line
  }

  /// Whether the key counts for what is signed at `moment`.
  package func isValid(at moment: Moment) -> Bool {
    (validAfter.map { $0 <= moment } ?? true) && (validBefore.map { moment < $0 } ?? true)
  }
}
