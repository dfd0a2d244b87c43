internal import HosoCore

/// What lies in a folder, as a drive lists it: folders first, then records.
struct FolderPage: Page {
  let site: Site
  /// Index into the folder tree.
  let folder: Int
  /// Counted from 1.
  let number: Int
  let section: SiteSection? = .records
  let style: StaticString = "folder-page"

  static let perPage = 200

  private var own: FolderTree.Folder { site.folders.folders[folder] }
  var address: PageAddress { own.address.page(number) }
  var title: String { own.title }

  static func count(_ folder: FolderTree.Folder) -> Int {
    Paging(total: folder.folders.count + folder.records.count, size: perPage).count
  }

  var folderAbove: Int? { own.parent }

  var content: Node {
    let whole = own.folders.count + own.records.count
    let paging = Paging(total: whole, size: Self.perPage)
    let shown = paging.range(of: number)
    let folders = own.folders[shown.clamped(to: 0..<own.folders.count)]
    let records = own.records[
      max(0, shown.lowerBound - own.folders.count)..<max(0, shown.upperBound - own.folders.count)]
    return .fragment([
      .header(
        class: "page-header", .h1(.bdi(.text(own.title))),
        own.path.map { .p(class: "path", .code(.text($0.text))) } ?? .none,
        .p(class: "lead", .text(sizes)), summary(own.counts)),
      folders.isEmpty ? .none : .ul(class: "folders", .fragment(folders.map(entry))),
      records.isEmpty ? .none : recordTable(records, label: title, [.person, .period, .kind]),
      whole == 0 ? .p(class: "quiet", say(SiteText.none)) : .none,
      pager(number, of: paging.count, from: .folder(own.path)),
    ])
  }

  private var sizes: String {
    var words: [String] = []
    if !own.folders.isEmpty { words.append(site.string(SiteText.folderCount(own.folders.count))) }
    words.append(site.string(SiteText.recordCount(site.count(own.counts.total))))
    return words.joined(separator: " · ")
  }

  private func entry(_ index: Int) -> Node {
    let folder = site.folders.folders[index]
    return .li(
      .a(
        class: "folder", href: href(folder.address), .span(class: "folder-icon"),
        .span(class: "folder-title", .bdi(.text(folder.title))),
        .span(
          class: "folder-name", .text(folder.path.map { String($0.name) } ?? ""), .text(" · "),
          say(SiteText.recordCount(site.count(folder.counts.total))))))
  }
}

extension Site {
  /// The way from the top of the records to `folder`, this included.
  func crumbs(to folder: Int) -> [Crumb] {
    [Crumb(title: folders.folders[0].title, address: .folder(nil))]
      + folders.chain(to: folder).map { Crumb(title: folders.folders[$0].title, address: folders.folders[$0].address) }
  }
}
