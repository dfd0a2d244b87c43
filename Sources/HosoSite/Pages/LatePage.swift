internal import HosoCore

/// What came late and what has not come, by team and person, in the order of the deadlines.
struct LatePage: Page {
  let site: Site
  let address = PageAddress.late
  let section: SiteSection? = .late
  let style: StaticString = "late-page"
  var title: String { site.string(SiteText.lateAndMissing) }

  /// The most lines of a team that are listed one by one; above it only their number for each person.
  private static let most = 400

  private enum Entry {
    case late(record: Int)
    case missing(obligation: Int)
  }

  private struct Owner: Hashable {
    let team: ListID?
    let kind: Kind.Expectation.Owner
    let id: ListID
  }

  var content: Node {
    var entries: [Owner: [Entry]] = [:]
    for (index, record) in site.view.records.enumerated() where record.isLate {
      entries[owner(of: record), default: []].append(.late(record: index))
    }
    for index in site.missing {
      let obligation = site.view.obligations[index]
      let expected = site.rulebook.kinds[obligation.kind].expectation?.owner ?? .school
      // Whoever owes it as a person is one row with what else he owes.
      let kind = expected == .principal || expected == .vicePrincipal ? .teacher : expected
      let team = obligation.team.flatMap { site.rulebook.teams[$0]?.id }
      entries[Owner(team: team, kind: kind, id: obligation.owner), default: []].append(.missing(obligation: index))
    }
    let groups = (site.teams.map { Team?.some($0) } + [nil]).compactMap { group($0, entries) }
    return .fragment([
      .header(
        class: "page-header", .h1(say(SiteText.lateAndMissing)), .p(class: "lead", say(SiteText.lateLead)),
        .ul(
          class: "summary",
          .li(site.lateChip, .text(" "), .strong(.text(site.count(site.counts.late)))),
          .li(site.missingChip, .text(" "), .strong(.text(site.count(site.counts.missing)))))),
      groups.isEmpty ? .p(class: "quiet", say(SiteText.nobodyLate)) : .fragment(groups),
    ])
  }

  private func owner(of record: RecordStatus) -> Owner {
    let team = site.team(of: record).flatMap { site.rulebook.teams[$0]?.id }
    if let person = record.place[.person] { return Owner(team: team, kind: .teacher, id: person) }
    if let id = record.place[.team] { return Owner(team: team, kind: .team, id: id) }
    if let id = record.place[.schoolClass] { return Owner(team: team, kind: .class, id: id) }
    return Owner(team: team, kind: .school, id: site.rulebook.school.id)
  }

  /// The owners of `team`: the team itself, its people as the school lists them, then classes and the school.
  private func group(_ team: Team?, _ entries: [Owner: [Entry]]) -> Node? {
    func order(_ owner: Owner) -> (Int, Int, ListID) {
      switch owner.kind {
      case .team, .headOfTeam: (0, 0, owner.id)
      case .teacher, .member, .principal, .vicePrincipal:
        (1, site.rulebook.people[owner.id]?.line ?? .max, owner.id)
      case .class, .homeroom, .classSubject: (2, 0, owner.id)
      case .school: (3, 0, owner.id)
      }
    }
    let owners = entries.keys.filter { $0.team == team?.id }.sorted { order($0) < order($1) }
    guard !owners.isEmpty else { return nil }
    let count = owners.reduce(0) { $0 + (entries[$1]?.count ?? 0) }
    let name = team?.title ?? site.string(SiteText.withoutTeam)
    let heading = Node.h2(
      team.map { .a(href: href(.team($0.id)), .bdi(.text($0.title))) } ?? say(SiteText.withoutTeam), .text(" "),
      .span(class: "count", .text(site.count(count))))
    guard count <= Self.most else {
      let items = owners.map { Node.li(link($0), .text(": "), .text(site.count(entries[$0]?.count ?? 0))) }
      return .section(heading, .p(class: "quiet", say(SiteText.longList)), .ul(class: "plain-list", .fragment(items)))
    }
    let heads = [SiteText.person, SiteText.period, SiteText.record, SiteText.dueAt, SiteText.stateColumn]
    return .section(
      heading,
      .table(
        class: "record-table late-table", .thead(.tr(.fragment(heads.map { head($0) }))),
        .fragment(owners.map { body($0, entries[$0] ?? []) })
      ).with("aria-label", name))
  }

  private func link(_ owner: Owner) -> Node {
    switch owner.kind {
    case .teacher, .member: personLink(owner.id)
    default: .bdi(.text(site.owner(owner.id, owner.kind)))
    }
  }

  private func body(_ owner: Owner, _ entries: [Entry]) -> Node {
    let sorted = entries.map { (due(of: $0)?.seconds ?? .max, $0) }.enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    let rows = sorted.enumerated().map { index, entry -> Node in
      let first: Node =
        index == 0
        ? .th(class: "late-table-owner", scope: "rowgroup", link(owner)).with("rowspan", "\(sorted.count)") : .none
      return .tr(first, .fragment(cells(entry)))
    }
    return .tbody(.fragment(rows))
  }

  private func due(of entry: Entry) -> Moment? {
    switch entry {
    case .late(let record): site.view.records[record].dueAt
    case .missing(let obligation): site.view.obligations[obligation].dueAt
    }
  }

  private func cells(_ entry: Entry) -> [Node] {
    let when = due(of: entry).map { site.when($0) } ?? .text("–")
    switch entry {
    case .late(let index):
      let record = site.view.records[index]
      return [
        cell(SiteText.period, .text(period(of: record))),
        cell(SiteText.record, recordLink(index)),
        cell(SiteText.dueAt, when),
        cell(SiteText.stateColumn, .fragment([site.lateChip, .text(" "), lateness(record)])),
      ]
    case .missing(let index):
      let obligation = site.view.obligations[index]
      let kind = site.rulebook.kinds[obligation.kind]
      let partly: Node =
        obligation.records.isEmpty
        ? .none
        : .fragment([
          .text(" "), .span(class: "quiet", say(SiteText.partly(obligation.records.count, obligation.atLeast))),
        ])
      return [
        cell(SiteText.period, .text(site.period(of: obligation))),
        cell(SiteText.record, say(kind.title)),
        cell(SiteText.dueAt, when),
        cell(SiteText.stateColumn, .fragment([site.missingChip, partly])),
      ]
    }
  }

  private func lateness(_ record: RecordStatus) -> Node {
    guard let due = record.dueAt else { return .none }
    let hours = Int((record.submittedAt.seconds - due.seconds) / 3600)
    return .span(class: "quiet", say(SiteText.lateBy(hours / 24, hours)))
  }
}
