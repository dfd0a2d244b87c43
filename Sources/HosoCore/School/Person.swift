/// A stable, short name of a person, team, class or subject, as it stands in paths: lower-case ASCII letters, digits, hyphens.
package typealias ListID = String

/// What a person is for the school as a whole; what he is for a team or class follows from lists and assignments.
package enum SchoolRole: String, CaseIterable, Sendable {
  case principal
  case vicePrincipal = "vice-principal"
  case admin
  case clerk
  case headOfTeam = "head-of-team"
  case teacher
  case inspector
}

/// Somebody who may act on the school's records; a line of `people.csv`.
package struct Person: Hashable, Sendable {
  package let id: ListID
  package let name: String
  /// The e-mail address of his commits, unique in the school.
  package let email: String
  package let roles: [SchoolRole]
  package let team: ListID?
  /// The first and last day on which he belongs to the school; nil means open.
  package let from: SchoolDate?
  package let to: SchoolDate?
  /// His line in `people.csv`, 1-based.
  package let line: Int

  package init(
    id: ListID, name: String, email: String, roles: [SchoolRole], team: ListID?, from: SchoolDate?, to: SchoolDate?,
    line: Int
  ) {
    self.id = id
    self.name = name
    self.email = email
    self.roles = roles
    self.team = team
    self.from = from
    self.to = to
    self.line = line
  }

  /// Whether he belongs to the school on `date`.
  package func isMember(on date: SchoolDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
  }

  /// Whether he has `role` for the school as a whole.
  package func has(_ role: SchoolRole) -> Bool { roles.contains(role) }
}
