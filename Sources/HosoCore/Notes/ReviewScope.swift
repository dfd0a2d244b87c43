/// What the notes of a kind may be about.
package enum ReviewScope: Hashable, Sendable {
  /// Records of every kind but notes.
  case all
  /// Records of these kinds.
  case kinds([ListID])

  /// Whether a note may be about a record of `kind`.
  package func includes(_ kind: Kind) -> Bool {
    switch self {
    case .all: kind.reviews == nil
    case .kinds(let ids): ids.contains(kind.id)
    }
  }
}
