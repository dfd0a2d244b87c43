internal import ArgumentParser
internal import GitObjects
internal import HosoActions
internal import HosoCore

/// What a decision is over: records, folders, or a team's week.
struct SelectionOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(help("hồ sơ hoặc thư mục", "records or folders")))
  var paths: [String] = []

  @Option(help: ArgumentHelp(help("tổ chuyên môn, ví dụ to-4-5", "a team, such as to-4-5")))
  var team: String?

  @Option(help: ArgumentHelp(help("tuần học, ví dụ 5", "a teaching week, such as 5")))
  var week: Int?

  @Option(help: ArgumentHelp(help("chỉ loại hồ sơ này", "only this kind of record")))
  var kind: String?

  @Flag(help: ArgumentHelp(help("chỉ xem kết quả, không ghi", "say what would happen, write nothing")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(help("ghi trên máy này, gửi sau bằng 'hoso sync'", "save here, send later with 'hoso sync'")))
  var offline = false

  var selection: DecideAction.Selection { .init(paths: paths, team: team, week: week, kind: kind) }
}

struct ApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", _superCommandName: Program.name,
    abstract: help("Duyệt hồ sơ bằng thẻ có chữ kí số.", "Approve records by a signed tag."), aliases: ["duyet"])

  @OptionGroup var selection: SelectionOptions

  @Option(help: ArgumentHelp(help("ý kiến kèm theo", "a remark")))
  var reason = ""

  @OptionGroup var common: CommonOptions

  func run() async throws { try await decide(.approve, selection, reason, common) }
}

struct ReturnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", _superCommandName: Program.name,
    abstract: help("Trả lại hồ sơ kèm lí do.", "Return records with a reason."), aliases: ["tra-lai"])

  @OptionGroup var selection: SelectionOptions

  @Option(help: ArgumentHelp(help("lí do (bắt buộc)", "the reason (required)")))
  var reason = ""

  @OptionGroup var common: CommonOptions

  func run() async throws { try await decide(.return, selection, reason, common) }
}

private func decide(
  _ verb: Decision.Verb, _ selection: SelectionOptions, _ reason: String, _ common: CommonOptions
) async throws {
  let workspace = try common.workspace()
  let console = common.console(for: workspace)
  let line = try MessageOption.text(reason.split(whereSeparator: \.isNewline).joined(separator: " "), "--reason")
  if verb == .return, line.allSatisfy(\.isWhitespace) { throw Problem(.missingOption, ["option": "--reason"]) }
  let outcome = try await DecideAction(
    verb, over: selection.selection, reason: line, isDryRun: selection.dryRun
  ).perform(in: workspace)
  switch outcome {
  case .refused(let diagnostics):
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "outcome": "refused", "diagnostics": .diagnostics(diagnostics, console.language),
        ]))
    }
    console.show(diagnostics)
    if !console.isJSON { console.aside(console.text("Không có gì bị ghi.", "Nothing was written.")) }
    throw Exit(status: 1)
  case .decided(let decided):
    let delivery = selection.dryRun || selection.offline ? nil : try await SyncAction().perform(in: workspace)
    if console.isJSON {
      console.answer(
        .object([
          "server": delivery.map { .object($0.json(console.language)) } ?? .null,
          "format": 1, "outcome": .string((selection.dryRun ? "would-" : "") + verb.rawValue),
          "tag": selection.dryRun ? .null : .string(decided.tag),
          "role": .string(decided.decision.role.rawValue), "for": JSON(decided.decision.giver),
          "inOtherRole": .array(decided.inOtherRole.map { .string($0.text) }),
          "records": .array(
            decided.decision.items.map {
              .object([
                "path": .string($0.path.text), "blob": .string($0.blob.hexadecimal), "author": .string($0.author),
              ])
            }),
          "leftOut": .array(decided.leftOut.map { .string($0.text) }),
        ]))
    }
    for item in decided.decision.items { console.note("  \(item.path)") }
    if !decided.leftOut.isEmpty, !console.isJSON {
      let count = decided.leftOut.count
      console.aside(
        console.text(
          "Để lại \(count) hồ sơ do chính mình viết; người khác sẽ duyệt.",
          "Left out \(count) of your own records; somebody else approves them."))
    }
    if !decided.inOtherRole.isEmpty, !console.isJSON {
      let count = decided.inOtherRole.count
      console.aside(
        console.text(
          "Để lại \(count) hồ sơ mà mình quyết định với vai khác; chạy lại lệnh để quyết định tiếp.",
          "Left \(count) to be decided in another role; run the command again for them."))
    }
    let count = decided.decision.items.count
    let records = console.records(count)
    switch (selection.dryRun, verb) {
    case (true, .approve):
      console.note(
        console.text("Duyệt được \(count) hồ sơ (chưa ghi).", "\(records) can be approved (nothing written)."))
    case (true, .return):
      console.note(
        console.text("Trả lại được \(count) hồ sơ (chưa ghi).", "\(records) can be returned (nothing written)."))
    case (false, .approve):
      console.note(
        console.text("Đã duyệt \(count) hồ sơ: thẻ \(decided.tag)", "Approved \(records): tag \(decided.tag)"))
    case (false, .return):
      console.note(
        console.text("Đã trả lại \(count) hồ sơ: thẻ \(decided.tag)", "Returned \(records): tag \(decided.tag)"))
    }
    if let delivery {
      console.show(delivery)
      try delivery.end()
    }
  }
}
