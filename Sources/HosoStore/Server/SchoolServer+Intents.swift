package import GitObjects
package import HosoCore
internal import HosoGit

#if canImport(Glibc)
  internal import Glibc
#endif

extension SchoolServer {
  /// Writes down what the gate let pass, before git moves the references.
  ///
  /// `quarantine` is the folder in which git holds the pushed objects until then.
  package func announce(
    _ updates: [ReferenceUpdate], by person: ListID, key: String, at moment: Moment, main: ObjectID, policy: Int,
    quarantine: String?
  ) throws {
    let folders = try quarantine.map { try FileSystem.names(in: $0).map { String(decoding: $0, as: UTF8.self) } } ?? []
    let intent = Intent(
      moment: moment, person: person, key: key, main: main, policy: policy,
      folders: folders.filter { $0.utf8.count == 2 || $0 == "pack" }, updates: updates)
    let folder = path(Self.intents)
    try FileSystem.replace("\(folder)/\(moment.seconds)-\(getpid())", with: Array(intent.text.utf8))
    try ParallelSync.sync([folder])
  }

  /// Writes the receipt of every push that git has carried out and that has none yet.
  ///
  /// Called when references have moved, and at each start: what a crash cut short between the two is finished here.
  /// - Returns: the new receipts.
  @discardableResult
  package func settle() throws -> [Receipt] {
    let folder = path(Self.intents)
    guard try !FileSystem.names(in: folder).isEmpty else { return [] }
    return try whileJournalIsLocked {
      var open = try intents()
      try sync(open)
      let key = try key()
      var receipts: [Receipt] = []
      while let (index, updates) = try nextMoved(among: open) {
        let (file, intent) = open[index]
        receipts += try journal.append(updates.map(intent.draft), with: key)
        if updates.count == intent.updates.count {
          open.remove(at: index)
          try FileSystem.removeFile(file)
        }
      }
      for (file, intent) in open where try !isUnderWay(file, intent) { try FileSystem.removeFile(file) }
      return receipts
    }
  }

  /// The readable intents, oldest first; one that was cut short was never acted upon, and goes.
  private func intents() throws -> [(file: String, intent: Intent)] {
    let folder = path(Self.intents)
    var result: [(file: String, intent: Intent)] = []
    for name in try FileSystem.names(in: folder) {
      let file = folder + "/" + String(decoding: name, as: UTF8.self)
      guard let bytes = try? FileSystem.read(file) else { continue }
      if let intent = Intent(String(decoding: bytes, as: UTF8.self)) {
        result.append((file, intent))
      } else if FileSystem.age(of: file) ?? 0 > Self.longestPush {
        try FileSystem.removeFile(file)
      }
    }
    return result.sorted { ($0.intent.moment, $0.file) < ($1.intent.moment, $1.file) }
  }

  /// No push takes longer, in seconds.
  private static let longestPush: Int64 = 3600

  /// The objects' folders and the references' must be on the disk before a receipt says that they are.
  private func sync(_ open: [(file: String, intent: Intent)]) throws {
    var folders: Set<String> = []
    for (_, intent) in open {
      for folder in intent.folders where FileSystem.kind(at: path("objects/" + folder)) == .folder {
        folders.insert(path("objects/" + folder))
      }
      for update in intent.updates {
        var name = update.reference[...]
        while let slash = name.lastIndex(of: "/") {
          name = name[..<slash]
          if FileSystem.kind(at: path(String(name))) == .folder { folders.insert(path(String(name))) }
        }
      }
    }
    try ParallelSync.sync(folders.sorted())
  }

  /// The intent whose push is the next in the order in which the references moved, and what of it has no receipt yet.
  private func nextMoved(
    among open: [(file: String, intent: Intent)]
  ) throws -> (index: Int, updates: [ReferenceUpdate])? {
    let received = try receivedMain() ?? .zero
    let path = try commits(since: received)
    // The same push may have been announced twice, when the first try was cut short: the last one moved the reference.
    for (index, (_, intent)) in open.enumerated().reversed() {
      let updates = intent.updates.filter {
        $0.reference == SchoolStore.branch && $0.old == received && path.contains($0.new)
      }
      if !updates.isEmpty { return (index, updates) }
    }
    for (index, (_, intent)) in open.enumerated().reversed() {
      let updates = try intent.updates.filter { update in
        try update.reference != SchoolStore.branch && store.repository.reference(update.reference) == update.new
          && !hasReceipt(update, since: intent.moment)
      }
      if !updates.isEmpty { return (index, updates) }
    }
    return nil
  }

  /// The commits on `main` after `received`; empty where `received` is not among its ancestors.
  private func commits(since received: ObjectID) throws -> Set<ObjectID> {
    var found: Set<ObjectID> = []
    var next = try store.tip()
    while let id = next, id != received {
      guard found.count < 100_000 else { return [] }
      found.insert(id)
      next = try store.repository.commit(id).parents.first
    }
    return next == nil && !received.isZero ? [] : found
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

  /// Whether the push that announced this may still be about to move its references.
  private func isUnderWay(_ file: String, _ intent: Intent) throws -> Bool {
    let isWaiting = try intent.updates.contains { try (store.repository.reference($0.reference) ?? .zero) == $0.old }
    return isWaiting && FileSystem.age(of: file) ?? 0 < Self.longestPush
  }
}

extension Intent {
  fileprivate func draft(_ update: ReferenceUpdate) -> Journal.Draft {
    Journal.Draft(
      event: .push, moment: moment, person: person, key: key, update: update, main: main, policy: policy)
  }
}
