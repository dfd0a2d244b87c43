/// One entry of a tree: a file or a folder.
package struct TreeEntry: Hashable, Sendable {
  /// The raw bytes of the name; git promises no encoding.
  package let name: [UInt8]
  /// The mode as its octal digits say, such as `0o100644`.
  package let mode: UInt32
  package let id: ObjectID

  package init(name: [UInt8], mode: UInt32, id: ObjectID) {
    self.name = name
    self.mode = mode
    self.id = id
  }

  /// An ordinary file.
  package static let file: UInt32 = 0o100644
  /// A folder.
  package static let folder: UInt32 = 0o40000

  /// Whether this is a folder.
  package var isFolder: Bool { mode == Self.folder }
  /// Whether this is an ordinary file: no program, link or other repository.
  package var isFile: Bool { mode == Self.file }
}

/// A tree, read strictly from its raw bytes: sorted, without twins, with sound names.
package struct TreeObject: Hashable, Sendable {
  package let entries: [TreeEntry]

  package init(strict bytes: [UInt8]) throws(MalformedObject) {
    var entries: [TreeEntry] = []
    var cursor = 0
    while cursor < bytes.count {
      guard let space = bytes[cursor...].firstIndex(of: 0x20), space > cursor, space - cursor <= 6,
        bytes[cursor] != 0x30
      else { throw MalformedObject("tree-mode") }
      var mode: UInt32 = 0
      for digit in bytes[cursor..<space] {
        guard (0x30...0x37).contains(digit) else { throw MalformedObject("tree-mode") }
        mode = mode << 3 | UInt32(digit - 0x30)
      }
      guard let nul = bytes[space...].firstIndex(of: 0), nul + 20 < bytes.count else {
        throw MalformedObject("tree-truncated")
      }
      let name = Array(bytes[(space + 1)..<nul])
      guard !name.isEmpty, !name.contains(0x2F), name != [0x2E], name != [0x2E, 0x2E] else {
        throw MalformedObject("tree-name")
      }
      let id = bytes.withUnsafeBytes { ObjectID($0.baseAddress! + nul + 1) }
      guard !id.isZero else { throw MalformedObject("tree-null-object") }
      let entry = TreeEntry(name: name, mode: mode, id: id)
      if let last = entries.last, !Self.precedes(last, entry) { throw MalformedObject("tree-order") }
      entries.append(entry)
      cursor = nul + 21
    }
    let names = Set(entries.map(\.name))
    guard names.count == entries.count else { throw MalformedObject("tree-twins") }
    self.entries = entries
  }

  /// Git's order: by bytes, a folder as if its name ended in `/`.
  private static func precedes(_ left: TreeEntry, _ right: TreeEntry) -> Bool {
    let a = left.isFolder ? left.name + [0x2F] : left.name
    let b = right.isFolder ? right.name + [0x2F] : right.name
    return a.lexicographicallyPrecedes(b)
  }

  /// The entry with exactly these bytes as its name.
  package func entry(named name: some Sequence<UInt8>) -> TreeEntry? {
    let name = Array(name)
    return entries.first { $0.name == name }
  }
}
