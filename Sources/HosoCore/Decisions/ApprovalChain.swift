/// How far a kind's steps of approval have come over one content.
package struct ApprovalChain: Sendable {
  /// What an approval in some role does to the chain.
  package enum Turn: Hashable, Sendable {
    /// It approves the step with this index.
    case takes(Int)
    /// It says again what stands already.
    case repeats
    /// The step with this index comes before.
    case early(Int)
    /// No step asks for the role.
    case notAsked
  }

  private let kind: Kind
  private var approved: Set<Int> = []

  /// Nothing is approved yet.
  package init(of kind: Kind) { self.kind = kind }

  /// The chain over a content after `decisions`, in the order in which they were received.
  package init(of kind: Kind, after decisions: [EarlierDecision]) {
    self.init(of: kind)
    for decision in decisions { add(decision) }
  }

  /// The steps that nobody has approved yet, in their order.
  package var open: [Int] { kind.approvals.indices.filter { !approved.contains($0) } }

  /// The steps that may be decided now: the first open one, or all of them where the kind asks for no order.
  package var current: [Int] { kind.hasOrder ? Array(open.prefix(1)) : open }

  /// Whether every step has approved.
  package var isComplete: Bool { open.isEmpty }

  /// What an approval in `role` does.
  package func turn(of role: SchoolRole) -> Turn {
    let asking = kind.approvals.indices.filter { kind.approvals[$0].by.contains(role) }
    guard !asking.isEmpty else { return .notAsked }
    if let step = current.first(where: asking.contains) { return .takes(step) }
    guard let next = open.first, asking.contains(where: { open.contains($0) }) else { return .repeats }
    return .early(next)
  }

  /// Takes the next decision over this or another content of the record.
  package mutating func add(_ decision: EarlierDecision) {
    switch decision.verb {
    // A return ends what was decided before it, whichever content it speaks of.
    case .return: approved = []
    case .approve:
      if decision.isOverThisContent, case .takes(let step) = turn(of: decision.role) { approved.insert(step) }
    }
  }
}

/// A valid decision over a record that was received before the one in question.
package struct EarlierDecision: Hashable, Sendable {
  package let verb: Decision.Verb
  package let role: SchoolRole
  /// Whether it speaks of the content in question, but for sections that are written after the approval.
  package let isOverThisContent: Bool

  package init(verb: Decision.Verb, role: SchoolRole, isOverThisContent: Bool) {
    self.verb = verb
    self.role = role
    self.isOverThisContent = isOverThisContent
  }
}
