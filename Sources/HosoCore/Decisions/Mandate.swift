/// In which role somebody may decide over a record, and by whose delegation if it is not his own.
package struct Mandate: Hashable, Sendable {
  package let role: SchoolRole
  /// On whose behalf; nil where the role is his own.
  package let giver: ListID?
  /// The delegation; nil where the role is his own.
  package let delegation: Delegation?

  package init(role: SchoolRole, delegation: Delegation? = nil) {
    self.role = role
    self.delegation = delegation
    giver = delegation?.from
  }
}

extension Gate {
  /// Whether `person` holds `role` over a record at `place`: a head only over his own team's records.
  package func holds(_ person: Person, _ role: SchoolRole, over place: Place) -> Bool {
    rulebook.holds(person, role, over: place)
  }

  /// All mandates of `person` over a record of `kind` on `date`: for each role that its steps ask for, his own before those
  /// given to him.
  package func mandates(
    of person: Person, over path: RecordPath, _ kind: Kind, _ place: Place, on date: SchoolDate
  ) -> [Mandate] {
    var asked: [SchoolRole] = []
    for role in kind.approvals.flatMap(\.by) where !asked.contains(role) { asked.append(role) }
    return asked.flatMap { role -> [Mandate] in
      let own = holds(person, role, over: place) ? [Mandate(role: role)] : []
      let given = rulebook.delegations.filter { delegation in
        delegation.to == person.id && delegation.role == role
          && rulebook.delegation(of: role, from: delegation.from, to: person.id, over: path, kind, on: date)
            == delegation
          && rulebook.people[delegation.from].map { holds($0, role, over: place) } ?? false
      }
      return own + given.map { Mandate(role: role, delegation: $0) }
    }
  }

  /// The mandate by which `person` approves the step that `chain` waits for; else his first; nil where he has none.
  ///
  /// What the giver wrote himself is not decided on his behalf.
  package func mandate(
    of person: Person, over path: RecordPath, _ kind: Kind, _ place: Place, _ chain: ApprovalChain,
    authors: Set<ListID>, on date: SchoolDate
  ) -> (mandate: Mandate, turn: ApprovalChain.Turn)? {
    let all = mandates(of: person, over: path, kind, place, on: date).filter { mandate in
      mandate.giver.map { !authors.contains($0) } ?? true
    }.map { (mandate: $0, turn: chain.turn(of: $0.role)) }
    return all.first { if case .takes = $0.turn { true } else { false } } ?? all.first
  }
}

extension Rulebook {
  /// Whether `person` holds `role` over a record at `place`: a head only over his own team's records.
  package func holds(_ person: Person, _ role: SchoolRole, over place: Place) -> Bool {
    guard role == .headOfTeam else { return person.has(role) }
    let team = place[.team] ?? place[.person].flatMap { people[$0]?.team }
    return team.flatMap { teams[$0]?.head } == person.id
  }

  /// Who decides next over a record in one of `roles`: those of the first role that somebody may use who did not write it,
  /// and whom they have given it to.
  package func deciders(
    in roles: [SchoolRole], over path: RecordPath, _ kind: Kind, _ place: Place, authors: Set<ListID>,
    on date: SchoolDate
  ) -> [ListID] {
    for role in roles {
      let holders = self.holders(of: role).filter {
        $0.isMember(on: date) && !authors.contains($0.id) && holds($0, role, over: place)
      }.map(\.id)
      let delegates = delegations.filter { delegation in
        delegation.role == role && holders.contains(delegation.from) && !authors.contains(delegation.to)
          && self.delegation(of: role, from: delegation.from, to: delegation.to, over: path, kind, on: date) != nil
      }.map(\.to)
      let all = holders + delegates.filter { !holders.contains($0) }
      if !all.isEmpty { return all }
    }
    return []
  }
}
