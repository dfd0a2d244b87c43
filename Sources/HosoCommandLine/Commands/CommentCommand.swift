internal import ArgumentParser
internal import GitObjects
internal import HosoActions
internal import HosoCore

struct CommentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment",
    abstract: help(
      "Nhận xét một hồ sơ, kèm điểm theo tiêu chí nếu có.",
      "Write a review note on a record, with points where its kind has a rubric."),
    aliases: ["nhan-xet"])

  @Argument(help: ArgumentHelp(help("hồ sơ được nhận xét", "the record")))
  var path: String

  @Option(help: ArgumentHelp(help("lời nhận xét (bắt buộc)", "what to remark (required)")))
  var text = ""

  @Option(
    help: ArgumentHelp(
      help("điểm của một tiêu chí, ví dụ muc-tieu=4", "points for a criterion, such as aims=4"),
      valueName: "criterion=points"))
  var score: [String] = []

  @Option(help: ArgumentHelp(help("loại nhận xét", "the kind of note")))
  var kind: String?

  @Flag(help: ArgumentHelp(help("chỉ xem kết quả, không ghi", "say what would happen, write nothing")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(help("ghi trên máy này, gửi sau bằng 'hoso sync'", "save here, send later with 'hoso sync'")))
  var offline = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    guard !text.allSatisfy(\.isWhitespace) else { throw Problem(.missingOption, ["option": "--text"]) }
    let scores = try score.map { option throws(Problem) in
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { throw Problem(.invalidOption, ["option": "--score \(option)"]) }
      return (criterion: parts[0], points: parts[1])
    }
    let report = try await CommentAction(
      record: path, text: try MessageOption.text(text, "--text"), scores: scores, kind: kind, isDryRun: dryRun
    ).perform(in: workspace)
    let facts: [String: JSON] = [
      "note": .string(report.path.text), "record": .string(report.record.text), "version": .string(report.version),
      "points": JSON(report.points?.description),
    ]
    let isSent = !dryRun && !offline
    try await console.report(report.outcome, in: workspace, isDryRun: dryRun, isSent: isSent, facts) {
      console.text(
        dryRun ? "Nhận xét được (chưa ghi): \(report.path)" : "Đã ghi nhận xét: \(report.path)",
        dryRun ? "This can be noted (nothing written): \(report.path)" : "Noted: \(report.path)")
    }
  }
}

extension Console {
  /// Prints what came of a submission that a command made by itself, sends it where asked, and ends with 1 where it was
  /// refused.
  func report(
    _ outcome: SubmitAction.Outcome, in workspace: Workspace, isDryRun: Bool, isSent: Bool, _ facts: [String: JSON],
    line: () -> String
  ) async throws {
    switch outcome {
    case .refused(let diagnostics):
      if isJSON {
        answer(
          .object([
            "format": 1, "outcome": "refused", "diagnostics": .diagnostics(diagnostics, language),
          ]))
      }
      show(diagnostics)
      if !isJSON { aside(text("Không có gì bị ghi.", "Nothing was written.")) }
      throw Exit(status: 1)
    case .committed(let submission):
      let delivery = isSent ? try await SyncAction().perform(in: workspace) : nil
      if isJSON {
        let document: [String: JSON] = [
          "format": 1, "outcome": .string(isDryRun ? "would-submit" : "submitted"),
          "commit": .string(submission.commit.hexadecimal), "person": .string(submission.person.id),
          "time": .string(submission.moment.description),
          "diagnostics": .diagnostics(submission.warnings, language),
          "server": delivery.map { .object($0.json(language)) } ?? .null,
        ]
        answer(.object(document.merging(facts) { own, _ in own }))
      }
      show(submission.warnings)
      note(line())
      if let delivery {
        show(delivery)
        try delivery.end()
      }
    }
  }
}
