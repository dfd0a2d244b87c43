package import GitObjects
package import HosoCore
internal import HosoGit

extension SchoolStore {
  /// What the journal says of the commits of `history` and of the decisions; nil where this copy has no journal.
  ///
  /// - Throws: ``Problem/ID/journalUnreadable`` where a receipt cannot be read.
  package func receptions(_ history: History, offset: Int) throws -> Receptions? {
    let journal = Journal(of: self, offset: offset)
    guard try journal.head() != nil else { return nil }
    do {
      return Receptions(receipts: try journal.entries().map(\.receipt), commits: history.commits)
    } catch let error as MalformedObject {
      throw Problem(.journalUnreadable, ["detail": error.reason])
    }
  }
}

extension SchoolStore {
  /// Where a clone remembers the server's `main`.
  package static let remoteBranch = "refs/remotes/origin/main"
  /// Where a clone keeps the names of decisions that wait to be sent.
  static let outboxPrefix = "refs/hoso/outbox/"

  /// All tags by their whole names.
  package func decisionTags() throws(Problem) -> [(name: String, id: ObjectID)] {
    do { return try repository.references(below: "refs/tags/") } catch { throw Problem(git: error) }
  }

  /// The decisions, by whole tag names, that this clone has not sent yet.
  package func outbox() throws(Problem) -> Set<String> {
    do {
      return Set(
        try repository.references(below: Self.outboxPrefix).map {
          "refs/tags/" + $0.name.dropFirst(Self.outboxPrefix.count)
        })
    } catch { throw Problem(git: error) }
  }

  /// The server's `main` as this clone last saw it; nil where it never did.
  package func remoteTip() throws(Problem) -> ObjectID? {
    do { return try repository.reference(Self.remoteBranch) } catch { throw Problem(git: error) }
  }

  /// The reference that holds the journal here: the server's own branch, or a clone's copy; nil where there is none.
  package func journalReference() throws(Problem) -> String? {
    do {
      if try repository.reference(Journal.branch) != nil { return Journal.branch }
      return try repository.reference(Journal.remoteBranch) == nil ? nil : Journal.remoteBranch
    } catch { throw Problem(git: error) }
  }

  /// Whether this is the server's own repository or a mirror of it: it holds the journal itself.
  package func isServerSide() throws(Problem) -> Bool {
    do { return try repository.reference(Journal.branch) != nil } catch { throw Problem(git: error) }
  }
}
