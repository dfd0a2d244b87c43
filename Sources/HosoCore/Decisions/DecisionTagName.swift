/// The name of a decision's tag: `approve/2024-2025/20241005-081530-lth`, without `refs/tags/`.
package struct DecisionTagName: Hashable, Sendable {
  package let text: String
  private static let verbs =
    Decision.Verb.allCases.map(\.rawValue) + LockDecision.Verb.allCases.map(\.rawValue)
    + Consent.Verb.allCases.map(\.rawValue)

  /// The name for a decision of `person` at `moment`; `number` above 1 tells apart those of one second.
  package init(verb: Decision.Verb, year: String, moment: Moment, person: ListID, number: Int) {
    self.init(word: verb.rawValue, year: year, moment: moment, person: person, number: number)
  }

  /// As above for a lock or unlocking.
  package init(verb: LockDecision.Verb, year: String, moment: Moment, person: ListID, number: Int) {
    self.init(word: verb.rawValue, year: year, moment: moment, person: person, number: number)
  }

  /// As above for a word on a correction.
  package init(verb: Consent.Verb, year: String, moment: Moment, person: ListID, number: Int) {
    self.init(word: verb.rawValue, year: year, moment: moment, person: person, number: number)
  }

  private init(word: String, year: String, moment: Moment, person: ListID, number: Int) {
    let (y, m, d) = moment.date.parts
    let day = "\(y)\(twoDigits(m))\(twoDigits(d))"
    let second = Int((moment.seconds % 60 + 60) % 60)
    let clock = moment.clock.filter { $0 != ":" } + twoDigits(second)
    text = "\(word)/\(year)/\(day)-\(clock)-\(person)" + (number > 1 ? "-\(number)" : "")
  }

  /// The name in `refs/tags/…`; nil where it is no decision's.
  package init?(reference: String) {
    guard reference.utf8.starts(with: "refs/tags/".utf8) else { return nil }
    self.init(String(reference.dropFirst("refs/tags/".count)))
  }

  /// Whether `text` has the form of a decision's name.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, Self.verbs.contains(String(parts[0])) else { return nil }
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

  /// Whether a lock or an unlocking has this name.
  package var isLock: Bool {
    LockDecision.Verb.allCases.contains { text.utf8.starts(with: "\($0.rawValue)/".utf8) }
  }

  /// Whether a consent to a correction or its refusal has this name.
  package var isConsent: Bool {
    Consent.Verb.allCases.contains { text.utf8.starts(with: "\($0.rawValue)/".utf8) }
  }
}
