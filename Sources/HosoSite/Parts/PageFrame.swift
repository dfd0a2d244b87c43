internal import GitObjects
internal import HosoCore

/// What stands around every page: head, navigation, footer.
struct PageFrame {
  let site: Site

  /// Holds what follows in every page but title and content; depends on the page's depth and section alone.
  struct Key: Hashable {
    let depth: Int
    let section: SiteSection?
  }

  private static let policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'"

  func key(of page: some Page) -> Key { Key(depth: page.address.depth, section: page.section) }

  /// From the document type to the title.
  func head(of page: some Page) -> Node {
    .fragment([
      meta("charset", "utf-8"),
      meta("http-equiv", "Content-Security-Policy").with("content", Self.policy),
      meta("name", "viewport").with("content", "width=device-width, initial-scale=1"),
      meta("name", "color-scheme").with("content", "light dark"),
      meta("name", "referrer").with("content", "no-referrer"),
      Node.element(Element(name: "link", form: .void, attributes: [], children: []))
        .with("rel", "stylesheet").with("href", page.href(.styleSheet)),
    ])
  }

  private func meta(_ name: StaticString, _ value: String) -> Node {
    .element(Element(name: "meta", form: .void, attributes: [Attribute(name, value)], children: []))
  }

  /// The school's name and the navigation.
  func header(of page: some Page) -> Node {
    .fragment([
      .a(class: "skip-link", href: "#main", site.say(SiteText.skip)),
      .header(
        class: "site-header",
        .div(
          class: "site-header-inner",
          .a(class: "site-name", href: page.href(.home), .bdi(.text(site.rulebook.school.name))),
          .nav(class: "site-nav", .ul(.fragment(SiteSection.allCases.compactMap { entry($0, page) })))
            .with("aria-label", site.string(SiteText.siteNavigation)))),
    ])
  }

  private func entry(_ section: SiteSection, _ page: some Page) -> Node? {
    let (text, target): (Localized, PageAddress)
    switch section {
    case .home: (text, target) = (SiteText.home, .home)
    case .tracking:
      guard let first = site.trackedKinds.first else { return nil }
      (text, target) = (SiteText.byWeek, .matrix(site.rulebook.kinds[first]))
    case .late: (text, target) = (SiteText.lateAndMissing, .late)
    case .reports: (text, target) = (ReportText.reports, .reports)
    case .decisions: (text, target) = (SiteText.decisions, .decisions)
    case .records: (text, target) = (SiteText.records, .folder(nil))
    }
    let current: String? = page.section == section ? (page.address == target ? "page" : "true") : nil
    return .li(.a(href: page.href(target), site.say(text)).with("aria-current", current))
  }

  /// The way from home to `folder` of ``Site/folders``, as `page` links to it: the same for pages of one depth.
  func way(to folder: Int?, from page: some Page) -> Node {
    crumbs([Crumb(title: site.string(SiteText.home), address: .home)] + (folder.map(site.crumbs) ?? []), page)
  }

  /// `way` is what ``way(to:from:)`` gives for the page's folder.
  func breadcrumbs(of page: some Page, way: [UInt8]) -> Node {
    guard page.address != .home else { return .none }
    return .nav(class: "breadcrumbs", .ol(.trusted(way), crumbs(page.breadcrumbs, page)))
      .with("aria-label", site.string(SiteText.breadcrumbs))
  }

  private func crumbs(_ crumbs: [Crumb], _ page: some Page) -> Node {
    .fragment(crumbs.map { .li(.a(href: page.href($0.address), .bdi(.text($0.title)))) })
  }

  func footer(of page: some Page) -> Node {
    .footer(
      class: "site-footer",
      .div(
        class: "site-footer-inner",
        .p(.bdi(.text(site.rulebook.school.name)), .text(" · "), site.say(SiteText.schoolYear(site.view.year))),
        site.view.commits.last.map {
          .p(site.say(SiteText.asOf(site.string($0.moment), $0.id.short)))
        } ?? .none,
        .p(site.say(SiteText.generated))))
  }
}
