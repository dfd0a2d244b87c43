internal import ArgumentParser
internal import HosoActions
internal import HosoCore

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: help("Tạo trang tra cứu chỉ đọc của năm học.", "Make the read-only site of a school year."),
    aliases: ["tao-trang"])

  @Option(help: ArgumentHelp(help("thư mục mới cho trang", "a new folder for the site")))
  var out: String?

  @Option(help: ArgumentHelp(help("năm học", "school year")))
  var year: String?

  @Flag(
    help: ArgumentHelp(
      help("kiểm chứng toàn bộ lịch sử và ghi kết quả lên trang", "verify the whole history, and say so on the site")))
  var verify = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    guard let out, !out.isEmpty else { throw Problem(.missingOption, ["option": "--out"]) }
    var faults: [Diagnostic] = []
    let report = try BuildAction(into: out, year: year, language: Speech.chosen, verifies: verify).perform(
      in: workspace, report: { faults.append($0) },
      progress: { done, total in console.progress(console.text("đang tạo trang", "building"), done, of: total) })
    report.keepToTheEnd()
    console.endProgress()
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "folder": .string(report.folder), "records": .number(report.records),
          "pages": .number(report.pages), "diagnostics": .diagnostics(faults, console.language),
        ]))
    }
    console.show(faults)
    console.note(
      console.text(
        "Đã tạo \(report.pages) trang cho \(report.records) hồ sơ: \(report.folder)/index.html",
        "Made \(report.pages) files for \(console.records(report.records)): \(report.folder)/index.html"))
  }
}

struct ArchiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: help(
      "Đóng gói năm học để mang đi: hồ sơ, kho git, trang tra cứu (BagIt).",
      "Pack a year to carry away: records, git bundle, site (BagIt)."),
    aliases: ["luu-tru"])

  @Argument(help: ArgumentHelp(help("năm học, ví dụ 2024-2025", "the school year, such as 2024-2025")))
  var year: String

  @Option(help: ArgumentHelp(help("thư mục mới cho gói", "a new folder for the bag")))
  var out: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    guard let out, !out.isEmpty else { throw Problem(.missingOption, ["option": "--out"]) }
    let report = try await ArchiveAction(year: year, into: out, language: Speech.chosen).perform(
      in: workspace, report: { console.show([$0]) },
      progress: { done, total in console.progress(console.text("đang đóng gói", "packing"), done, of: total) })
    console.endProgress()
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "folder": .string(report.folder), "records": .number(report.records),
          "files": .number(report.files), "bytes": .number(report.bytes), "faults": .number(report.faults),
        ]))
    }
    console.note(
      console.text(
        "Đã đóng gói \(report.records) hồ sơ, \(report.files) tệp; mở \(report.folder)/data/index.html",
        "Packed \(console.records(report.records)), \(report.files) files; open \(report.folder)/data/index.html"))
    guard report.faults > 0 else { return }
    console.note(
      console.text(
        "Kiểm chứng thấy \(report.faults) điều không đúng; xem 'hoso verify'.",
        "Verification found \(report.faults) faults; see 'hoso verify'."))
  }
}
