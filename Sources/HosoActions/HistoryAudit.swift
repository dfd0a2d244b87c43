internal import GitObjects
internal import HosoCore
internal import HosoStore

/// Audits the commits of `main`, oldest first, each against the one before it.
struct HistoryAudit {
  private let history: History
  private let unreadable: [ObjectID: String]
  private let receptions: Receptions?
  private let review: CommitReview
  private var timeline: LockTimeline
  private let consents: [CaseFolder: [RecordedConsent]]
  private var findings: [PlacedFinding] = []
  /// The commit before: its name, and itself where it can be read.
  private var parent: (id: ObjectID, commit: CommitObject?)?

  init(
    _ read: ReadableHistory, _ receptions: Receptions?, _ timeline: LockTimeline, _ consents: [RecordedConsent],
    _ review: CommitReview
  ) {
    history = read.history
    unreadable = Dictionary(read.unreadable.map { ($0.commit, $0.reason) }, uniquingKeysWith: { first, _ in first })
    self.receptions = receptions
    self.review = review
    self.timeline = timeline
    self.consents = Dictionary(grouping: consents, by: \.consent.folder)
    // A commit that cannot be read itself hides all that was before it.
    let line = Set(history.commits)
    parent = read.unreadable.map(\.commit).first { !line.contains($0) }.map { ($0, nil) }
  }

  /// What does not follow.
  mutating func findings(_ progress: (Int, Int) -> Void) -> [PlacedFinding] {
    if let parent {
      add(0, -1, parent.id, Diagnostic(.malformedObject, facts: ["detail": unreadable[parent.id] ?? "damaged"]))
    }
    var covered = 0
    for (index, id) in history.commits.enumerated() {
      progress(index, history.commits.count)
      let receipt = receptions?.commits[index]
      covered = receipt?.sequence ?? covered
      audit(index, id, receipt, covered)
    }
    return findings
  }

  private mutating func add(
    _ sequence: Int, _ index: Int, _ id: ObjectID, _ fault: Diagnostic, _ receipt: Receipt? = nil
  ) {
    let position = Position(sequence: sequence, part: receipt == nil ? .uncovered : .covered, index: index)
    findings.append(PlacedFinding(position: position, finding: Finding(id.short, fault)))
  }

  private mutating func audit(_ index: Int, _ id: ObjectID, _ receipt: Receipt?, _ sequence: Int) {
    var commit: CommitObject?
    let before = parent
    let locks = timeline.locks(before: index)
    defer { parent = (id, commit) }
    do {
      let read = try review.store.soundCommit(id)
      commit = read
      for fault in try judge(read, onto: before, receipt, locks) { add(sequence, index, id, fault, receipt) }
    } catch let error as MalformedObject {
      add(sequence, index, id, Diagnostic(.malformedObject, facts: ["detail": error.reason]), receipt)
    } catch {
      for fault in damage(of: commit, onto: before?.commit, id) { add(sequence, index, id, fault, receipt) }
    }
  }

  /// Judges one commit against its parent.
  private func judge(
    _ commit: CommitObject, onto parent: (id: ObjectID, commit: CommitObject?)?, _ receipt: Receipt?, _ locks: Locks
  ) throws -> [Diagnostic] {
    guard commit.parents == (parent.map { [$0.id] } ?? []) else { return [Diagnostic(.notLinear)] }
    // Behind a commit that cannot be read nothing can be said of what changed; that one is named.
    if let parent, parent.commit == nil { return [] }
    let rulebook: Rulebook
    do {
      let tree = (parent?.commit ?? commit).tree
      rulebook = try review.store.rulebook(of: review.store.snapshot(ofTree: tree))
    } catch let problem as Problem where problem.id == .noRules || problem.id == .rulesUnreadable {
      return [Diagnostic(.ruleFileInvalid, path: problem.facts["path"], facts: ["key": problem.id.rawValue])]
    }
    let isPush = receipt?.event == .push
    let (consents, time) = (consents, commit.committer.time)
    return try review.review(
      commit, onto: parent?.commit, under: rulebook,
      from: isPush ? receipt.flatMap { rulebook.people[$0.person] } : nil, receivedAt: isPush ? receipt?.moment : nil,
      locks: locks
    ) { folder in (consents[folder] ?? []).filter { $0.isBefore(time, receipt) } }
  }

  /// What of a commit cannot be read, as near as it can be named.
  private func damage(of commit: CommitObject?, onto base: CommitObject?, _ id: ObjectID) -> [Diagnostic] {
    let reason = unreadable[id] ?? "damaged"
    guard let commit, let comparison = try? review.store.comparison(from: base?.tree, to: commit.tree),
      let lost = review.store.firstUnreadable(of: comparison.changes)
    else { return [Diagnostic(.malformedObject, facts: ["detail": reason])] }
    return [Diagnostic(.absentObject, path: lost.path.text, facts: ["object": lost.object.short])]
  }
}
