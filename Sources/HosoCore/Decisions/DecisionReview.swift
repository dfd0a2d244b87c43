package import GitObjects

/// What the gate must know of a record to judge a decision over it.
package struct DecidedContent: Sendable {
  /// The blob that lies at the path in the commit decided upon; nil where nothing does.
  package let blob: ObjectID?
  /// Everybody who wrote a version of the record, by person.
  package let authors: Set<ListID>
  /// Who wrote the version decided upon.
  package let lastAuthor: ListID?

  package init(blob: ObjectID?, authors: Set<ListID>, lastAuthor: ListID?) {
    self.blob = blob
    self.authors = authors
    self.lastAuthor = lastAuthor
  }
}

extension Gate {
  /// Judges a decision: the role is the person's own, the kind asks for it, the work is not his, the content is exact.
  ///
  /// `receivedAt` is when the server got it, the day on which the role is judged; nil means the decision's own time.
  package func review(
    _ decision: Decision, receivedAt: Moment? = nil, content: (RecordPath) throws -> DecidedContent
  ) rethrows -> Review {
    var diagnostics: [Diagnostic] = []
    func report(_ id: DiagnosticID, _ path: RecordPath?, _ facts: [String: String] = [:]) {
      diagnostics.append(
        Diagnostic(id, path: path?.text, facts: facts.merging(["person": decision.person]) { a, _ in a }))
    }
    guard let person = rulebook.people[decision.person], person.isMember(on: (receivedAt ?? decision.moment).date)
    else {
      report(.unknownPerson, nil)
      return Review(diagnostics: diagnostics)
    }
    for item in decision.items {
      guard let (kind, place) = rulebook.kind(at: item.path) else {
        report(.decisionContent, item.path)
        continue
      }
      let asked = kind.approvals.flatMap(\.by)
      if !asked.contains(decision.role) || !holds(person, decision.role, over: place) {
        report(
          .notYourRole, item.path,
          ["role": decision.role.rawValue, "asked": asked.map(\.rawValue).joined(separator: ", "), "kind": kind.id])
      }
      let content = try content(item.path)
      if content.blob != item.blob || content.lastAuthor != item.author { report(.decisionContent, item.path) }
      if content.authors.contains(person.id) { report(.ownWork, item.path) }
    }
    return Review(diagnostics: diagnostics.sorted(by: Diagnostic.inReadingOrder))
  }

  /// Whether `person` holds `role` over a record at `place`: a head only over his own team's records.
  package func holds(_ person: Person, _ role: SchoolRole, over place: Place) -> Bool {
    guard role == .headOfTeam else { return person.has(role) }
    let team = place[.team] ?? place[.person].flatMap { rulebook.people[$0]?.team }
    return team.flatMap { rulebook.teams[$0]?.head } == person.id
  }

  /// The role in which `person` may decide over a record of `kind` at `place`; nil where he may not.
  package func decidingRole(of person: Person, _ kind: Kind, _ place: Place) -> SchoolRole? {
    kind.approvals.flatMap(\.by).first { holds(person, $0, over: place) }
  }
}
