internal import GitObjects

/// Trees and files read lately, by name: the new tree of one commit is the old tree of the next, and who compares trees
/// reads the files that who judges asks for next.
///
/// Trees are direct-mapped: one takes the place of its name and drops what was there.
final class TreeShelf {
  /// Apart from the trees, so that a tree that is not asked for is not touched.
  private var ids: [ObjectID] = Array(repeating: .zero, count: 4096)
  private var trees: [TreeObject?] = Array(repeating: nil, count: 4096)
  private var held = 0
  private var files: [ObjectID: [UInt8]] = [:]
  /// Bytes of the files that are kept.
  private(set) var heldByFiles = 0

  /// Bytes of all trees; one of more than a quarter of it is not kept.
  static let room = 32 << 20
  /// Bytes of all files; none is kept besides one that has more.
  static let fileRoom = 4 << 20

  /// The tree `id`, if it is still there.
  func tree(_ id: ObjectID) -> TreeObject? {
    let place = id.slot & 4095
    return ids[place] == id ? trees[place] : nil
  }

  /// Keeps the tree `id`, and drops all others where there is no room.
  func keep(_ tree: TreeObject, _ id: ObjectID) {
    guard tree.size <= Self.room / 4 else { return }
    let place = id.slot & 4095
    held += tree.size - (trees[place]?.size ?? 0)
    if held > Self.room {
      removeAll()
      held = tree.size
    }
    ids[place] = id
    trees[place] = tree
  }

  /// The file `id`, if it is still there.
  func file(_ id: ObjectID) -> [UInt8]? { files[id] }

  /// Keeps the file `id`, and drops all others where there is no room.
  func keep(_ bytes: [UInt8], file id: ObjectID) {
    if heldByFiles + bytes.count > Self.fileRoom { removeFiles() }
    if files.updateValue(bytes, forKey: id) == nil { heldByFiles += bytes.count }
  }

  /// Drops all files.
  func removeFiles() {
    files.removeAll(keepingCapacity: true)
    heldByFiles = 0
  }

  /// Drops all.
  func removeAll() {
    for place in trees.indices { trees[place] = nil }
    held = 0
    removeFiles()
  }
}
