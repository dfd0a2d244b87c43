/// One of Google Drive's five roles on a folder, weakest first, with their exact verbs.
package enum DriveRole: String, CaseIterable, Comparable, Sendable {
  case viewer
  case commenter
  case contributor
  case contentManager = "content-manager"
  case manager

  /// What the role may do; each role may all that the one before it may.
  package var verbs: Set<AccessVerb> { Self.verbs[rank] }

  /// By rank.
  private static let verbs: [Set<AccessVerb>] = [
    [.read],
    [.read, .comment],
    [.read, .comment, .create, .edit, .rename],
    [.read, .comment, .create, .edit, .rename, .move, .delete],
    Set(AccessVerb.allCases),
  ]

  private var rank: Int {
    switch self {
    case .viewer: 0
    case .commenter: 1
    case .contributor: 2
    case .contentManager: 3
    case .manager: 4
    }
  }

  package static func < (left: DriveRole, right: DriveRole) -> Bool { left.rank < right.rank }
}

/// What somebody does to a path.
package enum AccessVerb: String, CaseIterable, Sendable {
  case read
  /// Adds a review note.
  case comment
  case create
  case edit
  /// Renames within one folder.
  case rename
  /// Takes a record to another folder.
  case move
  case delete
  /// Changes who may do what.
  case grant
  /// Cuts a folder off from inherited rights.
  case limit
  /// Freezes records, or lifts that.
  case lock

  /// The weakest role that may do this.
  package var weakestRole: DriveRole { DriveRole.allCases.first { $0.verbs.contains(self) }! }
}
