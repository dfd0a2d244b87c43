internal import GitObjects
internal import HosoCore
internal import HosoStore

/// The history pass alone, to be measured against `git log --raw`.
package struct BenchAction {
  /// What was measured.
  package struct Report: Sendable {
    package let commits: Int
    package let changes: Int
  }

  private let repository: String

  package init(repository: String) { self.repository = repository }

  package func perform() throws -> Report {
    let store = try SchoolStore(at: repository)
    return try store.readingFast {
      let history = try store.history(of: store.existingTip())
      return Report(commits: history.commits.count, changes: history.changes.count)
    }
  }
}
