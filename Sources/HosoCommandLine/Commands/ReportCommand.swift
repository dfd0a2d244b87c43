internal import ArgumentParser
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: help(
      "Báo cáo: nộp muộn, tiến độ và phổ điểm, sĩ số, thiếu chữ kí, minh chứng …; không nêu tên thì liệt kê.",
      "Reports: late, mark entry, distribution, class size, signatures, evidence …; without a name lists them."),
    aliases: ["bao-cao"])

  @Argument(
    help: ArgumentHelp(help("tên hoặc mã báo cáo, ví dụ nop-muon, P1", "a report's name or code, such as late, P1")))
  var name: String?

  @Option(help: ArgumentHelp(help("năm học", "school year")))
  var year: String?

  @Option(help: ArgumentHelp(help("chỉ học kì này", "only this term")))
  var term: Int?

  @Option(help: ArgumentHelp(help("chỉ tháng này", "only this month")))
  var month: Int?

  @Option(help: ArgumentHelp(help("chỉ tuần này", "only this week")))
  var week: Int?

  @Option(help: ArgumentHelp(help("chỉ tổ này", "only this team")))
  var team: String?

  @Option(help: ArgumentHelp(help("chỉ người này", "only this person")))
  var person: String?

  @Option(name: .customLong("class"), help: ArgumentHelp(help("chỉ lớp này", "only this class")))
  var schoolClass: String?

  @Option(help: ArgumentHelp(help("chỉ loại hồ sơ này", "only this kind of record")))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      help(
        "đếm theo: team, person, kind, week, month, term, class, state (late, statistics)",
        "count by: team, person, kind, week, month, term, class, state (late, statistics)")))
  var by: String?

  @Option(help: ArgumentHelp(help("lists: điểm từ", "lists: marks from")))
  var from: Double?

  @Option(help: ArgumentHelp(help("lists: điểm đến", "lists: marks to")))
  var to: Double?

  @Option(
    help: ArgumentHelp(
      help("outliers: lệch từ bao nhiêu lần độ lệch chuẩn", "outliers: how many standard deviations are far")))
  var deviation = 0.5

  @Option(help: ArgumentHelp(help("accounts: báo trước bao nhiêu ngày", "accounts: how many days ahead")))
  var days = 60

  @Flag(help: ArgumentHelp(help("in bảng CSV (RFC 4180)", "print CSV (RFC 4180)")))
  var csv = false

  @Flag(help: ArgumentHelp(help("CSV có dấu thứ tự byte để Excel nhận UTF-8", "CSV with a byte order mark for Excel")))
  var bom = false

  @OptionGroup var time: TimeOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let name else { return list() }
    guard let id = ReportID(named: name) else {
      throw Problem(
        .unknownReport, ["report": name, "known": ReportID.allCases.map(\.rawValue).joined(separator: ", ")])
    }
    let scope = try scope()
    if csv || bom, common.json { throw Problem(.invalidOption, ["option": "--csv"]) }
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    var faults: [Diagnostic] = []
    let (report, rulebook) = try ReportAction(id, scope, year: year, at: try time.seconds(in: workspace)).perform(
      in: workspace
    ) { faults.append($0) }
    let listing = ReportListing(report: report, words: ReportWords(rulebook, console.language))
    if console.isJSON {
      console.answer(listing.json(faults))
    } else if csv || bom {
      // A line feed follows what is answered; the table ends in both.
      let text = CSVReport(report, ReportWords(rulebook, console.language)).csv(isMarked: bom)
      console.answer(String(String.UnicodeScalarView(text.unicodeScalars.dropLast())))
    } else {
      listing.lines(console, school: rulebook.school.name).forEach(console.answer)
    }
    console.show(faults)
  }

  private func scope() throws -> ReportScope {
    var scope = ReportScope()
    scope.term = term
    scope.month = month
    scope.week = week
    scope.team = team
    scope.person = person
    scope.schoolClass = schoolClass
    scope.kind = kind
    scope.deviation = deviation
    scope.days = days
    guard deviation >= 0, deviation <= 100 else { throw Problem(.invalidOption, ["option": "--deviation"]) }
    guard (0...36_500).contains(days) else { throw Problem(.invalidOption, ["option": "--days"]) }
    if let by {
      guard let grouping = ReportGrouping(rawValue: by) else { throw Problem(.invalidOption, ["option": "--by"]) }
      scope.grouping = grouping
    }
    if from != nil || to != nil {
      let (low, high) = (from ?? 0, to ?? 1_000)
      guard low <= high, low.magnitude <= 1e6, high.magnitude <= 1e6 else {
        throw Problem(.invalidOption, ["option": "--from"])
      }
      scope.marks = low...high
    }
    return scope
  }

  /// The reports with their codes and names, each in both languages.
  private func list() {
    let console = common.console(for: try? common.workspace())
    if console.isJSON {
      return console.answer(
        .object([
          "format": 1,
          "reports": .array(
            ReportID.allCases.map { id in
              .object([
                "name": .string(id.rawValue), "alias": .string(id.alias), "code": .string(id.code),
                "title": .object(["vi": .string(id.title.vietnamese), "en": .string(id.title.english)]),
                "clauses": .string(id.clauses), "by": .array(id.groupings.map { .string($0.rawValue) }),
              ])
            }),
        ]))
    }
    let rows = ReportID.allCases.map { [$0.code, $0.rawValue, $0.alias, $0.title.vietnamese, $0.title.english] }
    let heads = [
      console.text("Mã", "Code"), console.text("Tên", "Name"), console.text("Tên tiếng Việt", "In Vietnamese"),
      "Báo cáo", "Report",
    ]
    TextTable(heads.map { TextTable.Column(title: $0, isNumeric: false) }, rows: rows).lines.forEach(console.answer)
  }
}
