internal import GitObjects
package import HosoCore
internal import HosoStore

/// `hoso why PERSON approve|return PATH`: in which role he may decide over a record, by whose delegation, and whose turn it is.
package struct WhyDecisionAction {
  /// What the rules, the decisions and the delegations say.
  package struct Answer: Sendable {
    package let person: Person
    package let path: RecordPath
    package let verb: Decision.Verb
    package let rulebook: Rulebook
    /// In which role he would decide; nil where he has none that the kind asks for.
    package let mandate: Mandate?
    /// What stands against it; empty where nothing does.
    package let faults: [Diagnostic]
    /// What the record waits for.
    package let waiting: Waiting?
  }

  private let person: String
  private let verb: Decision.Verb
  private let path: String

  package init(person: String, verb: Decision.Verb, path: String) {
    self.person = person
    self.verb = verb
    self.path = path
  }

  package func perform(in workspace: Workspace) throws -> Answer {
    let store = workspace.store
    let tip = try store.existingTip()
    let rulebook = try store.rulebook(at: tip)
    guard let person = rulebook.people[person] ?? rulebook.person(email: person) else {
      throw Problem(.unknownPersonName, ["person": person])
    }
    guard let path = try workspace.path(path), let (kind, place) = rulebook.kind(at: path) else {
      throw Problem(.noSuchFile, ["path": path])
    }
    let history = try store.history(of: tip)
    let view = try store.view(year: place[.year], history: history)
    guard let record = view.records.first(where: { $0.path == path }) else {
      throw Problem(.noSuchFile, ["path": path.text])
    }
    let moment = workspace.moment(rulebook)
    let content = try DecisionReader(store: store, history: history, reader: workspace.reader).content(
      of: path, at: history.commits.count - 1, in: try store.snapshot(of: tip), under: rulebook,
      after: EarlierDecisions(view.decisions))
    let gate = Gate(rulebook: rulebook, reader: workspace.reader)
    let mandate = gate.mandate(
      of: person, over: path, kind, place, ApprovalChain(of: kind, after: content.earlier), authors: content.authors,
      on: moment.date)?.mandate
    let decision = Decision(
      verb: verb, role: mandate?.role ?? person.roles.first ?? .teacher, person: person.id, moment: moment, commit: tip,
      items: [Decision.Item(path: path, blob: record.blob, author: content.lastAuthor ?? "")], reason: "",
      policy: rulebook.school.policy, onBehalfOf: mandate?.giver)
    return Answer(
      person: person, path: path, verb: verb, rulebook: rulebook, mandate: mandate,
      faults: gate.review(decision) { _ in content }.diagnostics, waiting: record.waiting)
  }
}
