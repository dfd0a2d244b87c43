internal import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

/// Syncs many files and folders at once: the file system commits what arrives together in one step.
enum ParallelSync {
  /// So many wait at once. A thread that syncs only waits, so this has nothing to do with the number of processors; more
  /// than eight no longer gain (measured on ext4: 24 paths one by one 75 ms, by two 30 ms, by eight 8 ms).
  private static let width = 8

  /// Returns when every one of `paths` is on the disk.
  ///
  /// - Throws: the failure of the first path, in their order, that is not.
  static func sync(_ paths: [String]) throws {
    let width = min(width, paths.count)
    guard width > 0 else { return }
    // The last share is this thread's own.
    let others = (1..<width).map { share in Waiting(paths: Share(paths, share, of: width)) }
    var failures = [Share(paths, 0, of: width).sync()]
    failures += others.map(\.failure)
    if let first = failures.compactMap(\.self).min(by: { $0.index < $1.index }) { throw first.problem }
  }

  /// Every `width`-th of the paths.
  private struct Share: Sendable {
    let paths: [(index: Int, path: String)]

    init(_ paths: [String], _ number: Int, of width: Int) {
      self.paths = stride(from: number, to: paths.count, by: width).map { ($0, paths[$0]) }
    }

    func sync() -> (index: Int, problem: Problem)? {
      for (index, path) in paths {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return (index, FileSystem.failure(.diskWrite, path)) }
        defer { close(file) }
        guard fsync(file) == 0 else { return (index, FileSystem.failure(.diskWrite, path)) }
      }
      return nil
    }
  }

  /// A share that a thread of its own syncs.
  ///
  /// `@unchecked`: `found` is written before the thread ends and read after it was joined.
  private final class Waiting: @unchecked Sendable {
    private let paths: Share
    private var thread = pthread_t()
    private var isStarted = false
    private var found: (index: Int, problem: Problem)?

    init(paths: Share) {
      self.paths = paths
      let this = Unmanaged.passRetained(self)
      let status = pthread_create(
        &thread, nil,
        { argument in
          let waiting = Unmanaged<Waiting>.fromOpaque(argument!).takeRetainedValue()
          waiting.found = waiting.paths.sync()
          return nil
        }, this.toOpaque())
      isStarted = status == 0
      // Without a thread it is done here.
      if !isStarted {
        this.release()
        found = paths.sync()
      }
    }

    /// Waits for the end.
    var failure: (index: Int, problem: Problem)? {
      if isStarted {
        pthread_join(thread, nil)
        isStarted = false
      }
      return found
    }
  }
}
