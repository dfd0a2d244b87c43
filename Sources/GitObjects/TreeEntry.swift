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
