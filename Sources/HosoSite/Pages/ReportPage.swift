internal import HosoCore

/// One report: what it answers, its pictures, its tables, what was counted.
struct ReportPage: Page {
  let site: Site
  let id: ReportID
  /// One, or one for each way of counting.
  let reports: [Report]
  /// Counted from 1.
  let number: Int
  let section: SiteSection? = .reports
  /// Many columns are printed across the sheet.
  var style: StaticString { id == .termSummary ? "report-page" : "report-page report-page-wide" }

  var address: PageAddress { PageAddress.report(id).page(number) }
  var title: String { site.string(id.title) }
  var breadcrumbs: [Crumb] { [Crumb(title: site.string(ReportText.reports), address: .reports)] }

  private static let perPage = 1000

  /// How many pages the rows of `reports` take.
  static func count(_ reports: [Report]) -> Int { Paging(total: rows(reports), size: perPage).count }

  /// Counts are short: only a list is parted.
  private static func rows(_ reports: [Report]) -> Int { reports.count == 1 ? reports[0].rows.count : 0 }

  var content: Node {
    .fragment([
      letterhead,
      .header(
        class: "page-header",
        .p(class: "eyebrow", .text("\(id.code) · "), say(SiteText.schoolYear(site.view.year))), .h1(.text(title)),
        .p(class: "lead", say(id.purpose)), links),
      charts, .fragment(reports.map { section($0) }),
      pager(number, of: Self.count(reports), from: .report(id)), blanks, notes,
    ])
  }

  /// School and year: for paper only.
  private var letterhead: Node {
    .div(
      class: "letterhead", .p(.bdi(.text(site.rulebook.school.name))),
      .p(say(SiteText.schoolYear(site.view.year)), .br(), site.when(site.view.moment)))
  }

  /// Where the records themselves are listed already.
  private var links: Node {
    guard id == .late else { return .none }
    return .p(class: "screen-only", .a(href: href(.late), say(ReportText.eachRecord)))
  }

  private func section(_ report: Report) -> Node {
    guard reports.count == 1 else {
      let name = report.scope.grouping.map { ReportText.by($0) } ?? id.title
      return .section(
        class: "report-section", .h2(say(name)),
        reportTable(report, rows: report.rows.indices, caption: site.string(name)))
    }
    let rows = Paging(total: report.rows.count, size: Self.perPage).range(of: number)
    return .section(class: "report-section", heading, table(report, rows))
  }

  private var heading: Node { reports[0].charts.isEmpty ? .none : .h2(say(ReportText.figures)) }

  /// The list of people leads to their sheets.
  private func table(_ report: Report, _ rows: Range<Int>) -> Node {
    guard id == .evidence, !report.rows.isEmpty else { return reportTable(report, rows: rows, caption: title) }
    let sheets = report.rows[rows].compactMap { row -> Node? in
      guard case .person(let person)? = row.first, site.hasEvidence(person) else { return nil }
      return .li(.a(href: href(.evidence(person)), .bdi(.text(site.name(of: person)))))
    }
    return .fragment([
      .ul(class: "people-list", .fragment(sheets)), reportTable(report, rows: rows, caption: title),
    ])
  }

  private var charts: Node {
    let charts = number == 1 ? reports.flatMap(\.charts) : []
    guard !charts.isEmpty else { return .none }
    let figures = charts.enumerated().map { index, chart -> Node in
      let picture = Histogram(chart: chart, number: index + 1, site: site)
      return .figure(
        class: "chart-figure",
        .figcaption(
          .strong(.text(picture.name)), .text(" "), .span(class: "quiet", .text(picture.summary))), picture.node)
    }
    return .section(class: "charts-section", .h2(say(ReportText.charts)), .div(class: "charts", .fragment(figures)))
  }

  /// Room for what the school adds by hand.
  private var blanks: Node {
    guard id == .termSummary else { return .none }
    return .fragment(
      [ReportText.difficulties, ReportText.proposals].map {
        .section(class: "report-blank", .h2(say($0)), .p(class: "report-blank-lines"))
      })
  }

  private var notes: Node {
    var notes: [Localized] = []
    for note in reports.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
    return .aside(
      class: "report-notes", .fragment(notes.map { .p(say($0)) }), .p(say(ReportText.clauses(id.clauses))))
  }
}
