internal import Clibgit2
package import GitObjects

extension Repository {
  /// Walks the history of `tip` along first parents.
  ///
  /// - Throws: ``GitError`` where an object is missing or malformed.
  package func history(of tip: ObjectID) throws(GitError) -> History {
    defer { Repository.releaseMemory() }
    var pass = HistoryPass(repository: self)
    return try pass.run(from: tip)
  }
}

/// The state of one pass.
private struct HistoryPass {
  let repository: Repository
  private let trees: TreeCache
  private var paths: [PathBytes] = []
  private var indexOfPath: [PathBytes: Int32] = [:]
  private var changes: [History.Change] = []
  private var prefix: [UInt8] = []
  private var commit: Int32 = 0

  init(repository: Repository) {
    self.repository = repository
    trees = TreeCache(repository: repository)
  }

  mutating func run(from tip: ObjectID) throws(GitError) -> History {
    var commits: [ObjectID] = []
    var trees: [ObjectID] = []
    var details: [CommitDetail] = []
    var next: ObjectID? = tip
    while let id = next {
      let object = try repository.object(id, .commit)
      defer { git_odb_object_free(object) }
      let raw = try RawCommit(Repository.content(object), id)
      commits.append(id)
      trees.append(raw.tree)
      details.append(raw.detail)
      next = raw.parent
    }
    // Newest first: a pack keeps new trees whole and old ones as differences from them, so that each is at hand when
    // the next one needs it.
    for (index, tree) in trees.enumerated() {
      commit = Int32(commits.count - 1 - index)
      prefix.removeAll(keepingCapacity: true)
      let old = index + 1 < trees.count ? trees[index + 1] : nil
      if tree != old { try compare(old, tree, depth: 0) }
      self.trees.sweep()
    }
    commits.reverse()
    details.reverse()
    changes.reverse()
    return History(commits: commits, details: details, paths: paths, changes: changes)
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
    let path = PathBytes(bytes: prefix.withUnsafeBufferPointer { Array($0) })
    let index: Int32
    if let known = indexOfPath[path] {
      index = known
    } else {
      index = Int32(paths.count)
      paths.append(path)
      indexOfPath[path] = index
    }
    changes.append(History.Change(path: index, commit: commit, blob: blob))
  }
}
