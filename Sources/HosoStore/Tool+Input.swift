internal import Subprocess
internal import SystemPackage
package import HosoCore

extension Tool {
  /// Runs the program with `input` on its standard input, to its end or for `time` at most; what it prints is limited.
  ///
  /// The input lies in a file of this user's alone, not in a pipe, so that a program may end without reading it.
  package static func result(
    _ name: String, _ arguments: [String], input: [UInt8], time: Duration = .seconds(60)
  ) async throws(Problem) -> Result {
    let folder = try FileSystem.makeTemporaryFolder()
    defer { try? FileSystem.remove(folder) }
    let file = folder + "/input"
    try FileSystem.replace(file, with: input, isSynced: false)
    let descriptor: FileDescriptor
    do { descriptor = try FileDescriptor.open(FilePath(file), .readOnly) } catch {
      throw Problem(.diskRead, ["path": file, "detail": String(describing: error)])
    }
    do {
      return try await withThrowingTaskGroup(of: Result.self) { group in
        group.addTask {
          let result = try await Subprocess.run(
            name.contains("/") ? .path(FilePath(name)) : .name(name), arguments: Arguments(arguments),
            input: .fileDescriptor(descriptor, closeAfterSpawningProcess: true), output: .string(limit: 1 << 20),
            error: .string(limit: 1 << 18))
          return Result(
            isSuccess: result.terminationStatus.isSuccess, output: result.standardOutput,
            errors: result.standardError)
        }
        group.addTask {
          // Cancelled, it ends at once; the other has answered then.
          try? await Task.sleep(for: time)
          return Result(isSuccess: false, output: "", errors: "\(name): \(time)")
        }
        let first = try await group.next()
        group.cancelAll()
        return first ?? Result(isSuccess: false, output: "", errors: name)
      }
    } catch {
      throw Problem(.toolMissing, ["tool": name, "detail": String(describing: error)])
    }
  }
}
