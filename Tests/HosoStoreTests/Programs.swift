internal import Foundation

/// A folder for one test, and the programs `git` and `ssh-keygen` in it, with nobody's configuration.
final class TemporaryFolder: Sendable {
  let path: String

  struct Failed: Error {
    let program: String
    let arguments: [String]
    let detail: String
  }

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "hoso-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func git(_ arguments: String..., input: [UInt8] = []) throws -> [UInt8] {
    try run("git", ["-C", path] + arguments, input: input)
  }

  /// The first line that `git` prints.
  func gitLine(_ arguments: String..., input: [UInt8] = []) throws -> String {
    let bytes = try run("git", ["-C", path] + arguments, input: input)
    return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// Makes a key and gives its public line: type and base64 text.
  func makeKey(_ name: String, type: String = "ed25519", bits: String? = nil) throws -> (type: String, key: String) {
    let file = path + "/" + name
    try run("ssh-keygen", ["-q", "-t", type, "-N", "", "-C", name, "-f", file] + (bits.map { ["-b", $0] } ?? []))
    let parts = try String(contentsOfFile: file + ".pub", encoding: .utf8).split(separator: " ")
    return (String(parts[0]), String(parts[1]))
  }

  /// The armoured signature of the key `name` over `payload`.
  func sign(_ payload: [UInt8], _ name: String, namespace: String = "git", hash: String = "sha512") throws -> String {
    let bytes = try run(
      "ssh-keygen", ["-q", "-Y", "sign", "-n", namespace, "-O", "hashalg=\(hash)", "-f", path + "/" + name],
      input: payload)
    return String(decoding: bytes, as: UTF8.self)
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
    process.executableURL = URL(filePath: "/usr/bin/" + program)
    process.arguments = arguments
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    ]
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(program: program, arguments: arguments, detail: try String(contentsOf: files[2], encoding: .utf8))
    }
    return [UInt8](try Data(contentsOf: files[1]))
  }
}
