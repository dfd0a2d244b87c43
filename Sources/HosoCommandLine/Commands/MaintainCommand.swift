internal import ArgumentParser
internal import HosoActions

struct ServerMaintainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maintain",
    abstract: help(
      "Gom kho cho gọn trong lúc không ai gửi; chạy hằng đêm bằng cron.",
      "Pack the repository while nobody pushes; run it each night by cron."))

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let report = try await MaintainAction().perform(in: workspace)
    let (before, after) = (report.before, report.after)
    if console.isJSON {
      return console.answer(
        .object([
          "format": 1, "outcome": "maintained", "settled": .number(report.settled),
          "before": json(before), "after": json(after),
        ]))
    }
    console.note(
      console.text(
        """
        Đã gom kho: tệp lẻ từ \(before.looseObjects) còn \(after.looseObjects), gói từ \(before.packs) thành \(after.packs); \
        ghi nốt \(report.settled) biên nhận.
        """,
        """
        Packed: loose objects from \(before.looseObjects) to \(after.looseObjects), packs from \(before.packs) to \
        \(after.packs); receipts that were due: \(report.settled).
        """))
  }

  private func json(_ size: MaintainAction.Size) -> JSON {
    .object([
      "looseObjects": .number(size.looseObjects), "packs": .number(size.packs),
      "looseReferences": .number(size.looseReferences),
    ])
  }
}
