internal import GitObjects
package import HosoCore
internal import HosoGit

extension SchoolServer {
  /// Begins the journal with what stands already: a receipt for `main` and one for each decision.
  ///
  /// - Returns: the number of receipts.
  package func adopt(at moment: Moment, under rulebook: Rulebook) throws -> Int {
    let tip = try store.existingTip()
    let keeper = rulebook.peopleInOrder.first { $0.has(.admin) }?.id ?? rulebook.peopleInOrder.first?.id ?? "-"
    var updates = [ReferenceUpdate(reference: SchoolStore.branch, old: .zero, new: tip)]
    for (name, id) in try store.repository.references(below: "refs/tags/") {
      updates.append(ReferenceUpdate(reference: name, old: .zero, new: id))
    }
    let drafts = updates.map {
      Journal.Draft(
        event: .adopt, moment: moment, person: keeper, key: "-", update: $0, main: tip,
        policy: rulebook.school.policy)
    }
    return try whileJournalIsLocked { try journal.append(drafts, with: try key()).count }
  }
}

extension FileSystem {
  /// Syncs every file and folder below `path`, and `path`.
  package static func syncAll(below path: String) throws {
    var paths = [path]
    func walk(_ folder: String) throws {
      for name in try names(in: folder) {
        let inner = folder + "/" + String(decoding: name, as: UTF8.self)
        paths.append(inner)
        if kind(at: inner) == .folder { try walk(inner) }
      }
    }
    try walk(path)
    try ParallelSync.sync(paths.filter { kind(at: $0) != .symbolicLink })
  }
}
