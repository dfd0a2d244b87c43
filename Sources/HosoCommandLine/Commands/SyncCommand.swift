internal import ArgumentParser
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: help(
      "Gửi lên máy chủ những gì đang chờ và lấy về những gì người khác đã nộp.",
      "Send what waits to the server and take what others submitted."),
    aliases: ["dong-bo"])

  @Option(
    help: ArgumentHelp(
      help(
        "khi cả hai bên cùng sửa một hồ sơ: mine (bản của tôi) hoặc theirs (bản trên máy chủ)",
        "where both sides changed a record: mine or theirs")))
  var keep: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    guard let report = try await SyncAction(keep: keep).perform(in: workspace) else { throw Problem(.noRemote) }
    if console.isJSON { console.answer(.object(report.json(console.language).merging(["format": 1]) { a, _ in a })) }
    console.show(report)
    if report.sent.isEmpty, report.refused.isEmpty, report.waiting == nil {
      console.note(
        report.taken > 0
          ? console.text("Đã lấy về \(report.taken) lần ghi mới.", "Took \(report.taken) new commits.")
          : console.text("Không có gì mới.", "Nothing new."))
    }
    try report.end()
  }
}

extension SyncAction.Report {
  /// Ends the run with a status that says what came of it.
  func end() throws {
    if !refused.isEmpty { throw Exit(status: 1) }
    if waiting?.id == .unknownOutcome { throw Exit(status: 2) }
  }

  func json(_ language: Language) -> [String: JSON] {
    let state = !refused.isEmpty ? "refused" : waiting != nil ? "waiting" : "synced"
    return [
      "outcome": .string(state), "taken": .number(taken), "waiting": .number(waitingCount),
      "keptAside": .array(keptAside.map { .string($0) }),
      "sent": .array(sent.map { .object(["name": .string($0.name), "receipt": .receipt($0.receipt)]) }),
      "refused": .array(
        refused.map { refused in
          .object([
            "name": .string(refused.name), "keptAs": .string(refused.keptAs),
            "diagnostics": .diagnostics(refused.findings.map(\.diagnostic), language),
            "text": .array(refused.text.map { .string($0) }),
          ])
        }),
    ]
  }
}

extension JSON {
  static func receipt(_ receipt: Receipt?) -> JSON {
    receipt.map { .object(["sequence": .number($0.sequence), "time": .string($0.moment.description)]) } ?? .null
  }
}

extension Console {
  /// Says what was sent, refused, and what waits.
  func show(_ report: SyncAction.Report) {
    for sent in report.sent {
      note(
        sent.receipt.map { receipt in
          text(
            "Máy chủ đã nhận \(sent.name): biên nhận số \(receipt.sequence), lúc \(receipt.moment).",
            "The server has \(sent.name): receipt \(receipt.sequence), at \(receipt.moment).")
        } ?? text("Máy chủ đã nhận \(sent.name).", "The server has \(sent.name)."))
    }
    guard !isJSON else { return }
    for file in report.keptAside {
      aside(text("Bản của bạn được cất ở: ", "Your version is kept at: ") + file)
    }
    for refused in report.refused {
      aside(
        text(
          "Máy chủ chưa nhận \(refused.name) ('\(NameRule.visible(refused.subject))'):",
          "The server refused \(refused.name) ('\(NameRule.visible(refused.subject))'):"))
      show(refused.findings.map(\.diagnostic))
      for line in refused.text { aside("  " + NameRule.visible(line)) }
      if refused.findings.isEmpty, refused.text.isEmpty {
        aside(text("  vì dựa trên bản chưa được nhận ở trên", "  because it builds on the refused version above"))
      }
      aside(
        refused.paths.isEmpty
          ? text("  Quyết định được cất ở \(refused.keptAs).", "  The decision is kept as \(refused.keptAs).")
          : text(
            "  Tệp vẫn nằm nguyên trong thư mục làm việc: sửa rồi nộp lại bằng 'hoso submit'. Lần nộp cũ cất ở \(refused.keptAs).",
            "  The files lie as they are in your folder: mend them and 'hoso submit' again. The commit is kept as \(refused.keptAs)."
          ))
    }
    if let waiting = report.waiting {
      let catalogue = Catalogue(language)
      aside(
        "\(text("lưu ý", "note")): \(NameRule.visible(catalogue.summary(of: waiting))) [\(waiting.id.rawValue)]")
      aside(
        "  " + text("\(report.waitingCount) phần đang chờ gửi; ", "\(report.waitingCount) waiting; ")
          + catalogue.fix(for: waiting))
    }
  }
}
