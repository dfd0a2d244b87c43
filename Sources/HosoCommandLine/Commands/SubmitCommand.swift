internal import ArgumentParser
internal import GitObjects
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct SubmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", _superCommandName: Program.name,
    abstract: help(
      "Nộp hồ sơ: kiểm tra, ghi dưới tên người nộp. Tệp Word và Excel được chuyển đổi.",
      "Submit records: check them and commit them as you. Word and Excel files are converted."),
    aliases: ["nop"])

  @Argument(help: ArgumentHelp(help("tệp hoặc thư mục", "files or folders")))
  var paths: [String] = []

  @Option(
    name: [.short, .long], help: ArgumentHelp(help("lời nhắn ghi cùng lần nộp", "what this submission is about")))
  var message: String?

  @Option(
    help: ArgumentHelp(
      help(
        "loại hồ sơ của tệp Word (mặc định: lesson-plan) hoặc bảng tính",
        "the kind of record of a Word file (default: lesson-plan) or spreadsheet")))
  var kind: String?

  @Option(help: ArgumentHelp(help("trang cần lấy trong bảng tính", "the sheet of a spreadsheet to take")))
  var sheet: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      help(
        "giá trị cho tệp Word hoặc bảng tính, ví dụ mon=toan, lop=4a",
        "a value for a Word file or spreadsheet, such as mon=toan, class=4a"), valueName: "name=value"))
  var values: [String] = []

  @Flag(help: ArgumentHelp(help("chỉ xem kết quả, không ghi", "say what would happen, write nothing")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(help("ghi trên máy này, gửi sau bằng 'hoso sync'", "save here, send later with 'hoso sync'")))
  var offline = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    guard !paths.isEmpty, !paths.contains("") else { throw Problem(.missingOption, ["option": "PATH"]) }
    let office = paths.filter(OfficeSubmission.takes)
    if let file = office.first {
      guard paths.count == 1 else { throw Problem(.officeFile, ["path": office[0], "detail": "one-at-a-time"]) }
      return try await submitOffice(file, workspace, common.console(for: workspace))
    }
    if let file = paths.first(where: TableSubmission.takes) {
      guard paths.count == 1 else { throw Problem(.tableFile, ["path": file, "detail": "one-at-a-time"]) }
      return try await submitTable(file, workspace, common.console(for: workspace))
    }
    let message = try message.map { try MessageOption.text($0, "--message") }
    let outcome: SubmitAction.Outcome
    do {
      outcome = try await SubmitAction(paths: paths, message: message, isDryRun: dryRun).perform(in: workspace)
    } catch let problem as Problem where problem.id == .nothingToSubmit && !dryRun && !offline {
      // It may stand since a run that was cut short before it could send it.
      guard try SyncAction.isDue(in: workspace), let delivery = try await SyncAction().perform(in: workspace),
        !delivery.sent.isEmpty
      else { throw problem }
      let console = common.console(for: workspace)
      if console.isJSON {
        console.answer(.object(["format": 1, "outcome": "sent", "server": .object(delivery.json(console.language))]))
      }
      console.show(delivery)
      return try delivery.end()
    }
    // The school's language is at hand once its rules were read.
    try await report(outcome, workspace, common.console(for: workspace))
  }

  /// Prints what came of it, with what else is known of an office file.
  func report(
    _ outcome: SubmitAction.Outcome, _ workspace: Workspace, _ console: Console, _ facts: [String: JSON] = [:],
    office: OfficeSubmission.Report? = nil
  ) async throws {
    func answer(_ document: [String: JSON]) {
      if console.isJSON { console.answer(.object(document.merging(facts) { own, _ in own })) }
    }
    switch outcome {
    case .refused(let diagnostics):
      answer(["format": 1, "outcome": "refused", "diagnostics": .diagnostics(diagnostics, console.language)])
      console.show(diagnostics, of: office)
      if !console.isJSON {
        let draft = dryRun ? nil : office?.draft(console)
        console.aside(
          "\(console.count(of: diagnostics) ?? ""). "
            + (draft ?? console.text("Chưa nộp được; không có gì bị ghi.", "Not submitted; nothing was written.")))
      }
      throw Exit(status: 1)
    case .committed(let submission):
      let delivery = dryRun || offline ? nil : try await SyncAction().perform(in: workspace)
      var document: [String: JSON] = [
        "format": 1, "outcome": .string(dryRun ? "would-submit" : "submitted"),
        "commit": .string(submission.commit.hexadecimal), "person": .string(submission.person.id),
        "time": .string(submission.moment.description),
        "paths": .array(submission.paths.map { .string($0.text) }),
        "diagnostics": .diagnostics(submission.warnings, console.language),
      ]
      if let delivery { document["server"] = .object(delivery.json(console.language)) }
      answer(document)
      console.show(submission.warnings, of: office)
      let amount = console.amount(submission.paths.count, of: office)
      if dryRun {
        console.note(console.text("\(amount) nộp được (chưa ghi).", "\(amount) can be submitted (nothing written)."))
      } else {
        console.note(
          console.text(
            "Đã nộp \(amount) lúc \(submission.moment), lần ghi \(submission.commit.short).",
            "Submitted \(amount) at \(submission.moment), commit \(submission.commit.short)."))
      }
      if let delivery {
        console.show(delivery)
        try delivery.end()
      }
    }
  }
}

/// Checks a text that a commit or tag will carry for ever.
enum MessageOption {
  /// In bytes.
  private static let longest = 16_384

  /// The text, without space around it.
  ///
  /// - Throws: where it is empty, too long or holds control characters.
  static func text(_ text: String, _ option: String) throws(Problem) -> String {
    var text = text[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar == "\t"
        || ![.control, .format, .surrogate, .lineSeparator, .paragraphSeparator].contains(
          scalar.properties.generalCategory)
    }
    guard isPlain, text.utf8.count <= longest, !text.isEmpty || option == "--reason" else {
      throw Problem(.invalidOption, ["option": option])
    }
    return String(text)
  }
}

/// Reads `name=value` options.
enum SetOption {
  static func values(_ options: [String]) throws(Problem) -> [String: String] {
    var values: [String: String] = [:]
    for option in options {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty else { throw Problem(.invalidOption, ["option": "--set \(option)"]) }
      values[parts[0]] = parts[1]
    }
    return values
  }
}
