package import GitObjects

/// The decisions over records in the order of their receipt, by which the turn of the next one is judged.
package struct EarlierDecisions: Sendable {
  /// All of them, also those with faults.
  package private(set) var all: [RecordedDecision] = []
  private var byPath: [RecordPath: [Int]] = [:]

  /// Takes `decisions`, which are in the order of their receipt.
  package init(_ decisions: some Sequence<RecordedDecision> = []) {
    for decision in decisions { add(decision) }
  }

  /// Takes the next decision; one with faults counts for nothing.
  package mutating func add(_ decision: RecordedDecision) {
    if decision.isValid {
      for item in decision.decision.items { byPath[item.path, default: []].append(all.count) }
    }
    all.append(decision)
  }

  /// The valid decisions over the record at `path`; `isSame` says whether one over this blob speaks of the content in
  /// question.
  package func over(_ path: RecordPath, isSame: (ObjectID) throws -> Bool) rethrows -> [EarlierDecision] {
    try (byPath[path] ?? []).compactMap { index in
      let decision = all[index].decision
      guard let item = decision.items.first(where: { $0.path == path }) else { return nil }
      return EarlierDecision(
        verb: decision.verb, role: decision.role,
        isOverThisContent: decision.verb == .return ? true : try isSame(item.blob))
    }
  }
}
