internal import HosoCore

/// The list of reports, each with what it answers.
struct ReportsPage: Page {
  let site: Site
  let address = PageAddress.reports
  let section: SiteSection? = .reports
  let style: StaticString = "reports-page"
  var title: String { site.string(ReportText.reports) }

  var content: Node {
    let items = ReportID.allCases.map { id in
      Node.li(
        .a(
          class: "report-link", href: href(.report(id)), .span(class: "report-code", .text(id.code)), .text(" "),
          .span(class: "report-title", say(id.title))),
        .p(class: "quiet", say(id.purpose)))
    }
    return .fragment([
      .header(
        class: "page-header", .p(class: "eyebrow", say(SiteText.schoolYear(site.view.year))),
        .h1(say(ReportText.reports)), .p(class: "lead", say(ReportText.lead))),
      .ul(class: "report-list", .fragment(items)), .p(class: "quiet", say(ReportText.insideOnly)),
    ])
  }
}
