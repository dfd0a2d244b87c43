internal import ArgumentParser
internal import HosoActions
internal import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

/// Serves one push: runs `git receive-pack` and answers its hooks in this process, which has read the school's rules already.
///
/// The hooks of the repository find `HOSO_SERVICE` in their environment, write `NAME PROCESS` to descriptor 9, and end with
/// the status that they read from descriptor 8. What git gave them, streams and environment, is taken over from
/// `/proc/PROCESS` (proc(5)): standard input and output by 3 and 4, since the shell itself uses 0 and 1 to write and read.
/// Where this process dies they read the end of the pipe and fail, as a hook that was killed.
struct ReceiveService {
  let invocation: ShellAction.Invocation
  /// The school as it was opened for the sender.
  let workspace: Workspace
  /// The files of the pushed objects. Git does not sync them one after another: all are synced in one step before a reference
  /// moves.
  private var objects: [String] = []
  private let options: CommonOptions

  init(invocation: ShellAction.Invocation, workspace: Workspace) throws {
    options = try CommonOptions.parse([])
    self.invocation = invocation
    self.workspace = workspace
  }

  /// - Returns: git's exit status.
  mutating func run() throws -> Int32 {
    var requests: [Int32] = [-1, -1]
    var answers: [Int32] = [-1, -1]
    guard pipe(&requests) == 0, pipe(&answers) == 0 else { throw failure("pipe") }
    for file in requests + answers { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    let child = try spawn(reading: answers[0], writing: requests[1])
    close(answers[0])
    close(requests[1])
    // What git reads and writes is the sender's, and ends with git.
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    dup2(nothing, 0)
    dup2(nothing, 1)
    var line = ""
    while let byte = Self.byte(from: requests[0]) {
      guard byte == UInt8(ascii: "\n") else {
        line.unicodeScalars.append(Unicode.Scalar(byte))
        continue
      }
      let status = answer(line)
      line = ""
      guard Console.put("\(status)\n", to: answers[1]) == 0 else { break }
    }
    close(requests[0])
    close(answers[1])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { guard errno == EINTR else { throw failure("waitpid") } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }

  /// Does the work of one hook, `NAME PROCESS`.
  ///
  /// - Returns: its exit status.
  private mutating func answer(_ request: String) -> Int32 {
    let parts = request.split(separator: " ")
    guard parts.count == 2, let process = Int32(parts[1]) else { return 2 }
    let streams = [(3, O_RDONLY), (4, O_WRONLY), (2, O_WRONLY)].map { file, mode in
      open("/proc/\(process)/fd/\(file)", mode | O_CLOEXEC)
    }
    let own = (0...2).map { fcntl(Int32($0), F_DUPFD_CLOEXEC, 10) }
    defer { for file in streams + own where file >= 0 { close(file) } }
    guard (streams + own).allSatisfy({ $0 >= 0 }), let environment = Self.environment(of: process) else { return 2 }
    for (number, file) in streams.enumerated() { dup2(file, Int32(number)) }
    defer { for (number, file) in own.enumerated() { dup2(file, Int32(number)) } }
    do {
      switch parts[0] {
      case "pre-receive": objects = try judge(environment)
      case "proc-receive": try hook(workspace, environment).carryOut(objects: objects)
      default: return 2
      }
      return 0
    } catch let end as Exit {
      return end.status
    } catch {
      return Program.tell(error, arguments: [])
    }
  }

  private func hook(_ workspace: Workspace, _ environment: [String: String]) -> ReceiveHook {
    ReceiveHook(
      workspace: workspace, standing: self.workspace, environment: { environment[$0] }, options: options)
  }

  /// With the pushed objects in sight, which git names in the hook's environment.
  private func judge(_ environment: [String: String]) throws -> [String] {
    let names = ["GIT_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH"]
    for name in names { if let value = environment[name] { setenv(name, value, 1) } }
    defer { for name in names { unsetenv(name) } }
    return try hook(try Workspace.ofHook(), environment).judge()
  }

  private func spawn(reading answers: Int32, writing requests: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, answers, 8)
    posix_spawn_file_actions_adddup2(&actions, requests, 9)
    var arguments = invocation.arguments.map { strdup($0) } + [nil]
    let own = [
      "HOSO_SERVICE": "1", "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsync", "GIT_CONFIG_VALUE_0": "none",
    ]
    let variables = invocation.environment.merging(own) { $1 }
    var environment = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var child: pid_t = 0
    let failed = posix_spawnp(&child, invocation.arguments[0], &actions, nil, &arguments, &environment)
    guard failed == 0 else {
      throw Problem(.toolMissing, ["tool": "git", "detail": String(cString: strerror(failed))])
    }
    return child
  }

  private static func byte(from file: Int32) -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = read(file, &byte, 1)
      if count == 1 { return byte }
      guard count < 0, errno == EINTR else { return nil }
    }
  }

  /// The environment with which a process was started.
  private static func environment(of process: Int32) -> [String: String]? {
    guard let file = fopen("/proc/\(process)/environ", "re") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&part, 1, part.count, file)
      if count == 0 { break }
      bytes += part[..<count]
    }
    var result: [String: String] = [:]
    for entry in bytes.split(separator: 0) {
      let parts = entry.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      result[String(decoding: parts[0], as: UTF8.self)] = String(decoding: parts[1], as: UTF8.self)
    }
    return result
  }

  private func failure(_ call: String) -> Problem {
    Problem(.gitFailed, ["detail": "\(call): \(String(cString: strerror(errno)))"])
  }
}
