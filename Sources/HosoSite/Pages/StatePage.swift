internal import HosoCore

/// All records in one state, the one that waits longest first.
struct StatePage: Page {
  let site: Site
  let state: RecordState
  /// All of them, in order.
  let records: [Int]
  /// Counted from 1.
  let number: Int
  var address: PageAddress { PageAddress.state(state).page(number) }
  var title: String { site.string(SiteText.state(state)) }
  let style: StaticString = "state-page"

  static let perPage = 200
  /// The states that have a page: those that ask something of somebody.
  static let states: [RecordState] = [.submitted, .returned, .changed]

  var content: Node {
    let paging = Paging(total: records.count, size: Self.perPage)
    return .fragment([
      .header(
        class: "page-header",
        .h1(say(SiteText.state(state)), .text(" "), .span(class: "count", .text(site.count(records.count))))),
      records.isEmpty
        ? .p(class: "quiet", say(SiteText.none))
        : recordTable(records[paging.range(of: number)], label: title, [.person, .period, .kind]),
      pager(number, of: paging.count, from: .state(state)),
    ])
  }
}
