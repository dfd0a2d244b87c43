internal import HosoCore

/// The versions of a record, newest first: who, when, why, what changed, what was decided.
struct HistoryPage: Page {
  /// A version and its difference from the one before; no difference for the first and for a removal.
  struct Version {
    /// Counted from 1.
    let number: Int
    let diff: LineDiff?
  }

  let site: Site
  let index: Int
  let record: RecordStatus
  let address: PageAddress
  let recordTitle: String
  /// What stands on this page, newest first.
  let versions: [Version]
  /// Counted from 1.
  let number: Int
  let section: SiteSection? = .records
  let style: StaticString = "history-page"

  static let perPage = 25

  init(site: Site, index: Int, recordTitle: String, versions: [Version], number: Int) {
    self.site = site
    self.index = index
    record = site.view.records[index]
    address = PageAddress.history(record.path).page(number)
    self.recordTitle = recordTitle
    self.versions = versions
    self.number = number
  }

  var title: String { site.string(SiteText.historyOf(recordTitle)) }

  var folderAbove: Int? { site.folders.folderOfRecord[index] }
  var breadcrumbs: [Crumb] { [Crumb(title: recordTitle, address: .record(record.path))] }

  /// The page on which the version `number` of `record` stands.
  static func address(of number: Int, in record: RecordStatus) -> PageAddress {
    PageAddress.history(record.path).page((record.versions.count - number) / perPage + 1)
  }

  var content: Node {
    let marks = marks
    return .fragment([
      .header(
        class: "page-header",
        .p(class: "eyebrow", say(SiteText.history)), .h1(.bdi(.text(recordTitle))),
        .p(
          class: "lead", site.chips(record), .text(" "), say(SiteText.versions(record.versions.count)), .text(" · "),
          .a(href: href(.record(record.path)), say(SiteText.backToRecord))),
        versions.contains { $0.diff != nil } ? .p(class: "quiet", say(SiteText.diffLegend)) : .none),
      .ol(class: "versions", .fragment(versions.map { node($0, marks[$0.number] ?? []) })),
      pager(
        number, of: Paging(total: record.versions.count, size: Self.perPage).count, from: .history(record.path)),
    ])
  }

  /// The decisions by the number of the version that they speak of.
  private var marks: [Int: [Int]] {
    var marks: [Int: [Int]] = [:]
    for each in site.decisionsOver[index] {
      let moment = site.view.decisions[each.decision].decision.moment
      let version =
        record.versions.lastIndex { $0.blob == each.blob && site.view.commits[$0.commit].moment <= moment }
        ?? record.versions.lastIndex { $0.blob == each.blob }
      if let version { marks[version + 1, default: []].append(each.decision) }
    }
    return marks
  }

  private func node(_ version: Version, _ marks: [Int]) -> Node {
    let own = record.versions[version.number - 1]
    let commit = site.view.commits[own.commit]
    return .li(
      id: "v-\(version.number)",
      .article(
        class: "version",
        .header(
          class: "version-header",
          .h2(say(SiteText.versionNumber(version.number))),
          .p(class: "version-who", author(of: commit), .text(" · "), site.when(commit.moment)),
          .p(class: "version-message", .bdi(.text(commit.subject)))),
        marks.isEmpty ? .none : .ul(class: "version-marks", .fragment(marks.map(mark))),
        change(version, isRemoved: own.blob == nil)))
  }

  private func change(_ version: Version, isRemoved: Bool) -> Node {
    if isRemoved { return .p(class: "quiet", say(SiteText.removedVersion)) }
    guard let diff = version.diff else { return .p(class: "quiet", say(SiteText.firstVersion)) }
    guard !diff.isEmpty else { return .p(class: "quiet", say(SiteText.sameContent)) }
    let counts = diff.counts
    return .fragment([
      .p(class: "quiet", say(SiteText.lineCounts(counts.removed, counts.added))),
      DiffView(site: site, diff: diff).node,
    ])
  }

  private func mark(_ index: Int) -> Node {
    let decision = site.view.decisions[index].decision
    return .li(
      site.verbChip(decision.verb), .text(" "), personLink(decision.person), .text(" ("),
      say(SiteText.role(decision.role)), onBehalf(decision), .text("), "), site.when(decision.moment),
      site.reason(decision))
  }
}
