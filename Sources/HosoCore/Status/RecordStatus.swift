package import GitObjects

/// How far a record has come; derived, never stored.
package enum RecordState: String, CaseIterable, Sendable {
  /// Of a kind that nobody approves.
  case kept
  /// Waits for a decision.
  case submitted
  /// Sent back; the author has not answered yet.
  case returned
  /// Every step has approved exactly this content, or all but the parts that are written later.
  case approved
  /// Was approved, and its content is another now.
  case changed
}

/// A decision together with what the audit of its tag said.
package struct RecordedDecision: Hashable, Sendable {
  package let tag: String
  package let tagID: ObjectID
  /// Its place in the order of receipt; nil where no server has received it yet.
  package let sequence: Int?
  package let decision: Decision
  /// Empty where signature, form, role and content hold.
  package let faults: [Diagnostic]

  package init(tag: String, tagID: ObjectID, decision: Decision, faults: [Diagnostic], sequence: Int? = nil) {
    self.tag = tag
    self.tagID = tagID
    self.decision = decision
    self.faults = faults
    self.sequence = sequence
  }

  /// Whether the audit found nothing.
  package var isValid: Bool { faults.isEmpty }
}

/// The step of approval that a record waits for.
package struct Waiting: Hashable, Sendable {
  /// Counted from 1, and of how many.
  package let step: Int
  package let count: Int
  /// The roles that may take it.
  package let roles: [SchoolRole]
  /// Whose turn it is, by the rules of the view; empty where the school has nobody for it.
  package let people: [ListID]

  package init(step: Int, count: Int, roles: [SchoolRole], people: [ListID]) {
    self.step = step
    self.count = count
    self.roles = roles
    self.people = people
  }
}

/// A record with all that is derived about it.
///
/// A class, though a value in all else: lists and reports go through tens of thousands of them time and again.
package final class RecordStatus: Sendable {
  package let path: RecordPath
  /// Index into the rulebook's kinds.
  package let kind: Int
  package let place: Place
  package let blob: ObjectID
  /// Oldest first; the last one is `blob`.
  package let versions: [RecordVersion]
  package let state: RecordState
  /// When the first version came, and when it was due.
  package let submittedAt: Moment
  package let dueAt: Moment?
  /// Indices of the valid decisions over any version, oldest first.
  package let decisions: [Int]
  /// Indices of the kind's steps of approval that this content still lacks; all of them where it was returned.
  package let openSteps: [Int]
  /// What it waits for; nil where it waits for no decision.
  package let waiting: Waiting?
  /// The index of the decision that sent it back; nil where its state is another.
  package let returned: Int?

  package init(
    path: RecordPath, kind: Int, place: Place, blob: ObjectID, versions: [RecordVersion], state: RecordState,
    submittedAt: Moment, dueAt: Moment?, decisions: [Int], openSteps: [Int] = [], waiting: Waiting? = nil,
    returned: Int? = nil
  ) {
    self.path = path
    self.kind = kind
    self.place = place
    self.blob = blob
    self.versions = versions
    self.state = state
    self.submittedAt = submittedAt
    self.dueAt = dueAt
    self.decisions = decisions
    self.openSteps = openSteps
    self.waiting = waiting
    self.returned = returned
  }

  /// Whether the first version came behind the deadline.
  package var isLate: Bool { dueAt.map { submittedAt > $0 } ?? false }
}
