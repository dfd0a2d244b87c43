package import GitObjects

/// The body of a decision tag: a line for people, then `name: value` lines; documented in `Docs/Formats.md`.
package enum DecisionText {
  /// The number in the first machine line; a reader of another number refuses.
  package static let format = 1

  /// Writes the message of the tag; `subject` is for people and means nothing.
  package static func message(for decision: Decision, subject: String) -> String {
    var lines = [subject, "", "hoso-decision: \(format)", "decision: \(decision.verb.rawValue)"]
    lines += ["role: \(decision.role.rawValue)", "policy: \(decision.policy)"]
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
    var lines = tag.message.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst()?.isEmpty == false, lines.popFirst()?.isEmpty == true, lines.popLast()?.isEmpty == true else {
      throw MalformedObject("decision-subject")
    }
    var values: [(name: Substring, value: Substring)] = []
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), line[colon...].hasPrefix(": ") else {
        throw MalformedObject("decision-line")
      }
      values.append((line[..<colon], line[line.index(colon, offsetBy: 2)...]))
    }
    var rest = values[...]
    func next(_ name: String) throws(MalformedObject) -> Substring {
      guard rest.first?.name == name[...], let value = rest.popFirst()?.value, !value.isEmpty else {
        throw MalformedObject("decision-\(name)")
      }
      return value
    }
    guard try next("hoso-decision") == "\(format)" else { throw MalformedObject("decision-format") }
    guard let verb = Decision.Verb(rawValue: String(try next("decision"))) else {
      throw MalformedObject("decision-verb")
    }
    guard let role = SchoolRole(rawValue: String(try next("role"))) else { throw MalformedObject("decision-role") }
    let number = try next("policy")
    guard let policy = Int(number), policy > 0, String(policy) == number else {
      throw MalformedObject("decision-policy")
    }
    let reason = rest.first?.name == "reason" ? String(try next("reason")) : ""
    if verb == .return, reason.isEmpty { throw MalformedObject("decision-reason") }
    var items: [Decision.Item] = []
    while !rest.isEmpty { items.append(try item(try next("record"))) }
    guard !items.isEmpty, Set(items.map(\.path)).count == items.count else { throw MalformedObject("decision-record") }
    return Decision(
      verb: verb, role: role, person: person,
      moment: Moment(seconds: tag.tagger.time, offset: offset), commit: tag.object, items: items, reason: reason,
      policy: policy)
  }

  private static func item(_ line: Substring) throws(MalformedObject) -> Decision.Item {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[1].isEmpty, let blob = ObjectID(hexadecimal: parts[0]),
      let path = try? RecordPath(String(parts[2]))
    else { throw MalformedObject("decision-record") }
    return Decision.Item(path: path, blob: blob, author: String(parts[1]))
  }
}

/// The name of a decision's tag: `approve/2024-2025/20241005-081530-lth`, without `refs/tags/`.
package struct DecisionTagName: Hashable, Sendable {
  package let text: String

  /// The name for a decision of `person` at `moment`; `number` above 1 tells apart those of one second.
  package init(verb: Decision.Verb, year: String, moment: Moment, person: ListID, number: Int) {
    let (y, m, d) = moment.date.parts
    let day = "\(y)\(twoDigits(m))\(twoDigits(d))"
    let second = Int((moment.seconds % 60 + 60) % 60)
    let clock = moment.clock.filter { $0 != ":" } + twoDigits(second)
    text = "\(verb.rawValue)/\(year)/\(day)-\(clock)-\(person)" + (number > 1 ? "-\(number)" : "")
  }

  /// The name in `refs/tags/…`; nil where it is no decision's.
  package init?(reference: String) {
    guard reference.utf8.starts(with: "refs/tags/".utf8) else { return nil }
    self.init(String(reference.dropFirst("refs/tags/".count)))
  }

  /// Whether `text` has the form of a decision's name.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, Decision.Verb(rawValue: String(parts[0])) != nil else { return nil }
    func isNumber(_ text: Substring, _ length: Int) -> Bool {
      text.utf8.count == length && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    let years = parts[1].split(separator: "-", omittingEmptySubsequences: false)
    let rest = parts[2].split(separator: "-", omittingEmptySubsequences: false)
    guard years.count == 2, years.allSatisfy({ isNumber($0, 4) }), rest.count >= 3, isNumber(rest[0], 8),
      isNumber(rest[1], 6),
      rest.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) } }
      )
    else { return nil }
    self.text = text
  }
}
