package import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

extension FileSystem {
  /// Seconds since the file at `path` was last written.
  static func age(of path: String) -> Int64? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return Int64(time(nil)) - Int64(status.st_mtim.tv_sec)
  }

  /// Bytes that this user may still write on the disk that holds `path`.
  package static func freeSpace(at path: String) -> UInt64? {
    var status = statvfs()
    return statvfs(path, &status) == 0 ? UInt64(status.f_bavail) * UInt64(status.f_frsize) : nil
  }

  /// Files that may still be made on the disk that holds `path`; nil where the file system sets no number.
  package static func freeFiles(at path: String) -> UInt64? {
    var status = statvfs()
    guard statvfs(path, &status) == 0, status.f_files > 0 else { return nil }
    return UInt64(status.f_favail)
  }

  /// Removes a file; one that is gone already is no failure.
  static func removeFile(_ path: String) throws(Problem) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure(.diskWrite, path) }
  }

  /// Sets who may read, write and run what lies at `path`.
  package static func setMode(_ mode: UInt32, at path: String) throws(Problem) {
    guard chmod(path, mode) == 0 else { throw failure(.diskWrite, path) }
  }

  /// The permission bits of what lies at `path`.
  package static func mode(at path: String) -> UInt32? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }
}

/// An advisory lock on a file, held until the process and all it started are gone.
package struct FileLock {
  private let descriptor: Int32

  /// Takes the lock, without waiting where `waits` is false.
  ///
  /// - Returns: nil where others hold it and `waits` is false.
  package init?(_ path: String, isShared: Bool = false, waits: Bool = true, isInherited: Bool = false) throws(Problem) {
    descriptor = open(path, O_RDWR | O_CREAT | (isInherited ? 0 : O_CLOEXEC), 0o644)
    guard descriptor >= 0 else { throw FileSystem.failure(.diskWrite, path) }
    let operation = (isShared ? LOCK_SH : LOCK_EX) | (waits ? 0 : LOCK_NB)
    while flock(descriptor, operation) != 0 {
      if errno == EINTR { continue }
      let isHeld = errno == EWOULDBLOCK
      let problem = FileSystem.failure(.diskWrite, path)
      close(descriptor)
      if isHeld { return nil }
      throw problem
    }
  }

  /// Lets others in too, who also want the lock shared.
  package func share() { _ = flock(descriptor, LOCK_SH) }

  /// Gives the lock back.
  package func release() { close(descriptor) }
}
