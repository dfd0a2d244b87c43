package import HosoCore
internal import HosoStore

/// `hoso receive --committed`: the references stand; the receipts are written before git answers.
package struct SettleAction {
  package init() {}

  /// - Returns: the new receipts.
  package func perform(in workspace: Workspace) throws -> [Receipt] {
    try SchoolServer(workspace.store, offset: workspace.offset()).settle()
  }
}
