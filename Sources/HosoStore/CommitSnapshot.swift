package import GitObjects
package import HosoCore
internal import HosoGit

/// The tree of one commit; folders are read when asked for, and shared with other snapshots of the same store.
package final class CommitSnapshot: Snapshot {
  private let repository: Repository
  private let shelf: TreeShelf
  /// The tree's own name.
  package let tree: ObjectID
  private var lastFolder: (path: String, tree: TreeObject)?

  init(repository: Repository, shelf: TreeShelf, tree: ObjectID) {
    self.repository = repository
    self.shelf = shelf
    self.tree = tree
  }

  package func entry(at path: RecordPath) throws -> TreeEntry? {
    // One record after another of the same folder is asked for: its tree is kept at hand.
    let parent = path.folderText
    if let last = lastFolder, last.path.hasSameBytes(as: parent) { return last.tree.entry(named: path.name) }
    let names = path.components
    var folder = try self.folder(tree)
    for name in names.dropLast() {
      guard let next = folder.entry(named: name), next.isFolder else { return nil }
      folder = try self.folder(next.id)
    }
    if names.count > 1 { lastFolder = (parent, folder) }
    return folder.entry(named: names[names.count - 1])
  }

  package func entries(in folder: RecordPath?) throws -> [TreeEntry] {
    guard let folder else { return try self.folder(tree).entries }
    guard let entry = try entry(at: folder), entry.isFolder else { return [] }
    return try self.folder(entry.id).entries
  }

  package func bytes(at path: RecordPath) throws -> [UInt8]? {
    try entry(at: path).flatMap { try bytes(of: $0, at: path) }
  }

  /// As above where `entry` is known to be what lies at `path`.
  package func bytes(of entry: TreeEntry, at path: RecordPath) throws -> [UInt8]? {
    guard entry.isFile else { return nil }
    if let known = shelf.file(entry.id) { return known }
    do { return try repository.bytes(of: entry.id, .blob) } catch { throw Problem(git: error) }
  }

  /// The entries of the tree `id`.
  package func folder(_ id: ObjectID) throws -> TreeObject {
    if let known = shelf.tree(id) { return known }
    do {
      let tree = try repository.tree(id)
      shelf.keep(tree, id)
      return tree
    } catch let error as GitError { throw Problem(git: error) }
  }

  /// Calls `body` with each file below `folder`, in git's order, with the raw names of its path.
  package func forEachFile(
    in folder: ObjectID? = nil, below names: [[UInt8]] = [], _ body: ([[UInt8]], TreeEntry) throws -> Void
  ) throws {
    guard names.count < 64 else { return }
    for entry in try self.folder(folder ?? tree).entries {
      let path = names + [entry.name]
      if entry.isFolder {
        try forEachFile(in: entry.id, below: path, body)
      } else {
        try body(path, entry)
      }
    }
  }
}

/// A snapshot with some files set or removed: what a commit would make of its base.
package final class OverlaySnapshot: Snapshot {
  private let base: (any Snapshot)?
  /// The new bytes, or nil where the file is removed.
  private let files: [RecordPath: [UInt8]?]

  package init(base: (any Snapshot)?, files: [RecordPath: [UInt8]?]) {
    self.base = base
    self.files = files
  }

  package func entry(at path: RecordPath) throws -> TreeEntry? {
    let file = files[path]
    if let bytes = file ?? nil { return try entry(path.name, bytes) }
    if file == nil, let known = try base?.entry(at: path) { return known }
    let isFolder = files.contains { $0.value != nil && $0.key != path && $0.key.isWithin(path) }
    return isFolder ? TreeEntry(name: Array(path.name.utf8), mode: TreeEntry.folder, id: .zero) : nil
  }

  package func entries(in folder: RecordPath?) throws -> [TreeEntry] {
    var entries = Dictionary(
      try (base?.entries(in: folder) ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    // Removed first: a file's place may be taken by a folder.
    for (path, bytes) in files.sorted(by: { $0.value == nil && $1.value != nil }) {
      let depth = folder?.components.count ?? 0
      guard folder.map({ path != $0 && path.isWithin($0) }) ?? true else { continue }
      let parts = path.components
      let name = Array(parts[depth].utf8)
      if parts.count == depth + 1 {
        entries[name] = try bytes.map { try entry(parts[depth], $0) }
      } else if bytes != nil {
        // A folder that changes has no name of its own yet: its rules are read anew.
        entries[name] = TreeEntry(name: name, mode: TreeEntry.folder, id: .zero)
      }
    }
    return entries.values.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  package func bytes(at path: RecordPath) throws -> [UInt8]? {
    if let file = files[path] { return file }
    return try base?.bytes(at: path)
  }

  private func entry(_ name: Substring, _ bytes: [UInt8]) throws -> TreeEntry {
    TreeEntry(name: Array(name.utf8), mode: TreeEntry.file, id: try Repository.blobID(of: bytes))
  }
}
