internal import HosoCore
internal import HosoMessages

/// A person's work of the year on one sheet, month by month, to be printed and signed.
struct EvidencePage: Page {
  let site: Site
  let person: Person
  private let entries: [Entry]
  private let report: Report
  let section: SiteSection? = .reports
  let style: StaticString = "evidence-page"
  var address: PageAddress { .evidence(person.id) }
  var title: String { site.string(SiteText.nameAndTitle(person.name, ReportText.evidence)) }

  /// A row by the names of its cells.
  private struct Entry {
    let cells: [String: ReportCell]

    subscript(name: String) -> ReportCell { cells[name] ?? .empty }

    var date: SchoolDate? { if case .date(let date) = self["date"] { date } else { nil } }
    /// Those of a lesson, which names its class.
    var periods: Int {
      if case .count(let count) = self["periods"], self["class"] != .empty { count } else { 0 }
    }
  }

  init(site: Site, person: Person) throws {
    self.site = site
    self.person = person
    var scope = ReportScope()
    scope.person = person.id
    let report = try ReportID.evidence.report(from: site.reports, scope)
    self.report = report
    let names = report.columns.map(\.name)
    entries = report.rows.map { Entry(cells: Dictionary(uniqueKeysWithValues: zip(names, $0))) }
  }

  var breadcrumbs: [Crumb] {
    [
      Crumb(title: site.string(ReportText.reports), address: .reports),
      Crumb(title: site.string(ReportText.evidence), address: .report(.evidence)),
    ]
  }

  var content: Node {
    .fragment([
      letterhead,
      .header(
        class: "page-header",
        .p(class: "eyebrow", say(ReportText.evidence(of: site.view.year))), .h1(.bdi(.text(person.name))),
        .p(class: "lead", .text(site.roles(of: person)), team), .p(personLine)),
      table, signatures,
      .aside(
        class: "report-notes", .fragment(report.notes.map { .p(say($0)) }),
        .p(say(ReportText.clauses(ReportID.evidence.clauses)))),
    ])
  }

  private var letterhead: Node {
    let title = person.team.flatMap { site.rulebook.teams[$0]?.title }
    return .div(
      class: "letterhead",
      .p(.bdi(.text(site.rulebook.school.name)), title.map { .fragment([.br(), .bdi(.text($0))]) } ?? .none),
      .p(say(SiteText.schoolYear(site.view.year)), .br(), site.when(site.view.moment)))
  }

  private var team: Node {
    guard let team = person.team.flatMap({ site.rulebook.teams[$0] }) else { return .none }
    return .fragment([.text(" · "), .a(href: href(.team(team.id)), .bdi(.text(team.title)))])
  }

  private var personLine: Node {
    .fragment([
      say(sum(entries)),
      .span(class: "screen-only", .text(" · "), .a(href: href(.person(person.id)), say(ReportText.byWeek))),
    ])
  }

  private var table: Node {
    let heads = [
      column("date"), column("class"), column("subject"), ReportText.lesson, column("periods"), column("submitted"),
      column("state"), ReportText.approved,
    ]
    let bodies = months.map { month -> Node in
      let head = month.date.map { site.string(ReportText.month($0.parts.month, $0.parts.year)) }
      return .tbody(
        .tr(
          class: "evidence-month",
          .th(
            scope: "rowgroup", .text(head ?? "–"), .text(" "), .span(class: "quiet", say(sum(month.entries)))
          ).with("colspan", "\(heads.count)")),
        .fragment(month.entries.map(row)))
    }
    return .scrolling(
      class: "table-wrap", label: title,
      .table(
        class: "report-table evidence-table",
        .thead(.tr(.fragment(heads.map { head($0) }))), .fragment(bodies)
      ).with("aria-label", title))
  }

  private func sum(_ entries: [Entry]) -> Localized {
    ReportText.sum(site.count(entries.count), entries.reduce(0) { $0 + $1.periods })
  }

  private func column(_ name: String) -> Localized {
    report.columns.first { $0.name == name }?.title ?? Localized(vi: name, en: name)
  }

  private var months: [(date: SchoolDate?, entries: [Entry])] {
    var months: [(date: SchoolDate?, entries: [Entry])] = []
    for entry in entries {
      if let last = months.last?.date?.parts, let own = entry.date?.parts, last.year == own.year,
        last.month == own.month
      {
        months[months.count - 1].entries.append(entry)
      } else {
        months.append((entry.date, [entry]))
      }
    }
    return months
  }

  private func row(_ entry: Entry) -> Node {
    .tr(
      .th(class: "report-table-short", scope: "row", reportCell(entry["date"])),
      .td(class: "report-table-short", reportCell(entry["class"])),
      .td(reportCell(entry["subject"])),
      .td(
        class: "evidence-lesson", reportCell(entry["record"]), .text(" "),
        .span(class: "record-table-kind", .text(site.words.text(entry["kind"])))),
      .td(class: "number", reportCell(entry["periods"])),
      .td(class: "report-table-short", reportCell(entry["submitted"])), .td(reportCell(entry["state"])),
      .td(approval(entry)))
  }

  private func approval(_ entry: Entry) -> Node {
    guard entry["approved-by"] != .empty else { return .none }
    return .fragment([
      reportCell(entry["approved-by"]), .text(", "), .span(class: "report-table-short", reportCell(entry["approved"])),
    ])
  }

  /// Room for signatures: for paper only.
  private var signatures: Node {
    .div(
      class: "sign-row",
      .fragment(
        [ReportText.writer, ReportText.headOfTeam, ReportText.principal].map { .p(.strong(say($0))) }))
  }
}
