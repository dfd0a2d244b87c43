internal import GitObjects
package import HosoCore
internal import HosoGit

extension SchoolStore {
  /// Files that the person is editing and that also change between two states of `main`.
  package func editedFiles(_ changes: [PathChange], besides known: Set<RecordPath>) throws -> [Conflict] {
    guard let root = workingTreeFolder else { return [] }
    let tree = WorkingTree(root: root)
    return try changes.compactMap { change in
      guard !known.contains(change.path) else { return nil }
      let mine = try tree.bytes(at: change.path).map { try Self.blobID(of: $0) }
      guard mine != change.old?.id, mine != change.new?.id else { return nil }
      return Conflict(path: change.path, mine: mine, theirs: change.new?.id)
    }
  }

  /// Brings the working tree from one state of `main` to another.
  ///
  /// Files in `left` stay as they lie; git then shows them as changed.
  package func checkOut(_ changes: [PathChange], leaving left: Set<RecordPath>) async throws {
    guard let root = workingTreeFolder else { return }
    let tree = WorkingTree(root: root)
    for change in changes where !left.contains(change.path) {
      if let entry = change.new {
        try tree.write(try bytes(of: entry.id), to: change.path)
      } else {
        try tree.remove(change.path)
      }
    }
    refreshIndex(changes.filter { !left.contains($0.path) })
    for change in changes where left.contains(change.path) {
      let path = change.path.text
      let arguments = change.new.map { ["--add", "--cacheinfo", "100644,\($0.id.hexadecimal),\(path)"] }
      try await Tool.run("git", ["-C", root, "update-index"] + (arguments ?? ["--force-remove", "--", path]))
    }
  }

  /// Puts a version aside in `.git/hoso/kept/`, where it is not lost and in nobody's way.
  ///
  /// - Returns: the file.
  package func keepAside(_ bytes: [UInt8], of path: RecordPath, at moment: Moment) throws(Problem) -> String {
    let file = "\(gitFolder)hoso/kept/\(moment.seconds)/\(path.text)"
    if let slash = file.lastIndex(of: "/") { try FileSystem.makeFolders(String(file[..<slash])) }
    try FileSystem.replace(file, with: bytes)
    return file
  }
}
