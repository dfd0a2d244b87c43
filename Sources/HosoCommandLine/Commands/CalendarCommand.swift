internal import ArgumentParser
internal import HosoActions
internal import HosoCore

struct CalendarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: help(
      "Hạn nộp của một người thành tệp lịch iCalendar, in ra màn hình.",
      "A person's deadlines as an iCalendar file, on standard output."),
    discussion: help("hoso calendar nva > nva.ics", "hoso calendar nva > nva.ics"),
    aliases: ["lich"])

  @Argument(help: ArgumentHelp(help("người: mã hoặc địa chỉ thư", "the person: id or e-mail")))
  var person: String

  @Option(help: ArgumentHelp(help("năm học", "school year")))
  var year: String?

  @OptionGroup var time: TimeOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    var faults: [Diagnostic] = []
    let action = CalendarAction(
      year: year, person: person, language: console.language, at: try time.seconds(in: workspace))
    let report = try action.perform(in: workspace) { faults.append($0) }
    if console.isJSON {
      console.answer(
        .object([
          "format": 1, "year": .string(report.view.year), "person": .string(report.person.id),
          "events": .array(
            report.events.map { event in
              let obligation = report.view.obligations[event.obligation]
              return .object(
                obligation.json(in: report.view).merging([
                  "id": .string(event.id), "done": .bool(obligation.isAnswered(at: report.view.moment)),
                  "title": .string(event.title),
                ]) { $1 })
            }),
          "diagnostics": .diagnostics(faults, console.language),
        ]))
    } else {
      // The line feed of the last line end is the console's.
      console.answer(String(report.text.unicodeScalars.dropLast()))
    }
    console.show(faults)
  }
}
