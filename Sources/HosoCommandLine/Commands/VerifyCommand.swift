internal import ArgumentParser
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: help("Kiểm chứng toàn bộ lịch sử và mọi chữ kí.", "Verify the whole history and every signature."),
    aliases: ["kiem-chung"])

  @Option(
    help: ArgumentHelp(
      help(
        "dòng sổ đã làm chứng, ví dụ dòng ghi trong biên bản họp: 'hoso-journal SỐ MÃ'",
        "a witnessed line, such as the one in the minutes: 'hoso-journal NUMBER HASH'"),
      valueName: "line"))
  var witness: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let head = witness.flatMap(JournalHead.init)
    guard witness == nil || head != nil else { throw Problem(.invalidOption, ["option": "--witness"]) }
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let report = try VerifyAction(witness: head).perform(in: workspace) { done, total in
      console.progress(console.text("đang kiểm chứng", "verifying"), done, of: total)
    }
    console.endProgress()
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "outcome": .string(outcome(of: report)),
          "commits": .number(report.commits), "decisions": .number(report.decisions), "people": .number(report.people),
          "receipts": .number(report.receipts), "waiting": .number(report.waiting),
          "notices": .array(
            report.notices.map {
              .object(["place": .string($0.place), "diagnostic": .diagnostics([$0.diagnostic], console.language)])
            }),
          "head": report.head.map { .string($0.line) } ?? .null,
          "faults": .array(
            report.faults.map {
              .object(["place": .string($0.place), "diagnostic": .diagnostics([$0.diagnostic], console.language)])
            }),
        ]))
    } else if report.faults.isEmpty {
      let receipts = journal(report, console)
      console.answer(
        console.text(
          "Kiểm chứng xong: \(report.commits) lần ghi của \(report.people) người, \(report.decisions) quyết định có chữ kí\(receipts); tất cả đều đúng quy tắc.",
          "Verified: \(report.commits) commits by \(report.people) people, \(report.decisions) signed decisions\(receipts); all follow from the rules."
        ))
      if let head = report.head { console.note(console.text("Đầu sổ: ", "Head of the journal: ") + head.line) }
    } else {
      show(report, console)
    }
    console.show(report.notices.map(\.diagnostic))
    if report.faults.isEmpty, !report.notices.isEmpty, !console.isJSON {
      console.note(
        console.text(
          "Chưa thể coi là đã kiểm chứng: còn điều ở trên phải do người có trách nhiệm xác nhận.",
          "This does not count as verified yet: people have to confirm what stands above."))
    }
    if outcome(of: report) != "verified" { throw Exit(status: 1) }
  }

  /// What holds only if people confirm it is not verified.
  private func outcome(of report: VerifyAction.Report) -> String {
    report.faults.isEmpty ? (report.notices.isEmpty ? "verified" : "unconfirmed") : "failed"
  }

  /// More is for a program to read.
  private static let mostFaults = 20

  /// What does not follow, the oldest first: what comes behind it may follow from it.
  private func show(_ report: VerifyAction.Report, _ console: Console) {
    let catalogue = Catalogue(console.language)
    for fault in report.faults.prefix(Self.mostFaults) {
      let path = fault.diagnostic.path.map { $0 == fault.place ? "" : " \(NameRule.visible($0)):" } ?? ""
      console.answer(
        "\(NameRule.visible(fault.place)):\(path) \(catalogue.summary(of: fault.diagnostic)) [\(fault.diagnostic.id.rawValue)]"
      )
    }
    let count = report.faults.count
    let rest = count - Self.mostFaults
    if rest > 0 {
      console.answer(
        console.text(
          "… và \(rest) điều nữa; xem đủ bằng 'hoso verify --json'",
          "… and \(rest) more; all of them with 'hoso verify --json'"))
    }
    guard let first = report.faults.first, count > 1 else { return }
    let place = NameRule.visible(first.place)
    console.note(
      console.text(
        "Có \(count) điều không đúng; điều xảy ra trước nhất là ở \(place), xem từ đó.",
        "\(count) things do not follow; the first to happen is at \(place): begin there."))
  }

  private func journal(_ report: VerifyAction.Report, _ console: Console) -> String {
    guard report.head != nil else {
      return console.text("; bản này không có sổ biên nhận", "; this copy has no journal")
    }
    let waiting = report.waiting
    return console.text(", \(report.receipts) biên nhận", ", \(report.receipts) receipts")
      + (waiting > 0 ? console.text("; \(waiting) phần chưa gửi", "; \(waiting) not sent yet") : "")
  }
}
