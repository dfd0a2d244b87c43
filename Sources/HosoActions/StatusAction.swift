internal import GitObjects
package import HosoCore
internal import HosoStore

/// `hoso status`: what is expected, submitted, late, returned, approved, changed since approval.
package struct StatusAction {
  private let year: String?
  private let moment: Int64?

  /// `moment`, in seconds since 1970, is the time that is asked about; nil means now.
  package init(year: String?, at moment: Int64? = nil) {
    self.year = year
    self.moment = moment
  }

  package func perform(in workspace: Workspace, report: (Diagnostic) -> Void) throws -> SchoolView {
    try workspace.store.view(year: year, at: moment ?? workspace.now, report: report)
  }
}

/// `hoso history PATH`: the versions of one record, who made them when, and the decisions over it.
package struct HistoryAction {
  /// One version or decision.
  package struct Entry: Sendable {
    package let commit: CommitSummary
    /// nil where the record was removed.
    package let blob: ObjectIDText?
    /// Decisions over exactly this content.
    package let decisions: [RecordedDecision]
    /// Notes on exactly this content.
    package let notes: [ReviewNote]
    /// The content, for a diff with the version before.
    package let bytes: [UInt8]
  }

  /// A blob's name in hexadecimal.
  package typealias ObjectIDText = String

  /// A record with its versions and decisions.
  package struct Report: Sendable {
    package let path: RecordPath
    package let rulebook: Rulebook
    /// Oldest first.
    package let entries: [Entry]
    package let state: RecordState?
  }

  private let path: String

  package init(path: String) { self.path = path }

  package func perform(in workspace: Workspace) throws -> Report {
    guard let path = try workspace.path(path) else { throw Problem(.noSuchFile, ["path": path]) }
    let store = workspace.store
    let tip = try store.existingTip()
    let rulebook = try store.rulebook(at: tip)
    let history = try store.history(of: tip)
    guard let index = history.paths.firstIndex(where: { $0.bytes.elementsEqual(path.text.utf8) }) else {
      throw Problem(.noHistory, ["path": path.text])
    }
    let commits = store.summaries(
      history, under: rulebook, try store.receptions(history, offset: rulebook.school.offset))
    let view = try store.view(year: rulebook.kind(at: path)?.place[.year], history: history)
    let over = view.decisions.filter { $0.isValid && $0.decision.items.contains { $0.path == path } }
    var entries: [Entry] = []
    for change in history.changes where change.path == index {
      let decisions = over.filter { $0.decision.items.contains { $0.path == path && $0.blob == change.blob } }
      entries.append(
        Entry(
          commit: commits[Int(change.commit)], blob: change.blob.isZero ? nil : change.blob.hexadecimal,
          decisions: decisions,
          notes: view.notes.filter { $0.record == path && $0.blob == change.blob },
          bytes: change.blob.isZero ? [] : try store.bytes(of: change.blob)))
    }
    return Report(
      path: path, rulebook: rulebook, entries: entries, state: view.records.first { $0.path == path }?.state)
  }
}
