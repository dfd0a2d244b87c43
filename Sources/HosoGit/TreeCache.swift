internal import Clibgit2
internal import GitObjects

/// Trees that the history pass read lately: the old tree of one commit is the new tree of the next.
///
/// Direct-mapped: a tree takes the slot of its name and drops what was there. Halves the number of reads.
final class TreeCache {
  private let slots: UnsafeMutableBufferPointer<(id: ObjectID, object: OpaquePointer?)>
  /// Dropped objects that somebody may still read.
  private var dropped: [OpaquePointer] = []
  private let repository: Repository

  /// Slots; a power of two.
  private static let size = 4096

  init(repository: Repository) {
    self.repository = repository
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: (.zero, nil))
  }

  deinit {
    sweep()
    for slot in slots { git_odb_object_free(slot.object) }
    slots.deallocate()
  }

  /// The bytes of the tree `id`, valid until the next ``sweep()``.
  func tree(_ id: ObjectID) throws(GitError) -> UnsafeBufferPointer<UInt8> {
    let slot = id.slot & (Self.size - 1)
    if slots[slot].id == id, let known = slots[slot].object { return Repository.content(known) }
    let object = try repository.object(id, .tree)
    if let old = slots[slot].object { dropped.append(old) }
    slots[slot] = (id, object)
    return Repository.content(object)
  }

  /// Frees what was dropped since the last call.
  func sweep() {
    for object in dropped { git_odb_object_free(object) }
    dropped.removeAll(keepingCapacity: true)
  }
}
