internal import ArgumentParser
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: help(
      "Khám máy chủ hoặc bản sao: cấu hình, tệp, sổ biên nhận, đồng hồ, đĩa.",
      "Look a server or clone over: settings, files, journal, clock, disk."),
    aliases: ["kham"])

  @Flag(
    help: ArgumentHelp(help("sửa những gì sửa được mà không mất gì", "mend what can be mended without losing anything"))
  )
  var repair = false

  @Flag(help: ArgumentHelp(help("đọc lại toàn bộ kho bằng git fsck", "have git fsck read every object")))
  var full = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    let report = try await DoctorAction(repairs: repair, readsAll: full, program: Workspace.program)
      .perform(in: workspace)
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "outcome": .string(report.isFailure ? "failed" : "sound"),
          "place": .string(report.place.rawValue),
          "checks": .array(report.checks.map { json($0, console.language) }),
          "mended": .array(report.mended.map { json($0, console.language) }),
        ]))
    } else {
      show(report, console)
    }
    if report.isFailure { throw Exit(status: 1) }
  }

  private func json(_ check: Check, _ language: Language) -> JSON {
    let catalogue = Catalogue(language)
    return .object([
      "id": .string(check.id.rawValue), "state": .string(check.state.rawValue),
      "summary": .string(catalogue.summary(of: check)),
      "fix": check.state == .ok ? .null : .string(catalogue.fix(for: check)),
      "facts": .object(check.facts.mapValues { .string($0) }),
    ])
  }

  private func show(_ report: DoctorAction.Report, _ console: Console) {
    let catalogue = Catalogue(console.language)
    for check in report.mended {
      console.note("\(console.text("đã sửa", "mended")): \(catalogue.summary(of: check)) [\(check.id.rawValue)]")
    }
    for check in report.checks where check.state != .ok || !console.isQuiet {
      let word =
        switch check.state {
        case .ok: console.paint(console.text("đạt", "ok"), "32")
        case .warning: console.paint(console.text("lưu ý", "warning"), "33")
        case .failure: console.paint(console.text("lỗi", "failure"), "31")
        }
      console.answer("\(word): \(catalogue.summary(of: check)) [\(check.id.rawValue)]")
      if check.state != .ok {
        console.answer("  \(console.text("cách sửa", "fix")): \(catalogue.fix(for: check))")
      }
    }
    let failures = report.checks.count { $0.state == .failure }
    let warnings = report.checks.count { $0.state == .warning }
    console.note(
      failures + warnings == 0
        ? console.text("Không có gì bất thường.", "Nothing is amiss.")
        : console.text("\(failures) lỗi, \(warnings) lưu ý.", "\(failures) failures, \(warnings) warnings."))
  }
}
