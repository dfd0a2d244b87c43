internal import ArgumentParser
internal import HosoActions
internal import HosoCore

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: help(
      "Kiểm tra hồ sơ: chỗ sai, cách sửa; không ghi gì.",
      "Check records: what is wrong, how to mend it; writes nothing."),
    aliases: ["kiem-tra"])

  @Argument(help: ArgumentHelp(help("tệp hoặc thư mục (mặc định: tất cả)", "files or folders (default: all)")))
  var paths: [String] = []

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let report = try CheckAction(paths: paths).perform(in: workspace) { done in
      console.progress(console.text("đang kiểm tra", "checking"), done, of: nil)
    }
    console.endProgress()
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "outcome": .string(report.diagnostics.hasErrors ? "refused" : "accepted"),
          "files": .number(report.files), "diagnostics": .diagnostics(report.diagnostics, console.language),
        ]))
    }
    console.show(report.diagnostics)
    let count = console.count(of: report.diagnostics)
    console.note(
      console.text("\(report.files) hồ sơ đã kiểm tra", "\(console.records(report.files)) checked")
        + ": " + (count ?? console.text("không có lỗi", "no errors")))
    if report.diagnostics.hasErrors { throw Exit(status: 1) }
  }
}
