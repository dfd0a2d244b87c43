internal import Clibgit2

/// The four sorts of git objects.
package enum ObjectKind: Sendable {
  case commit, tree, blob, tag

  /// Nil for what is no object of its own, such as a difference within a pack.
  init?(_ code: git_object_t) {
    switch code {
    case GIT_OBJECT_COMMIT: self = .commit
    case GIT_OBJECT_TREE: self = .tree
    case GIT_OBJECT_BLOB: self = .blob
    case GIT_OBJECT_TAG: self = .tag
    default: return nil
    }
  }

  var code: git_object_t {
    switch self {
    case .commit: GIT_OBJECT_COMMIT
    case .tree: GIT_OBJECT_TREE
    case .blob: GIT_OBJECT_BLOB
    case .tag: GIT_OBJECT_TAG
    }
  }
}
