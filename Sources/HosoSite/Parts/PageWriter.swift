internal import HosoCore

/// Formats pages into one buffer and hands them out.
struct PageWriter: ~Copyable {
  private let frame: PageFrame
  private var formatter = HTMLFormatter()
  private var parts: [PageFrame.Key: (head: [UInt8], header: [UInt8], footer: [UInt8])] = [:]
  /// The way to the folder of the last page: a record, its history and the records beside it have the same.
  private var way: (folder: Int?, depth: Int, bytes: [UInt8])?

  init(site: Site) { frame = PageFrame(site: site) }

  /// Calls `write` with the address and the bytes of `page`.
  mutating func write(
    _ page: some Page, to write: (String, UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    format(page)
    try formatter.withBytes { try write(page.address.text, $0) }
  }

  /// The bytes of `page`.
  mutating func bytes(of page: some Page) -> [UInt8] {
    format(page)
    return formatter.bytes
  }

  private mutating func format(_ page: some Page) {
    let site = page.site
    let (head, header, footer) = common(page)
    let breadcrumbs = frame.breadcrumbs(of: page, way: way(above: page))
    formatter.removeAll()
    formatter.append(literal: "<!DOCTYPE html>\n")
    formatter.append(
      html(
        "html", [Attribute("lang", site.language.rawValue)],
        html(
          "head", [], .trusted(head),
          html("title", [], .text(title(of: page, site)))),
        html(
          "body", [Attribute("class", literal: page.style)], .trusted(header), breadcrumbs,
          Node.main(id: "main", page.content), .trusted(footer))))
  }

  private func title(of page: some Page, _ site: Site) -> String {
    let school = site.rulebook.school.name
    return page.address == .home ? school : "\(page.title) · \(school)"
  }

  private func html(_ name: StaticString, _ attributes: [Attribute], _ children: Node...) -> Node {
    .element(Element(name: name, form: .block, attributes: attributes, children: children))
  }

  /// Head, header and footer, which pages of one depth and section share. A page that the navigation names says so,
  /// and is made by itself.
  private mutating func common(_ page: some Page) -> (head: [UInt8], header: [UInt8], footer: [UInt8]) {
    let key = frame.key(of: page)
    let isShared = page.address.text.hasPrefix("records/") || page.address.text.hasPrefix("history/")
    if isShared, page.address != .folder(nil), let known = parts[key] { return known }
    let made = (bytes(frame.head(of: page)), bytes(frame.header(of: page)), bytes(frame.footer(of: page)))
    if isShared, page.address != .folder(nil) { parts[key] = made }
    return made
  }

  private mutating func way(above page: some Page) -> [UInt8] {
    let folder = page.folderAbove
    let depth = page.address.depth
    if let way, way.folder == folder, way.depth == depth { return way.bytes }
    let made = bytes(frame.way(to: folder, from: page))
    way = (folder, depth, made)
    return made
  }

  private func bytes(_ node: Node) -> [UInt8] {
    var formatter = HTMLFormatter()
    formatter.append(node)
    return formatter.bytes
  }
}
