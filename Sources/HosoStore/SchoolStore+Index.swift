package import GitObjects
package import HosoCore
internal import HosoGit

extension SchoolStore {
  /// Tells git's index that the submitted files are those of the new commit, so that `git status` agrees.
  ///
  /// The commit stands already; where the index is locked by another program it is left as it is.
  package func refreshIndex(_ changes: [PathChange]) {
    guard let root = repository.workingTree else { return }
    let edits = changes.map { IndexFile.Edit(path: $0.path, id: $0.new?.id) }
    if let index = IndexFile(repository.folder + "index"), index.write(edits, root: root) { return }
    try? repository.refreshIndex(changes.map { ($0.path.text, $0.new == nil) })
  }

  /// The bytes of a blob.
  package func bytes(of blob: ObjectID) throws(Problem) -> [UInt8] {
    do { return try repository.bytes(of: blob, .blob) } catch { throw Problem(git: error) }
  }
}
