internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso verify`: judges every commit by the rules before it, every decision by its signature, every receipt by the chain,
/// from any clone.
package struct VerifyAction {
  /// What was verified and found.
  package struct Report: Sendable {
    /// What does not follow: commits oldest first, then decisions, then receipts; empty when all holds.
    package let faults: [Finding]
    /// What holds only if people confirm it: a journal that goes on under another key after a restoration.
    package let notices: [Finding]
    package let commits: Int
    package let decisions: Int
    package let people: Int
    package let receipts: Int
    /// The head of the chain, to compare with what was witnessed; nil where this copy has no journal.
    package let head: JournalHead?
    /// Commits and decisions of this clone that no server has received yet.
    package let waiting: Int
  }

  private let witness: JournalHead?

  /// `witness` is a head of the journal that was written down elsewhere, such as in the weekly minutes.
  package init(witness: JournalHead? = nil) { self.witness = witness }

  package func perform(in workspace: Workspace, progress: (Int, Int) -> Void = { _, _ in }) throws -> Report {
    let store = workspace.store
    let tip = try store.existingTip()
    let history = try store.history(of: tip)
    let offset = (try? store.rulebook(at: tip).school.offset) ?? 0
    let journal = try JournalReview(store: store, history: history, offset: offset).review(witness: witness)
    let receptions = journal.head.map { _ in Receptions(receipts: journal.receipts, commits: history.commits) }
    var faults: [Finding] = []
    let review = CommitReview(store: store, reader: workspace.reader)
    var lockFaults: [Finding] = []
    let locks = try LockReader(store: store, tip: tip, history: history, receptions: receptions).locks {
      lockFaults.append(Finding($0.path ?? "refs/tags", $0))
    }
    var timeline = LockTimeline(
      locks, commits: history.commits, times: history.details.map(\.time), receptions: receptions)
    var parent: (id: ObjectID, commit: CommitObject)?
    for (index, id) in history.commits.enumerated() {
      progress(index, history.commits.count)
      do {
        let commit = try store.soundCommit(id)
        let receipt = receptions?.commits[index]
        faults += try audit(commit, parent, receipt, timeline.locks(before: index), review).map {
          Finding(id.short, $0)
        }
        parent = (id, commit)
      } catch let error as MalformedObject {
        faults.append(Finding(id.short, Diagnostic(.malformedObject, facts: ["detail": error.reason])))
        parent = nil
      } catch let problem as Problem {
        let detail = problem.facts["detail"] ?? problem.id.rawValue
        faults.append(Finding(id.short, Diagnostic(.malformedObject, facts: ["detail": detail])))
      }
    }
    let decisions = try DecisionReader(
      store: store, history: history, reader: workspace.reader, receptions: receptions
    ).decisions { faults.append(Finding($0.path ?? "refs/tags", $0)) }
    for decision in decisions { faults += decision.faults.map { Finding("refs/tags/" + decision.tag, $0) } }
    for lock in locks { lockFaults += lock.faults.map { Finding("refs/tags/" + lock.tag, $0) } }
    faults += lockFaults + journal.findings
    let waiting = receptions.map { $0.commits.count { $0 == nil } + decisions.count + locks.count - $0.decisions.count }
    return Report(
      faults: faults, notices: journal.notices, commits: history.commits.count,
      decisions: decisions.count + locks.count,
      people: Set(history.details.map(\.email)).count, receipts: journal.receipts.count, head: journal.head,
      waiting: max(0, waiting ?? 0))
  }

  /// Judges one commit against its parent.
  private func audit(
    _ commit: CommitObject, _ parent: (id: ObjectID, commit: CommitObject)?, _ receipt: Receipt?, _ locks: Locks,
    _ review: CommitReview
  ) throws -> [Diagnostic] {
    guard commit.parents == (parent.map { [$0.id] } ?? []) else { return [Diagnostic(.notLinear)] }
    let rulebook: Rulebook
    do {
      rulebook = try review.store.rulebook(of: review.store.snapshot(ofTree: (parent?.commit ?? commit).tree))
    } catch let problem as Problem {
      return [Diagnostic(.ruleFileInvalid, path: problem.facts["path"], facts: ["key": problem.id.rawValue])]
    }
    let isPush = receipt?.event == .push
    return try review.review(
      commit, onto: parent?.commit, under: rulebook,
      from: isPush ? receipt.flatMap { rulebook.people[$0.person] } : nil, receivedAt: isPush ? receipt?.moment : nil,
      locks: locks)
  }
}
