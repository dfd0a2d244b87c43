internal import HosoCore
internal import HosoGit

extension SchoolStore {
  /// Takes away what killed processes left behind: their locks, and unfinished files after an hour.
  ///
  /// A lock of a reference goes when somebody meets it; these are git's own others. Nothing here may stop the work.
  package func sweep() {
    for name in ["HEAD.lock", "index.lock", "packed-refs.lock"] { repository.removeAbandonedLock(gitFolder + name) }
    for (folder, prefix) in [("", "index.hoso-"), ("objects/", "tmp_object")] {
      let names = (try? FileSystem.names(in: gitFolder + folder)) ?? []
      for name in names where name.starts(with: prefix.utf8) {
        let file = gitFolder + folder + String(decoding: name, as: UTF8.self)
        if FileSystem.age(of: file) ?? 0 > 3600 { try? FileSystem.removeFile(file) }
      }
    }
  }
}
