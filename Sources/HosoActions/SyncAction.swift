package import GitObjects
package import HosoCore
internal import HosoStore

/// `hoso sync`: sends what waits in this clone and takes what others submitted meanwhile.
package struct SyncAction {
  /// What came of it.
  package struct Report: Sendable {
    /// What the server took, with its receipts where it gives any.
    package var sent: [Sent] = []
    /// What the server refused.
    package var refused: [Refused] = []
    /// Commits that came from others.
    package var taken = 0
    /// What still waits, and why; nil where all is sent.
    package var waiting: Problem?
    /// Commits and decisions that wait.
    package var waitingCount = 0
    /// Files with versions of this clone that gave way to the server's.
    package var keptAside: [String] = []
  }

  /// A commit or decision that the server took.
  package struct Sent: Sendable {
    /// A commit's short name or a decision's tag.
    package let name: String
    /// The commit; nil for a decision.
    package let commit: ObjectID?
    /// What the server wrote down; nil where it keeps no journal.
    package internal(set) var receipt: Receipt?
  }

  /// A commit or decision that the server refused; it stays in this clone under `keptAs`.
  package struct Refused: Sendable {
    package let name: String
    package let subject: String
    package let findings: [Finding]
    /// What the server said where it did not answer in findings.
    package let text: [String]
    package let keptAs: String
    /// The records, whose files stay as they lie in the working tree.
    package let paths: [RecordPath]
  }

  let keep: SchoolStore.Keep?

  /// `keep` says whose version stands where both sides changed a record; without it such a record stops the work.
  package init(keep: String? = nil) throws(Problem) {
    guard keep == nil || SchoolStore.Keep(rawValue: keep!) != nil else {
      throw Problem(.invalidOption, ["option": "--keep"])
    }
    self.keep = keep.flatMap(SchoolStore.Keep.init)
  }

  /// Whether commits of this clone wait to be sent, as far as it knows.
  package static func isDue(in workspace: Workspace) throws -> Bool {
    guard try Remote(of: workspace.store) != nil, let tip = try workspace.store.tip() else { return false }
    guard let theirs = try workspace.store.remoteTip() else { return true }
    return try !workspace.store.isAncestor(tip, of: theirs)
  }

  /// - Returns: nil where the clone knows no server.
  package func perform(in workspace: Workspace) async throws -> Report? {
    guard let remote = try Remote(of: workspace.store), workspace.store.workingTreeFolder != nil else { return nil }
    try workspace.store.requireMain()
    let lock = try FileLock(workspace.store.gitFolder + "hoso.lock")
    defer { lock?.release() }
    var session = SyncSession(
      store: workspace.store, remote: remote, keep: keep,
      moment: Moment(seconds: workspace.now, offset: (try? workspace.offset()) ?? 0))
    return try await session.run()
  }
}
