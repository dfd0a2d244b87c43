internal import Clibgit2
package import GitObjects

extension Repository {
  /// Walks the history of `tip` along first parents.
  ///
  /// - Throws: ``GitError`` where an object is missing or malformed.
  package func history(of tip: ObjectID) throws(GitError) -> History {
    let line = try commits(to: tip)
    return line.history(of: [try changes(of: 0..<line.count, in: line)])
  }

  /// The first half of that pass: the commits up to `tip`.
  package func commits(to tip: ObjectID) throws(GitError) -> CommitLine {
    var line = CommitLine()
    var next: ObjectID? = tip
    while let id = next { next = try read(id, into: &line) }
    return line
  }

  /// Reads one commit; its first parent.
  private func read(_ id: ObjectID, into line: inout CommitLine) throws(GitError) -> ObjectID? {
    let object = try object(id, .commit)
    defer { git_odb_object_free(object) }
    let raw = try RawCommit(Repository.content(object), id)
    line.commits.append(id)
    line.trees.append(raw.tree)
    line.details.append(raw.detail)
    return raw.parent
  }

  /// As ``history(of:)``, as far as the objects can be read: `report` gets each commit that cannot, or whose trees cannot.
  ///
  /// The history begins behind the newest commit that cannot be read itself.
  package func readableHistory(of tip: ObjectID, report: (ObjectID, GitError) -> Void) -> History {
    var line = CommitLine()
    var next: ObjectID? = tip
    while let id = next {
      do { next = try read(id, into: &line) } catch {
        report(id, error)
        next = nil
      }
    }
    defer { Repository.releaseMemory() }
    var pass = HistoryPass(repository: self)
    for index in 0..<line.count {
      do { try pass.run(index..<(index + 1), in: line) } catch { report(line.commits[index], error) }
    }
    return line.history(of: [pass.part])
  }

  /// The second half: what the commits in `range` changed, which another repository handle may do for other ranges.
  package func changes(of range: Range<Int>, in line: CommitLine) throws(GitError) -> HistoryPart {
    defer { Repository.releaseMemory() }
    var pass = HistoryPass(repository: self)
    try pass.run(range, in: line)
    return pass.part
  }
}

/// Commits along first parents, newest first.
package struct CommitLine: Sendable {
  fileprivate var commits: [ObjectID] = []
  fileprivate var trees: [ObjectID] = []
  fileprivate var details: [CommitDetail] = []

  /// How many commits there are.
  package var count: Int { commits.count }

  /// The whole history, from parts whose ranges follow each other.
  package func history(of parts: [HistoryPart]) -> History {
    var whole = parts.first ?? HistoryPart()
    for part in parts.dropFirst() { whole.append(part) }
    return History(commits: commits.reversed(), details: details.reversed(), of: whole)
  }
}

/// The state of one pass.
private struct HistoryPass {
  let repository: Repository
  private let trees: TreeCache
  private(set) var part = HistoryPart()
  private var prefix: [UInt8] = []
  private var commit: Int32 = 0

  init(repository: Repository) {
    self.repository = repository
    trees = TreeCache(repository: repository)
  }

  mutating func run(_ range: Range<Int>, in line: CommitLine) throws(GitError) {
    // Newest first: a pack keeps new trees whole and old ones as differences from them, so that each is at hand when
    // the next one needs it.
    for index in range {
      commit = Int32(line.count - 1 - index)
      prefix.removeAll(keepingCapacity: true)
      let tree = line.trees[index]
      let old = index + 1 < line.count ? line.trees[index + 1] : nil
      if tree != old { try compare(old, tree, depth: 0) }
      trees.sweep()
    }
  }

  /// Reports what differs between two trees; nil stands for an empty one.
  private mutating func compare(_ old: ObjectID?, _ new: ObjectID?, depth: Int) throws(GitError) {
    guard depth < 64 else { throw GitError(function: "history", status: -1, message: "folders nested too deep") }
    var left = RawTree(nil)
    var right = RawTree(nil)
    if let old { left = RawTree(try trees.tree(old)) }
    if let new { right = RawTree(try trees.tree(new)) }
    left.skipCommon(&right)
    var one = try left.next()
    var other = try right.next()
    while one != nil || other != nil {
      let order = RawTree.order(one, other)
      if order < 0, let entry = one {
        try report(entry, nil, depth)
        one = try left.next()
      } else if order > 0, let entry = other {
        try report(nil, entry, depth)
        other = try right.next()
      } else {
        if let first = one, let second = other, first.id != second.id || !first.hasMode(of: second) {
          try report(first, second, depth)
        }
        one = try left.next()
        other = try right.next()
      }
    }
  }

  /// One name that differs; a folder is walked, a file noted.
  private mutating func report(_ old: RawTree.Entry?, _ new: RawTree.Entry?, _ depth: Int) throws(GitError) {
    let length = prefix.count
    if length > 0 { prefix.append(UInt8(ascii: "/")) }
    if let name = (new ?? old)?.name { prefix.append(contentsOf: name) }
    defer { prefix.removeLast(prefix.count - length) }
    let oldTree = old.flatMap { $0.isFolder ? $0.id : nil }
    let newTree = new.flatMap { $0.isFolder ? $0.id : nil }
    if oldTree != nil || newTree != nil { try compare(oldTree, newTree, depth: depth + 1) }
    let oldFile = old.flatMap { $0.isFolder ? nil : $0.id }
    let newFile = new.flatMap { $0.isFolder ? nil : $0.id }
    // The same bytes may have become a link or a program.
    let isOther = if let old, let new { !old.hasMode(of: new) } else { false }
    if oldFile != newFile || (isOther && newFile != nil) { note(newFile ?? .zero) }
  }

  private mutating func note(_ blob: ObjectID) {
    // A copy of just these bytes: the prefix's own buffer has room for the longest path.
    part.note(PathBytes(bytes: prefix.withUnsafeBufferPointer { Array($0) }), commit: commit, blob: blob)
  }
}
