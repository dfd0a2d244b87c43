internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso verify`: judges every commit by the rules before it, every decision by its signature, every receipt by the chain,
/// from any clone.
package struct VerifyAction {
  /// What was verified and found.
  package struct Report: Sendable {
    /// What does not follow, in the order in which it happened; empty when all holds.
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
  private let expectsJournal: Bool

  /// `witness` is a head of the journal that was written down elsewhere, such as in the weekly minutes.
  /// `expectsJournal` is false only where the server's journal is about to begin.
  package init(witness: JournalHead? = nil, expectsJournal: Bool = true) {
    self.witness = witness
    self.expectsJournal = expectsJournal
  }

  package func perform(in workspace: Workspace, progress: (Int, Int) -> Void = { _, _ in }) throws -> Report {
    let store = workspace.store
    let repository = try RepositoryReview(store: store, expectsJournal: expectsJournal).review()
    guard repository.hasReferences, let tip = try store.tip() else {
      guard !repository.findings.isEmpty else { throw Problem(.unbornBranch, ["path": store.gitFolder]) }
      return Report(
        faults: repository.findings, notices: [], commits: 0, decisions: 0, people: 0, receipts: 0, head: nil,
        waiting: 0)
    }
    // Where all follows, the audit has read each tree and knows what each commit changed. Where something does not, it
    // may have left off early, and the history is read by itself, as far as it can be.
    if repository.findings.isEmpty, let commits = try? store.soundHistory(of: tip),
      let pass = try? Pass(commits, witness, workspace, checksSizes: false, progress), pass.findings.isEmpty
    {
      let history = History(commits: commits.history.commits, details: commits.history.details, of: pass.changes)
      let report = try? report(of: pass, ReadableHistory(history: history))
      if let report, report.faults.isEmpty { return report }
    }
    let read = store.readableHistory(of: tip)
    return try report(
      of: Pass(read, witness, workspace, checksSizes: true, progress), read, besides: repository.findings)
  }

  /// All but the decisions over records, for which the history must be known with what each commit changed.
  private struct Pass {
    let journal: JournalReview.Outcome
    let receptions: Receptions?
    let review: DecisionReview
    let tags: (locks: [RecordedLock], consents: [RecordedConsent], findings: [PlacedFinding])
    /// What is wrong with commits.
    let findings: [PlacedFinding]
    /// What the commits change; all of it where nothing is found.
    let changes: HistoryPart

    init(
      _ read: ReadableHistory, _ witness: JournalHead?, _ workspace: Workspace, checksSizes: Bool,
      _ progress: (Int, Int) -> Void
    ) throws {
      let (store, history) = (workspace.store, read.history)
      let offset = (try? history.commits.last.map { try store.rulebook(at: $0).school.offset }) ?? 0
      let journal = try JournalReview(store: store, history: history, offset: offset).review(witness: witness)
      let receptions = journal.head.map { _ in Receptions(receipts: journal.receipts, commits: history.commits) }
      review = DecisionReview(store: store, reader: workspace.reader, receptions: receptions)
      tags = try review.locksAndConsents(of: history)
      let timeline = LockTimeline(
        tags.locks, commits: history.commits, times: history.details.map(\.time), receptions: receptions)
      var audit = HistoryAudit(
        read, receptions, timeline, tags.consents,
        CommitReview(store: store, reader: workspace.reader, checksSizes: checksSizes))
      findings = audit.findings(progress)
      changes = audit.changes
      self.journal = journal
      self.receptions = receptions
    }
  }

  /// `read` is what `pass` read, with what each commit changed.
  private func report(
    of pass: Pass, _ read: ReadableHistory, besides whole: [Finding] = []
  ) throws -> Report {
    let decisions = try pass.review.decisions(of: read)
    let count = decisions.count + pass.tags.locks.count + pass.tags.consents.count
    let waiting = pass.receptions.map { $0.commits.count { $0 == nil } + count - $0.decisions.count }
    let placed = whole.map { PlacedFinding(position: .whole, finding: $0) }
    return Report(
      faults: (placed + pass.findings + decisions.findings + pass.tags.findings + pass.journal.findings).oldestFirst,
      notices: pass.journal.notices, commits: read.history.commits.count, decisions: count,
      people: Set(read.history.details.map(\.email)).count, receipts: pass.journal.receipts.count,
      head: pass.journal.head, waiting: max(0, waiting ?? 0))
  }
}
