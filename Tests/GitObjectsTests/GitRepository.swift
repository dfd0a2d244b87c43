internal import Foundation

/// A new repository in a temporary folder, driven by `git` itself, with fixed author and time and nobody's configuration.
final class GitRepository {
  let folder: URL

  struct Failed: Error {
    let arguments: [String]
    let detail: String
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "hoso-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try git("init", "--quiet", "--initial-branch=main")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The bytes that `git` prints.
  @discardableResult
  func git(_ arguments: String..., input: [UInt8] = []) throws -> [UInt8] {
    try run("/usr/bin/git", ["-C", folder.path] + arguments, input: input)
  }

  /// The name that `git` prints for what it has written.
  func name(_ arguments: String..., input: [UInt8] = []) throws -> String {
    let bytes = try run("/usr/bin/git", ["-C", folder.path] + arguments, input: input)
    return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// Makes git sign with a new key.
  func useNewKey() throws {
    let key = folder.appending(path: ".git/key").path
    try run("/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", key])
    try git("config", "gpg.format", "ssh")
    try git("config", "user.signingkey", key)
  }

  /// Input and output go through files: a pipe that is full would wait for ever.
  @discardableResult
  private func run(_ program: String, _ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let work = FileManager.default.temporaryDirectory.appending(path: "hoso-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: work) }
    let files = ["in", "out", "err"].map { work.appending(path: $0) }
    try Data(input).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.environment = Self.environment
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

  private static let environment = [
    "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC",
    "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_AUTHOR_NAME": "Nguyễn Văn An", "GIT_AUTHOR_EMAIL": "nva@truong.edu.vn",
    "GIT_AUTHOR_DATE": "1728000000 +0700", "GIT_COMMITTER_NAME": "Lê Thị Hoa",
    "GIT_COMMITTER_EMAIL": "lth@truong.edu.vn", "GIT_COMMITTER_DATE": "1728000060 -0930",
  ]
}
