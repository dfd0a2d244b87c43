import Foundation
import Subprocess
import SystemPackage
import Testing

/// What a command did.
struct Run: Sendable {
  let status: Int
  let output: String
  let errors: String

  /// The whole of standard output as one JSON document.
  var document: [String: Any] {
    get throws { try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]) }
  }

  /// All lines that were printed, without git's `remote: ` and what it fills lines with.
  var lines: [String] {
    (output + errors).split(whereSeparator: \.isNewline).map { line in
      var line = line.hasPrefix("remote: ") ? line.dropFirst("remote: ".count) : line[...]
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// The ids in brackets with which faults and problems end.
  var ids: Set<String> {
    Set(lines.compactMap { $0.firstMatch(of: #/ \[([a-z0-9-]+)\]$/#).map { String($0.1) } })
  }

  /// All that was said, for a failure's message.
  var text: String { "status \(status)\n" + lines.joined(separator: "\n") }
}

/// Runs commands in bash, with the `hoso` of `HOSO_PROGRAM`, or the one built beside these tests.
enum Shell {
  /// The folder of the repository that holds these tests.
  static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let fixtures = sources + "/Tests/Fixtures"

  /// The folder with the executable: that of `HOSO_PROGRAM`, else of the test bundle.
  static let products = URL(filePath: ProcessInfo.processInfo.environment["HOSO_PROGRAM"] ?? "/proc/self/exe")
    .resolvingSymlinksInPath().deletingLastPathComponent().path

  private static let functions = try! String(contentsOfFile: fixtures + "/transcripts/functions.sh", encoding: .utf8)
  private static let turns = Turns(3)

  /// Runs `script` in `folder`; nothing of this process's environment but `PATH` is seen. Status 124 is a script that
  /// took longer than two minutes.
  static func run(_ script: String, in folder: String, _ environment: [String: String] = [:]) async throws -> Run {
    let own = [
      "PATH": products + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"), "LC_ALL": "C.UTF-8",
      "SAMPLE": sources + "/sample-repo", "PUSHES": fixtures + "/pushes", "GIT_CONFIG_NOSYSTEM": "1",
    ]
    let variables = own.merging(environment) { _, given in given }
    let result = try await turns.inTurn {
      try await Subprocess.run(
        .name("timeout"), arguments: ["120", "bash", "-c", functions + script],
        environment: .custom(Dictionary(uniqueKeysWithValues: variables.map { (.init(rawValue: $0)!, $1) })),
        workingDirectory: FilePath(folder), output: .data(limit: 1 << 25), error: .data(limit: 1 << 24))
    }
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): 128 + Int(signal)
      }
    return Run(
      status: status, output: String(decoding: result.standardOutput, as: UTF8.self),
      errors: String(decoding: result.standardError, as: UTF8.self))
  }

  /// As above, and fails the test unless the script succeeds.
  @discardableResult
  static func succeed(_ script: String, in folder: String, _ environment: [String: String] = [:]) async throws -> String
  {
    let run = try await run("set -e\n" + script, in: folder, environment)
    try #require(run.status == 0, "\(script)\n\(run.text)")
    return run.output
  }
}

/// Lets a few at a time, in the order in which they came: more processes than that only wait for each other.
private actor Turns {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  nonisolated func inTurn<Result: Sendable>(_ body: @Sendable () async throws -> Result) async throws -> Result {
    await take()
    do {
      let result = try await body()
      await give()
      return result
    } catch {
      await give()
      throw error
    }
  }

  private func take() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  private func give() {
    guard waiting.isEmpty else { return waiting.removeFirst().resume() }
    free += 1
  }
}
