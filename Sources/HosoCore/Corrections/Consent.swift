package import GitObjects

/// A person's word on a correction, exactly as its case lies: one signed annotated tag.
package struct Consent: Hashable, Sendable {
  /// What is said.
  package enum Verb: String, CaseIterable, Sendable {
    /// The correction may be made.
    case consent
    /// It may not, with a reason.
    case refuse
  }

  /// A record with its content before and after.
  package struct Item: Hashable, Sendable {
    package let path: RecordPath
    package let old: ObjectID
    package let new: ObjectID

    package init(path: RecordPath, old: ObjectID, new: ObjectID) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  package let verb: Verb
  /// As whom it is given.
  package let signer: CorrectionProcedure.Signer
  /// Who gives it: the tagger.
  package let person: ListID
  package let moment: Moment
  /// The commit that the tag names: a state of `main` in which the case lies so.
  package let commit: ObjectID
  package let folder: CaseFolder
  /// The case's folder in that commit: every byte of minutes, cells and evidence.
  package let tree: ObjectID
  package let procedure: ListID
  /// The tags of the locks through which it goes.
  package let locks: [String]
  package let items: [Item]
  /// Why; required to refuse, empty where none is given.
  package let reason: String
  /// The policy number of the rules then in force.
  package let policy: Int

  package init(
    verb: Verb, signer: CorrectionProcedure.Signer, person: ListID, moment: Moment, commit: ObjectID,
    folder: CaseFolder, tree: ObjectID, procedure: ListID, locks: [String], items: [Item], reason: String, policy: Int
  ) {
    self.verb = verb
    self.signer = signer
    self.person = person
    self.moment = moment
    self.commit = commit
    self.folder = folder
    self.tree = tree
    self.procedure = procedure
    self.locks = locks
    self.items = items
    self.reason = reason
    self.policy = policy
  }
}

/// A consent or refusal together with what the audit of its tag said.
package struct RecordedConsent: Hashable, Sendable {
  package let tag: String
  package let tagID: ObjectID
  package let consent: Consent
  /// What the server wrote down; nil where none is known.
  package let receipt: Receipt?
  /// Empty where signature, form, right and content hold.
  package let faults: [Diagnostic]

  package init(
    tag: String, tagID: ObjectID, consent: Consent, receipt: Receipt? = nil, faults: [Diagnostic] = []
  ) {
    self.tag = tag
    self.tagID = tagID
    self.consent = consent
    self.receipt = receipt
    self.faults = faults
  }

  /// Whether the audit found nothing.
  package var isValid: Bool { faults.isEmpty }

  /// Whether it was there before a commit of this time and receipt.
  package func isBefore(_ time: Int64, _ commit: Receipt?) -> Bool {
    Receipt.isReceived(receipt, at: consent.moment, before: time, commit)
  }
}

extension RecordedConsent: Comparable {
  /// The order in which they were given.
  package static func < (left: RecordedConsent, right: RecordedConsent) -> Bool {
    (left.consent.moment, left.tag) < (right.consent.moment, right.tag)
  }
}

extension Sequence<RecordedConsent> {
  /// The last valid word of each person on the case as it lies in `tree`, oldest first.
  package func lastWords(on tree: ObjectID) -> [RecordedConsent] {
    var last: [ListID: RecordedConsent] = [:]
    for word in filter({ $0.isValid && $0.consent.tree == tree }).sorted() { last[word.consent.person] = word }
    return last.values.sorted()
  }
}
