internal import ArgumentParser
internal import HosoActions
internal import HosoCore

/// What a lock or unlocking is over, and under which written decision.
struct LockOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(help("hồ sơ hoặc thư mục", "records or folders")))
  var paths: [String] = []

  @Option(help: ArgumentHelp(help("chỉ loại hồ sơ này", "only this kind of record")))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      help(
        "số quyết định, ví dụ 15/QĐ-THSM (bắt buộc khi mở khoá)",
        "number of the written decision, such as 15/QD (required to unlock)")))
  var number = ""

  @Option(help: ArgumentHelp(help("lí do (bắt buộc khi mở khoá)", "the reason (required to unlock)")))
  var reason = ""

  @Flag(help: ArgumentHelp(help("chỉ xem kết quả, không ghi", "say what would happen, write nothing")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(help("ghi trên máy này, gửi sau bằng 'hoso sync'", "save here, send later with 'hoso sync'")))
  var offline = false
}

struct LockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: help(
      "Khoá sổ hồ sơ hoặc thư mục: không ai sửa được nữa cho đến khi mở khoá.",
      "Lock records or folders: nobody changes them until they are unlocked."),
    aliases: ["khoa"])

  @OptionGroup var options: LockOptions
  @OptionGroup var common: CommonOptions

  func run() async throws { try await decide(.lock, options, common) }
}

struct UnlockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock",
    abstract: help(
      "Mở khoá để đính chính, kèm số quyết định và lí do.",
      "Unlock for a correction, with the number of the decision and a reason."),
    aliases: ["mo-khoa"])

  @OptionGroup var options: LockOptions
  @OptionGroup var common: CommonOptions

  func run() async throws { try await decide(.unlock, options, common) }
}

private func decide(_ verb: LockDecision.Verb, _ options: LockOptions, _ common: CommonOptions) async throws {
  let workspace = try common.workspace()
  let console = common.console(for: workspace)
  func line(_ text: String, _ option: String) throws -> String {
    guard text.allSatisfy(\.isWhitespace) else {
      return try MessageOption.text(text.split(whereSeparator: \.isNewline).joined(separator: " "), option)
    }
    if verb == .unlock { throw Problem(.missingOption, ["option": option]) }
    return ""
  }
  let outcome = try await LockAction(
    verb, paths: options.paths, kind: options.kind, number: try line(options.number, "--number"),
    reason: try line(options.reason, "--reason"), isDryRun: options.dryRun
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
    let delivery = options.dryRun || options.offline ? nil : try await SyncAction().perform(in: workspace)
    console.show(decided, isDryRun: options.dryRun, delivery)
    if let delivery {
      console.show(delivery)
      try delivery.end()
    }
  }
}

extension Console {
  fileprivate func show(_ decided: LockAction.Decided, isDryRun: Bool, _ delivery: SyncAction.Report?) {
    let decision = decided.decision
    if isJSON {
      answer(
        .object([
          "format": 1, "outcome": .string((isDryRun ? "would-" : "") + decision.verb.rawValue),
          "tag": isDryRun ? .null : .string(decided.tag), "role": .string(decision.role.rawValue),
          "scopes": .array(decision.scopes.map { .string($0.text) }), "kind": JSON(decision.kind),
          "locks": .array(decision.opens.map { .string($0) }), "number": .string(decision.number),
          "reason": .string(decision.reason),
          "server": delivery.map { .object($0.json(language)) } ?? .null,
        ]))
    }
    for scope in decision.scopes { note("  \(scope)") }
    switch (isDryRun, decision.verb) {
    case (true, .lock): note(text("Khoá sổ được (chưa ghi).", "This can be locked (nothing written)."))
    case (true, .unlock): note(text("Mở khoá được (chưa ghi).", "This can be unlocked (nothing written)."))
    case (false, .lock): note(text("Đã khoá sổ: thẻ \(decided.tag)", "Locked: tag \(decided.tag)"))
    case (false, .unlock):
      note(text("Đã mở khoá: thẻ \(decided.tag)", "Unlocked: tag \(decided.tag)"))
      note(
        text(
          "Sửa xong thì khoá lại bằng 'hoso lock' với cùng đường dẫn.",
          "After the correction lock it again with 'hoso lock' and the same path."))
    }
  }
}
