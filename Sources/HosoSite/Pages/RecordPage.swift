internal import GitObjects
internal import HosoCore
internal import HosoMarkdown

/// One record: what it is, how far it has come, its content, the decisions over it.
struct RecordPage: Page {
  /// The record's content as the page shows it.
  enum Content {
    case markdown(RecordBody)
    case table(Table)
    /// The reader could make nothing of it.
    case unreadable(String)
  }

  /// A file that the record was made from.
  struct Original {
    let path: RecordPath
    let address: PageAddress
    /// In bytes.
    let size: Int
  }

  let site: Site
  let index: Int
  let record: RecordStatus
  let kind: Kind
  let address: PageAddress
  let title: String
  let fields: [Field]
  let body: Content
  /// The office files that the record was made from.
  let originals: [Original]
  let section: SiteSection? = .records
  let style: StaticString = "record-page"

  init(site: Site, index: Int, title: String, fields: [Field], body: Content, originals: [Original] = []) {
    self.site = site
    self.index = index
    record = site.view.records[index]
    kind = site.rulebook.kinds[record.kind]
    address = .record(record.path)
    self.title = title
    self.fields = fields
    self.body = body
    self.originals = originals
  }

  var folderAbove: Int? { site.folders.folderOfRecord[index] }

  var content: Node {
    .fragment([
      letterhead,
      .header(
        class: "record-header",
        .p(class: "eyebrow", say(kind.title), .text(record.place.week == nil ? "" : " · \(period(of: record))")),
        .h1(.bdi(.text(title))), byline),
      StateBanner(page: self).node,
      .div(
        class: hasContents ? "record-layout record-layout-wide" : "record-layout",
        contents,
        .article(class: isTable ? "sheet sheet-wide" : "sheet", meta, main)),
      files,
      notes(on: record),
      decisions,
      .p(
        class: "print-note", say(SiteText.printedFrom(record.path.text, record.blob.short)), .text(" "),
        .text(site.string(SiteText.state(record.state)))),
    ])
  }

  private var byline: Node {
    var parts: [Node] = []
    if let person = record.place[.person] { parts += [personLink(person), .text(" · ")] }
    if let commit = site.lastCommit(of: record) {
      parts += [say(SiteText.lastChange), .text(" "), site.when(commit.moment)]
      if commit.person != record.place[.person] { parts += [.text(", "), author(of: commit)] }
      parts.append(.text(" · "))
    }
    parts.append(
      .a(
        href: href(.history(record.path)), say(SiteText.history), .text(": "),
        say(SiteText.versions(record.versions.count))))
    return .p(class: "byline", .fragment(parts))
  }

  /// School and team on the left, year and person on the right: for paper only.
  private var letterhead: Node {
    let team = site.team(of: record).flatMap { site.rulebook.teams[$0]?.title }
    return .div(
      class: "letterhead",
      .p(.bdi(.text(site.rulebook.school.name)), team.map { .fragment([.br(), .bdi(.text($0))]) } ?? .none),
      .p(
        say(SiteText.schoolYear(site.view.year)),
        record.place[.person].map { .fragment([.br(), .bdi(.text(site.name(of: $0)))]) } ?? .none))
  }

  private var meta: Node {
    // The page's own heading says the title already.
    let shown = fields.filter { $0.name != kind.heading || $0.value != title }
    guard !shown.isEmpty else { return .none }
    let rows = shown.map { field -> Node in
      let schema = kind.field(named: field.name)
      return .tr(
        .th(scope: "row", schema.map { say($0.title) } ?? .code(.text(field.name))),
        .td(.bdi(.text(site.value(field.value, of: schema)))))
    }
    return .table(class: "meta", .tbody(.fragment(rows))).with("aria-label", site.string(SiteText.metaTitle))
  }

  private var main: Node {
    switch body {
    case .markdown(let body):
      .fragment([
        body.outline.isPlainText ? .p(class: "note", say(SiteText.plainText)) : .none,
        .div(class: "prose", .trusted(body.html)),
      ])
    case .table(let table): RecordRows(page: self, table: table).node
    case .unreadable(let text):
      .fragment([.p(class: "note", say(SiteText.unreadable)), .pre(class: "plain-text", .text(text))])
    }
  }

  private var isTable: Bool { if case .table = body { true } else { false } }

  private var headings: [MarkdownHeading] {
    if case .markdown(let body) = body { body.outline.headings } else { [] }
  }

  private var hasContents: Bool { headings.count { $0.level == 2 } > 2 }

  private var contents: Node {
    guard hasContents else { return .none }
    let items = headings.lazy.filter { $0.level == 2 || $0.level == 3 }.prefix(60).map { heading -> Node in
      let link = Node.a(href: "#\(heading.anchor)", .text(heading.text))
      return heading.level == 2 ? .li(link) : .li(class: "contents-inner", link)
    }
    return .nav(class: "contents", .p(class: "contents-title", say(SiteText.contents)), .ol(.fragment(Array(items))))
      .with("aria-label", site.string(SiteText.contents))
  }

  private var files: Node {
    guard !originals.isEmpty else { return .none }
    let items = originals.map { original -> Node in
      .li(
        .a(href: href(original.address), .bdi(.text(String(original.path.name)))), .text(" "),
        .span(class: "quiet", .text(site.size(original.size))))
    }
    return .section(
      class: "record-files", .h2(say(SiteText.originals)), .ul(class: "plain-list", .fragment(items)),
      .p(class: "quiet", say(SiteText.originalsNote)))
  }

  private var decisions: Node {
    let over = site.decisionsOver[index]
    guard !over.isEmpty else { return .none }
    let items = over.reversed().prefix(50).map { each -> Node in
      let recorded = site.view.decisions[each.decision]
      let decision = recorded.decision
      return .li(
        site.verbChip(decision.verb), .text(" "), personLink(decision.person), .text(" ("),
        say(SiteText.role(decision.role)), onBehalf(decision), .text("), "), site.when(decision.moment),
        site.reason(decision),
        .p(
          class: "quiet",
          .a(
            href: href(DecisionsPage.address(of: each.decision, in: site), fragment: "d-\(each.decision + 1)"),
            .code(.text(recorded.tag)))))
    }
    return .section(
      class: "record-decisions", .h2(say(SiteText.decisionsOver)), .ul(class: "decision-list", .fragment(Array(items))))
  }
}
