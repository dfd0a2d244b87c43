internal import Clibgit2
package import GitObjects

/// One path to set or to remove in a tree.
package struct TreeEdit: Hashable, Sendable {
  package let path: String
  /// The blob to put there, or nil to remove the file.
  package let blob: ObjectID?

  package init(path: String, blob: ObjectID?) {
    self.path = path
    self.blob = blob
  }
}

extension Repository {
  /// Writes the tree `base` with `edits` done; only the folders on their paths are written anew.
  package func tree(_ base: ObjectID?, with edits: [TreeEdit]) throws(GitError) -> ObjectID {
    var baseline: OpaquePointer?
    if let base {
      var oid = base.oid
      try git("git_tree_lookup") { git_tree_lookup(&baseline, handle, &oid) }
    }
    defer { git_tree_free(baseline) }
    let paths = edits.map { strdup($0.path) }
    defer { paths.forEach { free($0) } }
    var updates = zip(edits, paths).map { edit, path in
      git_tree_update(
        action: edit.blob == nil ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT,
        id: (edit.blob ?? .zero).oid, filemode: GIT_FILEMODE_BLOB, path: UnsafePointer(path))
    }
    var oid = git_oid()
    try git("git_tree_create_updated") {
      git_tree_create_updated(&oid, handle, baseline, updates.count, &updates)
    }
    return ObjectID(oid)
  }
}
