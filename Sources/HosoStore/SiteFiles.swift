package import GitObjects
package import HosoCore
internal import HosoGit

/// Writes a generated tree of files into a new folder, and moves it into its place when it is whole.
package final class NewFolder {
  private let target: String
  private let temporary: String

  /// A file that says that hoso made the folder, so that hoso may replace it.
  private static let marker = ".hoso-site"

  /// Prepares to make `target`: a path that is free, an empty folder, or a folder that was made here before.
  package init(_ target: String) throws(Problem) {
    var target = target
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    self.target = target
    temporary = target + ".hoso-new"
    if FileSystem.kind(at: target) != nil {
      guard FileSystem.kind(at: target) == .folder,
        try FileSystem.names(in: target).isEmpty || FileSystem.kind(at: target + "/" + Self.marker) == .file
      else { throw Problem(.targetExists, ["path": target]) }
    }
    try FileSystem.remove(temporary)
    try FileSystem.makeFolders(temporary)
  }

  /// The folder that is being filled.
  package var folder: String { temporary }

  /// Moves the folder into its place; what was there before is taken away last.
  package func finish() throws(Problem) {
    let old = target + ".hoso-old"
    try FileSystem.remove(old)
    try FileSystem.replace(temporary + "/" + Self.marker, with: Array("hoso\n".utf8), isSynced: false)
    if FileSystem.kind(at: target) != nil { try FileSystem.rename(target, to: old) }
    try FileSystem.rename(temporary, to: target)
    try FileSystem.remove(old)
  }

  /// Removes what was written, after a failure.
  package func discard() { try? FileSystem.remove(temporary) }
}

/// Writes files below a folder; each thread has one of its own.
package struct FolderWriter {
  private let folder: String
  private var made: Set<String> = []

  package init(folder: String) { self.folder = folder }

  /// Writes one file and makes the folders above it.
  package mutating func write(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) {
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      let parent = String(path[..<slash])
      if made.insert(parent).inserted { try FileSystem.makeFolders(folder + "/" + parent) }
    }
    try FileSystem.write(bytes, to: folder + "/" + path)
  }
}

extension SchoolStore {
  /// Calls `body` with the bytes of a blob, valid only during the call.
  package func withBytes(of blob: ObjectID, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    var failure: (any Error)?
    do {
      try repository.withBytes(of: blob, .blob) { bytes in
        do { try body(bytes) } catch { failure = error }
      }
    } catch {
      throw Problem(git: error)
    }
    if let failure { throw failure }
  }
}
