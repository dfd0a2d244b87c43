package import GitObjects
package import HosoCore
internal import HosoFormats

extension SchoolStore {
  /// The corrections of a year at the newest commit of `history`, by their folders.
  package func corrections(
    of year: String, _ history: History, under rulebook: Rulebook, _ locks: Locks, _ receptions: Receptions?
  ) throws -> [CorrectionStatus] {
    guard let tip = history.commits.last else { return [] }
    let prefix = Array("\(year)/\(CaseFolder.name)/".utf8)
    var files: [Int: (path: RecordPath, folder: CaseFolder)] = [:]
    for (index, path) in history.paths.enumerated() where path.bytes.starts(with: prefix) {
      guard let path = try? RecordPath(path.text), let folder = CaseFolder(containing: path) else { continue }
      if path == folder.minutes || path == folder.application { files[index] = (path, folder) }
    }
    guard !files.isEmpty else { return [] }
    var opened: [CaseFolder: Int] = [:]
    var applied: [CaseFolder: Int] = [:]
    for change in history.changes {
      guard let (path, folder) = files[Int(change.path)] else { continue }
      let commit = change.blob.isZero ? nil : Int(change.commit)
      if path == folder.application {
        applied[folder] = commit
      } else if opened[folder] == nil || commit == nil {
        opened[folder] = commit
      }
    }
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
