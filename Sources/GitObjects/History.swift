/// What each commit of a linear history did to each path, from one pass over raw commits and trees.
///
/// No `git_revwalk`, no `git_diff`, no index: their cost grows with the whole tree, this one's with what changed
/// (`Docs/Decisions/0003-history-pass.md`).
package struct History: Sendable {
  /// One path's new content in one commit.
  package struct Change: Sendable {
    package let path: Int32
    package let commit: Int32
    /// The blob, or ``ObjectID/zero`` where the path was removed.
    package let blob: ObjectID

    package init(path: Int32, commit: Int32, blob: ObjectID) {
      self.path = path
      self.commit = commit
      self.blob = blob
    }
  }

  /// The commits' names, oldest first.
  package let commits: [ObjectID]
  /// Author and subject of each commit, oldest first.
  package let details: [CommitDetail]
  /// Every path that ever was, as git's bytes.
  package let paths: [PathBytes]
  /// All changes, oldest first.
  package let changes: [Change]

  package init(commits: [ObjectID], details: [CommitDetail], paths: [PathBytes], changes: [Change]) {
    self.commits = commits
    self.details = details
    self.paths = paths
    self.changes = changes
  }

  /// From commits, oldest first, and what they changed.
  package init(commits: [ObjectID], details: [CommitDetail], of part: HistoryPart) {
    self.init(commits: commits, details: details, paths: part.paths, changes: part.changes.reversed())
  }

  /// For each path, the indices of its changes, oldest first.
  package func changesByPath() -> [[Int32]] {
    var result = [[Int32]](repeating: [], count: paths.count)
    for (index, change) in changes.enumerated() { result[Int(change.path)].append(Int32(index)) }
    return result
  }
}

/// What some commits changed, newest first.
package struct HistoryPart: Sendable {
  /// Each path once.
  package private(set) var paths: [PathBytes] = []
  /// In the order in which they were noted.
  package private(set) var changes: [History.Change] = []
  private var indexOfPath: [PathBytes: Int32] = [:]

  package init() {}

  /// Adds a change of the commit with that index; `blob` is ``ObjectID/zero`` where the path was removed.
  package mutating func note(_ path: PathBytes, commit: Int32, blob: ObjectID) {
    changes.append(History.Change(path: index(of: path), commit: commit, blob: blob))
  }

  /// Adds what older commits changed.
  package mutating func append(_ older: HistoryPart) {
    let indices = older.paths.map { index(of: $0) }
    for change in older.changes {
      changes.append(History.Change(path: indices[Int(change.path)], commit: change.commit, blob: change.blob))
    }
  }

  private mutating func index(of path: PathBytes) -> Int32 {
    if let known = indexOfPath[path] { return known }
    let index = Int32(paths.count)
    paths.append(path)
    indexOfPath[path] = index
    return index
  }
}

/// Who made a commit, when, and its first line.
package struct CommitDetail: Sendable {
  package let email: String
  package let time: Int64
  package let subject: String

  package init(email: String, time: Int64, subject: String) {
    self.email = email
    self.time = time
    self.subject = subject
  }
}

/// A path as git stores it: bytes, compared as bytes.
package struct PathBytes: Hashable, Sendable {
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package static func == (left: PathBytes, right: PathBytes) -> Bool {
    left.bytes.count == right.bytes.count
      && left.bytes.withUnsafeBytes { one in right.bytes.withUnsafeBytes { one.elementsEqual($0) } }
  }

  package func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// The path as text; bytes that are not UTF-8 become U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
