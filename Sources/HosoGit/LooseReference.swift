internal import Clibgit2
internal import GitObjects

#if canImport(Glibc)
  internal import Glibc
#endif

/// The file of a reference, moved under its lock as git and libgit2 do it.
///
/// libgit2 syncs both logs and their folders in between, which no answer depends on; here the new value is synced before
/// it takes the place of the old one, and the folder after it.
struct LooseReference {
  let repository: Repository
  let name: String

  private var common: String { repository.commonFolder }

  /// Moves the reference from `old` to `new` and notes it in the logs; false where libgit2 must do it: where it or a log
  /// is to be made first, or leads elsewhere.
  func move(from old: ObjectID, to new: ObjectID, log: String) throws(GitError) -> Bool {
    let file = common + name
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")), let logs = try logs(),
      try repository.symbolicTarget(of: name) == nil
    else { return false }
    let lock = file + ".lock"
    let handle = open(lock, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if handle < 0, errno == ENOENT { return false }
    guard handle >= 0 else { throw failure(errno == EEXIST ? GIT_ELOCKED : GIT_ERROR, lock) }
    _ = flock(handle, LOCK_EX | LOCK_NB)
    do throws(GitError) {
      defer { close(handle) }
      guard try repository.reference(name) == old else {
        throw GitError(function: "reference", status: GIT_EMODIFIED.rawValue, message: "old value does not match")
      }
      try write(Array((new.hexadecimal + "\n").utf8), to: handle, lock)
      guard fsync(handle) == 0 else { throw failure(GIT_ERROR, lock) }
      let line = Array("\(old.hexadecimal) \(new.hexadecimal) \(writer())\t\(log)\n".utf8)
      for log in logs { try append(line, to: log) }
      guard rename(lock, file) == 0 else { throw failure(GIT_ERROR, file) }
    } catch {
      unlink(lock)
      throw error
    }
    let folder = String(file[..<slash])
    let place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard place >= 0 else { throw failure(GIT_ERROR, folder) }
    defer { close(place) }
    guard fsync(place) == 0 else { throw failure(GIT_ERROR, folder) }
    return true
  }

  /// The logs to write to: of the reference, and of `HEAD` where that is another name of it; nil where one is to be made.
  private func logs() throws(GitError) -> [String]? {
    var logs = [common + "logs/" + name]
    if try repository.symbolicTarget(of: "HEAD") == name { logs.append(repository.folder + "logs/HEAD") }
    let found = logs.filter { access($0, F_OK) == 0 }
    if found.count == logs.count { return found }
    // In a bare repository nothing is logged unless the configuration asks for it.
    let isAsked = try repository.configuration("core.logallrefupdates") != nil
    return git_repository_is_bare(repository.handle) == 1 && !isAsked ? found : nil
  }

  /// Who moves it and when, as git writes it.
  private func writer() -> String {
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

  private func append(_ line: [UInt8], to log: String) throws(GitError) {
    let handle = open(log, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard handle >= 0 else { throw failure(GIT_ERROR, log) }
    defer { close(handle) }
    try write(line, to: handle, log)
  }

  private func write(_ bytes: [UInt8], to handle: Int32, _ path: String) throws(GitError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(handle, $0.baseAddress! + done, $0.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(GIT_ERROR, path) }
      done += count
    }
  }

  private func failure(_ status: git_error_code, _ path: String) -> GitError {
    GitError(function: "reference", status: status.rawValue, message: "\(path): \(String(cString: strerror(errno)))")
  }
}
