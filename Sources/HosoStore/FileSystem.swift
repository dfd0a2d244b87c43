package import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

/// Files and folders of this machine, by the system's own calls; errors say what was tried and why it failed.
package enum FileSystem {
  /// What lies at a path.
  package enum Kind: Sendable { case file, folder, symbolicLink, other }

  /// What lies at `path`, itself and not what a link leads to; nil where there is nothing.
  package static func kind(at path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink
    default: return .other
    }
  }

  /// The size of the file at `path`, in bytes.
  package static func size(at path: String) -> Int? {
    var status = stat()
    return lstat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Reads a whole file. Links at the last component are not followed.
  package static func read(_ path: String) throws(Problem) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw failure(.diskRead, path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failure(.diskRead, path) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress! + done, $0.count - done) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(.diskRead, path) }
      if count == 0 { break }
      done += count
    }
    bytes.removeLast(bytes.count - done)
    return bytes
  }

  /// Writes a new file or replaces one by write, sync, rename: readers see the old bytes or the new.
  package static func replace(_ path: String, with bytes: [UInt8], isSynced: Bool = true) throws(Problem) {
    let temporary = path + ".hoso-\(getpid())"
    do {
      try bytes.withUnsafeBufferPointer { (buffer) throws(Problem) in
        try write(buffer, to: temporary, isSynced: isSynced)
      }
    } catch {
      unlink(temporary)
      throw error
    }
    guard Glibc.rename(temporary, path) == 0 else {
      let problem = failure(.diskWrite, path)
      unlink(temporary)
      throw problem
    }
  }

  /// Writes `bytes` to a file that may exist.
  package static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, to path: String, isSynced: Bool = false
  ) throws(Problem) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(.diskWrite, path) }
    defer { close(file) }
    guard write(UnsafeRawBufferPointer(bytes), to: file) else { throw failure(.diskWrite, path) }
    if isSynced, fsync(file) != 0 { throw failure(.diskWrite, path) }
  }

  /// Writes all of `bytes` where the file of this descriptor stands.
  ///
  /// - Returns: false where the disk does not take them; `errno` says why.
  static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(file, bytes.baseAddress! + done, bytes.count - done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// Makes `path` and the folders above it.
  package static func makeFolders(_ path: String) throws(Problem) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw failure(.diskWrite, path)
    }
    try makeFolders(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(.diskWrite, path) }
  }

  /// The names in a folder, sorted by bytes, without `.` and `..`.
  package static func names(in folder: String) throws(Problem) -> [[UInt8]] {
    guard let stream = opendir(folder) else { throw failure(.diskRead, folder) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in Array(raw.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The names in a folder, in no order, and which of them are folders; links are none.
  package static func entries(in folder: String) throws(Problem) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(folder) else { throw failure(.diskRead, folder) }
    defer { closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      let type = Int(entry.pointee.d_type)
      // Some file systems say nothing of what a name is.
      let isFolder = type == DT_UNKNOWN ? kind(at: folder + "/" + name) == .folder : type == DT_DIR
      entries.append((name, isFolder))
    }
    return entries
  }

  /// Moves a folder that was built beside its place into it; the place must be free.
  package static func rename(_ source: String, to target: String) throws(Problem) {
    guard Glibc.rename(source, target) == 0 else { throw failure(.diskWrite, target) }
  }

  /// Removes a file or folder with all that is in it; links are removed, not followed.
  package static func remove(_ path: String) throws(Problem) {
    guard let kind = kind(at: path) else { return }
    if kind == .folder {
      for name in try names(in: path) { try remove(path + "/" + String(decoding: name, as: UTF8.self)) }
      guard rmdir(path) == 0 else { throw failure(.diskWrite, path) }
    } else {
      guard unlink(path) == 0 else { throw failure(.diskWrite, path) }
    }
  }

  /// Calls `body` while no other process is in here with the same file; the lock ends with this process at the latest.
  package static func whileLocked(_ path: String, _ body: () throws -> Void) throws {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(.diskWrite, path) }
    defer { close(file) }
    guard flock(file, LOCK_EX) == 0 else { throw failure(.diskWrite, path) }
    try body()
  }

  /// `path` without links, `.` and `..`; nil where it does not exist.
  package static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folder that this process runs in.
  package static var currentFolder: String { real(".") ?? "/" }

  static func failure(_ id: Problem.ID, _ path: String) -> Problem {
    Problem(id, ["path": path, "detail": String(cString: strerror(errno))])
  }
}

extension FileSystem {
  /// The person's home folder, as the environment says.
  package static var homeFolder: String? { getenv("HOME").map { String(cString: $0) } }

  /// A new folder for temporary files, readable by this user alone.
  package static func makeTemporaryFolder() throws(Problem) -> String {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((base + "/hoso-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw failure(.diskWrite, base) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
