internal import GitObjects
package import HosoCore
internal import HosoStore

/// `hoso why PERSON VERB PATH`: allowed or refused, by which line of which file, and whom to ask.
package struct WhyAction {
  /// What the rules say, and by which line.
  package struct Answer: Sendable {
    package let decision: AccessDecision
    /// What was asked; every change of a rule file is decided as `grant`.
    package let verb: AccessVerb
    package let person: Person
    package let rulebook: Rulebook
    /// The lock that forbids it to everybody.
    package let lock: RecordedLock?

    /// Whether right and locks both allow it.
    package var isAllowed: Bool { decision.isAllowed && lock == nil }
  }

  private let person: String
  private let verb: String
  private let path: String

  package init(person: String, verb: String, path: String) {
    self.person = person
    self.verb = verb
    self.path = path
  }

  package func perform(in workspace: Workspace) throws -> Answer {
    let tip = try workspace.store.existingTip()
    let rulebook = try workspace.store.rulebook(at: tip)
    guard let person = rulebook.people[person] ?? rulebook.person(email: person) else {
      throw Problem(.unknownPersonName, ["person": person])
    }
    guard let verb = AccessVerb(rawValue: verb) else {
      throw Problem(.unknownVerb, ["verb": verb, "known": AccessVerb.allCases.map(\.rawValue).joined(separator: ", ")])
    }
    guard let path = try workspace.path(path) else { throw Problem(.invalidOption, ["option": "PATH"]) }
    let date = workspace.moment(rulebook).date
    let isChange = [.create, .edit, .rename, .move, .delete].contains(verb)
    return Answer(
      decision: rulebook.access(of: person, to: verb, path, on: date), verb: verb, person: person, rulebook: rulebook,
      lock: isChange ? try workspace.store.locks(at: tip).lock(on: path) : nil)
  }
}
