internal import ArgumentParser
internal import HosoCore
internal import HosoActions

#if canImport(Glibc)
  internal import Glibc
#endif

/// The program `hoso`.
struct HosoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hoso",
    abstract: help(
      "Hồ sơ nhà trường trong kho git: nộp, kiểm tra, duyệt, tra cứu.",
      "A school's records in a git repository: submit, check, approve, look up."),
    discussion: help(
      "hoso -C THƯ_MỤC LỆNH … chạy lệnh như khi đứng trong THƯ_MỤC.",
      "hoso -C FOLDER COMMAND … runs the command as if started in FOLDER."),
    version: "0.1.0",
    subcommands: [
      InitCommand.self, NewCommand.self, CheckCommand.self, SubmitCommand.self, ApproveCommand.self,
      ReturnCommand.self, StatusCommand.self, HistoryCommand.self, WhyCommand.self, VerifyCommand.self,
      BuildCommand.self, ArchiveCommand.self, BenchCommand.self, DocumentCommand.self,
    ])
}

/// Where the executable enters.
package enum Program {
  /// Runs the command that the arguments name and ends the process with its status.
  ///
  /// On the main thread, whose heap is the cheapest to grow.
  @MainActor package static func run() async {
    signal(SIGPIPE, SIG_IGN)
    var arguments = Array(CommandLine.arguments.dropFirst())
    while arguments.first == "-C", arguments.count > 1 {
      guard chdir(arguments[1]) == 0 else {
        plainConsole.show(Problem(.noSuchFile, ["path": arguments[1]]))
        exit(2)
      }
      arguments.removeFirst(2)
    }
    do {
      var command = try HosoCommand.parseAsRoot(arguments)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error, arguments: arguments)
    }
  }

  private static func end(with error: any Error, arguments: [String]) {
    switch error {
    case let end as Exit: exit(end.status)
    case let problem as Problem:
      let isJSON = arguments.contains("--json")
      var console = plainConsole
      if isJSON, let options = try? CommonOptions.parse(["--json"]) {
        console = Console(language: console.language, options: options)
      }
      console.show(problem)
      exit(problem.exitStatus)
    default:
      // ArgumentParser's own texts are English; the exit status for wrong usage is 64.
      if HosoCommand.exitCode(for: error).rawValue == 64, Speech.ofHelp == .vietnamese {
        Console.put("hoso: câu lệnh chưa đúng; xem: hoso LỆNH --help\n", to: 2)
      }
      HosoCommand.exit(withError: error)
    }
  }

  private static var plainConsole: Console {
    let language = Speech.chosen ?? (try? Workspace(now: 0))?.language ?? .vietnamese
    return Console(language: language, options: (try? CommonOptions.parse([])) ?? CommonOptions())
  }
}
