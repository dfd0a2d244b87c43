internal import ArgumentParser
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct RemindCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind",
    abstract: help(
      "Nhắc việc: mỗi người còn phải nộp gì, hạn đến khi nào; --send gửi cho từng người.",
      "What each person owes next and by when; --send sends it to each."),
    aliases: ["nhac-viec"])

  @Option(help: ArgumentHelp(help("năm học", "school year")))
  var year: String?

  @Option(help: ArgumentHelp(help("chỉ người này: mã hoặc địa chỉ thư", "only this person: id or e-mail")))
  var person: String?

  @Option(help: ArgumentHelp(help("số ngày sắp tới", "how many days ahead")))
  var days = 7

  @Flag(help: ArgumentHelp(help("gửi bằng lệnh khai báo trong school.yml", "send by the command in school.yml")))
  var send = false

  @OptionGroup var time: TimeOption
  @OptionGroup var common: CommonOptions

  func run() async throws {
    guard (0...400).contains(days) else { throw Problem(.invalidOption, ["option": "--days \(days)"]) }
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    var faults: [Diagnostic] = []
    let action = RemindAction(year: year, person: person, days: days, at: try time.seconds(in: workspace))
    let report = try action.perform(in: workspace) { faults.append($0) }
    let listing = ReminderListing(report: report, language: console.language)
    guard send else {
      if console.isJSON {
        console.answer(listing.json(faults, deliveries: nil))
      } else if report.reminders.entries.isEmpty {
        console.note(console.text("Không ai còn việc đến hạn.", "Nobody owes anything that is due."))
      } else {
        report.reminders.entries.flatMap(listing.lines).forEach(console.answer)
      }
      return console.show(faults)
    }
    let messages = report.reminders.entries.map { (person: $0.person, text: listing.message($0)) }
    let deliveries = try await action.send(messages, of: report, in: workspace) { done in
      console.progress(console.text("đang gửi", "sending"), done, of: messages.count)
    }
    console.endProgress()
    let failed = deliveries.filter { $0.failure != nil }
    if console.isJSON { console.answer(listing.json(faults, deliveries: deliveries)) }
    let sent = deliveries.count - failed.count
    console.note(
      console.text("Đã gửi \(sent) lời nhắc.", sent == 1 ? "Sent 1 reminder." : "Sent \(sent) reminders."))
    console.show(faults)
    guard !failed.isEmpty else { return }
    let problem = Problem(
      .notAllSent,
      [
        "count": String(failed.count), "people": failed.map(\.person.id).joined(separator: ", "),
        "detail": failed.first?.failure ?? "",
      ])
    // The one document of a `--json` run says it already.
    if console.isJSON { throw Exit(status: problem.exitStatus) }
    throw problem
  }
}

/// What is owed, as text, as a message and as JSON.
struct ReminderListing {
  private let view: SchoolView
  private let reminders: Reminders
  private let words: ObligationWords
  private let language: Language

  init(report: RemindAction.Report, language: Language) {
    view = report.view
    reminders = report.reminders
    words = ObligationWords(report.view, language)
    self.language = language
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// A person's name and a line for each thing.
  func lines(_ entry: Reminders.Entry) -> [String] {
    ["\(NameRule.visible(entry.person.name)) (\(entry.person.id))"]
      + entry.obligations.map { "  \(line(view.obligations[$0]))" }
  }

  /// `quá hạn 2024-10-05 23:59: Kế hoạch bài dạy, tuần 5`.
  private func line(_ obligation: Obligation) -> String {
    let isOverdue = obligation.isMissing(at: view.moment)
    let state = isOverdue ? say("quá hạn", "overdue since") : say("hạn nộp", "due")
    var text = "\(state) \(obligation.dueAt.map(\.description) ?? ""): \(words.line(obligation))"
    if obligation.person == nil || obligation.owner.contains("/") {
      text += " (\(NameRule.visible(words.owner(obligation))))"
    }
    if obligation.atLeast > 1 {
      text += say(
        ", đã có \(obligation.records.count)/\(obligation.atLeast)",
        ", \(obligation.records.count) of \(obligation.atLeast) are there")
    }
    if let opens = obligation.opensAt, !isOverdue { text += say(", nộp từ \(opens)", ", put in from \(opens) on") }
    return text
  }

  /// A whole mail: head, blank line, text.
  func message(_ entry: Reminders.Entry) -> String {
    let overdue = entry.obligations.count { view.obligations[$0].isMissing(at: view.moment) }
    let subject =
      say("Nhắc việc: \(entry.obligations.count) hồ sơ", "Reminder: \(entry.obligations.count) records")
      + (overdue > 0 ? say(", \(overdue) quá hạn", ", \(overdue) overdue") : "")
    return """
      To: \(entry.person.email)
      Subject: =?UTF-8?B?\(Base64.text(of: Array(subject.utf8)))?=
      MIME-Version: 1.0
      Content-Type: text/plain; charset=UTF-8
      Content-Transfer-Encoding: 8bit

      \(NameRule.visible(view.rulebook.school.name)), \(say("năm học", "school year")) \(view.year), \(view.moment)

      \(lines(entry).joined(separator: "\n"))

      """
  }

  func json(_ faults: [Diagnostic], deliveries: [RemindAction.Delivery]?) -> JSON {
    let failures = Dictionary(
      (deliveries ?? []).map { ($0.person.id, $0.failure) }, uniquingKeysWith: { first, _ in first })
    let hasFailed = failures.values.contains { $0 != nil }
    return .object([
      "format": 1, "outcome": deliveries == nil ? "listed" : hasFailed ? "failed" : "sent",
      "year": .string(view.year), "time": .string(view.moment.description),
      "people": .array(
        reminders.entries.map { entry in
          .object([
            "person": .string(entry.person.id), "email": .string(entry.person.email),
            "owes": .array(entry.obligations.map { json(view.obligations[$0]) }),
            "failure": JSON(failures[entry.person.id].flatMap(\.self)),
          ])
        }),
      "diagnostics": .diagnostics(faults, language),
    ])
  }

  private func json(_ obligation: Obligation) -> JSON {
    .object(
      obligation.json(in: view).merging([
        "overdue": .bool(obligation.isMissing(at: view.moment)), "title": .string(words.title(obligation)),
      ]) { $1 })
  }
}

extension Obligation {
  /// What `--json` says of an obligation.
  func json(in view: SchoolView) -> [String: JSON] {
    [
      "kind": .string(view.rulebook.kinds[kind].id), "owner": .string(owner), "person": JSON(person),
      "period": JSON(period), "test": JSON(test), "lesson": JSON(lesson?.lesson.number),
      "subject": JSON(lesson?.curriculum.subject), "grade": JSON(lesson?.curriculum.grade),
      "opens": JSON(opensAt?.description), "due": JSON(dueAt?.description), "atLeast": .number(atLeast),
      "records": .array(records.map { .string(view.records[$0].path.text) }),
    ]
  }
}
