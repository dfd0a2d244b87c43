internal import FoundationEssentials
internal import Subprocess
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#endif

/// One run of a converter over one file, in a child process that knows nothing of our environment and cannot run on without
/// end.
struct BoundedProcess {
  struct Limits {
    var time: Duration = .seconds(60)
    /// Of what it writes to standard output. The syntax tree of a plan of 40 pages has 3 MB.
    var output = 48 * 1024 * 1024
  }

  /// A name to be looked up in `PATH`, or an absolute path.
  let program: String
  let limits: Limits
  /// The address space that it may have, in bytes, where it has no option of its own for that. Its output is then a file,
  /// in which it may go back and forth.
  var memory: Int?
  /// The status with which it ends when its memory is used up, where it has one.
  var statusOfFullMemory: CInt?

  private enum Outcome: Sendable {
    case output([UInt8])
    case refused(OfficeError.Reason)
  }

  /// What the program writes when it is given `bytes` as a file.
  ///
  /// - Parameters:
  ///   - name: what the file is called, in a temporary folder of its own that is removed afterwards.
  ///   - arguments: makes the arguments from the file's path.
  func output(
    of bytes: [UInt8], named name: String, arguments: (String) -> [String]
  ) async throws(OfficeError) -> [UInt8] {
    // A file, not a pipe: a child that ends early would take us with it by SIGPIPE.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hoso-office-" + UUID().uuidString)
    let file = folder.appendingPathComponent(name)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw OfficeError(.failed("temporary folder: \(Self.reason(error))"))
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try Data(bytes).write(to: file)
    } catch {
      throw OfficeError(.failed("temporary file: \(Self.reason(error))"))
    }
    let output = folder.appendingPathComponent("output")
    switch await race(arguments: arguments(file.path), output: output.path) {
    case .output(let bytes): return memory == nil ? bytes : try Self.content(of: output)
    case .refused(let reason): throw OfficeError(reason)
    }
  }

  private static func content(of file: URL) throws(OfficeError) -> [UInt8] {
    do {
      return try Array(Data(contentsOf: file))
    } catch {
      throw OfficeError(.failed("temporary file: \(Self.reason(error))"))
    }
  }

  /// In the system's words where it was the system that refused.
  private static func reason(_ error: any Error) -> String {
    let code = ((error as? CocoaError)?.underlying as? POSIXError)?.code.rawValue
    return code.map { String(cString: strerror($0)) } ?? String(describing: error)
  }

  /// The run and the clock, whichever ends first; the other is cancelled, which kills the child.
  private func race(arguments: [String], output: String) async -> Outcome {
    await withTaskGroup(of: Outcome.self) { group in
      group.addTask { await run(arguments, output) }
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

  private func run(_ arguments: [String], _ output: String) async -> Outcome {
    var executable = Executable.name(name)
    var arguments = arguments
    if let memory {
      // The shell sets the bounds and becomes the program. It counts memory in KiB, files in blocks of 512 bytes.
      let bounds = "ulimit -v \(memory / 1024) && ulimit -f \(limits.output / 512)"
      executable = .path("/bin/sh")
      arguments = ["-c", bounds + " && file=$1 && shift && exec \"$0\" \"$@\" > \"$file\"", name, output] + arguments
    }
    do {
      let result = try await Subprocess.run(
        executable, arguments: Arguments(arguments), environment: environment, output: .bytes(limit: limits.output),
        error: .string(limit: 64 * 1024))
      switch result.terminationStatus {
      case .exited(0): return .output(result.standardOutput)
      case .exited(127) where memory != nil: return .refused(.toolMissing(name))
      case .exited(let status) where status == statusOfFullMemory: return .refused(.tooLarge)
      case .exited: return .refused(.failed(firstLine(result.standardError)))
      // A program that cannot get memory, or writes more than it may, ends by a signal.
      default: return .refused(memory == nil ? .failed(firstLine(result.standardError)) : .tooLarge)
      }
    } catch let error as SubprocessError {
      if error.code == .executableNotFound { return .refused(.toolMissing(name)) }
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

  /// What the program says, without the folder's name and never longer than a line.
  private func firstLine(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("[") } ?? "\(name) gave no reason"
    return String(line.prefix(200))
  }
}
