internal import Crypto
internal import Foundation
internal import GitObjects
internal import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

/// Git's index, of which only some entries are replaced in place (`gitformat-index`, versions 2 and 3).
///
/// libgit2 reads, sorts and writes every entry anew; in a school of 30,000 records that costs more than the commit. The
/// extensions are left out of the new file: git computes them again.
struct IndexFile {
  /// One entry to put or, without an id, to take away.
  struct Edit {
    let path: RecordPath
    let id: ObjectID?
  }

  private let file: String
  private let bytes: [UInt8]
  private let count: Int

  private static let headerSize = 12
  private static let fixedSize = 62
  private static let hashSize = 20

  /// Reads `file`; nil where there is none or it is of a form that is not edited here.
  init?(_ file: String) {
    guard let bytes = try? FileSystem.read(file), bytes.count >= Self.headerSize + Self.hashSize,
      bytes.starts(with: Array("DIRC".utf8)), bytes[4..<7].allSatisfy({ $0 == 0 }), bytes[7] == 2 || bytes[7] == 3
    else { return nil }
    self.file = file
    self.bytes = bytes
    count = bytes[8..<12].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Writes the index with `edits` done; the files are looked at below `root`.
  ///
  /// - Returns: false where somebody else holds the index or its form is not as expected; nothing is changed then.
  func write(_ edits: [Edit], root: String) -> Bool {
    var edits = edits.sorted { $0.path < $1.path }[...]
    var body: [UInt8] = []
    body.reserveCapacity(bytes.count + 512 * edits.count)
    var kept = 0
    var cursor = Self.headerSize
    // Entries between two edits are copied in one piece.
    var run = cursor
    for _ in 0..<count {
      guard let (name, end) = entry(at: cursor) else { return false }
      while let edit = edits.first, !name.lexicographicallyPrecedes(edit.path.text.utf8) {
        body += bytes[run..<cursor]
        run = cursor
        if name.elementsEqual(edit.path.text.utf8) {
          run = end
          kept -= 1
        }
        kept += append(edit, root, to: &body)
        edits.removeFirst()
      }
      kept += 1
      cursor = end
    }
    // An extension whose name begins in lower case changes what the entries mean, such as a split index.
    if cursor + Self.hashSize < bytes.count, (0x61...0x7A).contains(bytes[cursor]) { return false }
    body += bytes[run..<cursor]
    for edit in edits { kept += append(edit, root, to: &body) }
    var header = Array(bytes[0..<8])
    header += Self.word(UInt32(kept))
    return store(header + body)
  }

  /// The name of the entry at `start` and where the next one begins; nil where the file is cut off.
  private func entry(at start: Int) -> (name: ArraySlice<UInt8>, end: Int)? {
    guard start + Self.fixedSize < bytes.count else { return nil }
    let isExtended = bytes[start + 60] & 0x40 != 0
    let first = start + Self.fixedSize + (isExtended ? 2 : 0)
    guard let nul = bytes[first...].firstIndex(of: 0) else { return nil }
    let end = start + ((nul - start) / 8 + 1) * 8
    return end <= bytes.count - Self.hashSize ? (bytes[first..<nul], end) : nil
  }

  /// Appends the entry of `edit`; how many entries that makes.
  private func append(_ edit: Edit, _ root: String, to body: inout [UInt8]) -> Int {
    guard let id = edit.id else { return 0 }
    var status = stat()
    let isThere = lstat(root + edit.path.text, &status) == 0
    let start = body.count
    // Without a file the times are zero: git looks again.
    let numbers =
      isThere
      ? [
        status.st_ctim.tv_sec, status.st_ctim.tv_nsec, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino), 0o100644,
        Int(status.st_uid), Int(status.st_gid), Int(status.st_size),
      ] : [0, 0, 0, 0, 0, 0, 0o100644, 0, 0, 0]
    for number in numbers { body += Self.word(UInt32(truncatingIfNeeded: number)) }
    body += id.bytes
    let name = Array(edit.path.text.utf8)
    let flags = min(name.count, 0xFFF)
    body += [UInt8(flags >> 8), UInt8(flags & 0xFF)]
    body += name
    body += [UInt8](repeating: 0, count: 8 - (body.count - start) % 8)
    return 1
  }

  /// Writes the file under its lock, as git does, with the checksum at its end.
  private func store(_ content: [UInt8]) -> Bool {
    let lock = file + ".lock"
    let handle = open(lock, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard handle >= 0 else { return false }
    close(handle)
    do {
      let all = content + Array(Insecure.SHA1.hash(data: content))
      try all.withUnsafeBufferPointer { (buffer) throws(Problem) in try FileSystem.write(buffer, to: lock) }
      try FileSystem.rename(lock, to: file)
      return true
    } catch {
      unlink(lock)
      return false
    }
  }

  private static func word(_ number: UInt32) -> [UInt8] {
    [UInt8(number >> 24), UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)]
  }
}
