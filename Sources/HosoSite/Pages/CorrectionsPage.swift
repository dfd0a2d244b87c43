internal import HosoCore

/// Every correction of what is locked, newest first: who asks, how far it has come.
struct CorrectionsPage: Page {
  let site: Site
  let address = PageAddress.corrections
  let section: SiteSection? = .decisions
  let style: StaticString = "corrections-page"
  var title: String { site.string(CorrectionText.title) }

  var content: Node {
    let corrections = site.view.corrections.sorted { left, right in
      (right.openedIn ?? 0, right.folder) < (left.openedIn ?? 0, left.folder)
    }
    let heads = [
      CorrectionText.caseColumn, SiteText.stateColumn, CorrectionText.consents, CorrectionText.requester,
      CorrectionText.opened, CorrectionText.applied,
    ]
    return .fragment([
      .header(
        class: "page-header",
        .h1(say(CorrectionText.title), .text(" "), .span(class: "count", .text(site.count(corrections.count)))),
        .p(class: "lead", say(CorrectionText.lead))),
      .table(
        class: "record-table correction-table", .thead(.tr(.fragment(heads.map { head($0) }))),
        .tbody(.fragment(corrections.map(row)))),
    ])
  }

  private func row(_ status: CorrectionStatus) -> Node {
    func when(_ commit: Int?) -> Node { commit.map { site.when(site.view.commits[$0].moment) } ?? .text("–") }
    let (given, needed) = status.count
    return .tr(
      .th(
        scope: "row", .a(href: href(.correction(status.folder)), .bdi(.text(site.title(of: status)))), .br(),
        .code(class: "tag-name", .text(String(status.folder.path.name)))),
      cell(SiteText.stateColumn, site.chip(status.state)),
      cell(CorrectionText.consents, needed > 0 ? .text("\(given)/\(needed)") : .text("–")),
      cell(CorrectionText.requester, status.request.map { personLink($0.requester) } ?? .text("–")),
      cell(CorrectionText.opened, when(status.openedIn)), cell(CorrectionText.applied, when(status.appliedIn)))
  }
}

extension Site {
  /// The title of the minutes, else the name of the case.
  func title(of status: CorrectionStatus) -> String {
    let title = status.request?.title ?? ""
    return title.isEmpty ? String(status.folder.path.name) : title
  }

  func chip(_ state: CorrectionStatus.State) -> Node {
    let text = say(CorrectionText.state(state))
    return switch state {
    case .open: .span(class: "chip chip-submitted", text)
    case .consented: .span(class: "chip chip-changed", text)
    case .applied: .span(class: "chip chip-approved", text)
    case .refused: .span(class: "chip chip-returned", text)
    case .withdrawn: .span(class: "chip chip-kept", text)
    case .stale: .span(class: "chip chip-missing", text)
    }
  }
}
