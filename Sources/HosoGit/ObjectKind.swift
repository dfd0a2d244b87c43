internal import Clibgit2

/// The four sorts of git objects.
package enum ObjectKind: Sendable {
  case commit, tree, blob, tag

  var code: git_object_t {
    switch self {
    case .commit: GIT_OBJECT_COMMIT
    case .tree: GIT_OBJECT_TREE
    case .blob: GIT_OBJECT_BLOB
    case .tag: GIT_OBJECT_TAG
    }
  }
}
