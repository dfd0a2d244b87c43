package import GitObjects

/// One commit as people read it.
package struct CommitSummary: Hashable, Sendable {
  package let id: ObjectID
  /// Who made it; nil where the address is nobody's.
  package let person: ListID?
  package let email: String
  /// When the server received it; the commit's own time where no receipt says.
  package let moment: Moment
  package let subject: String

  package init(id: ObjectID, person: ListID?, email: String, moment: Moment, subject: String) {
    self.id = id
    self.person = person
    self.email = email
    self.moment = moment
    self.subject = subject
  }
}

/// One version of a record.
package struct RecordVersion: Hashable, Sendable {
  /// Index into the list of commits, oldest first.
  package let commit: Int
  /// The content, or nil where this commit removed the record.
  package let blob: ObjectID?

  package init(commit: Int, blob: ObjectID?) {
    self.commit = commit
    self.blob = blob
  }
}
