internal import GitObjects
internal import HosoCore
internal import HosoGit

extension Journal {
  /// What is to be written down, before it has its place in the chain.
  struct Draft {
    let event: Receipt.Event
    let moment: Moment
    let person: ListID
    let key: String
    let update: ReferenceUpdate
    let main: ObjectID
    let policy: Int
  }

  /// Receipts that lie in the repository as objects, and are no part of the chain yet.
  struct Prepared {
    let receipts: [Receipt]
    /// The end of the chain before and after.
    let start: ObjectID?
    let end: ObjectID
    /// The new objects, which must be on the disk before the chain moves on.
    let objects: [ObjectID]
  }

  /// Appends receipts, signs and syncs them. The caller holds the lock of the journal.
  ///
  /// - Returns: the receipts as they stand in the chain.
  @discardableResult
  func append(_ drafts: [Draft], with key: ServerKey) throws -> [Receipt] {
    guard let prepared = try prepare(drafts, with: key) else { return [] }
    do {
      // libgit2 does not sync this one when it makes a folder in it.
      try ParallelSync.sync(repository.syncPaths(of: prepared.objects))
      try repository.move(Self.branch, from: prepared.start, to: prepared.end, log: Self.log)
    } catch let error as GitError { throw Problem(git: error) }
    return prepared.receipts
  }

  /// Writes and signs receipts as the next of the chain, without syncing them; nil for none. The caller holds the lock of
  /// the journal.
  func prepare(_ drafts: [Draft], with key: ServerKey) throws -> Prepared? {
    var last = try last()
    let start = last?.id
    var receipts: [Receipt] = []
    var objects: [ObjectID] = []
    Repository.setSyncing(false)
    defer { Repository.setSyncing(true) }
    do {
      if last == nil { objects.append(try repository.write([], as: .tree)) }
      for draft in drafts {
        let moment = last.map { max($0.receipt.moment, draft.moment) } ?? draft.moment
        let receipt = Receipt(
          sequence: (last?.receipt.sequence ?? 0) + 1, event: draft.event, moment: moment, person: draft.person,
          key: draft.key, reference: draft.update.reference, old: draft.update.old, new: draft.update.new,
          main: draft.main, policy: draft.policy, previous: last?.digest ?? Receipt.none,
          serverKey: last == nil || draft.event == .restore ? key.publicKey : nil)
        let identity = Identity(name: "hoso", email: "journal", time: moment.seconds, offset: moment.offset)
        var commit = CommitObject(
          tree: Self.emptyTree, parents: last.map { [$0.id] } ?? [], author: identity, committer: identity,
          message: ReceiptText.message(for: receipt))
        commit = commit.signed(try key.sign(commit.bytes))
        let id = try repository.write(commit.bytes, as: .commit)
        objects.append(id)
        last = try entry(id)
        receipts.append(receipt)
      }
    } catch let error as GitError { throw Problem(git: error) }
    guard let last, last.id != start else { return nil }
    return Prepared(receipts: receipts, start: start, end: last.id, objects: objects)
  }

  /// What the log of the branch says of it.
  static let log = "hoso receipt"
}
