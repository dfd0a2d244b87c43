package import GitObjects

/// What the gate must know of a record to judge a decision over it.
package struct DecidedContent: Sendable {
  /// The blob that lies at the path in the commit decided upon; nil where nothing does.
  package let blob: ObjectID?
  /// Everybody who wrote a version of the record, by person.
  package let authors: Set<ListID>
  /// Who wrote the version decided upon.
  package let lastAuthor: ListID?
  /// The valid decisions over the record that were received before, in that order.
  package let earlier: [EarlierDecision]

  package init(
    blob: ObjectID?, authors: Set<ListID>, lastAuthor: ListID?, earlier: [EarlierDecision] = []
  ) {
    self.blob = blob
    self.authors = authors
    self.lastAuthor = lastAuthor
    self.earlier = earlier
  }
}

extension Gate {
  /// Judges a decision: the role is the person's own or given to him for that day, the kind asks for it and it is its turn,
  /// the work is not his, the content is exact.
  ///
  /// `receivedAt` is when the server got it, the day on which the role is judged; nil means the decision's own time.
  package func review(
    _ decision: Decision, receivedAt: Moment? = nil, content: (RecordPath) throws -> DecidedContent
  ) rethrows -> Review {
    let date = (receivedAt ?? decision.moment).date
    guard let person = rulebook.people[decision.person], person.isMember(on: date) else {
      return Review(diagnostics: [Diagnostic(.unknownPerson, facts: ["person": decision.person])])
    }
    var diagnostics: [Diagnostic] = []
    for item in decision.items {
      guard let (kind, place) = rulebook.kind(at: item.path) else {
        diagnostics.append(Diagnostic(.decisionContent, path: item.path.text, facts: ["person": person.id]))
        continue
      }
      let content = try content(item.path)
      diagnostics += faults(of: decision, by: person, over: item, kind, place, content, on: date)
    }
    return Review(diagnostics: diagnostics.sorted(by: Diagnostic.inReadingOrder))
  }

  private func faults(
    of decision: Decision, by person: Person, over item: Decision.Item, _ kind: Kind, _ place: Place,
    _ content: DecidedContent, on date: SchoolDate
  ) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func report(_ id: DiagnosticID, _ facts: [String: String] = [:]) {
      diagnostics.append(
        Diagnostic(id, path: item.path.text, facts: facts.merging(["person": person.id]) { a, _ in a }))
    }
    let asked = kind.approvals.flatMap(\.by)
    let holder = decision.giver.map { rulebook.people[$0] } ?? person
    if !asked.contains(decision.role) || !(holder.map { holds($0, decision.role, over: place) } ?? false) {
      report(
        .notYourRole,
        [
          "person": holder?.id ?? decision.giver ?? "", "role": decision.role.rawValue,
          "asked": asked.map(\.rawValue).joined(separator: ", "), "kind": kind.id,
        ])
    } else if let giver = decision.giver,
      rulebook.delegation(of: decision.role, from: giver, to: person.id, over: item.path, kind, on: date) == nil
    {
      report(.delegationNotInForce, ["giver": giver, "role": decision.role.rawValue, "date": date.description])
    } else if decision.verb == .approve,
      case .early(let step) = ApprovalChain(of: kind, after: content.earlier).turn(of: decision.role)
    {
      let roles = kind.approvals[step].by
      let names = rulebook.deciders(in: roles, over: item.path, kind, place, authors: content.authors, on: date)
        .map { rulebook.people[$0]?.name ?? $0 }
      report(
        .notYetYourTurn,
        [
          "role": decision.role.rawValue, "first": roles.map(\.rawValue).joined(separator: ", "),
          "names": names.joined(separator: ", "),
        ])
    }
    if content.blob != item.blob || content.lastAuthor != item.author { report(.decisionContent) }
    if content.authors.contains(person.id) {
      report(.ownWork)
    } else if let giver = decision.giver, content.authors.contains(giver) {
      report(.ownWork, ["person": giver])
    }
    return diagnostics
  }
}
