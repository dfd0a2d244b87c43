package import GitObjects

/// What one commit does to one path.
package struct PathChange: Hashable, Sendable {
  package let path: RecordPath
  /// What lay there before, and after; one of them may be nil.
  package let old: TreeEntry?
  package let new: TreeEntry?

  package init(path: RecordPath, old: TreeEntry?, new: TreeEntry?) {
    self.path = path
    self.old = old
    self.new = new
  }
}

/// A proposed commit: what it changes, who makes it, when it was received.
package struct Change: Sendable {
  package let paths: [PathChange]
  package let person: Person
  /// When the server received it; rights are judged on this day.
  package let receivedAt: Moment
  /// The time that the commit itself gives.
  package let writtenAt: Moment
  /// The time of the commit before; nil for the school's first commit.
  package let parentMoment: Moment?

  /// Without `writtenAt` the commit is written as it is received.
  package init(
    paths: [PathChange], person: Person, receivedAt: Moment, writtenAt: Moment? = nil, parentMoment: Moment?
  ) {
    self.paths = paths
    self.person = person
    self.receivedAt = receivedAt
    self.writtenAt = writtenAt ?? receivedAt
    self.parentMoment = parentMoment
  }

  /// At most this many seconds may a commit be dated before its parent: clocks differ, days do not.
  package static let clockTolerance: Int64 = 86_400
  /// At most this many seconds may a commit be dated after its receipt.
  package static let clockAdvance: Int64 = 600

  /// Whether the commit's own time can be true.
  var isPlausible: Bool {
    if let parentMoment, writtenAt.seconds + Self.clockTolerance < parentMoment.seconds { return false }
    return writtenAt.seconds <= receivedAt.seconds + Self.clockAdvance
  }
}

/// What the gate found.
package struct Review: Sendable {
  package let diagnostics: [Diagnostic]

  package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Whether the change may be written.
  package var isAccepted: Bool { !diagnostics.hasErrors }
}
