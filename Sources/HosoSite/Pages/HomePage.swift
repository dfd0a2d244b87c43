internal import HosoCore

/// The school at a glance: what waits for somebody, the teams, what happened last.
struct HomePage: Page {
  let site: Site
  let address = PageAddress.home
  let section: SiteSection? = .home
  let style: StaticString = "home-page"
  var title: String { site.rulebook.school.name }

  private static let mostNews = 8

  var content: Node {
    .fragment([
      masthead,
      tiles,
      .section(class: "teams", .h2(say(SiteText.teams)), .div(class: "team-cards", .fragment(site.teams.map(card)))),
      .div(class: "news", commits, decisions),
      reports,
      leadership,
      site.view.corrections.isEmpty
        ? .none
        : .p(
          class: "quiet",
          .a(href: href(.corrections), say(CorrectionText.link(site.count(site.view.corrections.count))))),
      site.verification == nil
        ? .none : .p(class: "quiet", .a(href: href(.verification), say(VerificationText.link))),
    ])
  }

  private var masthead: Node {
    let school = site.rulebook.school
    let teachers = site.rulebook.teachers(in: site.view.year).count
    let facts = [
      SiteText.level(school.level), SiteText.teacherCount(teachers), SiteText.classCount(site.rulebook.classes.count),
      SiteText.recordCount(site.count(site.view.records.count)),
    ]
    return .header(
      class: "masthead",
      .p(class: "eyebrow", say(SiteText.schoolYear(site.view.year))),
      .h1(.bdi(.text(school.name))),
      .ul(class: "facts", .fragment(facts.map { .li(say($0)) })))
  }

  private var tiles: Node {
    let counts = site.counts
    return .section(
      class: "tiles-section",
      .h2(say(SiteText.needsAttention)),
      .ul(
        class: "tiles",
        tile("tile tile-submitted", counts[.submitted], SiteText.state(.submitted), href(.state(.submitted))),
        tile("tile tile-returned", counts[.returned], SiteText.state(.returned), href(.state(.returned))),
        tile("tile tile-changed", counts[.changed], SiteText.state(.changed), href(.state(.changed))),
        tile("tile tile-late", counts.late, SiteText.late, href(.late)),
        tile("tile tile-missing", counts.missing, SiteText.missing, href(.late))))
  }

  private func tile(_ style: StaticString, _ number: Int, _ name: Localized, _ target: String) -> Node {
    .li(
      class: number == 0 ? "tile tile-none" : style,
      .a(
        href: target, .span(class: "tile-number", .text(site.count(number))), .text(" "),
        .span(class: "tile-name", say(name))))
  }

  private func card(_ team: Team) -> Node {
    let missing = site.missingOfTeam[team.id]?.count ?? 0
    let counts = site.counts(of: site.recordsOfTeam[team.id] ?? [], missing: missing)
    return .article(
      class: "team-card",
      .h3(.a(href: href(.team(team.id)), .bdi(.text(team.title)))),
      .p(
        class: "team-card-head", say(SiteText.head), .text(": "), personLink(team.head), .text(" · "),
        say(SiteText.memberCount(site.members(of: team.id).count))),
      site.bar(counts),
      summary(counts))
  }

  private var commits: Node {
    let first = max(0, site.view.commits.count - Self.mostNews)
    var touched: [Int: [Int]] = [:]
    for (index, record) in site.view.records.enumerated() {
      for version in record.versions.reversed() {
        if version.commit < first { break }
        touched[version.commit, default: []].append(index)
      }
    }
    let items = (first..<site.view.commits.count).reversed().map { item($0, touched[$0] ?? []) }
    return .section(
      class: "news-column", .h2(say(SiteText.latestCommits)),
      items.isEmpty ? .p(say(SiteText.nothingYet)) : .ol(class: "news-list", .fragment(items)))
  }

  private func item(_ index: Int, _ records: [Int]) -> Node {
    let commit = site.view.commits[index]
    var what: [Node] = [.bdi(.text(commit.subject))]
    if let record = records.first {
      what = [recordLink(record)]
      if records.count > 1 { what += [.text(" "), say(SiteText.andMore(records.count - 1))] }
    }
    return .li(
      .p(class: "news-what", .fragment(what)),
      records.isEmpty ? .none : .p(class: "news-message", .bdi(.text(commit.subject))),
      .p(class: "news-who", author(of: commit), .text(" · "), site.when(commit.moment)))
  }

  private var decisions: Node {
    let newest = site.view.decisions.indices.suffix(Self.mostNews).reversed()
    let items = newest.map { index in
      let recorded = site.view.decisions[index]
      let decision = recorded.decision
      return Node.li(
        .p(
          class: "news-what", site.verbChip(decision.verb), .text(" "),
          over(decision, index),
          recorded.isValid ? .none : .fragment([.text(" "), .span(class: "chip chip-missing", say(SiteText.invalid))])),
        decision.reason.isEmpty ? .none : .p(class: "news-message", .bdi(.text(decision.reason))),
        .p(class: "news-who", personLink(decision.person), .text(" · "), site.when(decision.moment)))
    }
    return .section(
      class: "news-column", .h2(say(SiteText.latestDecisions)),
      items.isEmpty
        ? .p(say(SiteText.nothingYet))
        : .fragment([
          .ol(class: "news-list", .fragment(items)), .p(.a(href: href(.decisions), say(SiteText.all))),
        ]))
  }

  /// The one record decided upon, or how many there are.
  private func over(_ decision: Decision, _ index: Int) -> Node {
    if decision.items.count == 1, let record = site.recordAt[decision.items[0].path] { return recordLink(record) }
    return .a(
      href: href(DecisionsPage.address(of: index, in: site), fragment: "d-\(index + 1)"),
      say(SiteText.recordCount(site.count(decision.items.count))))
  }

  private var reports: Node {
    let items = ReportID.allCases.map { Node.li(.a(href: href(.report($0)), say($0.title))) }
    return .section(
      class: "reports",
      .h2(.a(href: href(.reports), say(ReportText.reports))), .ul(class: "people-list", .fragment(items)))
  }

  /// People outside the teams: leadership and office.
  private var leadership: Node {
    let people = site.rulebook.peopleInOrder.filter { person in
      !person.has(.inspector) && (person.team.map { site.rulebook.teams[$0] == nil } ?? true)
    }
    guard !people.isEmpty else { return .none }
    return .section(
      class: "leadership", .h2(say(SiteText.administration)),
      .ul(
        class: "people-list",
        .fragment(
          people.map {
            .li(personLink($0.id), .text(" "), .span(class: "quiet", .text(site.roles(of: $0))))
          })))
  }
}
