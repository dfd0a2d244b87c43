internal import HosoGit

#if canImport(Glibc)
  internal import Glibc
#endif

/// A file that was replaced and is kept under another name, so that the next version is written over it.
///
/// Most of that version lies in it already: the disk takes some blocks and not the whole, and the system need not give the
/// old file's blocks back. In a school of 30,000 records git's index has 5 MB.
enum SpareFile {
  /// Takes the spare file as `new`, a name that this process alone knows; nil where there is none that may be written over.
  ///
  /// - Returns: a descriptor for reading and writing.
  static func take(_ spare: String, as new: String) -> Int32? {
    // Young under its new name, so that nobody sweeps it away.
    guard utimensat(AT_FDCWD, spare, nil, AT_SYMLINK_NOFOLLOW) == 0, rename(spare, new) == 0 else { return nil }
    let file = open(new, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    var status = stat()
    // Until the name of what replaced it is on the disk, a power cut would bring it back under that name; and who began to
    // read it then must have ended.
    let folder = String(new[..<(new.lastIndex(of: "/") ?? new.startIndex)])
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1,
      Repository.isOpenedHereAlone(file), (try? ParallelSync.sync([folder])) != nil
    else {
      close(file)
      return nil
    }
    return file
  }

  /// Puts `new` in the place of `file`, which becomes the spare file.
  static func replace(_ file: String, with new: String, keeping spare: String) -> Bool {
    let old = new + ".old"
    let isKept = link(file, old) == 0
    let isReplaced = rename(new, file) == 0
    if isKept { _ = isReplaced ? rename(old, spare) : unlink(old) }
    return isReplaced
  }
}

/// Writes a file from its start, and of what lies there already only the blocks that differ.
struct OverWriter {
  private static let blockSize = 1 << 14
  /// New bytes that are handed over at once.
  private static let partSize = 1 << 19

  private let file: Int32
  /// What lay in the file.
  private let old: MappedFile?
  private var position = 0

  /// Of an open file.
  init(_ file: Int32) {
    self.file = file
    old = MappedFile(descriptor: file)
  }

  /// Writes the next bytes.
  ///
  /// - Returns: false where the disk does not take them.
  mutating func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var done = 0
    let known = old?.bytes.count ?? 0
    while done < bytes.count {
      var count = min(position < known ? Self.blockSize : Self.partSize, bytes.count - done)
      let part = UnsafeRawBufferPointer(rebasing: bytes[done..<(done + count)])
      let isSame =
        position + count <= known
        && memcmp(old!.bytes.baseAddress! + position, part.baseAddress!, count) == 0
      if !isSame {
        count = pwrite(file, part.baseAddress!, count, position)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        Repository.beginWriting(file)
      }
      done += count
      position += count
    }
    return true
  }

  /// Cuts off what lay behind the last byte written.
  func end() -> Bool { (old?.bytes.count ?? 0) <= position || ftruncate(file, position) == 0 }
}
