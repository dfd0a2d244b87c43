internal import ArgumentParser
internal import GitObjects
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct SubmitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
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

  private func submitOffice(_ file: String, _ workspace: Workspace, _ console: Console) async throws {
    let message = try message.map { try MessageOption.text($0, "--message") }
    let report = try await OfficeSubmission(
      file: file, kind: kind ?? "lesson-plan", values: try SetOption.values(values), message: message, isDryRun: dryRun
    ).perform(in: workspace)
    console.note(console.text("Đã chuyển thành: ", "Converted to: ") + report.path.text)
    console.note(console.text("Bản gốc giữ tại: ", "The original is kept at: ") + report.original.text)
    show(report.losses, console)
    try await self.report(
      report.outcome, workspace, console,
      [
        "record": .string(report.path.text), "original": .string(report.original.text),
        "losses": .notices(report.losses, console.language),
      ],
      draft: dryRun ? nil : report.path)
  }

  /// `draft` is a record that lies in the folder even if it was refused.
  func report(
    _ outcome: SubmitAction.Outcome, _ workspace: Workspace, _ console: Console, _ facts: [String: JSON] = [:],
    draft: RecordPath? = nil
  ) async throws {
    func answer(_ document: [String: JSON]) {
      if console.isJSON { console.answer(.object(document.merging(facts) { own, _ in own })) }
    }
    switch outcome {
    case .refused(let diagnostics):
      answer(["format": 1, "outcome": "refused", "diagnostics": .diagnostics(diagnostics, console.language)])
      console.show(diagnostics)
      if !console.isJSON {
        let count = console.count(of: diagnostics) ?? ""
        console.aside(
          draft.map { draft in
            console.text(
              "\(count). Chưa nộp được; bản chuyển đổi đã đặt ở '\(draft)': sửa rồi nộp thư mục ấy bằng 'hoso submit'.",
              "\(count). Not submitted; the converted draft lies at '\(draft)': mend it and submit its folder with 'hoso submit'."
            )
          }
            ?? console.text(
              "\(count). Chưa nộp được; không có gì bị ghi.", "\(count). Not submitted; nothing was written."))
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
      console.show(submission.warnings)
      let count = submission.paths.count
      if dryRun {
        console.note(
          console.text(
            "\(count) hồ sơ nộp được (chưa ghi).",
            "\(console.records(count)) can be submitted (nothing written)."))
      } else {
        console.note(
          console.text(
            "Đã nộp \(count) hồ sơ lúc \(submission.moment), lần ghi \(submission.commit.short).",
            "Submitted \(console.records(count)) at \(submission.moment), commit \(submission.commit.short)."))
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
