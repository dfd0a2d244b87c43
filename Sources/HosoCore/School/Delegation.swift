/// A line of `delegations.csv`: somebody decides for a while in another's role, on his behalf.
package struct Delegation: Hashable, Sendable {
  /// Whose role it is.
  package let from: ListID
  /// Who decides in his place.
  package let to: ListID
  package let role: SchoolRole
  /// Only below folders of this form; of length 0 for the whole school.
  package let folder: PathTemplate
  /// Only records of this kind; nil for all.
  package let kind: ListID?
  /// The first and last day, both included.
  package let first: SchoolDate
  package let last: SchoolDate
  /// The number of the school's written decision; may be empty.
  package let number: String
  package let reason: String
  /// The line in `delegations.csv`, 1-based.
  package let line: Int

  package init(
    from: ListID, to: ListID, role: SchoolRole, folder: PathTemplate, kind: ListID?, first: SchoolDate,
    last: SchoolDate, number: String, reason: String, line: Int
  ) {
    self.from = from
    self.to = to
    self.role = role
    self.folder = folder
    self.kind = kind
    self.first = first
    self.last = last
    self.number = number
    self.reason = reason
    self.line = line
  }

  /// Whether it is in force on `date`.
  package func isInForce(on date: SchoolDate) -> Bool { first <= date && date <= last }

  /// Whether it speaks of a record of the kind `kind` at `path`.
  package func covers(_ path: RecordPath, _ kind: ListID) -> Bool {
    let parts = path.components
    return (self.kind == nil || self.kind == kind) && parts.count > folder.length
      && folder.place(of: parts[..<folder.length]) != nil
  }

  /// Whether some day lies in both.
  package func overlaps(_ other: Delegation) -> Bool { first <= other.last && other.first <= last }
}

extension Rulebook {
  /// The first delegation in force on `date` by which `person` decides in `role` for `giver` over a record; nil where there
  /// is none, or where one of the two does not belong to the school on that day.
  package func delegation(
    of role: SchoolRole, from giver: ListID, to person: ListID, over path: RecordPath, _ kind: Kind, on date: SchoolDate
  ) -> Delegation? {
    guard people[giver]?.isMember(on: date) == true, people[person]?.isMember(on: date) == true else { return nil }
    return delegations.first {
      $0.role == role && $0.from == giver && $0.to == person && $0.isInForce(on: date) && $0.covers(path, kind.id)
    }
  }
}
