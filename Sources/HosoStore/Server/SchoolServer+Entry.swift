internal import HosoCore
internal import HosoGit

#if canImport(Glibc)
  internal import Glibc
#endif

extension SchoolServer {
  /// Whether two paths lead to one folder.
  package static func isFolder(_ path: String, sameAs other: String) -> Bool {
    guard let one = FileSystem.real(path), let two = FileSystem.real(other) else { return false }
    return one.hasSameBytes(as: two)
  }

  /// Opens the door for one push: bounds what it may use, and takes away what dead ones left behind.
  ///
  /// The push holds a share of the lock `hoso/pushing` until its last process is gone, so who gets that lock alone knows
  /// that no push is under way.
  package func enter() throws {
    // Who wants the repository alone closes the gate first, or pushes that follow each other would never let him in.
    let gate = try FileLock(path("hoso/gate"), isShared: true)
    defer { gate?.release() }
    if let alone = try FileLock(path("hoso/pushing"), waits: false, isInherited: true) {
      try forgetDeadIntents()
      try sweep()
      alone.share()
    } else {
      _ = try FileLock(path("hoso/pushing"), isShared: true, isInherited: true)
    }
    Self.limit(RLIMIT_CPU, to: 120)
    Self.limit(RLIMIT_DATA, to: 768 << 20)
    Self.limit(RLIMIT_FSIZE, to: 512 << 20)
    Self.limit(RLIMIT_CORE, to: 0)
  }

  private static func limit(_ resource: __rlimit_resource, to value: UInt) {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    _ = setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }

  /// Calls `body` while no push is under way.
  package func whileClosed<Result>(_ body: () async throws -> Result) async throws -> Result {
    let gate = try FileLock(path("hoso/gate"))
    defer { gate?.release() }
    let lock = try FileLock(path("hoso/pushing"))
    defer { lock?.release() }
    return try await body()
  }

  /// Removes the lock files and unfinished objects that killed processes left. The caller holds `hoso/pushing` alone.
  ///
  /// Files that go only after an hour are looked for once an hour.
  package func sweep() throws {
    try whileJournalIsLocked {
      store.sweep()
      try removeLocks(in: "refs")
    }
    let mark = path("hoso/swept")
    let isDue = FileSystem.age(of: mark).map { abs($0) > Self.staleAfter } ?? true
    for name in try names(in: "objects") {
      if name.hasPrefix("tmp_objdir-") {
        try FileSystem.remove(path("objects/" + name))
      } else if isDue, name.utf8.count == 2 || name == "pack" {
        for file in try names(in: "objects/" + name) where file.hasPrefix("tmp_") {
          let file = path("objects/\(name)/\(file)")
          if FileSystem.age(of: file) ?? 0 > Self.staleAfter { try FileSystem.removeFile(file) }
        }
      }
    }
    if isDue { try FileSystem.write(UnsafeBufferPointer(start: nil, count: 0), to: mark) }
  }

  /// Seconds after which a file that another program than a push may own is taken for a dead one's.
  private static let staleAfter: Int64 = 3600

  /// The names in a folder of the repository.
  func names(in folder: String) throws(Problem) -> [String] {
    try FileSystem.names(in: path(folder)).map { String(decoding: $0, as: UTF8.self) }
  }

  private func removeLocks(in folder: String) throws {
    for (name, isFolder) in try FileSystem.entries(in: path(folder)) {
      let inner = folder + "/" + name
      if isFolder {
        try removeLocks(in: inner)
      } else if name.hasSuffix(".lock") {
        store.repository.removeAbandonedLock(path(inner))
      }
    }
  }
}
