internal import ArgumentParser
internal import HosoActions
internal import HosoCore
internal import HosoMessages

#if canImport(Glibc)
  internal import Glibc
#endif

/// `hoso server …`: what the administrator does on the school's server.
struct ServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "server",
    abstract: help(
      "Máy chủ của trường: tạo kho, bảo trì, khôi phục.", "The school's server: make its repository, maintain, restore."
    ),
    subcommands: [ServerInitCommand.self, ServerMaintainCommand.self, ServerRestoreCommand.self])
}

struct ServerInitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: help(
      "Tạo kho máy chủ từ kho đã có quy định của trường.",
      "Make the server's repository from one that has the school's rules."))

  @Argument(help: ArgumentHelp(help("thư mục mới, ví dụ /srv/truong.git", "a new folder, such as /srv/school.git")))
  var folder: String

  @Option(help: ArgumentHelp(help("kho đã có quy định", "the repository with the rules"), valueName: "repository"))
  var from = "."

  @Flag(help: .hidden)
  var simulatedClock = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let console = common.console()
    let report = try await ServerInitAction(
      folder: folder, from: from, program: Workspace.program, now: try CommonOptions.now(),
      hasSimulatedClock: simulatedClock
    ).perform()
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "outcome": "made", "folder": .string(report.folder),
          "serverKey": .string(report.fingerprint), "receipts": .number(report.receipts),
        ]))
    } else {
      console.answer(
        console.text(
          """
          Đã tạo kho máy chủ ở \(report.folder), sổ biên nhận có \(report.receipts) dòng.
          Khoá của máy chủ: \(report.fingerprint) — ghi vào giấy và cất giữ.
          Tiếp theo: hoso -C \(report.folder) keys > ~/.ssh/authorized_keys
          """,
          """
          The server's repository is at \(report.folder); its journal has \(report.receipts) receipts.
          The server's key: \(report.fingerprint) - write it down and keep it.
          Next: hoso -C \(report.folder) keys > ~/.ssh/authorized_keys
          """))
    }
  }
}

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: help(
      "In các dòng authorized_keys cho từng người (hoặc làm AuthorizedKeysCommand).",
      "Print the lines of authorized_keys for each person (or serve as AuthorizedKeysCommand)."),
    discussion: help(
      "Trong sshd_config: AuthorizedKeysCommand /usr/local/bin/hoso -C KHO keys %k",
      "In sshd_config: AuthorizedKeysCommand /usr/local/bin/hoso -C REPOSITORY keys %k"))

  @Argument(help: ArgumentHelp(help("chỉ khoá này, dạng base64 (%k)", "this key alone, as base64 (%k)")))
  var key: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    for line in try KeysAction(program: Workspace.program, only: key).perform(in: workspace) {
      Console.put(line + "\n", to: 1)
    }
  }
}

struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell",
    abstract: help("Lệnh mà sshd chạy cho khoá của một người.", "What sshd runs for a person's key."),
    shouldDisplay: false)

  @Option var key: String
  /// Takes the command from the arguments, as git gives it to `core.sshCommand`, instead of from sshd.
  @Flag var local = false
  @Argument var person: String
  @Argument(parsing: .captureForPassthrough) var rest: [String] = []

  func run() throws {
    try Door(key: key, person: person, command: local ? rest.last : Speech.environment("SSH_ORIGINAL_COMMAND")).open()
  }

  /// What the command does, without its options.
  struct Door {
    let key: String
    let person: String
    /// What the person's git asks for.
    let command: String?

    /// Reads `--key KEY PERSON` and `--key KEY --local PERSON … COMMAND`, the two forms that hoso itself writes; nil for any
    /// other. Each push and fetch begins here, and the reader of all commands would cost more than the rest.
    init?(arguments: ArraySlice<String>) {
      var rest = arguments
      guard rest.popFirst() == "--key", let key = rest.popFirst() else { return nil }
      let isLocal = rest.first == "--local"
      if isLocal { rest.removeFirst() }
      guard let person = rest.popFirst(), !key.hasPrefix("-"), !person.hasPrefix("-"), isLocal || rest.isEmpty else {
        return nil
      }
      self.init(
        key: key, person: person, command: isLocal ? rest.last : Speech.environment("SSH_ORIGINAL_COMMAND"))
    }

    init(key: String, person: String, command: String?) {
      self.key = key
      self.person = person
      self.command = command
    }

    /// Becomes git for the one repository, or says no.
    func open() throws {
      var workspace = try Workspace(now: try CommonOptions.now())
      if !workspace.isClockSimulated { workspace = try Workspace(now: Int64(time(nil))) }
      let invocation = try ShellAction(
        person: person, key: key, command: command, protocolVersion: Speech.environment("GIT_PROTOCOL")
      ).perform(in: workspace)
      if invocation.isPush {
        var service = try ReceiveService(invocation: invocation, workspace: workspace)
        throw Exit(status: try service.run())
      }
      var arguments = invocation.arguments.map { strdup($0) } + [nil]
      clearenv()
      for (name, value) in invocation.environment { setenv(name, value, 1) }
      execvp(invocation.arguments[0], &arguments)
      throw Problem(.toolMissing, ["tool": "git", "detail": String(cString: strerror(errno))])
    }
  }
}

/// The hooks of the server's repository, each as a process of its own: where somebody pushes past `hoso shell`.
struct ReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", _superCommandName: Program.name, shouldDisplay: false)

  @Flag var carryOut = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let hook = ReceiveHook(workspace: try Workspace.ofHook(), environment: Speech.environment, options: common)
    if carryOut { try hook.carryOut() } else { try hook.judge() }
  }
}
