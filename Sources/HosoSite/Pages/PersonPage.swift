internal import HosoCore

/// What one person has handed in, week by week, and what is late or missing.
struct PersonPage: Page {
  let site: Site
  let person: Person
  /// Counted from 1.
  let number: Int
  var address: PageAddress { PageAddress.person(person.id).page(number) }
  var title: String { person.name }
  let style: StaticString = "person-page"

  static let perPage = 400
  private static let mostMissing = 60

  /// How many pages `person` has.
  static func count(_ person: Person, in site: Site) -> Int {
    Paging(total: site.recordsOfPerson[person.id]?.count ?? 0, size: perPage).count
  }

  var breadcrumbs: [Crumb] {
    person.team.flatMap { site.rulebook.teams[$0] }.map { [Crumb(title: $0.title, address: .team($0.id))] } ?? []
  }

  var content: Node {
    let records = site.recordsOfPerson[person.id] ?? []
    let missing = site.missingOfPerson[person.id] ?? []
    let paging = Paging(total: records.count, size: Self.perPage)
    return .fragment([
      .header(
        class: "page-header",
        .p(class: "eyebrow", .text(site.roles(of: person))), .h1(.bdi(.text(person.name))), teaching, evidence,
        site.bar(site.counts(of: records, missing: missing.count)),
        summary(site.counts(of: records, missing: missing.count))),
      number == 1 ? waiting(for: person.id) : .none,
      number == 1 ? returned(records) : .none,
      number == 1 ? owed(missing) : .none,
      .fragment(groups(Array(records[paging.range(of: number)]))),
      records.isEmpty && missing.isEmpty && site.waitingFor[person.id] == nil
        ? .p(class: "quiet", say(SiteText.none)) : .none,
      pager(number, of: paging.count, from: .person(person.id)),
      number == 1 ? signed : .none,
    ])
  }

  private var teaching: Node {
    var classes: [ListID: [String]] = [:]
    var subjects: [ListID] = []
    for each in site.rulebook.assignments(in: site.view.year) where each.person == person.id {
      if classes[each.subject] == nil { subjects.append(each.subject) }
      let title = site.rulebook.classes[each.schoolClass]?.title ?? each.schoolClass
      if classes[each.subject]?.contains(title) != true { classes[each.subject, default: []].append(title) }
    }
    guard !subjects.isEmpty else { return .none }
    let words = subjects.map { subject in
      (site.rulebook.subjects[subject]?.title ?? subject) + " (" + (classes[subject] ?? []).joined(separator: ", ")
        + ")"
    }
    return .p(class: "lead", say(SiteText.teaches), .text(": "), .text(words.joined(separator: " · ")))
  }

  /// A link to the sheet that can be printed.
  private var evidence: Node {
    guard site.hasEvidence(person.id) else { return .none }
    return .p(.a(href: href(.evidence(person.id)), say(ReportText.evidence)))
  }

  private func owed(_ missing: [Int]) -> Node {
    guard !missing.isEmpty else { return .none }
    let items = missing.prefix(Self.mostMissing).map { index in
      let obligation = site.view.obligations[index]
      let kind = site.rulebook.kinds[obligation.kind]
      return Node.li(
        site.missingChip, .text(" "), say(kind.title), .text(", "),
        kind.expectation?.owner == .classSubject
          ? .text(site.owner(obligation.owner, .classSubject) + ", ") : .none,
        .text(site.period(of: obligation)),
        obligation.records.isEmpty
          ? .none
          : .fragment([.text(" ("), say(SiteText.partly(obligation.records.count, obligation.atLeast)), .text(")")]),
        obligation.dueAt.map {
          .span(class: "quiet", .text(" · "), say(SiteText.dueAt), .text(" "), site.when($0))
        } ?? .none)
    }
    return .section(
      class: "owed", .h2(say(SiteText.missing), .text(" "), .span(class: "count", .text(site.count(missing.count)))),
      .ul(class: "plain-list", .fragment(items)))
  }

  /// Weeks first, in their order; then what has no week, by kind.
  private func groups(_ records: [Int]) -> [Node] {
    var byWeek: [Int: [Int]] = [:]
    var byKind: [Int: [Int]] = [:]
    for index in records {
      let record = site.view.records[index]
      if let week = record.place.week {
        byWeek[week, default: []].append(index)
      } else {
        byKind[record.kind, default: []].append(index)
      }
    }
    let calendar = site.rulebook.calendars[site.view.year]
    let weeks = byWeek.keys.sorted().map { week -> (id: String?, head: Node?, records: [Int]) in
      let days = calendar?.week(week).map { "\(site.dayAndMonth($0.from)) – \(site.dayAndMonth($0.to))" }
      let head: [Node] = [
        .text(site.string(SiteText.weekNumber(week))),
        days.map { .span(class: "quiet", .text(" · \($0)")) } ?? .none,
      ]
      return ("w-\(week)", .fragment(head), byWeek[week] ?? [])
    }
    let name = site.string(SiteText.byWeeks)
    let weekly =
      weeks.isEmpty
      ? [] : [Node.section(.h2(.text(name)), recordTable(groups: weeks, label: name, [.kind]))]
    let others = byKind.keys.sorted().map { kind in
      let name = site.string(site.rulebook.kinds[kind].title)
      return Node.section(.h2(.text(name)), recordTable(byKind[kind] ?? [], label: name, [.period]))
    }
    return weekly + others
  }

  private var signed: Node {
    let own = site.view.decisions.indices.filter { site.view.decisions[$0].decision.person == person.id }
    guard !own.isEmpty else { return .none }
    let items = own.suffix(20).reversed().map { index in
      let decision = site.view.decisions[index].decision
      return Node.li(
        site.verbChip(decision.verb), .text(" "),
        .a(
          href: href(DecisionsPage.address(of: index, in: site), fragment: "d-\(index + 1)"),
          say(SiteText.recordCount(site.count(decision.items.count)))),
        .span(class: "quiet", .text(" · "), site.when(decision.moment)))
    }
    return .section(
      .h2(say(SiteText.signedDecisions), .text(" "), .span(class: "count", .text(site.count(own.count)))),
      .ul(class: "plain-list", .fragment(items)))
  }
}
