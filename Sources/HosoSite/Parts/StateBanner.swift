internal import HosoCore

/// Says how far a record has come, who decided so and when, and what has changed since.
struct StateBanner {
  let page: RecordPage

  private var site: Site { page.site }
  private var record: RecordStatus { page.record }
  private var over: [Site.DecisionOver] { site.decisionsOver[page.index] }

  var node: Node {
    var lines: [Node] = [.p(class: "banner-state", site.chips(record), late)]
    switch record.state {
    case .kept: lines.append(.p(page.say(SiteText.kept)))
    case .submitted:
      lines += approvals(ofThisContentOnly: true)
      lines.append(.p(waiting))
    case .returned:
      if let last = over.last(where: { decision($0).verb == .return }) {
        lines.append(who(decision(last)))
        lines.append(site.reason(decision(last)))
      }
    case .approved:
      lines += approvals(ofThisContentOnly: false)
      if let last = over.last(where: { decision($0).verb == .approve }), last.blob != record.blob {
        lines.append(.p(page.say(SiteText.openPart), .text(" "), changes(since: last)))
      }
    case .changed:
      lines.append(.p(page.say(SiteText.changedNote)))
      if let last = over.last(where: { decision($0).verb == .approve }) {
        lines.append(who(decision(last)))
        lines.append(.p(changes(since: last)))
      }
    }
    return .section(class: record.state.banner, .fragment(lines))
      .with("aria-label", site.string(SiteText.stateColumn))
  }

  private func decision(_ over: Site.DecisionOver) -> Decision { site.view.decisions[over.decision].decision }

  private var late: Node {
    guard let due = record.dueAt, record.isLate else { return .none }
    return .span(class: "quiet", .text(" "), page.say(SiteText.dueAt), .text(" "), site.when(due))
  }

  private var waiting: Node {
    guard let waiting = record.waiting else { return page.say(SiteText.waits) }
    let roles = waiting.roles.map { site.string(SiteText.role($0)) }.joined(separator: " / ")
    let links = waiting.people.flatMap { [Node.text(", "), page.personLink($0)] }.dropFirst()
    return .fragment([
      page.say(SiteText.waitsFor(roles)), .text(" "),
      waiting.count > 1 ? .fragment([page.say(ReviewText.step(waiting)), .text(": ")]) : .none,
      links.isEmpty ? page.say(ReviewText.nobody) : .fragment(Array(links)), .text("."),
    ])
  }

  /// The newest approval of each role, oldest first.
  private func approvals(ofThisContentOnly: Bool) -> [Node] {
    var seen: Set<SchoolRole> = []
    var lines: [Node] = []
    for each in over.reversed() {
      let decision = decision(each)
      guard decision.verb == .approve, !ofThisContentOnly || each.blob == record.blob,
        seen.insert(decision.role).inserted
      else { continue }
      lines.append(who(decision))
    }
    return lines.reversed()
  }

  private func who(_ decision: Decision) -> Node {
    .p(
      page.say(SiteText.by(decision.verb)), .text(": "), page.personLink(decision.person), .text(" ("),
      page.say(SiteText.role(decision.role)), page.onBehalf(decision), .text("), "), site.when(decision.moment))
  }

  /// A link to the first version behind the one decided upon.
  private func changes(since over: Site.DecisionOver) -> Node {
    let versions = record.versions
    let decided = versions.lastIndex { $0.blob == over.blob } ?? versions.count - 1
    let number = min(decided + 2, versions.count)
    let target = HistoryPage.address(of: number, in: record)
    return .a(href: page.href(target, fragment: "v-\(number)"), page.say(SiteText.seeChanges))
  }
}
