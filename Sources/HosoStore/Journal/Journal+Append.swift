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

  /// Appends receipts, signs and syncs them. The caller holds the lock of the journal.
  ///
  /// - Returns: the receipts as they stand in the chain.
  @discardableResult
  func append(_ drafts: [Draft], with key: ServerKey) throws -> [Receipt] {
    var last = try last()
    let start = last?.id
    var receipts: [Receipt] = []
    do {
      if last == nil { _ = try repository.write([], as: .tree) }
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
        last = try entry(try repository.write(commit.bytes, as: .commit))
        receipts.append(receipt)
      }
      guard let last, last.id != start else { return [] }
      // libgit2 does not sync this one when it makes a folder in it.
      try ParallelSync.sync([repository.folder + "objects"])
      try repository.move(Self.branch, from: start, to: last.id, log: "hoso receipt")
    } catch let error as GitError { throw Problem(git: error) }
    return receipts
  }
}
