internal import GitObjects

extension Gate {
  /// Nothing that a lock covers is changed, renamed, moved or taken away, and nothing new is put there.
  ///
  /// What is `corrected` was judged by its case.
  func checkLocks(_ change: Change, besides corrected: Set<RecordPath>, report: (Diagnostic) -> Void) {
    guard !locks.all.isEmpty else { return }
    for (path, verb) in change.verbs where !corrected.contains(path) {
      if let lock = locks.lock(on: path) { report(lock.refusal(of: verb, path, in: rulebook)) }
    }
  }

  /// Judges a lock or unlocking: only a manager of all that it touches may give it, and an unlocking lifts locks that
  /// stand, each where it covers.
  ///
  /// `receivedAt` is when the server got it, the day on which the right is judged; nil means the decision's own time.
  /// `lock` gives the valid lock with a tag's name.
  package func review(
    _ decision: LockDecision, receivedAt: Moment? = nil, lock: (String) -> RecordedLock?
  ) -> Review {
    var diagnostics: [Diagnostic] = []
    func report(_ id: DiagnosticID, _ path: String?, _ facts: [String: String] = [:]) {
      diagnostics.append(Diagnostic(id, path: path, facts: facts.merging(["person": decision.person]) { a, _ in a }))
    }
    let date = (receivedAt ?? decision.moment).date
    guard let person = rulebook.people[decision.person], person.isMember(on: date) else {
      report(.unknownPerson, nil)
      return Review(diagnostics: diagnostics)
    }
    if !person.has(decision.role) { report(.notYourRole, nil, ["role": decision.role.rawValue]) }
    if let kind = decision.kind, rulebook.kind(kind) == nil {
      report(.decisionForm, decision.scopes.first?.text, ["detail": "decision-kind"])
    }
    var asked = decision.scopes
    for tag in decision.opens {
      guard let known = lock(tag), known.isValid, known.decision.verb == .lock else {
        report(.lockUnknown, decision.scopes.first?.text, ["lock": tag])
        continue
      }
      let touched = decision.scopes.filter { scope in known.decision.scopes.contains { scope.isWithin($0) } }
      let differs = known.decision.kind.map { kind in decision.kind.map { $0 != kind } ?? false } ?? false
      if touched.isEmpty || differs { report(.lockUnknown, decision.scopes.first?.text, ["lock": tag]) }
      // Who may not lock a year may not unlock a class of it either.
      asked += known.decision.scopes.filter { scope in touched.contains { $0.isWithin(scope) } }
    }
    if decision.verb == .unlock {
      let known = decision.opens.compactMap(lock).flatMap(\.decision.scopes)
      for scope in decision.scopes where !known.contains(where: { scope.isWithin($0) }) {
        report(.lockUnknown, scope.text)
      }
    }
    for path in Set(asked).sorted() {
      let access = rulebook.access(of: person, to: .lock, path, on: date)
      if !access.isAllowed { diagnostics.append(access.refusal(of: person, in: rulebook)) }
    }
    return Review(diagnostics: diagnostics.sorted(by: Diagnostic.inReadingOrder))
  }

  /// The role in which `person` locks: that of a principal where he has it, else his first.
  package func lockingRole(of person: Person) -> SchoolRole {
    person.has(.principal) ? .principal : person.roles.first ?? .teacher
  }
}

extension RecordedLock {
  /// The refusal of a change at `path`: since when it is locked, by whom, under which number.
  package func refusal(of verb: AccessVerb, _ path: RecordPath, in rulebook: Rulebook) -> Diagnostic {
    Diagnostic(
      .locked, path: path.text,
      facts: [
        "verb": verb.rawValue, "lock": tag, "since": since.description, "number": decision.number,
        "person": rulebook.people[decision.person]?.name ?? decision.person,
        "scope": decision.scopes.first { path.isWithin($0) }?.text ?? "",
      ])
  }
}
