package import GitObjects
package import HosoCore
internal import HosoFormats

extension SchoolStore {
  /// The corrections of a year at the newest commit of `history`, by their folders.
  package func corrections(
    of year: String, _ history: History, under rulebook: Rulebook, _ locks: Locks, _ receptions: Receptions?
  ) throws -> [CorrectionStatus] {
    guard let tip = history.commits.last else { return [] }
    var opened: [CaseFolder: Int] = [:]
    var applied: [CaseFolder: Int] = [:]
    let prefix = Array("\(year)/\(CaseFolder.name)/".utf8)
    for (path, changes) in zip(history.paths, history.changesByPath()) {
      guard path.bytes.starts(with: prefix), let first = changes.first, let last = changes.last,
        !history.changes[Int(last)].blob.isZero, let path = try? RecordPath(path.text),
        let folder = CaseFolder(containing: path)
      else { continue }
      if path == folder.minutes { opened[folder] = Int(history.changes[Int(first)].commit) }
      if path == folder.application { applied[folder] = Int(history.changes[Int(first)].commit) }
    }
    guard !opened.isEmpty else { return [] }
    let words = Dictionary(
      grouping: try ConsentReader(store: self, tip: tip, history: history, receptions: receptions).consents(),
      by: \.consent.folder)
    let snapshot = try snapshot(of: tip)
    let gate = Gate(rulebook: rulebook, reader: RecordReader(), locks: locks)
    return try opened.keys.sorted().map { folder in
      try gate.status(
        of: folder, in: snapshot, words: words[folder] ?? [], openedIn: opened[folder], appliedIn: applied[folder])
    }
  }
}
