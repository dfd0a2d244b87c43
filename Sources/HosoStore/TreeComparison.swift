package import GitObjects
package import HosoCore
internal import HosoGit

/// What one commit changes, read from the trees on both sides.
///
/// There is no third way: what a commit changes is among `changes` or gives a fault.
package struct TreeComparison: Sendable {
  /// Sorted by path; only paths that a ``RecordPath`` can hold. A new entry that is no plain file is here and in `faults`;
  /// one whose name or content is not sound is in `faults` alone. Empty where the change is too large.
  package let changes: [PathChange]
  /// What is not sound in the trees, in the order of the walk; paths are escaped.
  package let faults: [Diagnostic]

  /// At most this many files may one commit change.
  package static let mostPaths = 5_000
  /// At most this many entries may the folders that differ hold together.
  package static let mostEntries = 200_000
  /// At most this many bytes in any file.
  package static let largestFile = 32 << 20
  /// At most this many bytes may the folders' lists have that are read for one commit.
  package static let mostTreeBytes = 64 << 20
}

extension SchoolStore {
  /// Compares two trees; a nil `base` stands for an empty one.
  ///
  /// Only folders that differ are read, each strictly. Equal trees give no changes and no faults. Between trees that are
  /// more than one commit apart there is no limit to how much may differ: then `isLimited` is false. Without
  /// `checksSizes` nothing is asked for its size before it is read, and new files are read as well.
  ///
  /// - Throws: ``Problem`` where the disk fails or an object is damaged; one that is absent is a fault.
  package func comparison(
    from base: ObjectID?, to tree: ObjectID, isLimited: Bool = true, checksSizes: Bool = true
  ) throws -> TreeComparison {
    guard base != tree else { return TreeComparison(changes: [], faults: []) }
    var walk = TreeWalk(
      repository: repository, shelf: treeShelf, isLimited: isLimited, checksSizes: checksSizes)
    do { try walk.compare(base, tree) } catch let error as GitError { throw Problem(git: error) }
    return walk.comparison
  }

  /// Compares pair after pair, without asking for sizes, before any is judged: nil behind the first that throws or has a
  /// fault, and behind those that together change ``TreeComparison/mostPaths`` paths or have 1 MB of new files.
  ///
  /// What is read for them stays at hand for who judges them next. The steps of reading, and then those of judging, follow
  /// each other in a processor's caches, which do not hold both: so a history is judged with half of the cache misses.
  package func comparisons(of pairs: [(base: ObjectID?, tree: ObjectID)]) -> [TreeComparison?] {
    treeShelf.removeFiles()
    var count = 0
    var isEnded = false
    return pairs.map { pair in
      guard !isEnded else { return nil }
      let comparison = try? comparison(from: pair.base, to: pair.tree, checksSizes: false)
      count += comparison?.changes.count ?? 0
      isEnded =
        comparison?.faults.isEmpty != true || count >= TreeComparison.mostPaths
        || treeShelf.heldByFiles >= TreeShelf.fileRoom / 4
      return comparison
    }
  }

  /// Reads a commit strictly and requires that libgit2 reads the same.
  ///
  /// - Throws: ``MalformedObject``; ``Problem`` where it is absent, no commit or damaged.
  package func soundCommit(_ id: ObjectID, checksSize: Bool = true) throws -> CommitObject {
    do {
      if checksSize, let header = try repository.header(of: id), header.kind == .commit,
        header.size > CommitObject.longest
      {
        throw MalformedObject("commit-too-long")
      }
      let commit = try repository.commit(id)
      try repository.requireOneReading(of: id, as: commit)
      return commit
    } catch let error as GitError { throw Problem(git: error) }
  }

  /// Reads an annotated tag strictly and requires that libgit2 reads the same.
  ///
  /// - Throws: ``MalformedObject``; ``Problem`` where it is absent, no tag or damaged.
  package func soundTag(_ id: ObjectID) throws -> TagObject {
    do {
      if let header = try repository.header(of: id), header.kind == .tag, header.size > TagObject.longestMessage * 2 {
        throw MalformedObject("message-too-long")
      }
      let tag = try TagObject(strict: repository.bytes(of: id, .tag))
      try repository.requireOneReading(of: id, as: tag)
      return tag
    } catch let error as GitError { throw Problem(git: error) }
  }
}

/// One walk over what differs.
private struct TreeWalk {
  let repository: Repository
  let shelf: TreeShelf
  let isLimited: Bool
  let checksSizes: Bool
  private var changes: [PathChange] = []
  private var faults: [Diagnostic] = []
  /// The names of the path that is looked at.
  private var names: [[UInt8]] = []
  private var seenPaths = 0
  private var seenEntries = 0
  private var seenBytes = 0
  private var isStopped = false

  /// No folder is followed further, not even to say what is removed.
  private static let deepest = 64

  init(repository: Repository, shelf: TreeShelf, isLimited: Bool, checksSizes: Bool) {
    self.repository = repository
    self.shelf = shelf
    self.isLimited = isLimited
    self.checksSizes = checksSizes
  }

  var comparison: TreeComparison {
    if isStopped { return TreeComparison(changes: [], faults: faults) }
    // Two names for one thing: nothing can be said to have changed.
    if changes.isEmpty, faults.isEmpty {
      return TreeComparison(changes: [], faults: [Diagnostic(.malformedObject, facts: ["detail": "empty"])])
    }
    return TreeComparison(changes: changes.sorted { $0.path < $1.path }, faults: faults)
  }

  /// Compares the folder at `names` on both sides; nil stands for an empty one.
  mutating func compare(_ old: ObjectID?, _ new: ObjectID?) throws {
    guard names.count <= Self.deepest else { return faults.append(NameRule.tooDeep(shown)) }
    guard let before = try tree(old), let after = try tree(new) else { return count() }
    if new != nil, after.count == 0, !names.isEmpty { fault(.malformedObject, ["detail": "tree-empty"]) }
    seenEntries += max(before.count, after.count)
    if seenEntries > TreeComparison.mostEntries { stop("\(TreeComparison.mostEntries)", "entries") }
    guard !isStopped else { return }
    var added: Set<[UInt8]> = []
    for (one, other) in after.differences(from: before) {
      guard !isStopped else { return }
      try judge(one, other)
      if one == nil, let other { added.insert(other.name) }
    }
    if !added.isEmpty, !isStopped { judgeNames(added, in: after) }
  }

  private mutating func judge(_ old: TreeEntry?, _ new: TreeEntry?) throws {
    guard let name = (new ?? old)?.name else { return }
    names.append(name)
    defer { names.removeLast() }
    guard let new else { return try remove(old) }
    guard isSoundPlace(new) else { return count() }
    if new.isFolder { return try compare(old?.id, new.id) }
    if new.isFile {
      guard try isSoundFile(new.id) else { return count() }
    } else {
      fault(.fileMode, ["mode": String(new.mode, radix: 8)])
    }
    note(old, new)
  }

  private mutating func remove(_ old: TreeEntry?) throws {
    if let old, old.isFolder { return try compare(old.id, nil) }
    note(old, nil)
  }

  private mutating func note(_ old: TreeEntry?, _ new: TreeEntry?) {
    count()
    let bytes = Array(names.joined(separator: [0x2F]))
    guard let text = String(validating: bytes, as: UTF8.self), let path = try? RecordPath(text) else {
      return fault(.nameNotUTF8, ["name": NameRule.visible(names.suffix(1))])
    }
    changes.append(PathChange(path: path, old: old, new: new))
  }

  private mutating func count() {
    seenPaths += 1
    if seenPaths > TreeComparison.mostPaths { stop("\(TreeComparison.mostPaths)", "paths") }
  }

  private mutating func stop(_ limit: String, _ what: String) {
    guard isLimited, !isStopped else { return }
    isStopped = true
    faults.append(Diagnostic(.changeTooLarge, facts: ["limit": limit, "what": what]))
  }
}

extension TreeWalk {
  /// Whether name and depth of a new entry at `names` are allowed.
  private mutating func isSoundPlace(_ entry: TreeEntry) -> Bool {
    let before = faults.count
    let isTooDeep = names.count > NameRule.deepest + (entry.isFolder ? 0 : 1)
    if isTooDeep || names.reduce(0, { $0 + $1.count + 1 }) > NameRule.longestPath {
      faults.append(NameRule.tooDeep(shown))
    }
    let isAtTop = names.count == 1
    NameRule.check(entry.name, isAtTop: isAtTop, path: shown) { faults.append($0) }
    if isAtTop, !entry.isFolder, entry.name.elementsEqual(NameRule.rulesFolder.utf8) {
      faults.append(NameRule.rulesAreNoFolder)
    }
    return faults.count == before
  }

  /// Whether a new file's content is there, is a file's and is not too large.
  private mutating func isSoundFile(_ id: ObjectID) throws -> Bool {
    let size: Int
    if checksSizes {
      guard let header = try repository.header(of: id), header.kind == .blob else {
        fault(.absentObject, ["object": id.short])
        return false
      }
      size = header.size
    } else {
      let bytes = try repository.bytes(of: id, .blob)
      shelf.keep(bytes, file: id)
      size = bytes.count
    }
    if size > TreeComparison.largestFile { fault(.fileTooLarge, ["limit": "32 MB"]) }
    return size <= TreeComparison.largestFile
  }

  /// The folder at `names`, whose object is `id`; nil where it is not sound.
  private mutating func tree(_ id: ObjectID?) throws -> TreeObject? {
    guard let id else { return TreeObject.empty }
    if let known = shelf.tree(id) { return known }
    if checksSizes {
      guard let header = try repository.header(of: id), header.kind == .tree else {
        fault(.absentObject, ["object": id.short])
        return nil
      }
      seenBytes += header.size
      if seenBytes > TreeComparison.mostTreeBytes { stop("64 MB", "tree") }
      guard !isStopped else { return nil }
    }
    do {
      let tree = try TreeObject(strict: try repository.bytes(of: id, .tree))
      shelf.keep(tree, id)
      return tree
    } catch let error as MalformedObject {
      fault(.malformedObject, ["detail": error.reason])
      return nil
    }
  }

  /// What can be said of new names only beside the others of their folder.
  private mutating func judgeNames(_ added: Set<[UInt8]>, in tree: TreeObject) {
    for pair in Twins.pairs(of: added, in: tree) {
      names.append(pair.name)
      faults.append(NameRule.twin(of: shown, pair.other))
      names.removeLast()
    }
    // A folder with these three is a repository to git, which reads its configuration and runs what stands there.
    let parts = ["head", "objects", "refs"].map { Array($0.utf8) }
    guard added.contains(where: { parts.contains($0.lowercasedASCII) }) else { return }
    let all = Set(tree.entries.map(\.name.lowercasedASCII))
    if parts.allSatisfy(all.contains) { fault(.gitControlFile, ["name": "HEAD"]) }
  }

  private mutating func fault(_ id: DiagnosticID, _ facts: [String: String]) {
    faults.append(Diagnostic(id, path: names.isEmpty ? nil : shown, facts: facts))
  }

  /// The path that is looked at, escaped and not longer than a person reads.
  private var shown: String {
    let text = NameRule.visible(names)
    return text.utf8.count > 2 * NameRule.longestPath ? text.prefix(NameRule.longestPath / 2) + "…" : text
  }
}

/// Pairs of names that are one file on some system.
private enum Twins {
  /// For each name of `added` with a twin in `tree`, the two; of two new ones, the later.
  static func pairs(of added: Set<[UInt8]>, in tree: TreeObject) -> [(name: [UInt8], other: [UInt8])] {
    added.count > 4 ? pairsByKey(added, tree) : pairsByName(added, tree)
  }

  private static func pairsByName(
    _ added: Set<[UInt8]>, _ tree: TreeObject
  ) -> [(name: [UInt8], other: [UInt8])] {
    var pairs: [(name: [UInt8], other: [UInt8])] = []
    for name in added {
      tree.forEachName { _, other in
        guard name.withUnsafeBufferPointer({ NameRule.areTwins($0, other) }) else { return }
        let isTold = other.lexicographicallyPrecedes(name) ? false : added.contains(Array(other))
        if !isTold { pairs.append((name, Array(other))) }
      }
    }
    return pairs.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  private static func pairsByKey(
    _ added: Set<[UInt8]>, _ tree: TreeObject
  ) -> [(name: [UInt8], other: [UInt8])] {
    var pairs: [(name: [UInt8], other: [UInt8])] = []
    var first: [String: [UInt8]] = [:]
    for entry in tree.entries {
      let key = NameRule.twinKey(String(decoding: entry.name, as: UTF8.self))
      guard let other = first[key] else {
        first[key] = entry.name
        continue
      }
      if added.contains(entry.name) {
        pairs.append((entry.name, other))
      } else if added.contains(other) {
        pairs.append((other, entry.name))
      }
    }
    return pairs
  }
}

extension [UInt8] {
  /// With the capitals of ASCII as small letters.
  fileprivate var lowercasedASCII: [UInt8] { map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
}
