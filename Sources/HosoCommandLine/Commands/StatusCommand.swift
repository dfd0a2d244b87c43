internal import ArgumentParser
internal import GitObjects
internal import HosoActions
internal import HosoCore
internal import HosoMessages

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: help(
      "Tình hình nộp và duyệt: còn thiếu, nộp muộn, chờ duyệt, trả lại, đã duyệt.",
      "What is expected, submitted, late, returned, approved, changed since approval."),
    aliases: ["tinh-hinh"])

  @Option(help: ArgumentHelp(help("năm học", "school year")))
  var year: String?

  @Option(help: ArgumentHelp(help("chỉ tổ này", "only this team")))
  var team: String?

  @Option(help: ArgumentHelp(help("chỉ người này", "only this person")))
  var person: String?

  @Option(help: ArgumentHelp(help("chỉ tuần này", "only this week")))
  var week: Int?

  @Flag(
    help: ArgumentHelp(
      help(
        "chỉ hồ sơ đang chờ quyết định, của người này nếu có --person", "only what waits for a decision, by --person")
    ))
  var waiting = false

  @OptionGroup var time: TimeOption
  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    let console = common.console(for: workspace)
    var faults: [Diagnostic] = []
    let view = try StatusAction(year: year, at: try time.seconds(in: workspace)).perform(in: workspace) {
      faults.append($0)
    }
    if let person, view.rulebook.people[person] == nil { throw Problem(.unknownPersonName, ["person": person]) }
    if let team, view.rulebook.teams[team] == nil { throw Problem(.invalidOption, ["option": "--team"]) }
    if waiting {
      let listing = WaitingListing(view: view, person: person)
      if console.isJSON {
        console.answer(listing.json(console.language))
      } else {
        listing.lines(console).forEach(console.answer)
      }
      return console.show(faults)
    }
    let listing = StatusListing(view: view, team: team, person: person, week: week)
    if console.isJSON {
      console.answer(listing.json(faults, console.language))
    } else {
      listing.lines(console).forEach(console.answer)
    }
    console.show(faults)
  }
}

/// The status of a part of the school, as text and as JSON.
struct StatusListing {
  private let view: SchoolView
  private let records: [RecordStatus]
  private let missing: [Obligation]
  /// What came behind its deadline within a record that did not: the columns of a test.
  private let lateTests: [Obligation]
  /// Whether it is of one person or team, so that each record that waits is named.
  private let isNarrow: Bool

  init(view: SchoolView, team: String?, person: String?, week: Int?) {
    self.view = view
    isNarrow = team != nil || person != nil
    func fits(_ recordTeam: String?, _ recordPerson: String?, _ recordWeek: Int?) -> Bool {
      (team == nil || recordTeam == team) && (person == nil || recordPerson == person)
        && (week == nil || recordWeek == week)
    }
    records = view.records.filter { fits($0.place[.team], $0.place[.person], $0.place.week) }
    let kinds = view.rulebook.kinds
    let obligations = view.obligations.filter { obligation in
      let isWeekly = [.week, .lesson].contains(kinds[obligation.kind].expectation?.rhythm)
      return fits(obligation.team, obligation.person, isWeekly ? obligation.period : nil)
    }
    missing = obligations.filter { $0.isMissing(at: view.moment) }
    lateTests = obligations.filter { $0.isLate && $0.test != nil && !kinds[$0.kind].place.names(.test) }
  }

  func lines(_ console: Console) -> [String] {
    let late = records.filter(\.isLate)
    let words = ObligationWords(view, console.language)
    var lines = [
      "\(view.rulebook.school.name), \(view.year), \(view.moment)",
      console.text("hồ sơ", "records") + ": \(records.count)",
    ]
    for state in RecordState.allCases {
      let count = records.count { $0.state == state }
      if count > 0 { lines.append("  \(Self.name(of: state)(console.language)): \(count)") }
    }
    lines.append("  \(console.text("nộp muộn", "late")): \(late.count + lateTests.count)")
    lines.append("  \(console.text("chưa nộp", "missing")): \(missing.count)")
    for state in [RecordState.returned, .changed] {
      for record in records where record.state == state {
        lines.append("\(Self.name(of: state)(console.language)): \(record.path)")
        if let decision = record.returned.map({ view.decisions[$0].decision }) {
          let name = view.rulebook.people[decision.person]?.name ?? decision.person
          lines.append(
            "  " + console.text("lí do", "reason")
              + ": \(NameRule.visible(decision.reason)) (\(name), \(decision.moment))")
        }
      }
    }
    for record in late {
      let due = record.dueAt.map(\.description) ?? ""
      lines.append(
        console.text("nộp muộn", "late") + ": \(record.path) (\(record.submittedAt) > \(due))")
    }
    func line(_ obligation: Obligation) -> String {
      let period = words.period(obligation).map { ", \($0)" } ?? ""
      let title = view.rulebook.kinds[obligation.kind].title(console.language)
      return NameRule.visible("\(title): \(words.owner(obligation))\(period)")
    }
    for obligation in lateTests {
      let times = [obligation.answeredAt, obligation.dueAt].compactMap { $0?.description }.joined(separator: " > ")
      lines.append(console.text("nộp muộn", "late") + ": \(line(obligation)) (\(times))")
    }
    for obligation in missing {
      lines.append(
        console.text("chưa nộp", "missing") + ": \(line(obligation))"
          + (obligation.dueAt.map { console.text(", hạn ", ", due ") + $0.description } ?? ""))
    }
    if isNarrow {
      for record in records {
        guard let waiting = record.waiting else { continue }
        lines.append(
          Self.name(of: record.state)(console.language) + ": \(record.path): "
            + WaitingListing.sentence(waiting, view.rulebook, console))
      }
    }
    lines += view.locks.lines(console)
    for status in view.corrections where status.isPending {
      lines.append(console.text("chỉnh sửa", "correction") + ": \(status.line(console))")
    }
    return lines
  }

  func json(_ faults: [Diagnostic], _ language: Language) -> JSON {
    .object([
      "format": 1, "year": .string(view.year), "time": .string(view.moment.description),
      "commit": JSON(view.commits.last?.id.hexadecimal),
      "records": .array(
        records.map { record in
          .object([
            "path": .string(record.path.text), "kind": .string(view.kind(of: record).id),
            "state": .string(record.state.rawValue), "late": .bool(record.isLate),
            "submitted": .string(record.submittedAt.description), "due": JSON(record.dueAt?.description),
            "blob": .string(record.blob.hexadecimal), "versions": .number(record.versions.count),
            "lock": JSON(view.locks.lock(on: record.path)?.tag), "waiting": .waiting(record.waiting),
            "reason": JSON(record.returned.map { view.decisions[$0].decision.reason }),
          ])
        }),
      "missing": .array(
        missing.map { .object($0.json(in: view)) }),
      "lateTests": .array(
        lateTests.map { .object($0.json(in: view).merging(["filled": JSON($0.answeredAt?.description)]) { $1 }) }),
      "locks": view.locks.json, "openUnlocks": view.locks.openJSON,
      "corrections": .array(view.corrections.filter(\.isPending).map { $0.json(view.commits) }),
      "diagnostics": .diagnostics(faults, language),
    ])
  }

  static func name(of state: RecordState) -> Localized {
    switch state {
    case .kept: Localized(vi: "đã lưu", en: "kept")
    case .submitted: Localized(vi: "chờ duyệt", en: "submitted")
    case .returned: Localized(vi: "trả lại", en: "returned")
    case .approved: Localized(vi: "đã duyệt", en: "approved")
    case .changed: Localized(vi: "đã sửa sau khi duyệt", en: "changed since approval")
    }
  }
}
