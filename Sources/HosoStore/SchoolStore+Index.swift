package import GitObjects
package import HosoCore
internal import HosoGit

extension SchoolStore {
  /// Tells git's index that the submitted files are those of the new commit, so that `git status` agrees.
  ///
  /// The commit stands already; where the index is locked by another program it is left as it is.
  package func refreshIndex(_ changes: [PathChange]) {
    guard repository.workingTree != nil else { return }
    let files = changes.map { ($0.path.text, $0.new == nil) }
    // Reading and writing it is one step, or of two who submit at once one would lose the other's entry.
    try? FileSystem.whileLocked(gitFolder + "hoso.lock") {
      for attempt in 0..<10 {
        do { return try repository.refreshIndex(files) } catch let error as GitError
          where error.isConflict && attempt < 9
        {
          Pause.milliseconds(20)
        }
      }
    }
  }

  /// The bytes of a blob.
  package func bytes(of blob: ObjectID) throws(Problem) -> [UInt8] {
    do { return try repository.bytes(of: blob, .blob) } catch { throw Problem(git: error) }
  }
}
