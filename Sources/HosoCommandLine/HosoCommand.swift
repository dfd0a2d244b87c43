internal import ArgumentParser
internal import HosoCore
internal import HosoActions

#if canImport(Glibc)
  internal import Glibc
#endif

/// The program `hoso`.
struct HosoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract: help(
      "Hồ sơ nhà trường trong kho git: nộp, kiểm tra, duyệt, tra cứu.",
      "A school's records in a git repository: submit, check, approve, look up."),
    discussion: help(
      "hoso -C THƯ_MỤC LỆNH … chạy lệnh như khi đứng trong THƯ_MỤC.",
      "hoso -C FOLDER COMMAND … runs the command as if started in FOLDER."),
    version: "0.1.0",
    subcommands: [
      InitCommand.self, ProfilesCommand.self, NewCommand.self, CheckCommand.self, SubmitCommand.self,
      ExportCommand.self, ApproveCommand.self, ReturnCommand.self, CommentCommand.self, LockCommand.self,
      UnlockCommand.self,
      CorrectionCommand.self, StatusCommand.self, HistoryCommand.self, RemindCommand.self, CalendarCommand.self,
      CoverageCommand.self, ReportCommand.self, YearCommand.self, WhyCommand.self, VerifyCommand.self,
      BuildCommand.self, ArchiveCommand.self, SyncCommand.self, ServerCommand.self, KeysCommand.self, ShellCommand.self,
      ReceiveCommand.self, JournalCommand.self, DoctorCommand.self, MirrorCommand.self, BenchCommand.self,
      DocumentCommand.self,
    ])
}

/// Where the executable enters.
package enum Program {
  /// A command whose configuration gives this as its super-command is parsed by itself in half of the time: it is not asked
  /// whether it should write a script for completion.
  static let name = "hoso"

  /// Runs the command that the arguments name and ends the process with its status.
  ///
  /// On the main thread, whose heap is the cheapest to grow.
  @MainActor package static func run() async {
    signal(SIGPIPE, SIG_IGN)
    // A closed stream would give its number to the first file that is opened, and lines would be written into that.
    while true {
      let file = open("/dev/null", O_RDWR)
      guard (0...2).contains(file) else {
        close(file)
        break
      }
    }
    // Swift finds them by way of this file (glibc's `pthread_getattr_np`), and gives none where it cannot be opened.
    guard !CommandLine.arguments.isEmpty else {
      end(with: Problem(.diskRead, ["path": "/proc/self/maps"]), arguments: [])
    }
    var arguments = Array(CommandLine.arguments.dropFirst())
    while arguments.first == "-C", arguments.count > 1 {
      guard chdir(arguments[1]) == 0 else {
        end(with: Problem(.noSuchFile, ["path": arguments[1]]), arguments: arguments)
      }
      arguments.removeFirst(2)
    }
    do {
      if arguments.first == "shell", let door = ShellCommand.Door(arguments: arguments.dropFirst()) {
        return try door.open()
      }
      var command = try command(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      Workspace.endReadingAhead()
    } catch {
      end(with: error, arguments: arguments)
    }
  }

  /// What `arguments` ask for.
  ///
  /// The parser would prepare every command to find the one that is named. Where that one does not stand alone, as in
  /// `--help`, or refuses its arguments, the whole is asked.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    let writing: [any ParsableCommand.Type] = [SubmitCommand.self, ApproveCommand.self, ReturnCommand.self]
    if writing.contains(where: { $0._commandName == arguments.first }) { Workspace.readRulesAhead() }
    let named = HosoCommand.configuration.subcommands.first { $0._commandName == arguments.first }
    if let named, named.configuration.subcommands.isEmpty,
      let command = try? named.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == named
    {
      return command
    }
    return try HosoCommand.parseAsRoot(arguments)
  }

  private static func end(with error: any Error, arguments: [String]) -> Never {
    Workspace.endReadingAhead()
    if let end = error as? Exit { exit(end.status) }
    if error is Problem { exit(tell(error, arguments: arguments)) }
    switch HosoCommand.exitCode(for: error) {
    case .success: break
    case .validationFailure:
      // ArgumentParser's own texts are English; the exit status for wrong usage is 64.
      let console = console(for: arguments)
      if console.isJSON {
        console.showUsage(HosoCommand.message(for: error))
        exit(64)
      }
      if Speech.ofHelp == .vietnamese { Console.put("hoso: câu lệnh chưa đúng; xem: hoso LỆNH --help\n", to: 2) }
    default:
      // No error should come here unexplained; if one does, the work could not be done.
      exit(tell(error, arguments: arguments))
    }
    HosoCommand.exit(withError: error)
  }

  /// Says why a run could not do its work.
  ///
  /// - Returns: the exit status.
  static func tell(_ error: any Error, arguments: [String]) -> Int32 {
    let problem = error as? Problem ?? Problem(.gitFailed, ["detail": String(describing: error)])
    console(for: arguments).show(problem)
    return problem.exitStatus
  }

  /// How a run speaks that did not come to its command.
  private static func console(for arguments: [String]) -> Console {
    let language = Speech.chosen ?? (try? Workspace(now: 0))?.language ?? .vietnamese
    let options = try? CommonOptions.parse(arguments.contains("--json") ? ["--json"] : [])
    return Console(language: language, options: options ?? CommonOptions())
  }
}
