internal import HosoGit

#if canImport(Glibc)
  internal import Glibc
#endif

/// A file that was replaced and is kept under another name, so that the next version is written over it.
///
/// Most of that version lies in it already: the disk takes some blocks and not the whole, and the system need not give the
/// old file's blocks back. In a school of 30,000 records git's index has 5 MB.
struct SpareFile {
  /// What is to be written over the spare file so that it becomes another one. Looking for it writes nothing.
  struct Change: Sendable {
    private static let blockSize = 1 << 14
    /// More than this is not worth it.
    private static let mostBytes = 1 << 20

    fileprivate let spare: MappedFile.Identity
    fileprivate private(set) var parts: [(offset: Int, bytes: [UInt8])] = []
    fileprivate private(set) var size = 0
    private var changed = 0

    fileprivate init(_ spare: MappedFile.Identity) { self.spare = spare }

    /// Takes the next bytes of the new file.
    ///
    /// - Returns: false where too much of it is new.
    mutating func add(_ bytes: UnsafeRawBufferPointer, over spare: UnsafeRawBufferPointer) -> Bool {
      var done = 0
      while done < bytes.count {
        let part = UnsafeRawBufferPointer(rebasing: bytes[done..<min(done + Self.blockSize, bytes.count)])
        let isSame =
          size + part.count <= spare.count
          && memcmp(spare.baseAddress! + size, part.baseAddress!, part.count) == 0
        if !isSame {
          parts.append((size, Array(part)))
          changed += part.count
          guard changed <= Self.mostBytes else { return false }
        }
        done += part.count
        size += part.count
      }
      return true
    }
  }

  /// Its bytes now.
  let old: MappedFile
  var change: Change

  /// Looks at the spare file at `path`; nil where there is none that may be written over.
  init?(_ path: String) {
    let file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    guard Self.isOwn(file) else {
      close(file)
      return nil
    }
    guard let old = MappedFile(owning: file) else { return nil }
    self.old = old
    change = Change(old.identity)
  }

  /// Whether the file has one name and nobody else has it open, or mapped as far as the file system tells that.
  private static func isOwn(_ file: Int32) -> Bool {
    var status = stat()
    return fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
      && Repository.isOpenedHereAlone(file)
  }

  /// Makes of the spare file at `path` what `change` says, under the name `new`, that this process alone knows. It is not synced.
  ///
  /// - Returns: false where that cannot be; the spare file may be gone then.
  static func apply(_ change: Change, to path: String, as new: String, mode: mode_t) -> Bool {
    guard rename(path, new) == 0 else { return false }
    let file = open(new, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, MappedFile.Identity(status).isContent(of: change.spare), isOwn(file),
      // Young from here on, so that nobody sweeps it away.
      futimens(file, nil) == 0, fchmod(file, mode) == 0
    else { return false }
    // It was the index: until the name of what replaced it is on the disk, a power cut would bring it back under that name.
    let folder = String(new[..<(new.lastIndex(of: "/") ?? new.startIndex)])
    guard (try? ParallelSync.sync([folder])) != nil else { return false }
    for (offset, bytes) in change.parts {
      guard lseek(file, off_t(offset), SEEK_SET) == offset,
        bytes.withUnsafeBytes({ FileSystem.write($0, to: file) })
      else { return false }
    }
    return Int(status.st_size) == change.size || ftruncate(file, off_t(change.size)) == 0
  }

  /// Puts `new` in the place of `file`, which becomes the spare file.
  static func replace(_ file: String, with new: String, keeping spare: String) -> Bool {
    let old = new + ".old"
    let isKept = link(file, old) == 0
    let isReplaced = rename(new, file) == 0
    if isKept, !isReplaced || rename(old, spare) != 0 { unlink(old) }
    return isReplaced
  }
}
