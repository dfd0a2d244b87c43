internal import GitObjects
package import HosoCore
internal import HosoStore

/// `hoso correction apply`: makes exactly the change that was consented to, and closes the case, in one commit.
package struct ApplyCaseAction {
  /// What came of it.
  package enum Outcome: Sendable {
    case applied(CaseFolder, SubmitAction.Submission)
    case refused([Diagnostic])
  }

  private let name: String
  private let isDryRun: Bool

  package init(case name: String, isDryRun: Bool = false) {
    self.name = name
    self.isDryRun = isDryRun
  }

  package func perform(in workspace: Workspace) async throws -> Outcome {
    let store = workspace.store
    let tree = try workspace.workingTree()
    let tip = try store.existingTip()
    let rulebook = try store.rulebook(at: tip)
    let base = try store.snapshot(of: tip)
    let folder = try workspace.caseFolder(name, rulebook, in: base)
    if try base.entry(at: folder.application) != nil {
      return .refused([Diagnostic(.correctionClosed, path: folder.path.text)])
    }
    var faults: [Diagnostic] = []
    let read = try CorrectionCase.read(folder, in: base, by: rulebook, reader: workspace.reader) { faults.append($0) }
    guard let read else { return .refused(faults) }
    var files: [RecordPath: [UInt8]?] = [:]
    for target in read.records {
      guard let new = try newBytes(of: target, read, base, rulebook) else {
        return .refused([
          Diagnostic(.correctionStale, path: target.path.text, facts: ["case": folder.path.text])
        ])
      }
      files.updateValue(new, forKey: target.path)
    }
    files.updateValue(try consents(to: read, base, tip, workspace), forKey: folder.application)
    try requireUnedited(read, in: tree)
    let message = Localized(
      vi: "Chỉnh sửa theo hồ sơ \(folder)", en: "Correct as consented in \(folder)")(rulebook.school.language)
    let collected = CollectedFiles(files: files)
    let trial = try await SubmitAction(paths: [], message: message, isDryRun: true).submit(in: workspace) { _ in
      collected
    }
    switch trial {
    case .refused(let diagnostics): return .refused(diagnostics)
    case .committed(let submission) where isDryRun: return .applied(folder, submission)
    case .committed: break
    }
    for (path, bytes) in files { if let bytes { try tree.write(bytes, to: path) } }
    let outcome = try await SubmitAction(paths: [], message: message).submit(in: workspace) { _ in collected }
    switch outcome {
    case .refused(let diagnostics): return .refused(diagnostics)
    case .committed(let submission): return .applied(folder, submission)
    }
  }

  /// What the record is to be; nil where it is another by now.
  private func newBytes(
    of target: CorrectionCase.Target, _ read: CorrectionCase, _ base: CommitSnapshot, _ rulebook: Rulebook
  ) throws -> [UInt8]? {
    if let text = read.texts[target.new] { return try base.bytes(at: text) }
    guard let key = rulebook.kind(at: target.path)?.kind.primaryKey, let old = try base.bytes(at: target.path) else {
      return nil
    }
    return try? CellReplacement.bytes(of: old, replacing: read.cells(of: target.path), key: key)
  }

  /// The list of the consents that count for the case as it lies.
  private func consents(
    to read: CorrectionCase, _ base: CommitSnapshot, _ tip: ObjectID, _ workspace: Workspace
  ) throws -> [UInt8] {
    let store = workspace.store
    let tree = try base.entry(at: read.folder.path)?.id
    let frame = ConsentFrame(
      tree: tree, locks: Set(try store.locks(at: tip).locks(over: read).map(\.tag)), case: read)
    let words = try ConsentReader(store: store, tip: tip).consents(to: read.folder)
    let given = (tree.map { words.lastWords(on: $0) } ?? []).filter {
      $0.consent.verb == .consent && frame.fault(of: $0.consent) == nil
    }
    let lines = given.sorted { $0.tag < $1.tag }.map { word in
      CellReplacement.line([word.tag, word.tagID.hexadecimal, word.consent.person, word.consent.signer.text])
    }
    return Array((CellReplacement.line(CorrectionCase.applicationColumns) + lines.joined()).utf8)
  }

  /// Says no where the person's own file holds something else that would be lost.
  private func requireUnedited(_ read: CorrectionCase, in tree: WorkingTree) throws {
    for target in read.records {
      guard let own = try tree.bytes(at: target.path).map({ try SchoolStore.blobID(of: $0) }) else { continue }
      if own != target.old, own != target.new { throw Problem(.editedMeanwhile, ["path": target.path.text]) }
    }
  }
}
