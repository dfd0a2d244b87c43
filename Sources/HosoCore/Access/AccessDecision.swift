/// Whether somebody may do something, and by which line.
package struct AccessDecision: Hashable, Sendable {
  package let isAllowed: Bool
  package let verb: AccessVerb
  package let path: RecordPath
  /// The strongest role that he has on the path, if any.
  package let role: DriveRole?
  /// The grant that gives that role; its `line` is in `access.csv`.
  package let grant: AccessGrant?
  /// The folder where the grant lies; the path inherits from it unless they are equal.
  package let folder: String
  /// The limited folder that cut off rights from above, if one did.
  package let limitedAt: String?
  /// Who could do it or change the rule, for "ask …": ids of persons, nearest first.
  package let ask: [ListID]
  /// Whether he belongs to the school on that day at all.
  package let isMember: Bool
}

extension Rulebook {
  /// Decides whether `person` may do `verb` to `path` on `date`.
  ///
  /// Rights only add up from folder to folder; the strongest counts. Below a limited folder only the rights given at or
  /// below that folder count, and a manager's. Nothing given means no.
  package func access(of person: Person, to verb: AccessVerb, _ path: RecordPath, on date: SchoolDate) -> AccessDecision
  {
    let strongest = role(of: person, on: path, date)
    let isMember = person.isMember(on: date)
    let isAllowed = isMember && (strongest.grant?.role.verbs.contains(verb) ?? false)
    return AccessDecision(
      isAllowed: isAllowed, verb: verb, path: path, role: strongest.grant?.role, grant: strongest.grant,
      folder: strongest.folder, limitedAt: strongest.limitedAt,
      ask: isAllowed ? [] : whoMay(verb, path, on: date, besides: person), isMember: isMember)
  }

  private func role(
    of person: Person, on path: RecordPath, _ date: SchoolDate
  ) -> (grant: AccessGrant?, folder: String, limitedAt: String?) {
    let parts = path.components
    var best: (grant: AccessGrant, folder: String)?
    var limitedAt: String?
    for depth in 0...parts.count {
      let folder = parts[..<depth]
      let here = grants.compactMap { grant -> (grant: AccessGrant, place: Place)? in
        guard grant.folder.length == depth, grant.isInForce(on: date) else { return nil }
        return grant.folder.place(of: folder).map { (grant, $0) }
      }
      if here.contains(where: \.grant.isLimited) {
        limitedAt = folder.joined(separator: "/")
        if let held = best, held.grant.role < .manager { best = nil }
      }
      for (grant, place) in here {
        if covers(grant.grantee, person, place), best.map({ $0.grant.role < grant.role }) ?? true {
          best = (grant, folder.joined(separator: "/"))
        }
      }
    }
    return (best?.grant, best?.folder ?? "", limitedAt)
  }

  private func covers(_ grantee: AccessGrant.Grantee, _ person: Person, _ place: Place) -> Bool {
    switch grantee {
    case .person(let id): person.id == id
    case .team(let id): person.team == id
    case .role(let role): person.has(role)
    case .owner: place[.person] == person.id
    case .headOfTeam: place[.team].flatMap { teams[$0]?.head } == person.id
    case .memberOfTeam: person.team != nil && place[.team] == person.team
    case .homeroom: place[.schoolClass].flatMap { classes[$0]?.homeroom } == person.id
    case .teacherOfClass:
      place[.schoolClass].map { name in
        assignments(of: person.id, in: place[.year] ?? school.year).contains { $0.schoolClass == name }
      } ?? false
    case .everyone: true
    }
  }

  /// Persons who may do it, those with the weakest sufficient role first: the nearest to ask.
  private func whoMay(_ verb: AccessVerb, _ path: RecordPath, on date: SchoolDate, besides person: Person) -> [ListID] {
    people.values
      .filter { $0.id != person.id && $0.isMember(on: date) }
      .compactMap { other -> (ListID, DriveRole)? in
        guard let role = role(of: other, on: path, date).grant?.role, role.verbs.contains(verb) else { return nil }
        return (other.id, role)
      }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
      .prefix(3).map(\.0)
  }
}
