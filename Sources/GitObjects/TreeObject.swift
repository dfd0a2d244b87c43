#if canImport(Glibc)
  internal import Glibc
#endif

/// A tree, read strictly from its raw bytes: sorted, without twins, with sound names.
///
/// It keeps the bytes, so that trees are compared and asked without a copy of each entry.
package struct TreeObject: Sendable {
  /// Where an entry's name and object lie in the bytes.
  private struct Slot: Sendable {
    let mode: UInt32
    /// The name's first byte, and the NUL behind its last.
    let start: Int32
    let end: Int32

    var isFolder: Bool { mode == TreeEntry.folder }

    /// Whether name, mode and object are those of `other`.
    func isSame(
      _ bytes: UnsafeBufferPointer<UInt8>, _ other: Slot, _ otherBytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
      let length = end - start
      return mode == other.mode && length == other.end - other.start
        && memcmp(bytes.baseAddress! + Int(start), otherBytes.baseAddress! + Int(other.start), Int(length) + 21) == 0
    }
  }

  private let bytes: [UInt8]
  private let slots: [Slot]

  /// The tree of an empty folder.
  package static let empty = TreeObject()

  private init() {
    bytes = []
    slots = []
  }

  /// In git's order a folder counts as if its name ended in `/`.
  package init(strict bytes: [UInt8]) throws(MalformedObject) {
    guard bytes.count < Int32.max else { throw MalformedObject("tree-truncated") }
    self.bytes = bytes
    slots = try bytes.withUnsafeBufferPointer { (buffer) throws(MalformedObject) in try Self.slots(of: buffer) }
  }

  /// The number of entries.
  package var count: Int { slots.count }
  /// The number of bytes that this value holds in memory.
  package var size: Int { bytes.count + slots.count * MemoryLayout<Slot>.stride }
  /// All entries, in git's order.
  package var entries: [TreeEntry] { slots.indices.map(entry) }

  /// The entry at `index`, in git's order.
  package func entry(_ index: Int) -> TreeEntry {
    let slot = slots[index]
    let (name, id) = bytes.withUnsafeBufferPointer { buffer in
      (Array(buffer[Int(slot.start)..<Int(slot.end)]), Self.object(slot, buffer))
    }
    return TreeEntry(name: name, mode: slot.mode, id: id)
  }

  /// The entry with exactly these bytes as its name.
  package func entry(named name: Substring) -> TreeEntry? {
    var name = name
    let index = name.withUTF8 { name in
      bytes.withUnsafeBufferPointer { buffer in
        slots.firstIndex { slot in
          let own = Self.name(slot, buffer)
          return own.hasSameBytes(as: name)
        }
      }
    }
    return index.map(entry)
  }

  /// Calls `body` with the bytes of each name, which are valid only during the call.
  package func forEachName(_ body: (Int, UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    try bytes.withUnsafeBufferPointer { buffer in
      for (index, slot) in slots.enumerated() { try body(index, Self.name(slot, buffer)) }
    }
  }

  /// What differs from `old`, in git's order; a file that became a folder is two entries.
  package func differences(from old: TreeObject) -> [(old: TreeEntry?, new: TreeEntry?)] {
    var result: [(old: TreeEntry?, new: TreeEntry?)] = []
    old.bytes.withUnsafeBufferPointer { before in
      bytes.withUnsafeBufferPointer { after in
        var (left, right) = (0, 0)
        while left < old.count || right < count {
          // Most entries are the same on both sides.
          if left < old.count, right < count, old.slots[left].isSame(before, slots[right], after) {
            left += 1
            right += 1
            continue
          }
          let order =
            left == old.count
            ? 1 : right == count ? -1 : Self.order(old.slots[left], before, slots[right], after)
          if order < 0 {
            result.append((old.entry(left), nil))
          } else if order > 0 {
            result.append((nil, entry(right)))
          } else if old.slots[left].mode != slots[right].mode
            || Self.object(old.slots[left], before) != Self.object(slots[right], after)
          {
            result.append((old.entry(left), entry(right)))
          }
          if order <= 0 { left += 1 }
          if order >= 0 { right += 1 }
        }
      }
    }
    return result
  }
}

extension TreeObject {
  private static func slots(of bytes: UnsafeBufferPointer<UInt8>) throws(MalformedObject) -> [Slot] {
    var slots: [Slot] = []
    slots.reserveCapacity(bytes.count / 36)
    // Files whose name may yet come again as a folder's: each name here begins the one behind it.
    var open: [Slot] = []
    var cursor = 0
    while cursor < bytes.count {
      let (mode, start) = try mode(in: bytes, at: cursor)
      var end = start
      while end < bytes.count, bytes[end] != 0 {
        if bytes[end] == 0x2F { throw MalformedObject("tree-name") }
        end += 1
      }
      guard end + 20 < bytes.count else { throw MalformedObject("tree-truncated") }
      let slot = Slot(mode: mode, start: Int32(start), end: Int32(end))
      let name = name(slot, bytes)
      guard !name.isEmpty, name.count > 2 || !name.allSatisfy({ $0 == 0x2E }) else {
        throw MalformedObject("tree-name")
      }
      guard !object(slot, bytes).isZero else { throw MalformedObject("tree-null-object") }
      if let last = slots.last, order(last, bytes, slot, bytes) >= 0 { throw MalformedObject("tree-order") }
      while let file = open.last, !begins(name, with: Self.name(file, bytes)) { open.removeLast() }
      if !slot.isFolder {
        open.append(slot)
      } else if let file = open.last, Self.name(file, bytes).count == name.count {
        throw MalformedObject("tree-twins")
      }
      slots.append(slot)
      cursor = end + 21
    }
    return slots
  }

  /// The mode at `cursor` and where the name behind it begins.
  private static func mode(
    in bytes: UnsafeBufferPointer<UInt8>, at cursor: Int
  ) throws(MalformedObject) -> (mode: UInt32, start: Int) {
    var mode: UInt32 = 0
    var end = cursor
    while end < bytes.count, bytes[end] != 0x20 {
      guard (0x30...0x37).contains(bytes[end]), end - cursor < 6 else { throw MalformedObject("tree-mode") }
      mode = mode << 3 | UInt32(bytes[end] - 0x30)
      end += 1
    }
    guard end < bytes.count, end > cursor, bytes[cursor] != 0x30 else { throw MalformedObject("tree-mode") }
    return (mode, end + 1)
  }

  private static func begins(_ name: UnsafeBufferPointer<UInt8>, with start: UnsafeBufferPointer<UInt8>) -> Bool {
    UnsafeBufferPointer(rebasing: name.prefix(start.count)).hasSameBytes(as: start)
  }

  private static func name(_ slot: Slot, _ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(slot.start)..<Int(slot.end)])
  }

  private static func object(_ slot: Slot, _ bytes: UnsafeBufferPointer<UInt8>) -> ObjectID {
    ObjectID(UnsafeRawPointer(bytes.baseAddress! + Int(slot.end) + 1))
  }

  /// Negative, zero or positive as `left` comes before, with or after `right` in git's order.
  private static func order(
    _ left: Slot, _ leftBytes: UnsafeBufferPointer<UInt8>, _ right: Slot, _ rightBytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let a = name(left, leftBytes)
    let b = name(right, rightBytes)
    let common = min(a.count, b.count)
    let difference = memcmp(a.baseAddress!, b.baseAddress!, common)
    guard difference == 0 else { return Int(difference) }
    // A name that ends comes first; a folder's goes on with a slash.
    let one = a.count > common ? Int(a[common]) : left.isFolder ? 0x2F : 0
    let other = b.count > common ? Int(b[common]) : right.isFolder ? 0x2F : 0
    if one != other { return one - other }
    return a.count - b.count
  }
}
