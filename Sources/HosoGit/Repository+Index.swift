internal import Clibgit2

extension Repository {
  /// Brings the index entries of `files` up to the working tree; `isRemoved` takes the entry away. Other entries stay.
  package func refreshIndex(_ files: [(path: String, isRemoved: Bool)]) throws(GitError) {
    var index: OpaquePointer?
    try git("git_repository_index") { git_repository_index(&index, handle) }
    defer { git_index_free(index) }
    for file in files {
      if file.isRemoved {
        try git("git_index_remove") { git_index_remove(index, file.path, 0) }
      } else {
        try git("git_index_add_bypath") { git_index_add_bypath(index, file.path) }
      }
    }
    try git("git_index_write") { git_index_write(index) }
  }
}
