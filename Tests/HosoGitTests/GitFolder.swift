internal import Foundation
internal import GitObjects
internal import HosoGit

/// A new repository in a temporary folder, open in this process and driven by `git`, with nobody's configuration.
final class GitFolder {
  let folder: URL
  let repository: Repository

  struct Failed: Error {
    let arguments: [String]
    let detail: String
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "hoso-\(UUID().uuidString)")
    repository = try Repository.create(at: folder.path, isBare: false)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The bytes that `git` prints.
  @discardableResult
  func git(_ arguments: String..., input: [UInt8] = []) throws -> [UInt8] {
    try Self.run("/usr/bin/git", ["-C", folder.path] + arguments, input: input)
  }

  /// The lines that `git` prints.
  func lines(_ arguments: String..., input: [UInt8] = []) throws -> [String] {
    let bytes = try Self.run("/usr/bin/git", ["-C", folder.path] + arguments, input: input)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Writes `text` as a blob.
  func blob(_ text: String) throws -> ObjectID { try repository.write(Array(text.utf8), as: .blob) }

  /// Writes a commit of `tree` by a fixed person at a fixed time.
  func commit(_ tree: ObjectID, _ parents: [ObjectID] = [], _ message: String = "Nộp") throws -> ObjectID {
    let identity = Identity(name: "Nguyễn Văn An", email: "nva@truong.edu.vn", time: 1_728_000_000, offset: 420)
    let commit = CommitObject(tree: tree, parents: parents, author: identity, committer: identity, message: message)
    return try repository.write(commit.bytes, as: .commit)
  }

  private func file(of object: ObjectID) -> URL {
    let name = object.hexadecimal
    return folder.appending(path: ".git/objects/\(name.prefix(2))/\(name.dropFirst(2))")
  }

  /// Takes a loose object away.
  func remove(_ object: ObjectID) throws { try FileManager.default.removeItem(at: file(of: object)) }

  /// Another handle of it, which has read nothing yet.
  func reopened() throws -> Repository { try Repository(containing: folder.path) }

  /// The compressed bytes of a loose object.
  func looseBytes(of object: ObjectID) throws -> [UInt8] { try Array(Data(contentsOf: file(of: object))) }

  func setLooseBytes(of object: ObjectID, to bytes: [UInt8]) throws {
    try remove(object)
    try Data(bytes).write(to: file(of: object))
  }

  /// Lets git find the objects of `other` here too.
  func setAlternate(to other: GitFolder) throws {
    let line = Data((other.folder.path + "/.git/objects\n").utf8)
    try line.write(to: folder.appending(path: ".git/objects/info/alternates"))
  }

  /// Runs a program; input and output go through files, for a pipe that is full would wait for ever.
  @discardableResult
  static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> [UInt8] {
    let work = FileManager.default.temporaryDirectory.appending(path: "hoso-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    let files = ["in", "out", "err"].map { work.appending(path: $0) }
    try Data(input).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    ].merging(environment) { _, new in new }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(arguments: arguments, detail: try String(contentsOf: files[2], encoding: .utf8))
    }
    return [UInt8](try Data(contentsOf: files[1]))
  }
}
