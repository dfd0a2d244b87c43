internal import Clibgit2
package import GitObjects

#if canImport(Glibc)
  internal import Glibc
#endif

/// A reference that is about to move: its lock is held, the new value lies in the lock's file, and nothing else may move it.
///
/// libgit2 syncs both logs and their folders in between, which no answer depends on. Here the new value is synced before it
/// takes the place of the old one, and the folder after it; ``files`` may be synced together with other things first.
package final class PreparedReference {
  package let name: String
  /// What must be on the disk before ``commit()``.
  package let files: [String]

  private let repository: Repository
  private let handle: Int32
  private let file: String
  private let logs: [String]
  private let line: String
  /// Whether the folders on the way may be new as well.
  private let isFirstFile: Bool
  private var isOpen = true

  private var lock: String { file + ".lock" }

  /// Takes the lock of `name` and writes the new value into it; nil where it is another name of a reference, which libgit2
  /// must move.
  ///
  /// A nil `old` means that it must not exist.
  init?(
    _ repository: Repository, _ name: String, from old: ObjectID?, to new: ObjectID, log: String
  ) throws(GitError) {
    self.repository = repository
    self.name = name
    file = repository.commonFolder + name
    files = [file + ".lock"]
    isFirstFile = access(file, F_OK) != 0
    guard try repository.symbolicTarget(of: name) == nil else { return nil }
    logs = try Self.logs(of: name, in: repository)
    line = logs.isEmpty ? "" : "\((old ?? .zero).hexadecimal) \(new.hexadecimal) \(Self.writer(repository))\t\(log)\n"
    let lock = file + ".lock"
    if isFirstFile { Self.makeFolders(above: file) }
    handle = open(lock, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard handle >= 0 else { throw Self.failure(errno == EEXIST ? GIT_ELOCKED : GIT_ERROR, lock) }
    _ = flock(handle, LOCK_EX | LOCK_NB)
    do throws(GitError) {
      guard try repository.reference(name) == old else {
        throw GitError(
          function: "reference", status: (old == nil ? GIT_EEXISTS : GIT_EMODIFIED).rawValue,
          message: "old value does not match")
      }
      try Self.write(Array((new.hexadecimal + "\n").utf8), to: handle, lock)
    } catch {
      cancel()
      throw error
    }
  }

  deinit { cancel() }

  /// Moves the reference, notes it in the logs, and syncs the folder that it lies in.
  ///
  /// The caller has synced ``files``.
  package func commit() throws(GitError) {
    for log in logs { try Self.append(line, to: log) }
    guard rename(lock, file) == 0 else { throw Self.failure(GIT_ERROR, file) }
    isOpen = false
    close(handle)
    if isFirstFile { return try repository.syncFolders(above: name) }
    try repository.syncFolder(of: file)
  }

  /// Gives the lock back, and moves nothing.
  package func cancel() {
    guard isOpen, handle >= 0 else { return }
    isOpen = false
    unlink(lock)
    close(handle)
  }

  /// Syncs the new value.
  func sync() throws(GitError) {
    guard fsync(handle) == 0 else { throw Self.failure(GIT_ERROR, lock) }
  }

  /// The logs to write to: of the reference, and of `HEAD` where that is another name of it; those that are there, and those
  /// that the configuration asks for (git-config(1), `core.logAllRefUpdates`).
  private static func logs(of name: String, in repository: Repository) throws(GitError) -> [String] {
    let setting = try repository.configuration("core.logallrefupdates")
    let isOn = setting.map { $0 == "true" || $0 == "always" } ?? (git_repository_is_bare(repository.handle) == 0)
    let isUsual = ["refs/heads/", "refs/remotes/", "refs/notes/"].contains(where: name.hasPrefix)
    var logs = [(path: repository.commonFolder + "logs/" + name, isAsked: isOn && (isUsual || setting == "always"))]
    if try repository.symbolicTarget(of: "HEAD") == name { logs.append((repository.folder + "logs/HEAD", isOn)) }
    return logs.filter { $0.isAsked || access($0.path, F_OK) == 0 }.map(\.path)
  }

  /// Who moves it and when, as git writes it.
  private static func writer(_ repository: Repository) -> String {
    var signature: UnsafeMutablePointer<git_signature>?
    guard git_signature_default(&signature, repository.handle) == 0, let signature else {
      git_error_clear()
      return "unknown <unknown> \(time(nil)) +0000"
    }
    defer { git_signature_free(signature) }
    let offset = Int(signature.pointee.when.offset)
    let zone = String(abs(offset) / 60 * 100 + abs(offset) % 60)
    return String(cString: signature.pointee.name) + " <" + String(cString: signature.pointee.email)
      + "> \(signature.pointee.when.time) " + (offset < 0 ? "-" : "+")
      + String(repeating: "0", count: max(0, 4 - zone.utf8.count)) + zone
  }

  private static func makeFolders(above file: String) {
    guard let slash = file.lastIndex(of: "/"), slash > file.startIndex else { return }
    let folder = String(file[..<slash])
    if mkdir(folder, 0o777) != 0, errno == ENOENT {
      makeFolders(above: folder)
      _ = mkdir(folder, 0o777)
    }
  }

  private static func append(_ line: String, to log: String) throws(GitError) {
    if access(log, F_OK) != 0 { makeFolders(above: log) }
    let handle = open(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard handle >= 0 else { throw failure(GIT_ERROR, log) }
    defer { close(handle) }
    try write(Array(line.utf8), to: handle, log)
  }

  private static func write(_ bytes: [UInt8], to handle: Int32, _ path: String) throws(GitError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(handle, $0.baseAddress! + done, $0.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(GIT_ERROR, path) }
      done += count
    }
  }

  private static func failure(_ status: git_error_code, _ path: String) -> GitError {
    GitError(function: "reference", status: status.rawValue, message: "\(path): \(String(cString: strerror(errno)))")
  }
}

extension Repository {
  /// Takes the lock of `name` for a move from `old` to `new`; nil where only ``move(_:from:to:log:)`` can do it.
  ///
  /// A lock that others hold is waited for, one that a killed process left is taken away.
  ///
  /// - Throws: as ``move(_:from:to:log:)`` does.
  package func prepare(
    _ name: String, from old: ObjectID?, to new: ObjectID, log: String
  ) throws(GitError) -> PreparedReference? {
    try whileLocked(name) { () throws(GitError) in
      try PreparedReference(self, name, from: old, to: new, log: log)
    }
  }
}
