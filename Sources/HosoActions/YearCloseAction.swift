internal import GitObjects
package import HosoCore
internal import HosoStore

/// `hoso year close YEAR`: what is still open in a year; with nothing open, or in spite of it, one lock over all of it.
package struct YearCloseAction {
  /// Something that a year should not be closed with.
  package enum Matter: Sendable {
    /// Something that is owed and not there.
    case missing(Obligation)
    /// A record that waits for a decision, or was sent back.
    case undecided(RecordStatus)
    /// Records that were unlocked and not locked again.
    case unlocked(Locks.OpenUnlocking)
    /// A correction that waits for consents or to be carried out.
    case correction(CorrectionStatus)
    /// Commits and decisions that no server has received.
    case unreceived(Int)
  }

  /// What came of it.
  package enum Outcome: Sendable {
    /// Nothing was written.
    case open([Matter], SchoolView)
    case refused([Diagnostic])
    case closed(Closing)
  }

  /// A year that is closed.
  package struct Closing: Sendable {
    /// The lock's tag, without `refs/tags/`; empty where nothing was written.
    package let tag: String
    package let decision: LockDecision
    /// What was open all the same.
    package let matters: [Matter]
    package let view: SchoolView
  }

  private let year: String
  private let despite: String
  private let number: String
  private let isDryRun: Bool

  /// `despite` says why the year is closed with something open; empty where it is not to be.
  package init(year: String, despite: String, number: String, isDryRun: Bool = false) {
    self.year = year
    self.despite = despite
    self.number = number
    self.isDryRun = isDryRun
  }

  package func perform(in workspace: Workspace) async throws -> Outcome {
    let store = workspace.store
    // A decision is over what the server has received, as this clone last saw it.
    let tip = try store.remoteTip() ?? store.existingTip()
    let rulebook = try store.rulebook(at: tip)
    guard rulebook.calendars[year] != nil else { throw Problem(.unknownYear, ["year": year]) }
    let folder = try RecordPath(year)
    guard try store.snapshot(of: tip).entry(at: folder) != nil else { throw Problem(.noSuchFile, ["path": year]) }
    let locks = try store.locks(at: tip)
    if let lock = locks.lock(freezing: folder, kind: nil) {
      throw Problem(.alreadyLocked, ["path": year, "lock": lock.tag])
    }
    let view = try store.view(year: year)
    let matters = try matters(of: view, in: store)
    guard matters.isEmpty || !despite.isEmpty else { return .open(matters, view) }
    let moment = workspace.moment(rulebook)
    let identity = try store.identify(under: rulebook, at: moment)
    let language = rulebook.school.language
    let reason = despite.isEmpty ? Localized(vi: "Kết thúc năm học", en: "End of the school year")(language) : despite
    let decision = LockDecision(
      verb: .lock, role: .principal, person: identity.person.id, moment: moment, commit: tip, scopes: [folder],
      number: number, reason: reason, policy: rulebook.school.policy)
    let review = Gate(rulebook: rulebook, reader: workspace.reader).review(decision) { locks.lock(tagged: $0) }
    guard review.isAccepted else { return .refused(review.diagnostics) }
    let subject = Localized(vi: "Đóng năm học \(year)", en: "Close school year \(year)")(language)
    let tag = isDryRun ? "" : try await store.write(decision, subject: subject, year: year, by: identity)
    return .closed(Closing(tag: tag, decision: decision, matters: matters, view: view))
  }

  /// What is open, in the order in which it reads best. At the end of a year all that is owed was due.
  private func matters(of view: SchoolView, in store: SchoolStore) throws -> [Matter] {
    let missing = view.obligations.filter { !$0.isAnswered }.map(Matter.missing)
    let undecided = [RecordState.returned, .changed, .submitted].flatMap { state in
      view.records.filter { $0.state == state }.map(Matter.undecided)
    }
    let year = try RecordPath(self.year)
    let unlocked = view.locks.openUnlockings.filter { open in open.scopes.contains { $0.isWithin(year) } }
      .map(Matter.unlocked)
    let unreceived = try unreceived(by: store, view)
    let corrections = view.corrections.filter(\.isPending).map(Matter.correction)
    return missing + undecided + unlocked + corrections + (unreceived > 0 ? [.unreceived(unreceived)] : [])
  }

  /// How many commits and decisions wait for a receipt; none where the school has no server.
  private func unreceived(by store: SchoolStore, _ view: SchoolView) throws -> Int {
    let history = try store.history(of: try store.existingTip())
    guard let receptions = try store.receptions(history, offset: view.rulebook.school.offset) else { return 0 }
    return receptions.commits.count { $0 == nil } + (try store.outbox().count)
  }
}
