internal import HosoCore

/// One page of the site: a function of the year, the same bytes each time.
protocol Page {
  var site: Site { get }
  var address: PageAddress { get }
  /// What the page is about, without the school's name.
  var title: String { get }
  /// The entry of the site's navigation that the page belongs to.
  var section: SiteSection? { get }
  /// The folder of ``Site/folders`` through which the way to this page leads.
  var folderAbove: Int? { get }
  /// The pages above this one and below ``folderAbove``, outermost first, without home and without itself.
  var breadcrumbs: [Crumb] { get }
  /// The name of the page's kind, for the style sheet.
  var style: StaticString { get }
  /// The content of `<main>`.
  var content: Node { get }
}

/// An entry of the site's navigation.
enum SiteSection: CaseIterable { case home, tracking, late, reports, decisions, records }

/// A step of the way from home to a page.
struct Crumb {
  let title: String
  let address: PageAddress
}

extension Page {
  var section: SiteSection? { nil }
  var folderAbove: Int? { nil }
  var breadcrumbs: [Crumb] { [] }

  func href(_ target: PageAddress, fragment: String? = nil) -> String { address.href(to: target, fragment: fragment) }

  func say(_ text: Localized) -> Node { site.say(text) }

  /// A link to a person's page, or the name alone where the school does not list the person.
  func personLink(_ id: ListID) -> Node {
    let name = Node.bdi(.text(site.name(of: id)))
    return site.rulebook.people[id] == nil ? name : .a(href: href(.person(id)), name)
  }

  func author(of commit: CommitSummary) -> Node {
    commit.person.map { personLink($0) } ?? .bdi(.text(site.name(of: commit)))
  }

  func recordLink(_ index: Int) -> Node {
    .a(class: "record-link", href: href(.record(site.view.records[index].path)), .bdi(.text(site.titles[index])))
  }
}
