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
  package let receivedAt: Moment
  /// The tree before; nil for the school's first commit.
  package let base: (any Snapshot & Sendable)?

  package init(paths: [PathChange], person: Person, receivedAt: Moment, base: (any Snapshot & Sendable)? = nil) {
    self.paths = paths
    self.person = person
    self.receivedAt = receivedAt
    self.base = base
  }
}

/// What the gate found.
package struct Review: Sendable {
  package let diagnostics: [Diagnostic]

  package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Whether the change may be written.
  package var isAccepted: Bool { !diagnostics.hasErrors }
}
