internal import GitObjects
internal import HosoArchive
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso archive YEAR`: a BagIt bag with the year's records, the git bundle with its tags, and the year's site.
package struct ArchiveAction {
  /// What was packed.
  package struct Report: Sendable {
    package let folder: String
    package let records: Int
    package let files: Int
    package let bytes: Int
    /// How many things of the history do not follow; the archived site names them.
    package let faults: Int
  }

  private let year: String
  private let folder: String
  private let language: Language?

  package init(year: String, into folder: String, language: Language?) {
    self.year = year
    self.folder = folder
    self.language = language
  }

  package func perform(
    in workspace: Workspace, report: (Diagnostic) -> Void = { _ in }, progress: (Int, Int) -> Void = { _, _ in }
  ) async throws -> Report {
    let store = workspace.store
    try Self.requireAllSent(store)
    let view = try store.view(year: year, report: report)
    let verified = try VerifyAction().perform(in: workspace)
    var folder = folder
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    guard FileSystem.kind(at: folder) == nil else { throw Problem(.targetExists, ["path": folder]) }
    let temporary = folder + ".hoso-new"
    try FileSystem.remove(temporary)
    do {
      let count = try await fill(temporary, view, verified, workspace, progress)
      try FileSystem.rename(temporary, to: folder)
      return count
    } catch {
      try? FileSystem.remove(temporary)
      guard let fault = error as? BagError else { throw error }
      throw Problem(.diskWrite, ["path": folder, "detail": fault.detail])
    }
  }

  private func fill(
    _ temporary: String, _ view: SchoolView, _ verified: VerifyAction.Report, _ workspace: Workspace,
    _ progress: (Int, Int) -> Void
  ) async throws -> Report {
    let store = workspace.store
    let bag = Bag(writer: try BagWriter(folder: temporary))
    var files = 0
    var size = 0
    func add(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws {
      try bag.writer?.add(path, bytes)
      files += 1
      size += bytes.count
    }
    // Everything of the year, attachments too, and the rules by which it was judged.
    let snapshot = try store.snapshot(of: store.existingTip())
    try snapshot.forEachFile { names, entry in
      let path = names.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
      guard path.hasPrefix(year + "/") || path.hasPrefix(".hoso/") else { return }
      try store.withBytes(of: entry.id) { try add("ho-so/" + path, $0) }
    }
    files += try BuildAction.write(
      view, try BuildAction.verification(view, verified, of: store), from: workspace, language: language,
      progress: progress
    ) { path, bytes in
      try bag.writer?.add("site/" + path, bytes)
      size += bytes.count
    }
    let bundles = try FileSystem.makeTemporaryFolder()
    defer { try? FileSystem.remove(bundles) }
    let bundle = bundles + "/\(view.rulebook.school.id)-\(year).bundle"
    try await Self.bundle(store, as: bundle, in: bundles)
    try bag.writer?.addFile(at: bundle, as: "kho-git/\(view.rulebook.school.id)-\(year).bundle")
    let start = ArchiveStart(language: language ?? view.rulebook.school.language, view: view).page
    try start.withUnsafeBufferPointer { try add("index.html", $0) }
    try bag.writer.take()?.finish(info: [
      ("Source-Organization", view.rulebook.school.name),
      ("Bagging-Date", view.moment.date.description),
      ("External-Identifier", "\(view.rulebook.school.id)-\(year)"),
      ("External-Description", "hoso: \(view.rulebook.school.name), \(year)"),
      ("Hoso-Commit", view.commits.last?.id.hexadecimal ?? ""),
    ])
    return Report(
      folder: folder, records: view.records.count, files: files + 1, bytes: size, faults: verified.faults.count)
  }
}

extension ArchiveAction {
  /// Writes `main`, the decisions and the journal as one git bundle, under the names that they have on the server.
  private static func bundle(_ store: SchoolStore, as bundle: String, in folder: String) async throws {
    let git = folder + "/bundle.git"
    try await Tool.run("git", ["init", "--quiet", "--bare", "--initial-branch=main", git])
    let objects = Array((store.gitFolder + "objects\n").utf8)
    try FileSystem.replace(git + "/objects/info/alternates", with: objects, isSynced: false)
    var references = ["refs/heads/main:refs/heads/main", "refs/tags/*:refs/tags/*"]
    if let journal = try store.journalReference() { references.append("\(journal):\(Journal.branch)") }
    try await Tool.run("git", ["--git-dir", git, "fetch", "--quiet", "--no-tags", store.gitFolder] + references)
    try await Tool.run("git", ["--git-dir", git, "bundle", "create", "--quiet", bundle, "HEAD", "--all"])
  }

  /// Says no where this clone holds what the server has not received: the archive would show it without a receipt.
  private static func requireAllSent(_ store: SchoolStore) throws {
    guard try !store.isServerSide(), let theirs = try store.remoteTip(), try store.journalReference() != nil else {
      return
    }
    let isAllSent = try store.tip() == theirs && store.outbox().isEmpty
    if !isAllSent { throw Problem(.notSent) }
  }
}

/// Holds the writer while several closures add to it.
private final class Bag {
  var writer: BagWriter?

  init(writer: consuming BagWriter) { self.writer = consume writer }
}

/// The page that an inspector opens first: it leads to the site at once.
struct ArchiveStart {
  let language: Language
  let view: SchoolView

  /// A plain page with one link; the browser follows it by itself.
  var page: [UInt8] {
    let link = Localized(vi: "Mở hồ sơ năm học", en: "Open the records of the year")(language)
    let text = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="refresh" content="0; url=site/index.html">
      <title>\(view.year)</title>
      </head>
      <body><main><p><a href="site/index.html">\(link) \(view.year)</a></p></main></body>
      </html>

      """
    return Array(text.utf8)
  }
}
