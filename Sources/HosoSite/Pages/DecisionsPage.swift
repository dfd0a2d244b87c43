internal import HosoCore
internal import HosoMessages

/// Every decision, newest first: what was decided, by whom, in which role, when, over what, and whether it counts.
struct DecisionsPage: Page {
  let site: Site
  /// Counted from 1.
  let number: Int
  let section: SiteSection? = .decisions
  let style: StaticString = "decisions-page"
  var address: PageAddress { PageAddress.decisions.page(number) }
  var title: String { site.string(SiteText.decisions) }

  static let perPage = 100
  private static let mostRecords = 40

  /// The page on which the decision at `index` stands.
  static func address(of index: Int, in site: Site) -> PageAddress {
    PageAddress.decisions.page((site.view.decisions.count - 1 - index) / perPage + 1)
  }

  static func count(in site: Site) -> Int { Paging(total: site.view.decisions.count, size: perPage).count }

  var content: Node {
    let decisions = site.view.decisions
    let paging = Paging(total: decisions.count, size: Self.perPage)
    let heads = [
      SiteText.verbColumn, SiteText.decidedBy, SiteText.decidedAt, SiteText.decidedOver, SiteText.tag,
      SiteText.validity,
    ]
    return .fragment([
      .header(
        class: "page-header",
        .h1(say(SiteText.decisions), .text(" "), .span(class: "count", .text(site.count(decisions.count)))),
        .p(class: "lead", say(SiteText.decisionsLead))),
      decisions.isEmpty
        ? .p(class: "quiet", say(SiteText.nothingYet))
        : .table(
          class: "record-table decision-table", .thead(.tr(.fragment(heads.map { head($0) }))),
          .tbody(.fragment(paging.range(of: number).map { row(decisions.count - 1 - $0) }))),
      pager(number, of: paging.count, from: .decisions),
    ])
  }

  private func row(_ index: Int) -> Node {
    let recorded = site.view.decisions[index]
    let decision = recorded.decision
    return .tr(
      id: "d-\(index + 1)",
      .th(scope: "row", site.verbChip(decision.verb)),
      cell(
        SiteText.decidedBy,
        .fragment([personLink(decision.person), .br(), .span(class: "quiet", say(SiteText.role(decision.role)))])),
      cell(SiteText.decidedAt, site.when(decision.moment)),
      cell(SiteText.decidedOver, over(decision)),
      cell(SiteText.tag, name(of: recorded.tag)),
      cell(SiteText.validity, validity(recorded)))
  }

  /// A tag's name, which may break behind its last slash only.
  private func name(of tag: String) -> Node {
    guard let slash = tag.lastIndex(of: "/") else { return .code(class: "tag-name", .text(tag)) }
    return .code(
      class: "tag-name", .span(class: "tag-part", .text(String(tag[...slash]))),
      .span(class: "tag-part", .text(String(tag[tag.index(after: slash)...]))))
  }

  private func over(_ decision: Decision) -> Node {
    let items = decision.items.prefix(Self.mostRecords).map { item -> Node in
      .li(site.recordAt[item.path].map { recordLink($0) } ?? .code(.text(item.path.text)))
    }
    let more = decision.items.count - items.count
    let list = Node.ul(
      class: "plain-list", .fragment(Array(items)),
      more > 0 ? .li(class: "quiet", say(SiteText.andMore(more))) : .none)
    return .fragment([
      decision.items.count == 1
        ? list : .details(.summary(say(SiteText.recordCount(site.count(decision.items.count)))), list),
      site.reason(decision),
    ])
  }

  private func validity(_ recorded: RecordedDecision) -> Node {
    guard !recorded.isValid else { return .span(class: "valid", say(SiteText.valid)) }
    let catalogue = Catalogue(site.language)
    let faults = Set(recorded.faults.map { catalogue.summary(of: $0) }).sorted()
    return .fragment([
      .span(class: "chip chip-missing", say(SiteText.invalid)),
      .fragment(faults.prefix(5).map { .p(class: "quiet", .text($0)) }),
    ])
  }
}
