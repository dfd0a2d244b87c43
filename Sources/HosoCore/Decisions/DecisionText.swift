package import GitObjects

/// The body of a decision tag: a line for people, then `name: value` lines; documented in `Docs/Formats.md`.
package enum DecisionText {
  /// The number in the first machine line; a reader of another number refuses.
  package static let format = 1

  /// Writes the message of the tag; `subject` is for people and means nothing.
  package static func message(for decision: Decision, subject: String) -> String {
    var lines = [subject, "", "hoso-decision: \(format)", "decision: \(decision.verb.rawValue)"]
    lines.append("role: \(decision.role.rawValue)")
    if let giver = decision.giver { lines.append("for: \(giver)") }
    lines.append("policy: \(decision.policy)")
    if !decision.reason.isEmpty { lines.append("reason: \(decision.reason)") }
    for item in decision.items {
      lines.append("record: \(item.blob.hexadecimal) \(item.author) \(item.path.text)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads a tag's message; the tagger and the object come from the tag itself.
  ///
  /// - Throws: ``MalformedObject`` with the name of the line at fault.
  package static func decision(
    of tag: TagObject, by person: ListID, offset: Int
  ) throws(MalformedObject) -> Decision {
    var lines = try DecisionLines(tag.message)
    guard try lines.next("hoso-decision") == "\(format)" else { throw MalformedObject("decision-format") }
    guard let verb = Decision.Verb(rawValue: String(try lines.next("decision"))) else {
      throw MalformedObject("decision-verb")
    }
    let role = try lines.role()
    let giver = try lines.optional("for")
    guard giver != person, !giver.contains(" ") else { throw MalformedObject("decision-for") }
    let policy = try lines.policy()
    let reason = try lines.optional("reason")
    if verb == .return, reason.isEmpty { throw MalformedObject("decision-reason") }
    var items: [Decision.Item] = []
    while !lines.isEmpty { items.append(try item(try lines.next("record"))) }
    guard !items.isEmpty, Set(items.map(\.path)).count == items.count else { throw MalformedObject("decision-record") }
    return Decision(
      verb: verb, role: role, person: person,
      moment: Moment(seconds: tag.tagger.time, offset: offset), commit: tag.object, items: items, reason: reason,
      policy: policy, onBehalfOf: giver.isEmpty ? nil : giver)
  }

  private static func item(_ line: Substring) throws(MalformedObject) -> Decision.Item {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[1].isEmpty, let blob = ObjectID(hexadecimal: parts[0]),
      let path = try? RecordPath(String(parts[2]))
    else { throw MalformedObject("decision-record") }
    return Decision.Item(path: path, blob: blob, author: String(parts[1]))
  }
}
