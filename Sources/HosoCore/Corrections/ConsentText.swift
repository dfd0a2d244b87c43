package import GitObjects

/// The body of a consent's or refusal's tag: as ``DecisionText``, with a case, its locks and its records.
package enum ConsentText {
  /// Writes the message of the tag; `subject` is for people and means nothing.
  package static func message(for consent: Consent, subject: String) -> String {
    var lines = [subject, "", "hoso-decision: \(DecisionText.format)", "decision: \(consent.verb.rawValue)"]
    lines += ["signer: \(consent.signer.text)", "policy: \(consent.policy)"]
    if !consent.reason.isEmpty { lines.append("reason: \(consent.reason)") }
    lines += ["case: \(consent.tree.hexadecimal) \(consent.folder)", "procedure: \(consent.procedure)"]
    lines += consent.locks.map { "lock: \($0)" }
    lines += consent.items.map { "record: \($0.old.hexadecimal) \($0.new.hexadecimal) \($0.path)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads a tag's message; the tagger and the object come from the tag itself.
  ///
  /// - Throws: ``MalformedObject`` with the name of the line at fault.
  package static func consent(of tag: TagObject, by person: ListID, offset: Int) throws(MalformedObject) -> Consent {
    var lines = try DecisionLines(tag.message)
    guard try lines.next("hoso-decision") == "\(DecisionText.format)" else { throw MalformedObject("decision-format") }
    guard let verb = Consent.Verb(rawValue: String(try lines.next("decision"))) else {
      throw MalformedObject("decision-verb")
    }
    guard let signer = CorrectionProcedure.Signer(String(try lines.next("signer"))) else {
      throw MalformedObject("decision-signer")
    }
    let policy = try lines.policy()
    let reason = try lines.optional("reason")
    if verb == .refuse, reason.isEmpty { throw MalformedObject("decision-reason") }
    guard reason.utf8.count <= LockText.longest else { throw MalformedObject("decision-long") }
    let parts = try lines.next("case").split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let tree = ObjectID(hexadecimal: parts[0]), let path = try? RecordPath(String(parts[1])),
      let folder = CaseFolder(path)
    else { throw MalformedObject("decision-case") }
    let procedure = String(try lines.next("procedure"))
    var locks: [String] = []
    while lines.isNext("lock") {
      let lock = String(try lines.next("lock"))
      guard DecisionTagName(lock) != nil, lock.hasPrefix("lock/") else { throw MalformedObject("decision-lock") }
      locks.append(lock)
    }
    var items: [Consent.Item] = []
    while !lines.isEmpty { items.append(try item(try lines.next("record"))) }
    guard !items.isEmpty, Set(items.map(\.path)).count == items.count else { throw MalformedObject("decision-record") }
    guard !locks.isEmpty, Set(locks).count == locks.count else { throw MalformedObject("decision-lock") }
    return Consent(
      verb: verb, signer: signer, person: person, moment: Moment(seconds: tag.tagger.time, offset: offset),
      commit: tag.object, folder: folder, tree: tree, procedure: procedure, locks: locks, items: items,
      reason: reason, policy: policy)
  }

  private static func item(_ line: Substring) throws(MalformedObject) -> Consent.Item {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let old = ObjectID(hexadecimal: parts[0]), let new = ObjectID(hexadecimal: parts[1]),
      let path = try? RecordPath(String(parts[2]))
    else { throw MalformedObject("decision-record") }
    return Consent.Item(path: path, old: old, new: new)
  }
}
