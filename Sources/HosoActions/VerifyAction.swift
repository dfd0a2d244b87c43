internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso verify`: judges every commit by the rules before it and every decision by its signature, from any clone.
package struct VerifyAction {
  /// What was verified and found.
  package struct Report: Sendable {
    /// What does not follow, oldest first; empty when all holds.
    package let faults: [Fault]
    package let commits: Int
    package let decisions: Int
    package let people: Int
  }

  /// A fault with the commit or tag in which it stands.
  package struct Fault: Sendable {
    /// A commit's short name or a tag's name.
    package let place: String
    package let diagnostic: Diagnostic
  }

  package init() {}

  package func perform(in workspace: Workspace, progress: (Int, Int) -> Void = { _, _ in }) throws -> Report {
    let store = workspace.store
    let tip = try store.existingTip()
    let history = try store.history(of: tip)
    var faults: [Fault] = []
    var changes: [Int32: [History.Change]] = [:]
    for change in history.changes { changes[change.commit, default: []].append(change) }
    var parent: ObjectID?
    var parentTime: Int64 = 0
    for (index, id) in history.commits.enumerated() {
      progress(index, history.commits.count)
      let found = try audit(
        id, parent, parentTime, changes[Int32(index)] ?? [], history, workspace)
      faults += found.map { Fault(place: id.short, diagnostic: $0) }
      parent = id
      parentTime = history.details[index].time
    }
    var people: Set<String> = []
    for detail in history.details { people.insert(detail.email) }
    let decisions = try DecisionReader(store: store, history: history, reader: workspace.reader)
      .decisions { faults.append(Fault(place: $0.path ?? "refs/tags", diagnostic: $0)) }
    for decision in decisions {
      faults += decision.faults.map { Fault(place: "refs/tags/" + decision.tag, diagnostic: $0) }
    }
    return Report(faults: faults, commits: history.commits.count, decisions: decisions.count, people: people.count)
  }

  /// Judges one commit against its parent.
  private func audit(
    _ id: ObjectID, _ parent: ObjectID?, _ parentTime: Int64, _ changes: [History.Change], _ history: History,
    _ workspace: Workspace
  ) throws -> [Diagnostic] {
    let store = workspace.store
    let commit: CommitObject
    do { commit = try store.commit(id) } catch let error as MalformedObject {
      return [Diagnostic(.malformedObject, facts: ["detail": error.reason])]
    }
    guard commit.parents == (parent.map { [$0] } ?? []) else { return [Diagnostic(.notLinear)] }
    let proposed = try store.snapshot(of: id)
    let base = try parent.map { try store.snapshot(of: $0) }
    let rulebook: Rulebook
    do { rulebook = try store.rulebook(of: base ?? proposed) } catch let problem as Problem {
      return [Diagnostic(.ruleFileInvalid, path: problem.facts["path"], facts: ["key": problem.id.rawValue])]
    }
    var diagnostics: [Diagnostic] = []
    if commit.author != commit.committer { diagnostics.append(Diagnostic(.authorMismatch)) }
    guard let person = rulebook.person(email: commit.author.email) else {
      return diagnostics + [Diagnostic(.unknownPerson, facts: ["person": commit.author.email])]
    }
    if !commit.author.name.hasSameBytes(as: person.name) { diagnostics.append(Diagnostic(.authorMismatch)) }
    var paths: [PathChange] = []
    for change in changes {
      let text = history.paths[Int(change.path)]
      guard let path = try? RecordPath(text.text), text.bytes.elementsEqual(path.text.utf8) else {
        diagnostics.append(Diagnostic(.nameNotUTF8, path: text.text))
        continue
      }
      paths.append(PathChange(path: path, old: try base?.entry(at: path), new: try proposed.entry(at: path)))
    }
    if paths.isEmpty { diagnostics.append(Diagnostic(.malformedObject, facts: ["detail": "empty"])) }
    let moment = Moment(seconds: commit.author.time, offset: rulebook.school.offset)
    let parentMoment = parent == nil ? nil : Moment(seconds: parentTime, offset: rulebook.school.offset)
    let change = Change(paths: paths, person: person, receivedAt: moment, parentMoment: parentMoment)
    let gate = Gate(rulebook: rulebook, reader: workspace.reader)
    let review =
      base == nil ? try gate.reviewFirst(change, proposed: proposed) : try gate.review(change, proposed: proposed)
    return diagnostics + review.diagnostics.filter { $0.severity == .error }
  }
}
