#if canImport(Glibc)
  internal import Glibc
#endif

/// A file's bytes as the system holds them, without a copy of them.
///
/// For files that their writers replace, as git does with its index, or write over while nobody else has them open
/// (``SpareFile``): this one stays open as long as it is mapped.
final class MappedFile {
  private let file: Int32
  let bytes: UnsafeRawBufferPointer
  let mode: mode_t
  let identity: Identity

  /// What changes when a file is replaced by another.
  struct Identity: Hashable, Sendable {
    private let numbers: [Int]

    /// Of the file at `path`; nil where there is none.
    init?(_ path: String) {
      var status = stat()
      guard lstat(path, &status) == 0 else { return nil }
      self.init(status)
    }

    /// Whether the file is that of `other` with the same content, under any name.
    func isContent(of other: Identity) -> Bool { numbers.prefix(5) == other.numbers.prefix(5) }

    init(_ status: stat) {
      numbers = [
        Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino), Int(status.st_size),
        status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
      ]
    }
  }

  /// Maps `path`; nil where there is no such file or it is empty.
  convenience init?(_ path: String) {
    self.init(owning: open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK))
  }

  /// Maps an open file, whose descriptor is closed with this value; nil, and closed, where it is none or empty.
  init?(owning file: Int32) {
    guard file >= 0 else { return nil }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_SHARED | Int32(MAP_POPULATE), file, 0),
      start != MAP_FAILED
    else {
      close(file)
      return nil
    }
    self.file = file
    mode = status.st_mode & 0o777
    identity = Identity(status)
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    close(file)
  }
}
