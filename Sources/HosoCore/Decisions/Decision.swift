package import GitObjects

/// What somebody decided over exact contents: one signed annotated tag.
package struct Decision: Hashable, Sendable {
  /// What is decided.
  package enum Verb: String, CaseIterable, Sendable {
    /// The content is approved.
    case approve
    /// The content goes back to its author, with a reason.
    case `return`
  }

  /// One record that the decision speaks of.
  package struct Item: Hashable, Sendable {
    package let path: RecordPath
    /// The exact content.
    package let blob: ObjectID
    /// Who last wrote it.
    package let author: ListID

    package init(path: RecordPath, blob: ObjectID, author: ListID) {
      self.path = path
      self.blob = blob
      self.author = author
    }
  }

  package let verb: Verb
  /// The role in which it is given.
  package let role: SchoolRole
  /// Whose role it is, where it was delegated to the person; nil where it is his own.
  package let giver: ListID?
  /// Who decides: the tagger.
  package let person: ListID
  package let moment: Moment
  /// The commit that the tag names: the state of `main` that the person decided upon.
  package let commit: ObjectID
  package let items: [Item]
  /// Why; required to return, empty where none is given.
  package let reason: String
  /// The policy number of the rules then in force.
  package let policy: Int

  package init(
    verb: Verb, role: SchoolRole, person: ListID, moment: Moment, commit: ObjectID, items: [Item], reason: String,
    policy: Int, onBehalfOf giver: ListID? = nil
  ) {
    self.verb = verb
    self.role = role
    self.giver = giver
    self.person = person
    self.moment = moment
    self.commit = commit
    self.items = items
    self.reason = reason
    self.policy = policy
  }
}
