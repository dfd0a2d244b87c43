internal import ArgumentParser
internal import HosoActions
internal import HosoCore

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: help(
      "Xuất một hồ sơ dạng bảng ra Excel để điền, rồi nộp lại bằng 'hoso submit'.",
      "Make a spreadsheet of a table, to be filled in and submitted with 'hoso submit'."),
    aliases: ["xuat"])

  @Argument(help: ArgumentHelp(help("hồ sơ dạng bảng (.csv)", "a record that is a table (.csv)")))
  var path: String

  @Option(
    help: ArgumentHelp(
      help(
        "tệp ghi ra: .xlsx, .ods hoặc .csv (mặc định: .xlsx trong thư mục đang mở)",
        "the file to write: .xlsx, .ods or .csv (default: an .xlsx in the current folder)")))
  var out: String?

  @Flag(help: ArgumentHelp(help("ghi đè tệp đã có", "replace a file that is there")))
  var force = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let report = try await ExportAction(path: path, file: out, isForced: force).perform(in: workspace)
    let console = common.console(for: workspace)
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "outcome": "exported", "record": .string(report.path.text), "file": .string(report.file),
          "rows": .number(report.rows),
        ]))
    }
    console.note(
      console.text(
        "Đã xuất \(report.rows) hàng ra '\(NameRule.visible(report.file))'.",
        "Wrote \(report.rows == 1 ? "1 row" : "\(report.rows) rows") to '\(NameRule.visible(report.file))'."))
  }
}
