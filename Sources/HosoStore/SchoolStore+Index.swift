package import GitObjects
package import HosoCore
internal import HosoGit

extension SchoolStore {
  /// Tells git's index that the submitted files are those of the new commit, so that `git status` agrees.
  ///
  /// The commit stands already; where the index is locked by another program for long it is left as it is.
  package func refreshIndex(_ changes: [PathChange]) {
    guard repository.workingTree != nil else { return }
    let edits = changes.map { IndexFile.Edit(path: $0.path, id: $0.new?.id) }
    // What lies in the working tree may be something else than what was committed of it.
    let index = IndexUpdate(edits, repository, root: nil)
    index.write()
    index.install()
  }

  /// The bytes of a blob.
  package func bytes(of blob: ObjectID) throws(Problem) -> [UInt8] {
    do { return try repository.bytes(of: blob, .blob) } catch { throw Problem(git: error) }
  }
}
