internal import GitObjects
internal import HosoCore
internal import HosoFormats
internal import HosoStore

/// Judges one commit of `main` against the commit before it: the push and the audit of the whole history call it.
struct CommitReview {
  let store: SchoolStore
  let reader: RecordReader
  /// Whether commits and folders' lists are asked for their sizes before they are read.
  var checksSizes = true

  /// `rulebook` is that of the base, or of the commit itself where it is the first.
  ///
  /// `sender` is who was logged in; nil where only the commit says who made it. `receivedAt` is the server's time; nil
  /// where none is known, so that the commit's own time counts. `locks` are those received before the commit, `consents`
  /// those to a correction. `known` is the comparison of the two trees where it was made already. `note` gets what the
  /// commit changes.
  func review(
    _ commit: CommitObject, onto base: CommitObject?, under rulebook: Rulebook, from sender: Person? = nil,
    receivedAt: Moment?, locks: Locks, consents: @escaping (CaseFolder) throws -> [RecordedConsent],
    comparison known: TreeComparison? = nil, note: ([PathChange]) -> Void = { _ in }
  ) throws -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let (author, committer) = (commit.author, commit.committer)
    var mismatch: Diagnostic {
      Diagnostic(.authorMismatch, facts: ["author": author.email, "person": sender?.name ?? ""])
    }
    let isOnePerson =
      author.email.hasSameBytes(as: committer.email) && author.name.hasSameBytes(as: committer.name)
    guard let person = rulebook.person(email: author.email), sender == nil || sender?.id == person.id else {
      return [
        sender == nil ? Diagnostic(.unknownPerson, facts: ["person": author.email]) : mismatch
      ]
    }
    if !isOnePerson || !author.name.hasSameBytes(as: person.name) { diagnostics.append(mismatch) }
    if rulebook.school.signsCommits || commit.signature != nil {
      let moment = receivedAt ?? Moment(seconds: committer.time, offset: rulebook.school.offset)
      if let reason = commit.signatureFault(under: rulebook, at: moment) {
        diagnostics.append(Diagnostic(.badSignature, facts: ["detail": reason]))
      }
    }
    let comparison = try known ?? store.comparison(from: base?.tree, to: commit.tree, checksSizes: checksSizes)
    diagnostics += comparison.faults
    note(comparison.changes)
    let offset = rulebook.school.offset
    let written = Moment(seconds: committer.time, offset: offset)
    // What was written offline may be older than its commit; nothing is written after it was received.
    if author.time > (receivedAt ?? written).seconds + Change.clockAdvance {
      let time = Moment(seconds: author.time, offset: offset).description
      diagnostics.append(
        Diagnostic(.timeImplausible, facts: ["time": time, "received": receivedAt?.description ?? ""]))
    }
    let change = Change(
      paths: comparison.changes, person: person, receivedAt: receivedAt ?? written, writtenAt: written,
      parentMoment: base.map { Moment(seconds: $0.committer.time, offset: offset) })
    // Who may change what is also told of a link or a program; where a name or tree is not sound there is no path to ask.
    guard comparison.faults.allSatisfy({ $0.id == .fileMode }) else { return diagnostics }
    guard !comparison.changes.isEmpty else {
      return diagnostics + [Diagnostic(.malformedObject, facts: ["detail": "empty"])]
    }
    let corrections = base.map {
      CorrectionContext(base: store.snapshot(ofTree: $0.tree), blobID: SchoolStore.blobID, consents: consents)
    }
    let gate = Gate(rulebook: rulebook, reader: reader, locks: locks, corrections: corrections) { path, blob in
      try commit.parents.first.map { try store.hasVersion(path, blob, upTo: $0) } ?? false
    }
    let proposed = store.snapshot(ofTree: commit.tree)
    let review =
      base == nil
      ? try gate.reviewFirst(change, proposed: proposed)
      : try gate.review(change, proposed: proposed, placesAreChecked: true)
    return diagnostics + review.diagnostics.filter { $0.severity == .error && !diagnostics.contains($0) }
  }
}
