internal import ArgumentParser
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct CoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: help(
      "Tiến độ chương trình: từng lớp, từng tuần đã có kế hoạch cho bài nào trong phân phối chương trình.",
      "Coverage of the curriculum: which lessons have a plan, by class and week."),
    aliases: ["tien-do"])

  @Option(name: .customLong("class"), help: ArgumentHelp(help("chỉ lớp này, ví dụ 4a", "only this class, such as 4a")))
  var schoolClass: String?

  @Option(help: ArgumentHelp(help("chỉ tuần này", "only this week")))
  var week: Int?

  @Option(help: ArgumentHelp(help("năm học", "school year")))
  var year: String?

  @Flag(help: ArgumentHelp(help("in bảng CSV", "print a CSV table")))
  var csv = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    var faults: [Diagnostic] = []
    let report = try CoverageAction(year: year, schoolClass: schoolClass, week: week)
      .perform(in: workspace) { faults.append($0) }
    let listing = CoverageListing(report: report, console: console)
    if console.isJSON {
      console.answer(listing.json(faults))
    } else if csv {
      listing.csv.forEach(console.answer)
    } else if report.rows.isEmpty {
      console.note(console.text("Chưa có phân phối chương trình.", "There is no curriculum."))
    } else {
      listing.lines.forEach(console.answer)
    }
    console.show(faults)
  }
}

/// The coverage as text, CSV and JSON.
struct CoverageListing {
  let report: CoverageAction.Report
  let console: Console

  private var view: SchoolView { report.view }

  /// A line for each class and subject, and one for each week that lacks a plan.
  var lines: [String] {
    let words = ObligationWords(view, console.language)
    var lines: [String] = []
    var rest = report.rows[...]
    while let first = rest.first {
      let pair = ClassSubject(schoolClass: first.schoolClass, subject: first.subject)
      let rows = rest.prefix { $0.schoolClass == first.schoolClass && $0.subject == first.subject }
      rest = rest.dropFirst(rows.count)
      let all = rows.reduce(0) { $0 + $1.lessons.count }
      let planned = rows.reduce(0) { $0 + $1.planned }
      let approved = rows.reduce(0) { $0 + $1.approved }
      lines.append(
        NameRule.visible(words.title(pair)) + ": "
          + console.text(
            "\(planned)/\(all) bài có kế hoạch, \(approved) bài đã duyệt",
            "\(planned) of \(all) lessons have a plan, \(approved) approved"))
      for row in rows where !row.missing.isEmpty {
        let numbers = row.missing.map(String.init).joined(separator: ", ")
        lines.append(
          console.text("  tuần \(row.week): thiếu bài \(numbers)", "  week \(row.week): no plan for lesson \(numbers)"))
      }
      if let count = report.unnumbered[pair] {
        lines.append(
          console.text(
            "  \(count) kế hoạch không ghi số bài",
            count == 1 ? "  1 plan without a number" : "  \(count) plans without a number"))
      }
    }
    return lines
  }

  /// One row for each class, subject and week; ids and numbers need no quotes.
  var csv: [String] {
    ["class,subject,week,lessons,planned,approved,missing"]
      + report.rows.map { row in
        let missing = row.missing.map(String.init).joined(separator: " ")
        return
          "\(row.schoolClass),\(row.subject),\(row.week),\(row.lessons.count),\(row.planned),\(row.approved),\(missing)"
      }
  }

  func json(_ faults: [Diagnostic]) -> JSON {
    .object([
      "format": 1, "year": .string(view.year),
      "rows": .array(
        report.rows.map { row in
          .object([
            "class": .string(row.schoolClass), "subject": .string(row.subject), "week": .number(row.week),
            "planned": .number(row.planned), "approved": .number(row.approved),
            "lessons": .array(
              row.lessons.map { lesson in
                .object([
                  "number": .number(lesson.lesson.number), "title": .string(lesson.lesson.title),
                  "periods": .number(lesson.lesson.periods), "from": .number(lesson.lesson.weeks.lowerBound),
                  "to": .number(lesson.lesson.weeks.upperBound), "approved": .bool(lesson.isApproved),
                  "plans": .array(lesson.plans.map { .string(view.records[$0].path.text) }),
                ])
              }),
          ])
        }),
      "unnumbered": .array(
        report.unnumbered.sorted { $0.key < $1.key }.map { pair, count in
          .object([
            "class": .string(pair.schoolClass), "subject": .string(pair.subject), "plans": .number(count),
          ])
        }),
      "diagnostics": .diagnostics(faults, console.language),
    ])
  }
}
