import Foundation
import Subprocess
import SystemPackage
import Testing

/// What a command of a transcript did.
struct Run: Sendable {
  let status: Int
  let output: String
  let errors: String

  /// The whole of standard output as one JSON document.
  var document: [String: Any] {
    get throws { try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]) }
  }
}

/// Runs commands in bash with the functions of the transcripts and the `hoso` of `HOSO_PROGRAM`, or the one built beside these
/// tests.
enum Shell {
  /// The folder of the repository that holds these tests.
  static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The folder of transcripts and what they need.
  static let fixtures = sources + "/Tests/Fixtures/transcripts"

  /// The folder with the executable: that of `HOSO_PROGRAM`, else of the test bundle.
  static let products = URL(filePath: ProcessInfo.processInfo.environment["HOSO_PROGRAM"] ?? "/proc/self/exe")
    .resolvingSymlinksInPath().deletingLastPathComponent().path

  private static let functions = try! String(contentsOfFile: fixtures + "/functions.sh", encoding: .utf8)

  /// Runs `script` in `folder`; nothing of this process's environment but `PATH` is seen.
  static func run(_ script: String, in folder: String, _ environment: [String: String] = [:]) async throws -> Run {
    var variables = [
      "PATH": products + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"), "LC_ALL": "C.UTF-8",
      "SAMPLE": sources + "/sample-repo", "OFFICE": sources + "/Tests/Fixtures/office", "GIT_CONFIG_NOSYSTEM": "1",
    ]
    variables.merge(environment) { _, given in given }
    let result = try await Subprocess.run(
      .name("bash"), arguments: ["-c", functions + script],
      environment: .custom(Dictionary(uniqueKeysWithValues: variables.map { (.init(rawValue: $0)!, $1) })),
      workingDirectory: FilePath(folder), output: .data(limit: 1 << 25), error: .data(limit: 1 << 24))
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
    try #require(run.status == 0, "\(script)\n\(run.output)\(run.errors)")
    return run.output
  }
}
