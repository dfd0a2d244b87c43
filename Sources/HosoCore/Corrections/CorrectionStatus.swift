internal import GitObjects

/// How far a correction has come; derived, never stored.
package struct CorrectionStatus: Sendable {
  /// Where it stands.
  package enum State: String, CaseIterable, Sendable {
    /// Waits for consents.
    case open
    /// Has all consents and waits to be carried out.
    case consented
    /// Stands.
    case applied
    /// Somebody whose consent counts said no.
    case refused
    /// Its requester took it back.
    case withdrawn
    /// A record changed meanwhile, or the case does not fit together: it cannot be carried out as it lies.
    case stale
  }

  package let state: State
  package let folder: CaseFolder
  /// What it asks; nil where it cannot be read.
  package let request: CorrectionCase?
  package let procedure: CorrectionProcedure?
  /// The last word of each person on the case as it lies, oldest first; of an applied one those that it rests on.
  package let words: [RecordedConsent]
  /// The entries of the procedure's signers that still lack a consent.
  package let missing: [[CorrectionProcedure.Signer]]
  /// Indices of the commits that opened it and that carried it out.
  package let openedIn: Int?
  package let appliedIn: Int?

  package init(
    state: State, folder: CaseFolder, request: CorrectionCase?, procedure: CorrectionProcedure?,
    words: [RecordedConsent], missing: [[CorrectionProcedure.Signer]], openedIn: Int?, appliedIn: Int?
  ) {
    self.state = state
    self.folder = folder
    self.request = request
    self.procedure = procedure
    self.words = words
    self.missing = missing
    self.openedIn = openedIn
    self.appliedIn = appliedIn
  }

  /// Whether somebody still has to do something about it.
  package var isPending: Bool { state == .open || state == .consented || state == .stale }

  /// How many consents are given, and how many are asked for.
  package var count: (given: Int, needed: Int) {
    let needed = procedure?.signers.count ?? 0
    return (needed - missing.count, needed)
  }
}

extension Gate {
  /// The status of the case in `folder` as it lies in `snapshot`, the newest tree; `words` are all over it.
  package func status(
    of folder: CaseFolder, in snapshot: any Snapshot, words: [RecordedConsent], openedIn: Int?, appliedIn: Int?
  ) throws -> CorrectionStatus {
    var hasFault = false
    let read = try CorrectionCase.read(folder, in: snapshot, by: rulebook, reader: reader) {
      if $0.severity == .error { hasFault = true }
    }
    let procedure = read.flatMap { rulebook.procedure($0.procedure) }
    func status(
      _ state: CorrectionStatus.State, _ words: [RecordedConsent], _ missing: [[CorrectionProcedure.Signer]] = []
    ) -> CorrectionStatus {
      CorrectionStatus(
        state: state, folder: folder, request: read, procedure: procedure, words: words, missing: missing,
        openedIn: openedIn, appliedIn: appliedIn)
    }
    let files = CaseFiles(folder: folder, snapshot: snapshot, rulebook: rulebook, reader: reader)
    if let rows = try files.rows(at: folder.application, CorrectionCase.applicationColumns) {
      let tags = Set(rows.map { $0.cells[0] })
      return status(.applied, words.filter { $0.isValid && tags.contains($0.tag) }.sorted())
    }
    let tree = try snapshot.entry(at: folder.path)?.id
    let last = tree.map { words.lastWords(on: $0) } ?? []
    guard let read, !hasFault else { return status(.stale, last) }
    let frame = ConsentFrame(tree: tree, locks: Set(locks.locks(over: read).map(\.tag)), case: read)
    let given = last.filter { $0.consent.verb == .consent && frame.fault(of: $0.consent) == nil }
    let missing = procedure?.missingSigners(given: given.map { ($0.consent.person, $0.consent.signer) }) ?? []
    if read.withdrawal != nil { return status(.withdrawn, last, missing) }
    if last.contains(where: { $0.consent.verb == .refuse }) { return status(.refused, last, missing) }
    let isStale =
      try procedure == nil
      || locks.locks(over: read).isEmpty || read.records.contains { try snapshot.entry(at: $0.path)?.id != $0.old }
    return status(isStale ? .stale : missing.isEmpty ? .consented : .open, last, missing)
  }
}
