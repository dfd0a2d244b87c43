package import HosoCore
internal import GitObjects
internal import HosoStore

/// `hoso receive --carry-out`: git's `proc-receive` hook. It moves the references that the gate let pass, and answers for
/// them when their receipts stand.
package struct SettleAction {
  private let updates: [ReferenceUpdate]
  private let sender: ReceiveAction.Sender?
  private let objects: [String]

  /// `lines` are what git asks for: `OLD NEW NAME`; `objects` are the files that git has not synced.
  package init(lines: [String], sender: ReceiveAction.Sender?, objects: [String] = []) throws(Problem) {
    updates = lines.compactMap { ReferenceUpdate(line: $0) }
    guard updates.count == lines.count else { throw Problem(.gitFailed, ["detail": "proc-receive"]) }
    self.sender = sender
    self.objects = objects
  }

  /// - Returns: each reference, and whether it stands; of the others somebody else was faster.
  /// - Throws: where it cannot be said what stands: then nothing may be answered.
  package func perform(in workspace: Workspace) throws -> [(reference: String, stands: Bool)] {
    guard let sender else { throw Problem(.notLoggedIn) }
    let server = try SchoolServer(workspace.store, offset: workspace.offset())
    let moved = try server.carryOut(updates, by: sender.person, key: sender.key, objects: objects)
    return updates.map { ($0.reference, moved.contains($0)) }
  }
}
