internal import Subprocess
internal import SystemPackage
package import HosoCore

/// Runs a program that must exist on the machine, such as `git` or `ssh-keygen`, never through a shell.
package enum Tool {
  /// What the program printed on its standard output, at most 1 MiB.
  @discardableResult
  package static func run(
    _ name: String, _ arguments: [String], environment: [String: String] = [:]
  ) async throws(Problem) -> String {
    let output: String
    let errors: String
    let isSuccess: Bool
    do {
      let changes = Dictionary(
        environment.map { (Environment.Key(rawValue: $0)!, Optional($1)) }, uniquingKeysWith: { first, _ in first })
      let result = try await Subprocess.run(
        name.contains("/") ? .path(FilePath(name)) : .name(name), arguments: Arguments(arguments),
        environment: .inherit.updating(changes),
        output: .string(limit: 1 << 20), error: .string(limit: 1 << 16))
      output = result.standardOutput
      errors = result.standardError
      isSuccess = result.terminationStatus.isSuccess
    } catch {
      throw Problem(.toolMissing, ["tool": name, "detail": String(describing: error)])
    }
    guard isSuccess else {
      throw Problem(.toolFailed, ["tool": name, "detail": errors.split(separator: "\n").last.map(String.init) ?? ""])
    }
    return output
  }
}
