internal import GitObjects
internal import HosoCore
internal import HosoStore

/// Says of the tags of a repository, decisions, locks and consents, what is wrong with any.
struct DecisionReview {
  let store: SchoolStore
  let reader: any RecordReading
  let receptions: Receptions?

  /// The locks and consents that can be read, and what is wrong with any. `history` is asked for its commits alone.
  func locksAndConsents(
    of history: History
  ) throws -> (locks: [RecordedLock], consents: [RecordedConsent], findings: [PlacedFinding]) {
    guard let tip = history.commits.last else { return ([], [], []) }
    var findings: [PlacedFinding] = []
    func report(_ fault: Diagnostic) { findings.append(placed(fault.path ?? "refs/tags", fault)) }
    func report(_ tag: String, _ faults: [Diagnostic]) {
      findings += faults.map { placed("refs/tags/" + tag, $0) }
    }
    let locks = try LockReader(store: store, tip: tip, history: history, receptions: receptions).locks(report: report)
    for lock in locks { report(lock.tag, lock.faults) }
    let consents = try ConsentReader(store: store, tip: tip, history: history, receptions: receptions)
      .consents(report: report)
    for consent in consents { report(consent.tag, consent.faults) }
    return (locks, consents, findings)
  }

  /// The number of decisions over records that can be read, and what is wrong with any.
  func decisions(of read: ReadableHistory) throws -> (count: Int, findings: [PlacedFinding]) {
    var findings: [PlacedFinding] = []
    // Behind a commit that cannot be read lies the rest of the history: what decides over it cannot be judged.
    let line = Set(read.unreadable.isEmpty ? [] : read.history.commits)
    let isCut = read.unreadable.contains { !line.contains($0.commit) }
    let decisions = try DecisionReader(
      store: store, history: read.history, reader: reader, receptions: receptions,
      people: store.newestReadableRules(of: read.history)
    ).decisions { fault in
      if fault.facts["detail"] == "tag-object", isCut { return }
      findings.append(placed(fault.path ?? "refs/tags", fault))
    }
    for decision in decisions {
      for fault in decision.faults {
        // Who wrote what cannot be said of a history that lacks a part: that part is at fault, and named.
        if [.decisionContent, .ownWork, .notYetYourTurn].contains(fault.id), !read.unreadable.isEmpty { continue }
        findings.append(placed("refs/tags/" + decision.tag, fault))
      }
    }
    return (decisions.count, findings)
  }

  private func placed(_ place: String, _ diagnostic: Diagnostic) -> PlacedFinding {
    let sequence = receptions?.decisions[String(place.dropFirst("refs/tags/".count))]?.sequence
    let last = receptions == nil ? 0 : Int.max
    // Findings of one position keep the order in which they are given.
    return PlacedFinding(
      position: Position(sequence: sequence ?? last, part: .decision, index: 0), finding: Finding(place, diagnostic))
  }
}
