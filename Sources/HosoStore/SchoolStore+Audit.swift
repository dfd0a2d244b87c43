package import GitObjects
package import HosoCore
internal import HosoGit

/// A history as far as it can be read.
package struct ReadableHistory: Sendable {
  package let history: History
  /// The commits that cannot be read, or whose trees cannot, with a word for why; newest first.
  package let unreadable: [(commit: ObjectID, reason: String)]
  /// Each commit, oldest first, read strictly; nil where they were only looked through.
  package let commits: [CommitObject]?

  package init(
    history: History, unreadable: [(commit: ObjectID, reason: String)] = [], commits: [CommitObject]? = nil
  ) {
    self.history = history
    self.unreadable = unreadable
    self.commits = commits
  }
}

extension SchoolStore {
  /// The commits of `main` up to `tip`, read strictly, without what they changed: for the audit, which finds that.
  ///
  /// - Throws: ``Problem`` or ``MalformedObject`` where one cannot be read so.
  package func soundHistory(of tip: ObjectID) throws -> ReadableHistory {
    var ids: [ObjectID] = []
    var commits: [CommitObject] = []
    var next: ObjectID? = tip
    while let id = next {
      let commit = try soundCommit(id, checksSize: false)
      ids.append(id)
      commits.append(commit)
      next = commit.parents.first
    }
    commits.reverse()
    let details = commits.map {
      CommitDetail(email: $0.committer.email, time: $0.committer.time, subject: String($0.subject))
    }
    return ReadableHistory(
      history: History(commits: ids.reversed(), details: details, of: HistoryPart()), commits: commits)
  }

  /// The history of `main` up to `tip`, whatever is damaged in it: for the audit, which says what that is.
  package func readableHistory(of tip: ObjectID) -> ReadableHistory {
    var unreadable: [(commit: ObjectID, reason: String)] = []
    let history = repository.readableHistory(of: tip) { id, error in
      unreadable.append((id, error.isNotFound ? "object-missing" : "damaged"))
    }
    return ReadableHistory(history: history, unreadable: unreadable)
  }

  /// The newest commit whose rules can be read: the audit tells what is damaged of the one where it is, and goes on.
  package func newestReadableRules(of history: History) -> ObjectID? {
    history.commits.last { (try? rulebook(at: $0)) != nil }
  }

  /// All references of this repository by name, also those that are other names of one.
  ///
  /// - Throws: ``Problem`` where they cannot be read.
  package func referenceNames() throws(Problem) -> [String] {
    do { return try repository.referenceNames() } catch { throw Problem(git: error) }
  }

  /// Files of the repository by which git takes other objects for those that a commit names, or another past for its own.
  package func redirections() -> [String] {
    ["info/grafts", "objects/info/alternates", "objects/info/http-alternates", "shallow"].filter {
      (FileSystem.size(at: repository.folder + $0) ?? 0) > 0
    }
  }

  /// Whether this is a server's own repository, by its key and hook, with or without a journal.
  package var isServer: Bool {
    [SchoolServer.keyFile, "hooks/pre-receive"].allSatisfy {
      FileSystem.kind(at: repository.folder + $0) == .file
    }
  }

  /// The first of the new contents among `changes` that cannot be read as what its name says; nil where all can.
  package func firstUnreadable(of changes: [PathChange]) -> (path: RecordPath, object: ObjectID)? {
    for change in changes {
      guard let new = change.new, new.isFile else { continue }
      if (try? repository.bytes(of: new.id, .blob)) == nil { return (change.path, new.id) }
    }
    return nil
  }
}
