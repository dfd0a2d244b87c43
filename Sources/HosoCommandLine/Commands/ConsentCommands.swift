internal import ArgumentParser
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct CorrectionConsentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent",
    abstract: help(
      "Kí đồng ý với hồ sơ chỉnh sửa, đúng như nó đang nằm.", "Consent to a case, exactly as it lies."),
    aliases: ["dong-y"])

  @OptionGroup var options: ConsentOptions
  @OptionGroup var delivery: DeliveryOptions
  @OptionGroup var common: CommonOptions

  func run() async throws { try await options.give(.consent, reason: "", delivery, common) }
}

struct CorrectionRefuseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse",
    abstract: help("Không đồng ý với hồ sơ chỉnh sửa, kèm lí do.", "Refuse a case, with a reason."),
    aliases: ["tu-choi"])

  @OptionGroup var options: ConsentOptions
  @Option(help: ArgumentHelp(help("lí do (bắt buộc)", "the reason (required)")))
  var reason = ""
  @OptionGroup var delivery: DeliveryOptions
  @OptionGroup var common: CommonOptions

  func run() async throws { try await options.give(.refuse, reason: try ReasonOption.line(reason), delivery, common) }
}

/// Which case, and as whom.
struct ConsentOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(help("hồ sơ chỉnh sửa", "the case")))
  var name: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      help(
        "tư cách, ví dụ principal (mặc định: tự chọn theo thủ tục)",
        "as whom, such as principal (default: what the procedure asks)")))
  var signer: String?

  fileprivate func give(
    _ verb: Consent.Verb, reason: String, _ delivery: DeliveryOptions, _ common: CommonOptions
  ) async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let outcome = try await ConsentAction(verb, case: name, as: signer, reason: reason, isDryRun: delivery.dryRun)
      .perform(in: workspace)
    switch outcome {
    case .refused(let diagnostics): throw console.refuse(diagnostics)
    case .given(let tag, let consent, let request):
      let sent = try await delivery.send(in: workspace)
      console.answer(
        (delivery.dryRun ? "would-" : "") + verb.rawValue, sent,
        [
          "case": .string(consent.folder.path.text), "tag": delivery.dryRun ? .null : .string(tag),
          "signer": .string(consent.signer.text), "locks": .array(consent.locks.map { .string($0) }),
        ])
      for line in request.lines(console) { console.note("  " + line) }
      let capacity = Vocabulary.name(ofSigner: consent.signer.text)(console.language)
      switch (delivery.dryRun, verb) {
      case (true, _): console.note(console.text("Kí được (chưa ghi).", "You can sign (nothing written)."))
      case (false, .consent):
        console.note(
          console.text("Đã đồng ý với tư cách \(capacity): thẻ \(tag)", "Consented as \(capacity): tag \(tag)"))
      case (false, .refuse):
        console.note(
          console.text("Đã từ chối với tư cách \(capacity): thẻ \(tag)", "Refused as \(capacity): tag \(tag)"))
      }
      try console.end(sent)
    }
  }
}

/// Whether something is written, and whether it is sent.
struct DeliveryOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(help("chỉ xem kết quả, không ghi", "say what would happen, write nothing")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(help("ghi trên máy này, gửi sau bằng 'hoso sync'", "save here, send later with 'hoso sync'")))
  var offline = false

  func send(in workspace: Workspace) async throws -> SyncAction.Report? {
    dryRun || offline ? nil : try await SyncAction().perform(in: workspace)
  }
}

/// A reason that must be given, on one line.
enum ReasonOption {
  static func line(_ text: String) throws(Problem) -> String {
    guard !text.allSatisfy(\.isWhitespace) else { throw Problem(.missingOption, ["option": "--reason"]) }
    return try MessageOption.text(text.split(whereSeparator: \.isNewline).joined(separator: " "), "--reason")
  }
}

extension Console {
  /// Shows why nothing was written.
  ///
  /// - Returns: how the run ends.
  func refuse(_ diagnostics: [Diagnostic]) -> Exit {
    if isJSON {
      answer(.object(["format": 1, "outcome": "refused", "diagnostics": .diagnostics(diagnostics, language)]))
    }
    show(diagnostics)
    if !isJSON { aside(text("Không có gì bị ghi.", "Nothing was written.")) }
    return Exit(status: 1)
  }

  /// Prints the one document of a `--json` run about a case.
  func answer(_ outcome: String, _ sent: SyncAction.Report?, _ facts: [String: JSON]) {
    guard isJSON else { return }
    answer(
      .object(
        facts.merging([
          "format": 1, "outcome": .string(outcome), "server": sent.map { .object($0.json(language)) } ?? .null,
        ]) { own, _ in own }))
  }

  /// Shows what was sent, and ends the run with a status that says what came of it.
  func end(_ sent: SyncAction.Report?) throws {
    guard let sent else { return }
    show(sent)
    try sent.end()
  }
}

extension [CorrectionProcedure.Signer] {
  /// Any of these, in people's words.
  func name(_ language: Language) -> String {
    map { Vocabulary.name(ofSigner: $0.text)(language) }.joined(separator: language == .vietnamese ? " hoặc " : " or ")
  }
}

extension JSON {
  static func signers(_ signers: [[CorrectionProcedure.Signer]]) -> JSON {
    .array(signers.map { .array($0.map { .string($0.text) }) })
  }
}
