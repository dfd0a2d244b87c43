internal import Foundation
internal import Subprocess

/// One run of `pandoc` in a child process that can neither reach the network nor other files, nor run on without end.
struct PandocProcess {
  struct Limits {
    var time: Duration = .seconds(60)
    /// Of the syntax tree as JSON. A plan of 40 pages gives 3 MB.
    var output = 48 * 1024 * 1024
  }

  /// A name to be looked up in `PATH`, or an absolute path.
  let program: String
  let limits: Limits

  private enum Outcome: Sendable {
    case tree([UInt8])
    case refused(OfficeError.Reason)
  }

  /// The document in `bytes` as pandoc's JSON.
  ///
  /// Pictures are not asked for: `--extract-media` of pandoc before 3.1.4 writes where a crafted file wants it to
  /// (CVE-2023-35936), also with `--sandbox`.
  func tree(of bytes: [UInt8], as format: OfficePackage.Format) async throws(OfficeError) -> [UInt8] {
    // A file, not a pipe: a child that ends early would take us with it by SIGPIPE.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hoso-office-" + UUID().uuidString)
    let file = folder.appendingPathComponent("document." + format.rawValue)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw OfficeError(.failed("temporary folder: \(error.localizedDescription)"))
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try Data(bytes).write(to: file)
    } catch {
      throw OfficeError(.failed("temporary file: \(error.localizedDescription)"))
    }
    switch await race(arguments: [
      "--sandbox", "--from", format.rawValue, "--to", "json", file.path, "+RTS", "-M512M", "-RTS",
    ]) {
    case .tree(let bytes): return bytes
    case .refused(let reason): throw OfficeError(reason)
    }
  }

  /// The run and the clock, whichever ends first; the other is cancelled, which kills the child.
  private func race(arguments: [String]) async -> Outcome {
    await withTaskGroup(of: Outcome.self) { group in
      group.addTask { await run(arguments) }
      group.addTask {
        do {
          try await Task.sleep(for: limits.time)
          return .refused(.timedOut)
        } catch {
          return .refused(.failed("cancelled"))
        }
      }
      let first = await group.next() ?? .refused(.failed("nothing was run"))
      group.cancelAll()
      return first
    }
  }

  private func run(_ arguments: [String]) async -> Outcome {
    do {
      let result = try await Subprocess.run(
        .name(name), arguments: Arguments(arguments), environment: environment, output: .bytes(limit: limits.output),
        error: .string(limit: 64 * 1024))
      switch result.terminationStatus {
      case .exited(0): return .tree(result.standardOutput)
      // GHC's own status for a full heap.
      case .exited(251): return .refused(.tooLarge)
      default: return .refused(.failed(Self.firstLine(result.standardError)))
      }
    } catch let error as SubprocessError {
      if error.code == .executableNotFound { return .refused(.pandocMissing) }
      if error.code == .outputLimitExceeded { return .refused(.tooLarge) }
      return .refused(.failed(error.description))
    } catch {
      return .refused(.failed(String(describing: error)))
    }
  }

  private var name: String { program.split(separator: "/").last.map(String.init) ?? program }

  /// Nothing of our own environment but the search path, or the folder of an absolute program.
  private var environment: Environment {
    let folder = program.split(separator: "/").dropLast().joined(separator: "/")
    let path =
      program.hasPrefix("/")
      ? "/" + folder : ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return .custom(["PATH": path, "LANG": "C.UTF-8", "HOME": "/nonexistent"])
  }

  /// What pandoc says, without the folder's name and never longer than a line.
  private static func firstLine(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("[") } ?? "pandoc gave no reason"
    return String(line.prefix(200))
  }
}
