internal import GitObjects
internal import HosoCore
internal import HosoStore

/// Audits the commits of `main`, each against the one before it.
///
/// Newest first: a pack keeps new trees and texts whole and old ones as differences from them, so that each is at hand
/// when the next one needs it.
struct HistoryAudit {
  private let history: History
  private let commits: [CommitObject]?
  private let unreadable: [ObjectID: String]
  private let receptions: Receptions?
  private let review: CommitReview
  private var timeline: LockTimeline
  private let consents: [CaseFolder: [RecordedConsent]]
  /// What the commits that come next change, by their index.
  private var ahead: [Int: TreeComparison] = [:]
  private var findings: [PlacedFinding] = []
  /// What the commits change; all of it where nothing is found.
  private(set) var changes = HistoryPart()

  /// At most so many commits are compared before they are judged.
  private static let step = 64

  /// A commit as it could be read.
  private typealias Reading = Result<CommitObject, any Error>

  init(
    _ read: ReadableHistory, _ receptions: Receptions?, _ timeline: LockTimeline, _ consents: [RecordedConsent],
    _ review: CommitReview
  ) {
    history = read.history
    commits = read.commits
    unreadable = Dictionary(read.unreadable.map { ($0.commit, $0.reason) }, uniquingKeysWith: { first, _ in first })
    self.receptions = receptions
    self.review = review
    self.timeline = timeline
    self.consents = Dictionary(grouping: consents, by: \.consent.folder)
  }

  /// What does not follow.
  mutating func findings(_ progress: (Int, Int) -> Void) -> [PlacedFinding] {
    let count = history.commits.count
    // A commit that cannot be read itself hides all that was before it.
    let line = Set(unreadable.isEmpty ? [] : history.commits)
    let hidden = unreadable.keys.first { !line.contains($0) }
    var sequences: [Int] = []
    for index in 0..<count { sequences.append(receptions?.commits[index]?.sequence ?? sequences.last ?? 0) }
    var next: Reading?
    for index in (0..<count).reversed() {
      progress(count - 1 - index, count)
      // Once something is found the history is audited again, with care.
      if findings.isEmpty, ahead[index] == nil { compareAhead(from: index) }
      let id = history.commits[index]
      let own = next ?? read(id, index)
      let parent = index > 0 ? history.commits[index - 1] : hidden
      let before = index > 0 ? parent.map { read($0, index - 1) } : nil
      next = before
      audit(index, own, onto: parent.map { ($0, before) }, sequences[index])
    }
    if let hidden {
      add(0, -1, hidden, Diagnostic(.malformedObject, facts: ["detail": unreadable[hidden] ?? "damaged"]))
    }
    return findings
  }

  private func read(_ id: ObjectID, _ index: Int) -> Reading {
    if let commits { return .success(commits[index]) }
    return Reading { try review.store.soundCommit(id, checksSize: review.checksSizes) }
  }

  /// Compares `index` and those before it with their parents, where all commits were read.
  private mutating func compareAhead(from index: Int) {
    guard let commits else { return }
    ahead.removeAll(keepingCapacity: true)
    let indices = (max(0, index - Self.step + 1)...index).reversed()
    let pairs = indices.map { (base: $0 > 0 ? commits[$0 - 1].tree : nil, tree: commits[$0].tree) }
    for (index, comparison) in zip(indices, review.store.comparisons(of: pairs)) { ahead[index] = comparison }
  }

  private mutating func add(
    _ sequence: Int, _ index: Int, _ id: ObjectID, _ fault: Diagnostic, _ receipt: Receipt? = nil
  ) {
    let position = Position(sequence: sequence, part: receipt == nil ? .uncovered : .covered, index: index)
    findings.append(PlacedFinding(position: position, finding: Finding(id.short, fault)))
  }

  private mutating func audit(
    _ index: Int, _ own: Reading, onto parent: (id: ObjectID, commit: Reading?)?, _ sequence: Int
  ) {
    let id = history.commits[index]
    let receipt = receptions?.commits[index]
    let before = parent.map { (id: $0.id, commit: try? $0.commit?.get()) }
    do {
      for fault in try judge(index, own.get(), onto: before, receipt) { add(sequence, index, id, fault, receipt) }
    } catch let error as MalformedObject {
      add(sequence, index, id, Diagnostic(.malformedObject, facts: ["detail": error.reason]), receipt)
    } catch {
      for fault in damage(of: try? own.get(), onto: before?.commit, id) { add(sequence, index, id, fault, receipt) }
    }
  }

  /// Judges one commit against its parent.
  private mutating func judge(
    _ index: Int, _ commit: CommitObject, onto parent: (id: ObjectID, commit: CommitObject?)?, _ receipt: Receipt?
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
      locks: timeline.locks(before: index),
      consents: { folder in (consents[folder] ?? []).filter { $0.isBefore(time, receipt) } },
      comparison: ahead[index], note: { note($0, index) })
  }

  private mutating func note(_ changed: [PathChange], _ index: Int) {
    for change in changed {
      changes.note(
        PathBytes(bytes: Array(change.path.text.utf8)), commit: Int32(index), blob: change.new?.id ?? .zero)
    }
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
