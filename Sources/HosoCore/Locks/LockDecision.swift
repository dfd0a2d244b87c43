package import GitObjects

/// The freezing of records, or its lifting for a correction: one signed annotated tag.
package struct LockDecision: Hashable, Sendable {
  /// What is decided.
  package enum Verb: String, CaseIterable, Sendable {
    /// Nothing in the scopes may change any more.
    case lock
    /// Named locks no longer hold in the scopes.
    case unlock
  }

  package let verb: Verb
  /// The role in which it is given.
  package let role: SchoolRole
  /// Who decides: the tagger.
  package let person: ListID
  package let moment: Moment
  /// The commit that the tag names: the state of `main` that the person decided upon.
  package let commit: ObjectID
  /// Records, and folders with all below them.
  package let scopes: [RecordPath]
  /// Only records of this kind, and the files beside them; nil for all.
  package let kind: ListID?
  /// The tags of the locks that an unlocking lifts; empty for a lock.
  package let opens: [String]
  /// The number of the school's written decision, such as `15/QĐ-THSM`; required to unlock, else it may be empty.
  package let number: String
  /// Why; required to unlock, else it may be empty.
  package let reason: String
  /// The policy number of the rules then in force.
  package let policy: Int

  package init(
    verb: Verb, role: SchoolRole, person: ListID, moment: Moment, commit: ObjectID, scopes: [RecordPath],
    kind: ListID? = nil, opens: [String] = [], number: String, reason: String, policy: Int
  ) {
    self.verb = verb
    self.role = role
    self.person = person
    self.moment = moment
    self.commit = commit
    self.scopes = scopes
    self.kind = kind
    self.opens = opens
    self.number = number
    self.reason = reason
    self.policy = policy
  }

  /// The school year that the first scope lies in; nil where it lies in none.
  package var year: String? {
    scopes.first?.components.first.flatMap { PlaceName.isYear($0.utf8) ? String($0) : nil }
  }
}

/// A lock or unlocking together with what the audit of its tag said.
package struct RecordedLock: Hashable, Sendable {
  package let tag: String
  package let tagID: ObjectID
  package let decision: LockDecision
  /// The place of the decision's kind in the rules that it was judged by: later rules lock and free nothing.
  package let template: PathTemplate?
  /// What the server wrote down; nil where none is known.
  package let receipt: Receipt?
  /// Empty where signature, form, right and scope hold.
  package let faults: [Diagnostic]

  package init(
    tag: String, tagID: ObjectID, decision: LockDecision, template: PathTemplate?, receipt: Receipt? = nil,
    faults: [Diagnostic] = []
  ) {
    self.tag = tag
    self.tagID = tagID
    self.decision = decision
    self.template = template
    self.receipt = receipt
    self.faults = faults
  }

  /// Whether the audit found nothing.
  package var isValid: Bool { faults.isEmpty }

  /// Since when it holds: its receipt where there is one, else its own time.
  package var since: Moment { receipt.flatMap { $0.event == .push ? $0.moment : nil } ?? decision.moment }

  /// Whether it speaks of `path`: a record of its kind in one of its scopes, or a file beside such records.
  package func covers(_ path: RecordPath) -> Bool {
    decision.scopes.contains { path.isWithin($0) } && isOfKind(path)
  }

  /// Whether `path` is a record of its kind, or a file beside such records.
  func isOfKind(_ path: RecordPath) -> Bool {
    guard decision.kind != nil else { return true }
    guard let template else { return false }
    let parts = path.components
    if template.place(of: parts) != nil { return true }
    return parts.dropLast().last == AttachmentRule.folder[...]
      && template.folderPlace(of: parts.dropLast(2)) != nil
  }

  /// Whether it speaks of all records of `kind`, nil for every kind, at or below `scope`.
  func contains(_ scope: RecordPath, _ kind: ListID?) -> Bool {
    decision.scopes.contains { scope.isWithin($0) } && (decision.kind == nil || decision.kind == kind)
  }
}
