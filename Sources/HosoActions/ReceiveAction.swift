package import HosoCore
internal import GitObjects
internal import HosoFormats
internal import HosoStore

/// `hoso receive`: git's `pre-receive` hook. It judges a push, and writes down what it lets pass before git acts.
package struct ReceiveAction {
  /// Who sends, as `hoso shell` found out and git passed on.
  package struct Sender: Sendable {
    package let person: ListID
    /// The fingerprint of the key, `SHA256:…`.
    package let key: String

    package init(person: ListID, key: String) {
      self.person = person
      self.key = key
    }
  }

  private let updates: [ReferenceUpdate]
  private let sender: Sender?
  private let quarantine: String?
  private let options: [String]

  /// `lines` are what git writes to the hook: `OLD NEW NAME`. `quarantine` is where git holds the new objects,
  /// `options` what the sender gave `git push -o`.
  package init(lines: [String], sender: Sender?, quarantine: String?, options: [String] = []) throws(Problem) {
    updates = lines.compactMap { ReferenceUpdate(line: $0) }
    guard updates.count == lines.count else { throw Problem(.gitFailed, ["detail": "pre-receive"]) }
    self.sender = sender
    self.quarantine = quarantine
    self.options = options
  }

  /// What the gate says.
  package enum Outcome: Sendable {
    /// What stands against the push.
    case refused([Finding])
    /// Git may go on; `objects` are the files of what is pushed, relative to the repository.
    case accepted(objects: [String])
  }

  /// `standing` is the school without what is pushed, where it is open already.
  package func perform(in workspace: Workspace, standing: Workspace? = nil) throws -> Outcome {
    let store = workspace.store
    if let standing { store.share(rulebooksOf: standing.store) }
    let tip = try store.existingTip()
    let rulebook = try store.rulebook(at: tip)
    let now = workspace.moment(rulebook)
    let server = try SchoolServer(
      try standing?.store ?? SchoolStore(at: store.gitFolder), offset: rulebook.school.offset)
    guard let sender, let person = rulebook.people[sender.person] else { throw Problem(.notLoggedIn) }
    guard person.isMember(on: now.date) else {
      throw Problem(.formerPerson, ["person": person.name, "date": now.date.description])
    }
    guard rulebook.hasKey(of: person, fingerprint: sender.key, at: now) else {
      throw Problem(.keyUnlisted, ["person": person.name, "key": sender.key])
    }
    // Not through the store of the hook: what is written there goes with a push that is refused.
    try server.requireOrder(at: now)
    for known in options.compactMap(KnownReceipt.init(option:)) where try !server.holds(known) {
      throw Problem(.serverBehind, ["sequence": String(known.sequence)])
    }
    try server.requireSpace()
    // Somebody else was faster since git told the sender where `main` is.
    for update in updates where update.reference == SchoolStore.branch && update.old != tip {
      if !update.old.isZero, try store.isAncestor(update.old, of: tip) { throw Problem(.busy, ["detail": "main"]) }
    }
    let review = PushReview(
      store: store, reader: workspace.reader, tip: tip, rulebook: rulebook, sender: person, receivedAt: now)
    let findings = try review.review(updates)
    guard findings.isEmpty else { return .refused(findings) }
    let objects = try server.announce(
      updates, by: person.id, key: sender.key, at: now, main: tip, policy: rulebook.school.policy,
      quarantine: quarantine)
    return .accepted(objects: objects)
  }
}

extension Rulebook {
  /// Whether a key with this fingerprint is listed for `person` and valid at `moment`.
  func hasKey(of person: Person, fingerprint: String, at moment: Moment) -> Bool {
    signers.contains {
      $0.email.hasSameBytes(as: person.email) && $0.isValid(at: moment) && Fingerprint.of($0.key) == fingerprint
    }
  }
}
