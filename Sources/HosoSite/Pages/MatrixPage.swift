internal import HosoCore

/// Who has handed in what and when: owners down, periods across, a cell for each obligation.
struct MatrixPage: Page {
  let site: Site
  /// Index into the rulebook's kinds, of one that is expected.
  let kind: Int
  let style: StaticString = "matrix-page"
  let section: SiteSection? = .tracking

  var address: PageAddress { .matrix(site.rulebook.kinds[kind]) }
  var title: String { site.string(SiteText.matrix(site.string(site.rulebook.kinds[kind].title))) }

  private var expectation: Kind.Expectation {
    site.rulebook.kinds[kind].expectation ?? Kind.Expectation(owner: .school, rhythm: .year, atLeast: 1)
  }

  private var isWeekly: Bool { expectation.rhythm == .week || expectation.rhythm == .lesson }
  /// Whether the rows are people, who are shown by team.
  private var isByPerson: Bool { expectation.owner == .teacher || expectation.owner == .member }

  private struct Row {
    let owner: ListID
    let team: ListID?
    var cells: [Int?: [Int]] = [:]
  }

  var content: Node {
    var periods: [Int?] = []
    var seen: Set<Int?> = []
    var rows: [Row] = []
    for (index, obligation) in site.view.obligations.enumerated() where obligation.kind == kind {
      if seen.insert(obligation.period).inserted { periods.append(obligation.period) }
      if rows.last?.owner != obligation.owner { rows.append(Row(owner: obligation.owner, team: obligation.team)) }
      rows[rows.count - 1].cells[obligation.period, default: []].append(index)
    }
    // Lessons come by subject, each with its weeks.
    if expectation.rhythm == .lesson { periods.sort { ($0 ?? 0) < ($1 ?? 0) } }
    return .fragment([
      .header(
        class: "page-header", .p(class: "eyebrow", say(SiteText.schoolYear(site.view.year))), .h1(.text(title)),
        .p(class: "lead", say(SiteText.matrixLead))),
      kinds, legend,
      rows.isEmpty ? .p(class: "quiet", say(SiteText.none)) : table(rows, periods),
    ])
  }

  /// The other tables of this sort.
  private var kinds: Node {
    guard site.trackedKinds.count > 1 else { return .none }
    let items = site.trackedKinds.map { each in
      Node.li(
        .a(href: href(.matrix(site.rulebook.kinds[each])), say(site.rulebook.kinds[each].title))
          .with("aria-current", each == kind ? "page" : nil))
    }
    return .nav(class: "tabs", .ul(.fragment(items))).with("aria-label", site.string(SiteText.kinds))
  }

  private var legend: Node {
    let states: [RecordState] =
      site.rulebook.kinds[kind].approvals.isEmpty ? [.kept] : [.approved, .submitted, .returned, .changed]
    var items = states.map { state in
      Node.li(.span(class: state.cell, say(SiteText.letter(state))), .text(" "), say(SiteText.state(state)))
    }
    items.append(.li(.span(class: "cell cell-missing", say(SiteText.missingLetter)), .text(" "), say(SiteText.missing)))
    items.append(
      .li(
        .span(class: "cell-late-sample", .span(class: "late-mark", say(SiteText.lateLetter))), .text(" "),
        say(SiteText.late)))
    items.append(.li(.span(class: "cell cell-open", .text("·")), .text(" "), say(SiteText.notDue)))
    return .ul(class: "legend", .fragment(items)).with("aria-label", site.string(SiteText.legend))
  }

  private func table(_ rows: [Row], _ periods: [Int?]) -> Node {
    let heads = periods.map { period -> Node in
      guard let period else { return .th(scope: "col", say(SiteText.wholeYear)) }
      guard isWeekly else {
        return .th(scope: "col", .text(site.period(period, expectation.rhythm)))
      }
      let from = site.rulebook.calendars[site.view.year]?.week(period)?.from
      return .th(
        scope: "col", .span(class: "matrix-week", .text("\(period)")),
        from.map { .span(class: "matrix-date", .text(site.dayAndMonth($0))) } ?? .none
      ).with("aria-label", site.period(period, .week))
    }
    var bodies: [Node] = []
    let isGrouped = isByPerson
    for group in groups(rows) {
      var lines: [Node] = []
      if isGrouped {
        let name: Node =
          group.team.map { .a(href: href(.team($0.id)), .bdi(.text($0.title))) } ?? say(SiteText.withoutTeam)
        lines.append(
          .tr(
            class: "matrix-team",
            .th(scope: "rowgroup", .div(class: "matrix-team-name", name)).with("colspan", "\(periods.count + 1)")))
      }
      lines += group.rows.map { row in
        .tr(
          .th(scope: "row", owner(row.owner)),
          .fragment(periods.map { period in row.cells[period].map { cell($0) } ?? .td() }))
      }
      bodies.append(.tbody(.fragment(lines)))
    }
    let corner =
      isWeekly
      ? "\(site.string(SiteText.owners(expectation.owner))) / \(site.string(SiteText.week))"
      : site.string(SiteText.owners(expectation.owner))
    return .scrolling(
      class: "matrix-wrap", label: title,
      .table(
        class: "matrix",
        .thead(.tr(.th(scope: "col", .text(corner)), .fragment(heads))), .fragment(bodies)))
  }

  private func owner(_ id: ListID) -> Node {
    switch expectation.owner {
    case .teacher, .member, .principal, .vicePrincipal: return personLink(id)
    case .team where site.rulebook.teams[id] != nil:
      return .a(href: href(.team(id)), .bdi(.text(site.owner(id, .team))))
    default: return .bdi(.text(site.owner(id, expectation.owner)))
    }
  }

  /// The rows by team; teams in their order, those without one last.
  private func groups(_ rows: [Row]) -> [(team: Team?, rows: [Row])] {
    guard isByPerson else { return [(nil, rows)] }
    var byTeam: [ListID: [Row]] = [:]
    for row in rows { byTeam[row.team.flatMap { site.rulebook.teams[$0]?.id } ?? "", default: []].append(row) }
    let named = site.teams.compactMap { team in byTeam[team.id].map { (Team?.some(team), $0) } }
    return named + (byTeam[""].map { [(nil, $0)] } ?? [])
  }

  /// What one owner owes in one period: one obligation, or one for each lesson of a week.
  private func cell(_ indices: [Int]) -> Node {
    let obligations = indices.map { site.view.obligations[$0] }
    let records = obligations.flatMap(\.records)
    if obligations.contains(where: { $0.isMissing(at: site.view.moment) }) {
      let (done, all) =
        obligations.count == 1
        ? (records.count, obligations[0].atLeast)
        : (obligations.count { $0.isAnswered(at: site.view.moment) }, obligations.count)
      let words =
        done == 0
        ? site.string(SiteText.missing)
        : "\(site.string(SiteText.missing)): \(site.string(SiteText.partly(done, all)))"
      let mark: Node = done == 0 ? say(SiteText.missingLetter) : .text("\(done)/\(all)")
      return .td(linked(records, "cell cell-missing", words, mark))
    }
    guard
      let state = [RecordState.returned, .changed, .submitted, .approved, .kept].first(where: { state in
        records.contains { site.view.records[$0].state == state }
      })
    else {
      return .td(.span(class: "cell cell-open", .text("·")).with("title", site.string(SiteText.notDue)))
    }
    let isLate = records.contains { site.view.records[$0].isLate }
    var words = site.string(SiteText.state(state))
    if records.count > 1 { words += " (\(site.string(SiteText.recordCount(site.count(records.count)))))" }
    if isLate { words += ", \(site.string(SiteText.late))" }
    var marks: [Node] = [say(SiteText.letter(state))]
    if records.count > 1 { marks.append(.span(class: "cell-count", .text("\(records.count)"))) }
    if isLate { marks.append(.span(class: "late-mark", say(SiteText.lateLetter))) }
    return .td(linked(records, state.cell, words, .fragment(marks)))
  }

  /// The mark as a link to the record, or to the folder where there are several.
  private func linked(_ records: [Int], _ style: StaticString, _ words: String, _ mark: Node) -> Node {
    guard let first = records.first else {
      return .span(class: style, mark).with("title", words).with("role", "img").with("aria-label", words)
    }
    let path = site.view.records[first].path
    let target: PageAddress = records.count == 1 ? .record(path) : .folder(path.folder)
    return .a(class: style, href: href(target), mark).with("title", words).with("aria-label", words)
  }
}
