internal import ArgumentParser
internal import HosoActions
internal import HosoCore

struct YearCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "year",
    abstract: help("Mở và đóng một năm học.", "Open and close a school year."),
    subcommands: [YearOpenCommand.self, YearCloseCommand.self], aliases: ["nam-hoc"])
}

struct YearOpenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: help(
      "Mở năm học mới: lịch và phân công, giữ nguyên các quy định khác.",
      "Open a new year: its calendar and assignments; all other rules stay."),
    aliases: ["mo"])

  @Argument(help: ArgumentHelp(help("năm học, ví dụ 2025-2026", "the year, such as 2025-2026")))
  var year: String

  @Option(
    help: ArgumentHelp(
      help(
        "tệp CSV phân công: person,class,subject,periods", "a CSV file of assignments: person,class,subject,periods")))
  var assignments: String?

  @Flag(help: ArgumentHelp(help("chỉ xem kết quả, không ghi", "say what would happen, write nothing")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(help("ghi trên máy này, gửi sau bằng 'hoso sync'", "save here, send later with 'hoso sync'")))
  var offline = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let outcome = try await YearOpenAction(year: year, assignments: assignments, isDryRun: dryRun)
      .perform(in: workspace)
    try await console.report(
      outcome, in: workspace, isDryRun: dryRun, isSent: !dryRun && !offline, ["year": .string(year)]
    ) {
      dryRun
        ? console.text("Mở được năm học \(year) (chưa ghi).", "\(year) can be opened (nothing written).")
        : console.text(
          "Đã mở năm học \(year). Sửa ngày trong .hoso/calendar/\(year).csv cho đúng kế hoạch của trường rồi nộp.",
          "Opened \(year). Correct the days in .hoso/calendar/\(year).csv to the school's plan, and submit them.")
    }
  }
}

struct YearCloseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: help(
      "Đóng năm học: kiểm tra việc còn dở rồi khoá sổ cả năm.",
      "Close a year: say what is open, then lock all of it."),
    aliases: ["dong"])

  @Argument(help: ArgumentHelp(help("năm học, ví dụ 2024-2025", "the year, such as 2024-2025")))
  var year: String

  @Option(
    help: ArgumentHelp(help("lí do vẫn đóng khi còn việc dở", "why the year is closed with something open")))
  var despite = ""

  @Option(help: ArgumentHelp(help("số quyết định", "number of the written decision")))
  var number = ""

  @Flag(help: ArgumentHelp(help("chỉ xem kết quả, không ghi", "say what would happen, write nothing")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(help("ghi trên máy này, gửi sau bằng 'hoso sync'", "save here, send later with 'hoso sync'")))
  var offline = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    func line(_ text: String, _ option: String) throws -> String {
      guard !text.allSatisfy(\.isWhitespace) else { return "" }
      return try MessageOption.text(text.split(whereSeparator: \.isNewline).joined(separator: " "), option)
    }
    let outcome = try await YearCloseAction(
      year: year, despite: try line(despite, "--despite"), number: try line(number, "--number"), isDryRun: dryRun
    ).perform(in: workspace)
    switch outcome {
    case .open(let matters, let view):
      if console.isJSON {
        console.answer(.object(["format": 1, "outcome": "open", "open": .matters(matters, view)]))
      } else {
        for matter in matters { console.answer(matter.line(view, console)) }
        console.aside(
          console.text(
            "Còn \(matters.count) việc dở; chưa đóng năm học. Vẫn đóng thì thêm --despite LÍ_DO.",
            "\(matters.count) matters are open; the year is not closed. To close it all the same add --despite REASON.")
        )
      }
      throw Exit(status: 1)
    case .refused(let diagnostics):
      if console.isJSON {
        console.answer(
          .object(["format": 1, "outcome": "refused", "diagnostics": .diagnostics(diagnostics, console.language)]))
      }
      console.show(diagnostics)
      if !console.isJSON { console.aside(console.text("Không có gì bị ghi.", "Nothing was written.")) }
      throw Exit(status: 1)
    case .closed(let closing): try await report(closing, in: workspace, console)
    }
  }

  private func report(
    _ closing: YearCloseAction.Closing, in workspace: Workspace, _ console: Console
  ) async throws {
    let delivery = dryRun || offline ? nil : try await SyncAction().perform(in: workspace)
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "outcome": .string(dryRun ? "would-close" : "closed"),
          "tag": dryRun ? .null : .string(closing.tag), "number": .string(closing.decision.number),
          "reason": .string(closing.decision.reason), "open": .matters(closing.matters, closing.view),
          "server": delivery.map { .object($0.json(console.language)) } ?? .null,
        ]))
    }
    for matter in closing.matters { console.note(matter.line(closing.view, console)) }
    console.note(
      dryRun
        ? console.text("Đóng được năm học \(year) (chưa ghi).", "\(year) can be closed (nothing written).")
        : console.text("Đã đóng năm học \(year): thẻ \(closing.tag)", "Closed \(year): tag \(closing.tag)"))
    if let delivery {
      console.show(delivery)
      try delivery.end()
    }
  }
}
