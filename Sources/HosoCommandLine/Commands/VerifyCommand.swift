internal import ArgumentParser
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: help("Kiểm chứng toàn bộ lịch sử và mọi chữ kí.", "Verify the whole history and every signature."),
    aliases: ["kiem-chung"])

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let report = try VerifyAction().perform(in: workspace) { done, total in
      console.progress(console.text("đang kiểm chứng", "verifying"), done, of: total)
    }
    console.endProgress()
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "outcome": .string(report.faults.isEmpty ? "verified" : "failed"),
          "commits": .number(report.commits), "decisions": .number(report.decisions), "people": .number(report.people),
          "faults": .array(
            report.faults.map {
              .object(["place": .string($0.place), "diagnostic": .diagnostics([$0.diagnostic], console.language)])
            }),
        ]))
    } else if report.faults.isEmpty {
      console.answer(
        console.text(
          "Kiểm chứng xong: \(report.commits) lần ghi của \(report.people) người, \(report.decisions) quyết định có chữ kí; tất cả đều đúng quy tắc.",
          "Verified: \(report.commits) commits by \(report.people) people, \(report.decisions) signed decisions; all follow from the rules."
        ))
    } else {
      let catalogue = Catalogue(console.language)
      for fault in report.faults {
        let path = fault.diagnostic.path.map { $0 == fault.place ? "" : " \(NameRule.visible($0)):" } ?? ""
        console.answer(
          "\(NameRule.visible(fault.place)):\(path) \(catalogue.summary(of: fault.diagnostic)) [\(fault.diagnostic.id.rawValue)]"
        )
      }
    }
    if !report.faults.isEmpty { throw Exit(status: 1) }
  }
}
