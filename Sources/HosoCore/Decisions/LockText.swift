package import GitObjects

/// The body of a lock's or unlocking's tag: as ``DecisionText``, with scopes instead of records.
package enum LockText {
  /// At most this many bytes in a number, a reason, or a scope.
  package static let longest = 1000

  /// Writes the message of the tag; `subject` is for people and means nothing.
  package static func message(for decision: LockDecision, subject: String) -> String {
    var lines = [subject, "", "hoso-decision: \(DecisionText.format)", "decision: \(decision.verb.rawValue)"]
    lines += ["role: \(decision.role.rawValue)", "policy: \(decision.policy)"]
    if !decision.number.isEmpty { lines.append("number: \(decision.number)") }
    if !decision.reason.isEmpty { lines.append("reason: \(decision.reason)") }
    lines += decision.opens.map { "lock: \($0)" }
    if let kind = decision.kind { lines.append("kind: \(kind)") }
    lines += decision.scopes.map { "scope: \($0.text)" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads a tag's message; the tagger and the object come from the tag itself.
  ///
  /// - Throws: ``MalformedObject`` with the name of the line at fault.
  package static func decision(
    of tag: TagObject, by person: ListID, offset: Int
  ) throws(MalformedObject) -> LockDecision {
    var lines = try DecisionLines(tag.message)
    guard try lines.next("hoso-decision") == "\(DecisionText.format)" else { throw MalformedObject("decision-format") }
    guard let verb = LockDecision.Verb(rawValue: String(try lines.next("decision"))) else {
      throw MalformedObject("decision-verb")
    }
    let role = try lines.role()
    let policy = try lines.policy()
    let number = try lines.optional("number")
    let reason = try lines.optional("reason")
    var opens: [String] = []
    while lines.isNext("lock") { opens.append(try lock(String(try lines.next("lock")))) }
    let kind = try lines.optional("kind")
    var scopes: [RecordPath] = []
    while !lines.isEmpty { scopes.append(try scope(String(try lines.next("scope")))) }
    guard !scopes.isEmpty, Set(scopes).count == scopes.count else { throw MalformedObject("decision-scope") }
    guard opens.isEmpty == (verb == .lock), Set(opens).count == opens.count else {
      throw MalformedObject("decision-lock")
    }
    if verb == .unlock, number.isEmpty { throw MalformedObject("decision-number") }
    if verb == .unlock, reason.isEmpty { throw MalformedObject("decision-reason") }
    guard number.utf8.count <= longest, reason.utf8.count <= longest else { throw MalformedObject("decision-long") }
    return LockDecision(
      verb: verb, role: role, person: person, moment: Moment(seconds: tag.tagger.time, offset: offset),
      commit: tag.object, scopes: scopes, kind: kind.isEmpty ? nil : kind, opens: opens, number: number,
      reason: reason, policy: policy)
  }

  private static func lock(_ text: String) throws(MalformedObject) -> String {
    guard DecisionTagName(text) != nil, text.hasPrefix("lock/") else { throw MalformedObject("decision-lock") }
    return text
  }

  /// A place of records: the rules themselves cannot be frozen.
  private static func scope(_ text: String) throws(MalformedObject) -> RecordPath {
    guard let path = try? RecordPath(text), !path.isRuleFile, text.utf8.count <= longest else {
      throw MalformedObject("decision-scope")
    }
    return path
  }
}
