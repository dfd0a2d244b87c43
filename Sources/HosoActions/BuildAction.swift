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
  }

  private let folder: String
  private let year: String?
  private let language: Language?

  package init(into folder: String, year: String?, language: Language?) {
    self.folder = folder
    self.year = year
    self.language = language
  }

  package func perform(
    in workspace: Workspace, report: (Diagnostic) -> Void = { _ in }, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Report {
    // A build reads everything once and decides nothing; `hoso verify` and `git fsck` check the objects.
    try SchoolStore.readingFast { try build(in: workspace, report: report, progress: progress) }
  }

  private func build(
    in workspace: Workspace, report: (Diagnostic) -> Void, progress: (Int, Int) -> Void
  ) throws -> Report {
    let target = try NewFolder(folder)
    do {
      let view = try workspace.store.view(year: year, report: report)
      SchoolStore.releaseMemory()
      let pages = try Self.write(view, from: workspace, language: language, progress: progress) { path, bytes in
        try target.write(path, bytes)
      }
      try target.finish()
      return Report(folder: folder, records: view.records.count, pages: pages)
    } catch {
      target.discard()
      throw error
    }
  }

  /// Makes the pages of `view`; the number of files.
  static func write(
    _ view: SchoolView, from workspace: Workspace, language: Language?, progress: (Int, Int) -> Void = { _, _ in },
    write: (String, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws -> Int {
    var pages = 0
    let builder = SiteBuilder(
      view: view, reader: workspace.reader, language: language ?? view.rulebook.school.language)
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
