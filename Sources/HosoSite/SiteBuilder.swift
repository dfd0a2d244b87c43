internal import GitObjects
package import HosoCore
internal import HosoMarkdown
internal import SiteTheme
internal import Synchronization

/// Makes the read-only site of one school year: pages and style sheet, the same bytes for the same view.
///
/// Records come first, as their titles stand in the lists and what they say of a lesson or mark in the reports. Nothing else
/// is held of a record, so that memory does not grow with the texts. One thread at a time may use it.
package final class SiteBuilder {
  private let view: SchoolView
  private let reader: any RecordReading
  private let language: Language
  private let site: Site
  private var attachments: Attachments

  /// Without `verification` there is no page that speaks of it.
  package init(
    view: SchoolView, reader: any RecordReading, language: Language, verification: SiteVerification? = nil
  ) {
    self.view = view
    self.reader = reader
    self.language = language
    site = Site(view: view, language: language, verification: verification)
    attachments = Attachments(view)
  }

  /// Makes every page and asset.
  ///
  /// - Parameters:
  ///   - write: gets a relative path such as `records/index.html` and the bytes, which are valid during the call. No
  ///     path comes twice.
  ///   - progress: gets how many records are done, and how many there are.
  package func build(
    from source: some SiteSource, write: (String, UnsafeBufferPointer<UInt8>) throws -> Void,
    progress: (Int, Int) -> Void
  ) throws {
    let digests = try buildRecords(view.records.indices, from: source, write: write) {
      progress($0, view.records.count)
    }
    try buildLists(digests: digests, write: write)
  }

  /// Makes the pages of the records in `range`; another builder may make those of another range in another thread.
  ///
  /// A picture that records of two builders show is written by both, with the same bytes.
  ///
  /// - Returns: what lists and reports need of these records, for ``buildLists(_:digests:write:)``.
  package func buildRecords(
    _ range: Range<Int>, from source: some SiteSource, write: (String, UnsafeBufferPointer<UInt8>) throws -> Void,
    progress: (Int) -> Void
  ) throws -> [RecordDigest] {
    var writer = PageWriter(site: site)
    var digests: [RecordDigest] = []
    let tables = ReportTables(view.rulebook)
    let renderer = MarkdownRenderer()
    for index in range {
      let bytes = try source.bytes(of: view.records[index].blob)
      let page = try recordPage(index, bytes, renderer) { address, blob in
        var size = 0
        try source.withBytes(of: blob) {
          size = $0.count
          try write(address.text, $0)
        }
        return size
      }
      try writer.write(page, to: write)
      digests.append(try digest(of: page, tables, from: source))
      try writeHistory(of: index, page.title, newest: bytes, source, &writer, write)
      if digests.count % 256 == 0 || index + 1 == range.upperBound { progress(digests.count) }
    }
    return digests
  }

  /// What lists and reports need of a record; the versions of its table, where reports read such tables.
  private func digest(
    of page: RecordPage, _ tables: ReportTables, from source: some SiteSource
  ) throws -> RecordDigest {
    let record = page.record
    var versions: TableVersions?
    if tables.includes(record.kind) {
      versions = try TableVersions(of: record, kind: page.kind) { blob in
        let bytes = try source.bytes(of: blob)
        return reader.record(
          at: record.path, kind: page.kind, place: record.place, bytes: bytes, report: { _ in })?.table
      }
    }
    return RecordDigest(title: page.title, fields: page.fields, kind: page.kind, tables: versions)
  }

  /// Makes the style sheet, every page that lists records, and the reports; `digests` are those of all records, in order.
  ///
  /// Several threads that share `turns` make all of it together.
  package func buildLists(
    _ turns: ListTurns = ListTurns(), digests: [RecordDigest],
    write: (String, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    site.take(digests)
    var lists = ListWriter(pages: PageWriter(site: site), turns: turns)
    if lists.isOwn() {
      for asset in SiteTheme.files {
        try asset.bytes.withUnsafeBufferPointer { try write(asset.path, $0) }
      }
    }
    try writeLists(&lists, write)
  }

  /// The page of a record; hands the attachments that it shows or names to `copy`, which answers their size.
  private func recordPage(
    _ index: Int, _ bytes: [UInt8], _ renderer: MarkdownRenderer,
    copy: (PageAddress, ObjectID) throws -> Int
  ) throws -> RecordPage {
    let status = view.records[index]
    var needed: Set<RecordPath> = []
    let (title, fields, body) = content(of: status, bytes, renderer) { path, isPicture in
      guard let address = attachments.address(of: path, asPicture: isPicture) else { return nil }
      needed.insert(path)
      return PageAddress.record(status.path).href(to: address)
    }
    let originals = attachments.originals(of: status.path)
    for path in needed.union(attachments.belonging(to: status.path)).sorted() { try attachments.copy(path, copy) }
    return RecordPage(
      site: site, index: index, title: title, fields: fields, body: body,
      originals: originals.compactMap { attachments.original($0) })
  }

  private func content(
    of status: RecordStatus, _ bytes: [UInt8], _ renderer: MarkdownRenderer,
    attachment: (RecordPath, _ isPicture: Bool) -> String?
  ) -> (title: String, fields: [Field], body: RecordPage.Content) {
    let kind = view.kind(of: status)
    let name = String(status.path.name)
    guard let record = reader.record(at: status.path, kind: kind, place: status.place, bytes: bytes, report: { _ in })
    else { return (name, [], .unreadable(String(decoding: bytes, as: UTF8.self))) }
    if let table = record.table { return (site.tableTitle(kind, status.place), record.fields, .table(table)) }
    let title = record.title ?? ""
    let from = PageAddress.record(status.path)
    let body = RecordBody(bytes, of: record, isTitleShown: !title.isEmpty, renderer: renderer) { path, isPicture in
      if let href = attachment(path, isPicture) { return href }
      if isPicture { return nil }
      if site.recordAt[path] != nil { return from.href(to: .record(path)) }
      return site.folders.index[path] != nil ? from.href(to: .folder(path)) : nil
    }
    return (title.isEmpty ? name : title, record.fields, .markdown(body))
  }

  /// Compares consecutive versions only, and holds those of one page.
  private func writeHistory(
    of index: Int, _ title: String, newest: [UInt8], _ source: some SiteSource,
    _ writer: inout PageWriter,
    _ write: (String, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let versions = view.records[index].versions
    let form: LineDiff.Form = view.rulebook.kinds[view.records[index].kind].format == .csv ? .csv : .markdown
    let paging = Paging(total: versions.count, size: HistoryPage.perPage)
    var newer: (number: Int, bytes: [UInt8]?) = (versions.count, newest)
    func bytes(of number: Int) throws -> [UInt8]? {
      if newer.number == number { return newer.bytes }
      return try versions[number - 1].blob.map { try source.bytes(of: $0) }
    }
    for page in 1...paging.count {
      var shown: [HistoryPage.Version] = []
      for offset in paging.range(of: page) {
        let number = versions.count - offset
        let new = try bytes(of: number)
        var diff: LineDiff?
        if number > 1 {
          let old = try bytes(of: number - 1)
          if let old, let new { diff = LineDiff(old: old, new: new, form: form) }
          newer = (number - 1, old)
        }
        shown.append(HistoryPage.Version(number: number, diff: diff))
      }
      try writer.write(
        HistoryPage(site: site, index: index, recordTitle: title, versions: shown, number: page), to: write)
    }
  }

  private func writeLists(
    _ writer: inout ListWriter, _ write: (String, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    try writer.write(HomePage(site: site), to: write)
    try writer.write(LatePage(site: site), to: write)
    if let verification = site.verification {
      try writer.write(VerificationPage(site: site, verification: verification), to: write)
    }
    if !view.corrections.isEmpty { try writer.write(CorrectionsPage(site: site), to: write) }
    for status in view.corrections { try writer.write(CorrectionPage(site: site, status: status), to: write) }
    for team in site.teams { try writer.write(TeamPage(site: site, team: team), to: write) }
    for person in site.rulebook.peopleInOrder {
      for number in 1...PersonPage.count(person, in: site) {
        try writer.write(PersonPage(site: site, person: person, number: number), to: write)
      }
    }
    for kind in site.trackedKinds { try writer.write(MatrixPage(site: site, kind: kind), to: write) }
    for state in StatePage.states {
      let records = site.oldestFirst(view.records.indices.filter { view.records[$0].state == state })
      for number in 1...Paging(total: records.count, size: StatePage.perPage).count {
        try writer.write(StatePage(site: site, state: state, records: records, number: number), to: write)
      }
    }
    try writer.write(ReportsPage(site: site), to: write)
    for id in ReportID.allCases {
      try writer.write(to: write) {
        let reports = try id.scopesOfSite.map { try id.report(from: site.reports, $0) }
        return (1...ReportPage.count(reports)).map { ReportPage(site: site, id: id, reports: reports, number: $0) }
      }
    }
    for person in site.rulebook.peopleInOrder where site.hasEvidence(person.id) {
      try writer.write(to: write) { [try EvidencePage(site: site, person: person)] }
    }
    for number in 1...DecisionsPage.count(in: site) {
      try writer.write(DecisionsPage(site: site, number: number), to: write)
    }
    for (folder, value) in site.folders.folders.enumerated() {
      for number in 1...FolderPage.count(value) {
        try writer.write(FolderPage(site: site, folder: folder, number: number), to: write)
      }
    }
  }
}

/// Which records' pages are to be made next: threads take the next part that nobody has.
package final class RecordTurns: Sendable {
  private static let size = 256
  private let count: Int
  private let next = Atomic<Int>(0)

  /// Of `count` records.
  package init(_ count: Int) { self.count = count }

  /// The next part, in order; nil when all are taken.
  package func take() -> Range<Int>? {
    let start = next.add(Self.size, ordering: .relaxed).oldValue
    return start < count ? start..<min(start + Self.size, count) : nil
  }
}

/// Whose turn it is to make a list: threads that go through the same lists in the same order each take the next that
/// nobody has, so that none waits while another still has many.
package final class ListTurns: Sendable {
  private let next = Atomic<Int>(0)

  package init() {}

  /// Whether the list `number` goes to who asks. Each asks for 0, 1, 2 …, so that none is passed over by all.
  func take(_ number: Int) -> Bool {
    next.compareExchange(expected: number, desired: number + 1, ordering: .relaxed).exchanged
  }
}

/// Writes those of the pages it is given, or of the groups of pages, whose turn it gets.
private struct ListWriter: ~Copyable {
  var pages: PageWriter
  let turns: ListTurns
  private var count = 0

  init(pages: consuming PageWriter, turns: ListTurns) {
    self.pages = pages
    self.turns = turns
  }

  /// Whether what comes next is for this writer to write.
  mutating func isOwn() -> Bool {
    defer { count += 1 }
    return turns.take(count)
  }

  mutating func write(_ page: some Page, to write: (String, UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    if isOwn() { try pages.write(page, to: write) }
  }

  /// As above for pages that are costly to prepare, all by one writer: `group` is called where they are written.
  mutating func write(
    to write: (String, UnsafeBufferPointer<UInt8>) throws -> Void, _ group: () throws -> [some Page]
  ) throws {
    guard isOwn() else { return }
    for page in try group() { try pages.write(page, to: write) }
  }
}

extension SiteSource {
  fileprivate func bytes(of blob: ObjectID) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try withBytes(of: blob) { bytes = Array($0) }
    return bytes
  }
}

extension Site {
  /// The title of a table, which has no heading of its own: its kind, class or team, and term.
  fileprivate func tableTitle(_ kind: Kind, _ place: Place) -> String {
    var parts = [kind.title(language)]
    if let id = place[.schoolClass] { parts.append(owner(id, .class)) }
    if let id = place[.team] { parts.append(owner(id, .team)) }
    if let term = place[.term].flatMap({ Int($0) }) { parts.append(SiteText.term(term)(language)) }
    if let month = place[.month].flatMap({ Int($0) }) { parts.append(SiteText.month(month)(language)) }
    return parts.joined(separator: " · ")
  }
}
