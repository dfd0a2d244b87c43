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
    let read = store.readableHistory(of: tip)
    let history = read.history
    let offset = (try? store.rulebook(at: tip).school.offset) ?? 0
    let journal = try JournalReview(store: store, history: history, offset: offset).review(witness: witness)
    let receptions = journal.head.map { _ in Receptions(receipts: journal.receipts, commits: history.commits) }
    let (decisions, locks, consents, findings) = try decisions(of: read, receptions, in: workspace)
    let timeline = LockTimeline(
      locks, commits: history.commits, times: history.details.map(\.time), receptions: receptions)
    var audit = HistoryAudit(
      read, receptions, timeline, consents, CommitReview(store: store, reader: workspace.reader))
    let commits = audit.findings(progress)
    let waiting = receptions.map { $0.commits.count { $0 == nil } + decisions - $0.decisions.count }
    let placed = repository.findings.map { PlacedFinding(position: .whole, finding: $0) }
    return Report(
      faults: (placed + commits + findings + journal.findings).oldestFirst, notices: journal.notices,
      commits: history.commits.count, decisions: decisions, people: Set(history.details.map(\.email)).count,
      receipts: journal.receipts.count, head: journal.head, waiting: max(0, waiting ?? 0))
  }

  /// The number of decisions that can be read, the locks and consents among them, and what is wrong with any.
  private func decisions(
    of read: ReadableHistory, _ receptions: Receptions?, in workspace: Workspace
  ) throws -> (count: Int, locks: [RecordedLock], consents: [RecordedConsent], findings: [PlacedFinding]) {
    var findings: [PlacedFinding] = []
    // Behind a commit that cannot be read lies the rest of the history: what decides over it cannot be judged.
    let line = Set(read.history.commits)
    let isCut = read.unreadable.contains { !line.contains($0.commit) }
    func add(_ place: String, _ diagnostic: Diagnostic) {
      let sequence = receptions?.decisions[String(place.dropFirst("refs/tags/".count))]?.sequence
      let last = receptions == nil ? 0 : Int.max
      findings.append(
        PlacedFinding(
          position: Position(sequence: sequence ?? last, part: .decision, index: findings.count),
          finding: Finding(place, diagnostic)))
    }
    func report(_ fault: Diagnostic) {
      if fault.facts["detail"] == "tag-object", isCut { return }
      add(fault.path ?? "refs/tags", fault)
    }
    let decisions = try DecisionReader(
      store: workspace.store, history: read.history, reader: workspace.reader, receptions: receptions,
      people: workspace.store.newestReadableRules(of: read.history)
    ).decisions(report: report)
    for decision in decisions {
      for fault in decision.faults {
        // Who wrote what cannot be said of a history that lacks a part: that part is at fault, and named.
        if [.decisionContent, .ownWork, .notYetYourTurn].contains(fault.id), !read.unreadable.isEmpty { continue }
        add("refs/tags/" + decision.tag, fault)
      }
    }
    guard let tip = read.history.commits.last else { return (decisions.count, [], [], findings) }
    let locks = try LockReader(store: workspace.store, tip: tip, history: read.history, receptions: receptions)
      .locks(report: report)
    for lock in locks { for fault in lock.faults { add("refs/tags/" + lock.tag, fault) } }
    let consents = try ConsentReader(store: workspace.store, tip: tip, history: read.history, receptions: receptions)
      .consents(report: report)
    for consent in consents { for fault in consent.faults { add("refs/tags/" + consent.tag, fault) } }
    return (decisions.count + locks.count + consents.count, locks, consents, findings)
  }
}
