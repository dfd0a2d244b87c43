internal import GitObjects
package import HosoCore
internal import HosoStore

/// `hoso lock` and `hoso unlock`: one signed tag that freezes records and folders, or lifts their locks.
package struct LockAction {
  /// What came of it.
  package enum Outcome: Sendable {
    case decided(Decided)
    case refused([Diagnostic])
  }

  /// A decision that stands.
  package struct Decided: Sendable {
    /// The tag's name, without `refs/tags/`; empty where nothing was written.
    package let tag: String
    package let decision: LockDecision
  }

  private let verb: LockDecision.Verb
  private let paths: [String]
  private let kind: ListID?
  private let number: String
  private let reason: String
  private let isDryRun: Bool

  /// `number` and `reason` are one line each; to unlock neither is empty.
  package init(
    _ verb: LockDecision.Verb, paths: [String], kind: ListID?, number: String, reason: String, isDryRun: Bool = false
  ) {
    self.verb = verb
    self.paths = paths
    self.kind = kind
    self.number = number
    self.reason = reason
    self.isDryRun = isDryRun
  }

  package func perform(in workspace: Workspace) async throws -> Outcome {
    let store = workspace.store
    // A decision is over what the server has received, as this clone last saw it.
    let tip = try store.remoteTip() ?? store.existingTip()
    let rulebook = try store.rulebook(at: tip)
    if let kind, rulebook.kind(kind) == nil {
      throw Problem(.unknownKind, ["kind": kind, "known": rulebook.kinds.map(\.id).joined(separator: ", ")])
    }
    let moment = workspace.moment(rulebook)
    let identity = try store.identify(under: rulebook, at: moment)
    let locks = try store.locks(at: tip)
    let (scopes, opens) = try chosen(in: workspace, store.snapshot(of: tip), locks)
    let gate = Gate(rulebook: rulebook, reader: workspace.reader)
    let decision = LockDecision(
      verb: verb, role: gate.lockingRole(of: identity.person), person: identity.person.id, moment: moment, commit: tip,
      scopes: scopes, kind: kind, opens: opens, number: number, reason: reason, policy: rulebook.school.policy)
    let review = gate.review(decision) { locks.lock(tagged: $0) }
    guard review.isAccepted else { return .refused(review.diagnostics) }
    let tag =
      isDryRun
      ? ""
      : try await store.write(
        decision, subject: subject(decision, rulebook), year: decision.year ?? rulebook.school.year, by: identity)
    return .decided(Decided(tag: tag, decision: decision))
  }

  /// The scopes without those that lie in another, and the locks that an unlocking lifts there.
  private func chosen(
    in workspace: Workspace, _ snapshot: CommitSnapshot, _ locks: Locks
  ) throws -> (scopes: [RecordPath], opens: [String]) {
    guard !paths.isEmpty else { throw Problem(.missingOption, ["option": "PATH"]) }
    var scopes: Set<RecordPath> = []
    var opens: Set<String> = []
    for text in paths {
      guard let path = try workspace.path(text), !path.isRuleFile else {
        throw Problem(.invalidOption, ["option": "PATH"])
      }
      guard let entry = try snapshot.entry(at: path) else { throw Problem(.noSuchFile, ["path": text]) }
      switch verb {
      case .lock:
        if let lock = locks.lock(freezing: path, kind: kind) {
          throw Problem(.alreadyLocked, ["path": path.text, "lock": lock.tag])
        }
        scopes.insert(path)
      case .unlock:
        let lifted = locks.lifting(at: path, kind: kind, isRecord: entry.isFile)
        guard !lifted.tags.isEmpty else { throw Problem(.notLocked, ["path": path.text]) }
        scopes.formUnion(lifted.scopes)
        opens.formUnion(lifted.tags)
      }
    }
    let widest = scopes.filter { scope in !scopes.contains { $0 != scope && scope.isWithin($0) } }
    return (widest.sorted(), opens.sorted())
  }

  /// The tag's first line, for people who read it with git.
  private func subject(_ decision: LockDecision, _ rulebook: Rulebook) -> String {
    let count = decision.scopes.count
    let place = count == 1 ? decision.scopes[0].text : ""
    let words =
      switch verb {
      case .lock:
        Localized(
          vi: "Khoá sổ " + (count == 1 ? place : "\(count) nơi"), en: "Lock " + (count == 1 ? place : "\(count) places")
        )
      case .unlock:
        Localized(
          vi: "Mở khoá " + (count == 1 ? place : "\(count) nơi"),
          en: "Unlock " + (count == 1 ? place : "\(count) places"))
      }
    return words(rulebook.school.language)
  }
}
