internal import ArgumentParser
internal import GitObjects
internal import HosoActions
internal import HosoCore

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: help(
      "Các phiên bản của một hồ sơ: ai, khi nào, quyết định, chỗ khác nhau.",
      "A record's versions: who, when, decisions, differences."),
    aliases: ["lich-su"])

  @Argument(help: ArgumentHelp(help("hồ sơ", "the record")))
  var path: String

  @Flag(help: ArgumentHelp(help("in cả chỗ khác nhau", "print the differences too")))
  var diff = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let report = try HistoryAction(path: path).perform(in: workspace)
    if console.isJSON { return console.answer(json(report)) }
    var before: [UInt8] = []
    for (index, entry) in report.entries.enumerated() {
      let name = entry.commit.person.flatMap { report.rulebook.people[$0]?.name } ?? entry.commit.email
      console.answer(
        "\(index + 1). \(entry.commit.moment)  \(name)  \(NameRule.visible(entry.commit.subject))  [\(entry.commit.id.short)]"
      )
      let decisions = entry.decisions.map { ($0.decision.moment, [sentence($0, report.rulebook, console)]) }
      let notes = entry.notes.map { ($0.moment, $0.lines(report.rulebook, console)) }
      for (_, lines) in (decisions + notes).sorted(by: { $0.0.seconds < $1.0.seconds }) {
        for line in lines { console.answer("     " + line) }
      }
      if diff, index > 0 { show(LineDiff(old: before, new: entry.bytes), console) }
      before = entry.bytes
    }
    if let state = report.state { console.answer("→ " + StatusListing.name(of: state)(console.language)) }
  }

  private func sentence(_ recorded: RecordedDecision, _ rulebook: Rulebook, _ console: Console) -> String {
    let decision = recorded.decision
    let name = rulebook.people[decision.person]?.name ?? decision.person
    let verb =
      switch decision.verb {
      case .approve: console.text("duyệt", "approved")
      case .return: console.text("trả lại", "returned")
      }
    let giver = decision.giver.map { rulebook.people[$0]?.name ?? $0 }
    return "\(decision.moment)  \(name): \(verb)"
      + (giver.map { console.text(", thay mặt \($0)", ", on behalf of \($0)") } ?? "")
      + (decision.reason.isEmpty ? "" : " – \(NameRule.visible(decision.reason))") + "  [\(recorded.tag)]"
  }

  private func show(_ diff: LineDiff, _ console: Console) {
    for case .replaced(let old, let new) in diff.stretches {
      for line in old { console.answer("     " + console.paint("- " + NameRule.visible(String(diff.old[line])), "31")) }
      for line in new { console.answer("     " + console.paint("+ " + NameRule.visible(String(diff.new[line])), "32")) }
    }
  }

  private func json(_ report: HistoryAction.Report) -> JSON {
    .object([
      "format": 1, "path": .string(report.path.text), "state": JSON(report.state?.rawValue),
      "versions": .array(
        report.entries.map { entry in
          .object([
            "commit": .string(entry.commit.id.hexadecimal), "time": .string(entry.commit.moment.description),
            "person": JSON(entry.commit.person), "subject": .string(entry.commit.subject), "blob": JSON(entry.blob),
            "decisions": .array(
              entry.decisions.map {
                .object([
                  "tag": .string($0.tag), "decision": .string($0.decision.verb.rawValue),
                  "person": .string($0.decision.person), "role": .string($0.decision.role.rawValue),
                  "time": .string($0.decision.moment.description), "reason": .string($0.decision.reason),
                  "for": JSON($0.decision.giver),
                ])
              }),
            "notes": .array(entry.notes.map(\.json)),
          ])
        }),
    ])
  }
}
