internal import Clibgit2

#if canImport(Glibc)
  internal import Glibc
#endif

/// A lock file of git's form, such as `refs/heads/main.lock`: whoever makes it owns what it names until it is gone.
///
/// A process that is killed leaves its lock behind, and nobody could write any more. Here a lock is taken away when no
/// process can own it (`Docs/Decisions/0013-durability.md`).
struct LockFile {
  let path: String
  /// The folders in which a git that owns it may run.
  let folders: [String]

  /// Removes the lock where whoever made it is gone. The caller keeps other processes from doing the same meanwhile.
  func removeIfAbandoned() -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    // hoso holds its own locks by `flock` too, which ends with the process.
    guard fstat(file, &status) == 0, Self.age(of: status) >= 1, flock(file, LOCK_EX | LOCK_NB) == 0,
      !isOwned(status, besides: file)
    else { return false }
    var now = stat()
    guard lstat(path, &now) == 0, now.st_ino == status.st_ino, now.st_dev == status.st_dev else { return false }
    return unlink(path) == 0
  }

  /// Seconds since it was written, or until then where the clock was set back.
  private static func age(of status: stat) -> Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let seconds = now.tv_sec - status.st_mtim.tv_sec
    return seconds == 1 && now.tv_nsec < status.st_mtim.tv_nsec ? 0 : abs(seconds)
  }

  /// Whether a living process has the file open, or is a git that works in this repository: git closes a lock before it
  /// is done with it.
  private func isOwned(_ status: stat, besides own: Int32) -> Bool {
    for name in Self.names(in: "/proc") ?? [] where name.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      let isThis = Int32(name) == getpid()
      let process = "/proc/" + name
      var owner = stat()
      guard stat(process, &owner) == 0 else { continue }
      guard let descriptors = Self.names(in: process + "/fd") else {
        // Other users' processes hide theirs; the lock is its maker's.
        if errno == EACCES, owner.st_uid == status.st_uid { return true }
        continue
      }
      for descriptor in descriptors where !isThis || Int32(descriptor) != own {
        var file = stat()
        if stat("\(process)/fd/\(descriptor)", &file) == 0, file.st_ino == status.st_ino,
          file.st_dev == status.st_dev
        {
          return true
        }
      }
      if !isThis, isGitOfThisRepository(process) { return true }
    }
    return false
  }

  /// What git starts for a push or fetch from elsewhere; none of them locks anything here.
  private static let services = ["receive-pack", "upload-pack", "unpack-objects", "index-pack", "rev-list"]

  private func isGitOfThisRepository(_ process: String) -> Bool {
    guard Self.text(process + "/comm").hasPrefix("git") else { return false }
    let arguments = Self.text(process + "/cmdline").split(separator: "\0")
    if arguments.prefix(2).contains(where: { argument in Self.services.contains { argument.hasSuffix($0) } }) {
      return false
    }
    let places = [process + "/cwd"] + Self.namedRepositories(of: process, arguments)
    return places.contains { place in
      guard let resolved = realpath(place, nil) else { return errno == EACCES }
      defer { free(resolved) }
      return folders.contains(where: (String(cString: resolved) + "/").hasPrefix)
    }
  }

  /// The repositories that a git was told to work in, by `--git-dir` and by its environment.
  private static func namedRepositories(of process: String, _ arguments: [Substring]) -> [String] {
    let option = "--git-dir"
    var names = arguments.filter { $0.hasPrefix(option + "=") }.map { $0.dropFirst(option.count + 1) }
    if let index = arguments.firstIndex(of: option[...]), index + 1 < arguments.count {
      names.append(arguments[index + 1])
    }
    let variable = "GIT_DIR="
    names += text(process + "/environ").split(separator: "\0").filter { $0.hasPrefix(variable) }
      .map { $0.dropFirst(variable.count) }
    return names.map { $0.hasPrefix("/") ? String($0) : process + "/cwd/" + $0 }
  }

  private static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  /// The first kilobytes of a file of `/proc`, whose size is not known before.
  private static func text(_ path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress!, $0.count) }
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}

extension Repository {
  /// The folder that holds objects and references, ending in `/`.
  var commonFolder: String { String(cString: git_repository_commondir(handle)) }

  /// Removes the lock file `path` of this repository where whoever made it is gone, and notes that in `hoso.log`.
  ///
  /// - Returns: whether it is gone now.
  @discardableResult
  package func removeAbandonedLock(_ path: String) -> Bool {
    guard access(path, F_OK) == 0 else { return false }
    let guardian = open(commonFolder + "hoso.sweep", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard guardian >= 0 else { return false }
    defer { close(guardian) }
    guard flock(guardian, LOCK_EX) == 0 else { return false }
    let folders = [folder, commonFolder] + (workingTree.map { [$0] } ?? [])
    guard LockFile(path: path, folders: folders).removeIfAbandoned() else { return false }
    let log = open(commonFolder + "hoso.log", O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    if log >= 0 {
      _ = Array("\(time(nil)) removed \(path): its process is gone\n".utf8).withUnsafeBytes {
        Glibc.write(log, $0.baseAddress!, $0.count)
      }
      close(log)
    }
    return true
  }

  /// Syncs the folders above the reference `name`, up to `refs`: new ones have their own names in those above.
  func syncFolders(above name: String) throws(GitError) {
    var name = name[...]
    while let slash = name.lastIndex(of: "/") {
      try syncFolder(of: commonFolder + name)
      name = name[..<slash]
    }
  }

  /// Syncs the folder that `file` lies in.
  func syncFolder(of file: String) throws(GitError) {
    guard let slash = file.lastIndex(of: "/") else { return }
    let path = String(file[..<slash])
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if folder >= 0 { close(folder) } }
    guard folder >= 0, fsync(folder) == 0 else {
      let detail = String(cString: strerror(errno))
      throw GitError(function: "reference", status: GIT_ERROR.rawValue, message: "\(path): \(detail)")
    }
  }
}
