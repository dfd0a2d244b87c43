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
    let names = UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: paths.count)
    _ = names.initialize(from: paths.map { strdup($0) })
    let shares = UnsafeMutablePointer<Share>.allocate(capacity: width)
    defer {
      names.forEach { free($0) }
      names.deallocate()
      shares.deallocate()
    }
    for number in 0..<width {
      (shares + number).initialize(to: Share(names: UnsafeBufferPointer(names), number: number, width: width))
    }
    // The first share is this thread's own.
    let threads = (1..<width).map { Share.start(shares + $0) }
    shares.pointee.sync()
    for thread in threads { if let thread { pthread_join(thread, nil) } }
    let failures = UnsafeBufferPointer(start: shares, count: width).filter { $0.status != 0 }
    guard let first = failures.min(by: { $0.failed < $1.failed }) else { return }
    errno = first.status
    throw FileSystem.failure(.diskWrite, paths[first.failed])
  }

  /// Every `width`-th of the paths. A thread that syncs one asks for no memory: giving it a heap of its own and taking that away
  /// again would cost more than the thread.
  private struct Share {
    private let names: UnsafeBufferPointer<UnsafeMutablePointer<CChar>?>
    private let number: Int
    private let width: Int
    /// The index of the path that failed, and its `errno`; 0 where none did.
    private(set) var failed = 0
    private(set) var status: Int32 = 0

    init(names: UnsafeBufferPointer<UnsafeMutablePointer<CChar>?>, number: Int, width: Int) {
      self.names = names
      self.number = number
      self.width = width
    }

    /// Begins on a thread of its own, which is answered; without one it is done here.
    static func start(_ share: UnsafeMutablePointer<Share>) -> pthread_t? {
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { argument in
          argument?.assumingMemoryBound(to: Share.self).pointee.sync()
          return nil
        }, share)
      if status == 0 { return thread }
      share.pointee.sync()
      return nil
    }

    mutating func sync() {
      var index = number
      while index < names.count {
        let file = names[index].map { open($0, O_RDONLY | O_CLOEXEC) } ?? -1
        let isSynced = file >= 0 && fsync(file) == 0
        if !isSynced { (failed, status) = (index, errno == 0 ? ENOMEM : errno) }
        if file >= 0 { close(file) }
        if !isSynced { return }
        index += width
      }
    }
  }
}
