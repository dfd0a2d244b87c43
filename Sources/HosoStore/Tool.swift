internal import Subprocess
internal import SystemPackage
package import HosoCore

/// Runs a program that must exist on the machine, such as `git` or `ssh-keygen`, never through a shell.
package enum Tool {
  /// How a program ended and what it printed.
  package struct Result: Sendable {
    package let isSuccess: Bool
    /// At most 1 MiB, or the limit that was given.
    package let output: String
    /// At most 256 KiB.
    package let errors: String
  }

  /// What the program printed on its standard output, at most 1 MiB.
  @discardableResult
  package static func run(
    _ name: String, _ arguments: [String], environment: [String: String] = [:]
  ) async throws(Problem) -> String {
    let result = try await result(name, arguments, environment: environment)
    guard result.isSuccess else {
      let last = result.errors.split(separator: "\n").last.map(String.init) ?? ""
      throw Problem(.toolFailed, ["tool": name, "detail": last])
    }
    return result.output
  }

  /// Runs the program to its end, whatever that is; `limit` is the most that it may print, in bytes.
  package static func result(
    _ name: String, _ arguments: [String], environment: [String: String] = [:], limit: Int = 1 << 20
  ) async throws(Problem) -> Result {
    do {
      let changes = Dictionary(
        environment.map { (Environment.Key(rawValue: $0)!, Optional($1)) }, uniquingKeysWith: { first, _ in first })
      let result = try await Subprocess.run(
        name.contains("/") ? .path(FilePath(name)) : .name(name), arguments: Arguments(arguments),
        environment: .inherit.updating(changes),
        output: .string(limit: limit), error: .string(limit: 1 << 18))
      return Result(
        isSuccess: result.terminationStatus.isSuccess, output: result.standardOutput, errors: result.standardError)
    } catch {
      throw Problem(.toolMissing, ["tool": name, "detail": String(describing: error)])
    }
  }
}
