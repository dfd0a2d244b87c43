internal import ArgumentParser
internal import GitObjects
internal import HosoActions
internal import HosoCore

/// `hoso correction …`: corrections of what is locked.
struct CorrectionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correction",
    abstract: help(
      "Chỉnh sửa hồ sơ đã khoá sổ: lập biên bản, kí đồng ý, sửa đúng từng ô đã kí.",
      "Correct what is locked: minutes, consents, and a change of exactly the signed cells."),
    subcommands: [
      CorrectionOpenCommand.self, CorrectionConsentCommand.self, CorrectionRefuseCommand.self,
      CorrectionApplyCommand.self, CorrectionWithdrawCommand.self, CorrectionShowCommand.self,
      CorrectionListCommand.self,
    ],
    aliases: ["chinh-sua"])
}

struct CorrectionOpenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: help(
      "Lập hồ sơ chỉnh sửa: tự đọc giá trị cũ, ghi biên bản và nộp kèm minh chứng.",
      "Open a case: reads the old values, writes the minutes and submits them with the evidence."),
    aliases: ["lap"])

  @Argument(help: ArgumentHelp(help("hồ sơ cần sửa, cả sổ liên quan", "the records to correct, related books too")))
  var records: [String] = []

  @Option(
    name: .customLong("cell"),
    help: ArgumentHelp(
      help(
        "ô cần sửa; nhiều sổ thì ghi HỒ_SƠ:HỌC_SINH:CỘT=MỚI",
        "a cell to correct; of several books RECORD:KEY:COLUMN=NEW"),
      valueName: "key:column=new"))
  var cells: [String] = []

  @Option(
    help: ArgumentHelp(
      help("tệp có bản mới của hồ sơ không theo ô", "the file with the new text of a record without cells")))
  var text: String?

  @Option(help: ArgumentHelp(help("lí do (bắt buộc)", "the reason (required)")))
  var reason = ""

  @Option(
    help: ArgumentHelp(
      help("tệp minh chứng (bắt buộc, có thể nhiều)", "a file that proves it (required, may be repeated)")))
  var evidence: [String] = []

  @Option(help: ArgumentHelp(help("thủ tục trong .hoso/corrections.yml", "the procedure of .hoso/corrections.yml")))
  var procedure: String?

  @Option(help: ArgumentHelp(help("tên ngắn của hồ sơ chỉnh sửa", "a short name for the case")))
  var name: String?

  @Option(help: ArgumentHelp(help("ngày phát hiện (mặc định: hôm nay)", "when it was found (default: today)")))
  var found: String?

  @Option(help: ArgumentHelp(help("người phát hiện (mặc định: người lập)", "who found it (default: you)")))
  var foundBy: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      help("thông tin khác của biên bản, ví dụ ngay-in=2025-01-13", "another field of the minutes"),
      valueName: "name=value"))
  var values: [String] = []

  @OptionGroup var delivery: DeliveryOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    guard !records.isEmpty else { throw Problem(.missingOption, ["option": "PATH"]) }
    var request = OpenCaseAction.Request()
    request.records = records
    request.cells = cells
    request.text = text
    request.reason = try ReasonOption.line(reason)
    request.evidence = evidence
    request.procedure = procedure
    request.name = name
    request.foundBy = foundBy
    request.fields = try SetOption.values(values)
    if let found { request.fields[CorrectionCase.foundField] = found }
    switch try await OpenCaseAction(request, isDryRun: delivery.dryRun).perform(in: workspace) {
    case .refused(let diagnostics): throw console.refuse(diagnostics)
    case .opened(let folder, let submission, let procedure):
      let sent = try await delivery.send(in: workspace)
      console.answer(
        delivery.dryRun ? "would-open" : "opened", sent,
        [
          "case": .string(folder.path.text), "commit": .string(submission.commit.hexadecimal),
          "procedure": .string(procedure.id), "signers": .signers(procedure.signers),
        ])
      console.note(
        delivery.dryRun
          ? console.text("Lập được hồ sơ chỉnh sửa (chưa ghi).", "The case can be opened (nothing written).")
          : console.text("Đã lập hồ sơ chỉnh sửa: \(folder)", "Opened the case \(folder)"))
      console.note(
        console.text("Cần chữ kí của: ", "Consents asked for: ")
          + procedure.signers.map { $0.name(console.language) }.joined(separator: ", "))
      try console.end(sent)
    }
  }
}

struct CorrectionApplyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: help(
      "Sửa đúng các ô đã kí, trong một lần ghi; hồ sơ vẫn khoá.",
      "Change exactly the signed cells, in one commit; the record stays locked."),
    aliases: ["thuc-hien"])

  @Argument(help: ArgumentHelp(help("hồ sơ chỉnh sửa", "the case")))
  var name: String
  @OptionGroup var delivery: DeliveryOptions
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    switch try await ApplyCaseAction(case: name, isDryRun: delivery.dryRun).perform(in: workspace) {
    case .refused(let diagnostics): throw console.refuse(diagnostics)
    case .applied(let folder, let submission):
      let sent = try await delivery.send(in: workspace)
      console.answer(
        delivery.dryRun ? "would-apply" : "applied", sent,
        [
          "case": .string(folder.path.text), "commit": .string(submission.commit.hexadecimal),
          "paths": .array(submission.paths.map { .string($0.text) }),
        ])
      console.note(
        delivery.dryRun
          ? console.text("Sửa được (chưa ghi).", "This can be corrected (nothing written).")
          : console.text(
            "Đã sửa theo hồ sơ \(folder), lần ghi \(submission.commit.short); hồ sơ vẫn khoá.",
            "Corrected as consented in \(folder), commit \(submission.commit.short); the record stays locked."))
      try console.end(sent)
    }
  }
}

struct CorrectionWithdrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: help("Rút hồ sơ chỉnh sửa của mình.", "Take back a case of your own."), aliases: ["rut"])

  @Argument(help: ArgumentHelp(help("hồ sơ chỉnh sửa", "the case")))
  var name: String
  @Option(help: ArgumentHelp(help("lí do (bắt buộc)", "the reason (required)")))
  var reason = ""
  @Flag(
    help: ArgumentHelp(help("ghi trên máy này, gửi sau bằng 'hoso sync'", "save here, send later with 'hoso sync'")))
  var offline = false
  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let (folder, outcome) = try await WithdrawCaseAction(case: name, reason: ReasonOption.line(reason)).perform(
      in: workspace)
    switch outcome {
    case .refused(let diagnostics): throw console.refuse(diagnostics)
    case .committed(let submission):
      let sent = offline ? nil : try await SyncAction().perform(in: workspace)
      console.answer(
        "withdrawn", sent, ["case": .string(folder.path.text), "commit": .string(submission.commit.hexadecimal)])
      console.note(console.text("Đã rút hồ sơ chỉnh sửa \(folder).", "Withdrew the case \(folder)."))
      try console.end(sent)
    }
  }
}
