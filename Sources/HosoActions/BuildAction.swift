internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoSite
internal import HosoStore

/// `hoso build`: makes the read-only site of a year in a new folder.
package struct BuildAction {
  /// What was written.
  package struct Report: Sendable {
    package let folder: String
    package let records: Int
    package let pages: Int
    fileprivate let made: [MadePart]

    /// Keeps what the pages were made from until the process ends, which then needs not take it apart piece by piece.
    package func keepToTheEnd() {
      for part in made { _ = Unmanaged.passRetained(part.builder) }
    }
  }

  private let folder: String
  private let year: String?
  private let language: Language?
  private let verifies: Bool

  /// With `verifies` the whole history is verified first, and the site says what was found.
  package init(into folder: String, year: String?, language: Language?, verifies: Bool = false) {
    self.folder = folder
    self.year = year
    self.language = language
    self.verifies = verifies
  }

  package func perform(
    in workspace: Workspace, report: (Diagnostic) -> Void = { _ in },
    progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws -> Report {
    let verified = verifies ? try VerifyAction().perform(in: workspace) : nil
    // A build reads everything once and decides nothing; `hoso verify` and `git fsck` check the objects.
    return try workspace.store.readingFast { try build(in: workspace, verified, report: report, progress: progress) }
  }

  private func build(
    in workspace: Workspace, _ verified: VerifyAction.Report?, report: (Diagnostic) -> Void,
    progress: @Sendable (Int, Int) -> Void
  ) throws -> Report {
    let target = try NewFolder(folder)
    do {
      let store = workspace.store
      let view = try store.view(
        year: year, history: try store.historyByTwo(of: store.existingTip()), report: report)
      SchoolStore.releaseMemory()
      let verification = try Self.verification(view, verified, of: store)
      let (pages, made) = try write(view, verification, into: target.folder, from: workspace, progress: progress)
      try target.finish()
      return Report(folder: folder, records: view.records.count, pages: pages, made: made)
    } catch {
      target.discard()
      throw error
    }
  }

  /// Records below this number are made by one thread: a second one would cost more than it saves.
  private static let fewest = 2000

  /// Makes the pages of `view` below `folder` by two threads, first the records', then the lists.
  ///
  /// Each thread has a repository handle and a writer of its own. More than two would wait for libgit2's lock on the pack.
  private func write(
    _ view: SchoolView, _ verification: SiteVerification, into folder: String, from workspace: Workspace,
    progress: @Sendable (Int, Int) -> Void
  ) throws -> (pages: Int, made: [MadePart]) {
    let total = view.records.count
    let threads = total < Self.fewest ? 1 : 2
    let language = language ?? view.rulebook.school.language
    let place = workspace.store.gitFolder
    let records = RecordTurns(total)
    let parts = try Workers.perform(threads) { part in
      let source = StoreSource(store: try SchoolStore(at: place))
      var made = MadePart(
        builder: SiteBuilder(view: view, reader: RecordReader(), language: language, verification: verification))
      var writer = FolderWriter(folder: folder)
      while let range = records.take() {
        made.digests[range.lowerBound] = try made.builder.buildRecords(
          range, from: source,
          write: { path, bytes in
            made.pages += 1
            try writer.write(path, bytes)
          }, progress: { _ in })
        if part == 0 { progress(range.upperBound, total) }
      }
      return made
    }
    if total > 0 { progress(total, total) }
    let found = parts.reduce(into: [:]) { $0.merge($1.digests) { one, _ in one } }
    let digests = found.sorted { $0.key < $1.key }.flatMap(\.value)
    let turns = ListTurns()
    let lists = try Workers.perform(threads) { part in
      var writer = FolderWriter(folder: folder)
      var pages = 0
      try parts[part].builder.buildLists(
        turns, digests: digests,
        write: { path, bytes in
          pages += 1
          try writer.write(path, bytes)
        })
      return pages
    }
    return (parts.reduce(0) { $0 + $1.pages } + lists.reduce(0, +), parts)
  }

  /// What one thread made of the records' pages.
  ///
  /// `@unchecked`: the builder goes from that thread to one of the next, when the first has ended, and is then only kept.
  fileprivate struct MadePart: @unchecked Sendable {
    let builder: SiteBuilder
    /// By the first record of each range.
    var digests: [Int: [RecordDigest]] = [:]
    var pages = 0
  }

  /// What the site says of `verified`, or without it of what is known anyway.
  static func verification(
    _ view: SchoolView, _ verified: VerifyAction.Report?, of store: SchoolStore
  ) throws -> SiteVerification {
    let head = try Journal(of: store, offset: view.rulebook.school.offset).witness()
    func said(_ findings: [Finding]) -> [SiteVerification.Fault] {
      findings.map { SiteVerification.Fault(place: $0.place, diagnostic: $0.diagnostic) }
    }
    return SiteVerification(
      decisions: verified?.decisions ?? view.decisions.count + view.locks.all.count, head: head,
      faults: verified.map { said($0.faults) }, notices: said(verified?.notices ?? []))
  }

  /// Makes the pages of `view`, one after the other; the number of files.
  static func write(
    _ view: SchoolView, _ verification: SiteVerification, from workspace: Workspace, language: Language?,
    progress: (Int, Int) -> Void = { _, _ in },
    write: (String, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws -> Int {
    var pages = 0
    let builder = SiteBuilder(
      view: view, reader: workspace.reader, language: language ?? view.rulebook.school.language,
      verification: verification)
    try builder.build(
      from: StoreSource(store: workspace.store),
      write: { path, bytes in
        pages += 1
        try write(path, bytes)
      }, progress: progress)
    return pages
  }
}

/// The site reads records from the store.
struct StoreSource: SiteSource {
  let store: SchoolStore

  func withBytes(of blob: ObjectID, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    try store.withBytes(of: blob, body)
  }
}
