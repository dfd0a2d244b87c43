#if canImport(Glibc)
  internal import Glibc
#endif

/// A file's bytes as the system holds them, without a copy of them.
///
/// For files that their writers replace and never shorten, as git does with its index.
final class MappedFile {
  let bytes: UnsafeRawBufferPointer

  /// Maps `path`; nil where there is no such file or it is empty.
  init?(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE | Int32(MAP_POPULATE), file, 0),
      start != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
