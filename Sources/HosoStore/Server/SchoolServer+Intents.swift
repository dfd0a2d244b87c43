package import GitObjects
package import HosoCore
internal import HosoGit

#if canImport(Glibc)
  internal import Glibc
#endif

extension SchoolServer {
  /// Writes down what the gate let pass, before the references move.
  ///
  /// `quarantine` is the folder in which git holds the pushed objects until then. It is ``carryOut(_:by:key:objects:)`` that
  /// sees to it that the intent is on the disk.
  ///
  /// - Returns: the files of the pushed objects, relative to the repository, as they will lie there.
  @discardableResult
  package func announce(
    _ updates: [ReferenceUpdate], by person: ListID, key: String, at moment: Moment, main: ObjectID, policy: Int,
    quarantine: String?
  ) throws -> [String] {
    let folders = try quarantine.map(FileSystem.entries)?.filter(\.isFolder).map(\.name) ?? []
    let intent = Intent(
      moment: moment, person: person, key: key, main: main, policy: policy,
      folders: folders.filter { $0.utf8.count == 2 || $0 == "pack" }.sorted(), updates: updates)
    try FileSystem.replace(
      path("\(Self.intents)/\(moment.seconds)-\(getpid())"), with: Array(intent.text.utf8), isSynced: false)
    guard let quarantine else { return [] }
    return try intent.folders.flatMap { folder in
      try FileSystem.entries(in: quarantine + "/" + folder).map { "objects/\(folder)/\($0.name)" }
    }
  }

  /// Moves the references of a push that was announced, and writes its receipts.
  ///
  /// References move here alone and under the lock of the journal, so at most one push stands between move and receipt.
  /// All that the move counts on is synced in one step: the intent, the new objects' folders, the files `objects` that git
  /// did not sync, the receipts, and the new values in the references' locks.
  /// - Returns: the updates that stand, with a receipt each; of the others somebody else was faster.
  /// - Throws: where it cannot be said what stands: then git must not answer for it.
  package func carryOut(
    _ updates: [ReferenceUpdate], by person: ListID, key: String, objects: [String] = []
  ) throws -> Set<ReferenceUpdate> {
    try whileJournalIsLocked {
      store.sweep()
      try finish()
      let announced = try intents().last { _, intent in
        intent.person.hasSameBytes(as: person) && intent.key == key && Set(updates).isSubset(of: intent.updates)
      }
      guard let (file, intent) = announced else { return [] }
      do {
        var moves: [(update: ReferenceUpdate, reference: PreparedReference)] = []
        for update in updates where !update.new.isZero {
          if let move = try prepare(update) { moves.append((update, move)) }
        }
        guard let receipts = try journal.prepare(moves.map { intent.draft($0.update) }, with: self.key()) else {
          return []
        }
        let end = try store.repository.prepare(
          Journal.branch, from: receipts.start, to: receipts.end, log: Journal.log)
        guard let end else { throw Problem(.gitFailed, ["detail": Journal.branch]) }
        let paths =
          [file, path(Self.intents)] + folders(of: intent)
          + objects.map(path).filter { FileSystem.kind(at: $0) == .file }
          + store.repository.syncPaths(of: receipts.objects) + (moves.map(\.reference) + [end]).flatMap(\.files)
        try ParallelSync.sync(Set(paths).sorted())
        for move in moves { try move.reference.commit() }
        try end.commit()
        try FileSystem.removeFile(file)
        // A turn that is not given back ends by itself.
        try? endTurn(of: key)
        return Set(moves.map(\.update))
      } catch let error as GitError { throw Problem(git: error) }
    }
  }

  /// Takes the lock of an update's reference; nil where somebody else was faster.
  private func prepare(_ update: ReferenceUpdate) throws -> PreparedReference? {
    do {
      let old = update.old.isZero ? nil : update.old
      let move = try store.repository.prepare(update.reference, from: old, to: update.new, log: "hoso push")
      guard let move else { throw Problem(.gitFailed, ["detail": update.reference]) }
      return move
    } catch let error as GitError {
      guard error.isConflict else { throw Problem(git: error) }
      return nil
    }
  }

  /// Writes the receipts of a push that was cut short between its references and its receipts.
  ///
  /// Called at each start: whoever comes next finishes it.
  /// - Returns: the new receipts.
  @discardableResult
  package func settle() throws -> [Receipt] {
    guard try !FileSystem.names(in: path(Self.intents)).isEmpty else { return [] }
    return try whileJournalIsLocked { try finish() }
  }

  /// As ``settle()``, where the caller holds the lock of the journal; takes away the intents that are done with.
  @discardableResult
  func finish() throws -> [Receipt] {
    let open = try intents()
    guard !open.isEmpty else { return [] }
    let key = try key()
    var receipts: [Receipt] = []
    for (intent, updates) in try openMoves(of: open) + openDecisions(of: open) {
      try sync(intent)
      receipts += try journal.append(updates.map(intent.draft), with: key)
    }
    let received = try receivedMain() ?? .zero
    for (file, intent) in open {
      let canMove = try intent.updates.contains { update in
        if update.reference == SchoolStore.branch { return update.old == received }
        return try store.repository.reference(update.reference) == nil
      }
      if !canMove || FileSystem.age(of: file) ?? 0 > Self.longestPush { try FileSystem.removeFile(file) }
    }
    return receipts
  }

  /// Takes away the intents of pushes that died before they moved anything. The caller knows that no push is under way.
  func forgetDeadIntents() throws {
    try whileJournalIsLocked {
      try finish()
      let folder = path(Self.intents)
      for name in try FileSystem.names(in: folder) {
        try FileSystem.removeFile(folder + "/" + String(decoding: name, as: UTF8.self))
      }
    }
  }

  /// The readable intents, oldest first; one that was cut short was never acted upon, and goes.
  private func intents() throws -> [(file: String, intent: Intent)] {
    let folder = path(Self.intents)
    var result: [(file: String, intent: Intent)] = []
    for name in try FileSystem.names(in: folder) {
      let name = String(decoding: name, as: UTF8.self)
      let file = folder + "/" + name
      guard let bytes = try? FileSystem.read(file) else { continue }
      // One that is still being written has not its own name yet, and is its writer's.
      if !name.contains(".hoso-"), let intent = Intent(String(decoding: bytes, as: UTF8.self)) {
        result.append((file, intent))
      } else if FileSystem.age(of: file) ?? 0 > Self.longestPush {
        try FileSystem.removeFile(file)
      }
    }
    return result.sorted { ($0.intent.moment, $0.file) < ($1.intent.moment, $1.file) }
  }

  /// After so many seconds an announcement no longer holds.
  private static let longestPush: Int64 = 3600

  /// The folders into which git puts the new objects of a push.
  private func folders(of intent: Intent) -> [String] {
    [path("objects")]
      + intent.folders.map { path("objects/" + $0) }.filter { FileSystem.kind(at: $0) == .folder }
  }

  /// The folders of a push's objects and references must be on the disk before a receipt counts on them.
  private func sync(_ intent: Intent) throws {
    var folders = Set(folders(of: intent))
    for update in intent.updates {
      var name = update.reference[...]
      while let slash = name.lastIndex(of: "/") {
        name = name[..<slash]
        if FileSystem.kind(at: path(String(name))) == .folder { folders.insert(path(String(name))) }
      }
    }
    try ParallelSync.sync(folders.sorted())
  }

  /// The pushes that brought `main` from where the journal knows it to where it is; empty where none were announced.
  private func openMoves(of open: [(file: String, intent: Intent)]) throws -> [(Intent, [ReferenceUpdate])] {
    let received = try receivedMain() ?? .zero
    guard let tip = try store.tip(), tip != received else { return [] }
    // Backwards from the tip, so that an announced push that died is no dead end.
    var next: [ObjectID: (Intent, ReferenceUpdate)] = [:]
    var found = [tip]
    while let end = found.popLast(), next[received] == nil {
      for (_, intent) in open.reversed() {
        for update in intent.updates where update.reference == SchoolStore.branch && update.new == end {
          guard next[update.old] == nil, update.old != tip else { continue }
          next[update.old] = (intent, update)
          found.insert(update.old, at: 0)
        }
      }
    }
    var moves: [(Intent, [ReferenceUpdate])] = []
    var end = received
    while end != tip {
      guard let (intent, update) = next[end] else { return [] }
      moves.append((intent, [update]))
      end = update.new
    }
    return moves
  }

  /// The decisions that stand and have no receipt.
  private func openDecisions(of open: [(file: String, intent: Intent)]) throws -> [(Intent, [ReferenceUpdate])] {
    var seen: Set<ReferenceUpdate> = []
    return try open.reversed().compactMap { _, intent in
      let updates = try intent.updates.filter { update in
        try update.reference != SchoolStore.branch && store.repository.reference(update.reference) == update.new
          && !hasReceipt(update, since: intent.moment) && seen.insert(update).inserted
      }
      return updates.isEmpty ? nil : (intent, updates)
    }.reversed()
  }

  private func hasReceipt(_ update: ReferenceUpdate, since moment: Moment) throws -> Bool {
    var next = try journal.head()
    while let id = next {
      let entry = try journal.entry(id)
      if entry.receipt.moment < moment { return false }
      if update.reference == entry.receipt.reference, update.new == entry.receipt.new { return true }
      next = entry.parent
    }
    return false
  }
}

extension Intent {
  fileprivate func draft(_ update: ReferenceUpdate) -> Journal.Draft {
    Journal.Draft(
      event: .push, moment: moment, person: person, key: key, update: update, main: main, policy: policy)
  }
}
