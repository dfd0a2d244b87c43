internal import GitObjects

extension Gate {
  /// Judges what a change does to cases of corrections, and the correction that it makes, if it makes one.
  ///
  /// - Returns: the paths that no lock is asked about, since a correction of theirs was judged.
  func checkCorrections(
    _ change: Change, _ proposed: any Snapshot, report: (Diagnostic) -> Void
  ) throws -> Set<RecordPath> {
    var folders: Set<CaseFolder> = []
    for path in change.paths { if let folder = CaseFolder(containing: path.path) { folders.insert(folder) } }
    guard !folders.isEmpty else { return [] }
    guard let corrections else {
      // A door that does not say what was before lets nothing in.
      for folder in folders.sorted() {
        report(Diagnostic(.correctionForm, path: folder.path.text, facts: ["detail": "unjudged"]))
      }
      return []
    }
    var applied: [CaseFolder] = []
    for folder in folders.sorted() {
      if try corrections.base.entry(at: folder.application) != nil {
        report(Diagnostic(.correctionClosed, path: folder.path.text))
      } else if change.paths.contains(where: { $0.path == folder.application }) {
        applied.append(folder)
      } else {
        try checkCase(folder, change, proposed, corrections, report: report)
      }
    }
    guard let folder = applied.first else { return [] }
    try checkApplication(of: folder, change, proposed, corrections, report: report)
    // What the change touches beside the records of the case was refused as such.
    return Set(change.paths.map(\.path))
  }

  /// A case is its requester's alone, and fits together as he leaves it; he may take it away as a whole.
  private func checkCase(
    _ folder: CaseFolder, _ change: Change, _ proposed: any Snapshot, _ corrections: CorrectionContext,
    report: (Diagnostic) -> Void
  ) throws {
    func requireRequester(_ snapshot: any Snapshot) throws {
      let files = CaseFiles(folder: folder, snapshot: snapshot, rulebook: rulebook, reader: reader)
      let requester = try files.record(at: folder.minutes)?.field(named: CorrectionCase.requesterField)?.value
      if let requester, requester != change.person.id {
        report(
          Diagnostic(
            .correctionRequester, path: folder.minutes.text,
            facts: ["person": change.person.id, "requester": requester]))
      }
    }
    try requireRequester(corrections.base)
    guard try proposed.entry(at: folder.path) != nil else { return }
    guard let read = try CorrectionCase.read(folder, in: proposed, by: rulebook, reader: reader, report: report) else {
      return try requireRequester(proposed)
    }
    try requireRequester(proposed)
    if read.withdrawal != nil { return }
    _ = checkProcedure(of: read, report: report)
    for target in read.records {
      try checkContent(of: target, in: read, proposed, corrections.blobID, report: report)
    }
    // What the rules of its kind refuse would be found only when all have signed.
    let corrected = try CorrectedSnapshot(before: proposed, new: newContents(of: read, proposed))
    let context = RuleContext(rulebook: rulebook, snapshot: corrected, reader: reader)
    for target in read.records {
      guard corrected.new[target.path] != nil, let entry = try proposed.entry(at: target.path) else { continue }
      try check(target.path, entry, in: context) { if $0.severity == .error { report($0) } }
    }
  }

  /// The bytes that each record is to have, where they can be told.
  private func newContents(
    of read: CorrectionCase, _ snapshot: any Snapshot
  ) throws -> [RecordPath: [UInt8]] {
    var contents: [RecordPath: [UInt8]] = [:]
    for target in read.records {
      if let text = read.texts[target.new] {
        contents[target.path] = try snapshot.bytes(at: text)
      } else if let old = try snapshot.bytes(at: target.path) {
        contents[target.path] = newBytes(of: target, in: read, from: old) { _ in }
      }
    }
    return contents
  }

  /// The procedure of a case; nil where it is none that corrects all of it, which is reported.
  func checkProcedure(of read: CorrectionCase, report: (Diagnostic) -> Void) -> CorrectionProcedure? {
    guard let procedure = rulebook.procedure(read.procedure) else {
      let known = rulebook.procedures.map(\.id).joined(separator: ", ")
      report(
        Diagnostic(
          .correctionProcedure, path: read.folder.minutes.text, facts: ["procedure": read.procedure, "known": known]))
      return nil
    }
    for target in read.records {
      guard let (kind, _) = rulebook.kind(at: target.path) else { continue }
      let columns = kind.hasCells ? read.cells(of: target.path).map { Optional($0.column) } : [nil]
      guard let column = columns.first(where: { !procedure.covers(kind.id, column: $0) }) else { continue }
      report(
        Diagnostic(
          .correctionProcedure, path: read.folder.records.text, line: target.line,
          facts: ["procedure": procedure.id, "kind": kind.id, "column": column ?? "", "record": target.path.text]))
      return nil
    }
    return procedure
  }

  /// In `snapshot` lies the record's old content, from which its cells or text make the new.
  func checkContent(
    of target: CorrectionCase.Target, in read: CorrectionCase, _ snapshot: any Snapshot,
    _ blobID: ([UInt8]) throws -> ObjectID, report: (Diagnostic) -> Void
  ) throws {
    guard try snapshot.entry(at: target.path)?.id == target.old, let bytes = try snapshot.bytes(at: target.path) else {
      return report(Diagnostic(.correctionStale, path: target.path.text, facts: ["case": read.folder.path.text]))
    }
    guard let new = newBytes(of: target, in: read, from: bytes, report: report) else { return }
    if try blobID(new) != target.new {
      report(Diagnostic(.correctionForm, path: read.folder.records.text, line: target.line, facts: ["detail": "blob"]))
    }
  }

  /// What the cells make of the old bytes; nil for a record that is replaced as a whole, or where they do not fit.
  func newBytes(
    of target: CorrectionCase.Target, in read: CorrectionCase, from old: [UInt8], report: (Diagnostic) -> Void
  ) -> [UInt8]? {
    guard let key = rulebook.kind(at: target.path)?.kind.primaryKey, !read.cells(of: target.path).isEmpty else {
      return nil
    }
    do { return try CellReplacement.bytes(of: old, replacing: read.cells(of: target.path), key: key) } catch {
      let isStale = error.detail == "value"
      report(
        Diagnostic(
          isStale ? .correctionStale : .correctionForm, path: isStale ? target.path.text : read.folder.cells.text,
          line: isStale ? nil : error.cell?.line, facts: ["detail": error.detail, "case": read.folder.path.text]))
      return nil
    }
  }
}

/// A tree as it will be once a correction is made.
private struct CorrectedSnapshot: Snapshot {
  let before: any Snapshot
  let new: [RecordPath: [UInt8]]

  func entry(at path: RecordPath) throws -> TreeEntry? { try before.entry(at: path) }
  func entries(in folder: RecordPath?) throws -> [TreeEntry] { try before.entries(in: folder) }
  func bytes(at path: RecordPath) throws -> [UInt8]? { try new[path] ?? before.bytes(at: path) }
}
