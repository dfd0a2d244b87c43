internal import Dispatch
internal import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

/// Syncs many files and folders at once: the file system commits what arrives together in one step.
enum ParallelSync {
  /// Returns when every one of `paths` is on the disk.
  static func sync(_ paths: [String]) throws(Problem) {
    let failures = Failures()
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      let file = open(paths[index], O_RDONLY | O_CLOEXEC)
      if file < 0 || fsync(file) != 0 { failures.add(FileSystem.failure(.diskWrite, paths[index])) }
      if file >= 0 { close(file) }
    }
    if let first = failures.first { throw first }
  }

  /// What failed, noted from several threads.
  ///
  /// `@unchecked`: the one mutable property is read and written under the mutex alone.
  private final class Failures: @unchecked Sendable {
    private let lock = DispatchSemaphore(value: 1)
    private var found: [Problem] = []

    func add(_ problem: Problem) {
      lock.wait()
      found.append(problem)
      lock.signal()
    }

    var first: Problem? {
      lock.wait()
      defer { lock.signal() }
      return found.first
    }
  }
}
