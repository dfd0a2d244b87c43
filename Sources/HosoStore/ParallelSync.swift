internal import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

/// Syncs many files and folders at once: the file system commits what arrives together in one step.
enum ParallelSync {
  /// Returns when every one of `paths` is on the disk.
  static func sync(_ paths: [String]) throws {
    _ = try Workers.perform(paths.count) { index in
      let file = open(paths[index], O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { throw FileSystem.failure(.diskWrite, paths[index]) }
      defer { close(file) }
      guard fsync(file) == 0 else { throw FileSystem.failure(.diskWrite, paths[index]) }
    }
  }
}
