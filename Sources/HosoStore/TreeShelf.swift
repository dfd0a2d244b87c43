internal import GitObjects

/// Trees read lately, by name, and the last file: the new tree of one commit is the old tree of the next.
///
/// Direct-mapped: a tree takes the place of its name and drops what was there. Holds at most ``room`` bytes.
final class TreeShelf {
  private var places: [(id: ObjectID, tree: TreeObject)?] = Array(repeating: nil, count: 4096)
  private var held = 0
  /// The file that was read last: who compares trees reads it, who judges it asks for it next.
  private var file: (id: ObjectID, bytes: [UInt8])?

  /// Bytes; a tree of more than a quarter of it is not kept.
  static let room = 32 << 20

  /// The tree `id`, if it is still there.
  func tree(_ id: ObjectID) -> TreeObject? {
    guard let known = places[id.slot & 4095], known.id == id else { return nil }
    return known.tree
  }

  /// Keeps the tree `id`, and drops all others where there is no room.
  func keep(_ tree: TreeObject, _ id: ObjectID) {
    guard tree.size <= Self.room / 4 else { return }
    let place = id.slot & 4095
    held += tree.size - (places[place]?.tree.size ?? 0)
    if held > Self.room {
      removeAll()
      held = tree.size
    }
    places[place] = (id, tree)
  }

  /// The file `id`, if it was the last.
  func file(_ id: ObjectID) -> [UInt8]? { file.flatMap { $0.id == id ? $0.bytes : nil } }

  /// Keeps the file `id` instead of the one before.
  func keep(_ bytes: [UInt8], file id: ObjectID) { file = (id, bytes) }

  /// Drops all.
  func removeAll() {
    for index in places.indices { places[index] = nil }
    held = 0
    file = nil
  }
}
