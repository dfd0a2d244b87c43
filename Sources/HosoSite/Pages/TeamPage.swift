internal import HosoCore

/// The desk of a head of team: what waits for review first, then the members.
struct TeamPage: Page {
  let site: Site
  let team: Team
  var address: PageAddress { .team(team.id) }
  var title: String { team.title }
  let style: StaticString = "team-page"

  /// The most records that one section lists; all of them stand on the state's own page.
  private static let most = 100

  var content: Node {
    let records = site.recordsOfTeam[team.id] ?? []
    let counts = site.counts(of: records, missing: site.missingOfTeam[team.id]?.count ?? 0)
    return .fragment([
      .header(
        class: "page-header",
        .p(class: "eyebrow", say(SiteText.teams)), .h1(.bdi(.text(team.title))),
        .p(
          class: "lead", say(SiteText.head), .text(": "), personLink(team.head), .text(" · "),
          say(SiteText.memberCount(site.members(of: team.id).count)), tracking),
        site.bar(counts), summary(counts)),
      section(.submitted, records, isAlwaysShown: true),
      section(.changed, records, isAlwaysShown: false),
      section(.returned, records, isAlwaysShown: false),
      members,
    ])
  }

  /// A link to the first table of owners and periods.
  private var tracking: Node {
    guard let kind = site.trackedKinds.first else { return .none }
    let name = SiteText.matrix(site.string(site.rulebook.kinds[kind].title))
    return .fragment([.text(" · "), .a(href: href(.matrix(site.rulebook.kinds[kind])), say(name))])
  }

  /// The records in `state`, the one that waits longest first.
  private func section(_ state: RecordState, _ records: [Int], isAlwaysShown: Bool) -> Node {
    let all = site.oldestFirst(records.filter { site.view.records[$0].state == state })
    guard isAlwaysShown || !all.isEmpty else { return .none }
    let name = SiteText.state(state)
    return .section(
      .h2(say(name), .text(" "), .span(class: "count", .text(site.count(all.count)))),
      all.isEmpty
        ? .p(class: "quiet", say(SiteText.noneWaiting))
        : recordTable(all.prefix(Self.most), label: site.string(name), [.person, .period, .kind]),
      all.count > Self.most ? .p(.a(href: href(.state(state)), say(SiteText.all))) : .none)
  }

  private var members: Node {
    let states = StateCounts.order.filter { state in
      (site.recordsOfTeam[team.id] ?? []).contains { site.view.records[$0].state == state }
    }
    let heads =
      [head(SiteText.member), head(SiteText.progress)] + states.map { head(SiteText.state($0)) }
      + [head(SiteText.late), head(SiteText.missing)]
    let rows = site.members(of: team.id).map { row($0, states) }
    return .section(
      .h2(say(SiteText.membersByState)),
      .scrolling(
        class: "table-wrap", label: site.string(SiteText.membersByState),
        .table(class: "members-table", .thead(.tr(.fragment(heads))), .tbody(.fragment(rows)))))
  }

  private func row(_ person: Person, _ states: [RecordState]) -> Node {
    let counts = site.counts(
      of: site.recordsOfPerson[person.id] ?? [], missing: site.missingOfPerson[person.id]?.count ?? 0)
    func number(_ value: Int, _ style: StaticString) -> Node {
      value == 0 ? .td(class: "number quiet", .text("0")) : .td(class: style, .text(site.count(value)))
    }
    return .tr(
      .th(
        scope: "row", personLink(person.id),
        person.id == team.head
          ? .span(class: "members-table-role", say(SiteText.head)) : .none),
      .td(class: "members-table-bar", site.bar(counts)),
      .fragment(states.map { number(counts[$0], "number") }),
      number(counts.late, "number number-late"), number(counts.missing, "number number-missing"))
  }
}

extension Site {
  /// `records` by the time of their newest version.
  func oldestFirst(_ records: [Int]) -> [Int] {
    records.map { (lastCommit(of: view.records[$0])?.moment.seconds ?? 0, $0) }.sorted { $0 < $1 }.map { $0.1 }
  }
}
