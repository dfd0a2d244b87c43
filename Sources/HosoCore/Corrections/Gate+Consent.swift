package import GitObjects

extension Gate {
  /// Judges a consent or refusal by the case as it lies in `snapshot`, the tree that the tag names.
  ///
  /// `receivedAt` is when the server got it, the day on which the right is judged; nil means the consent's own time.
  package func review(
    _ consent: Consent, receivedAt: Moment? = nil, in snapshot: any Snapshot,
    blobID: ([UInt8]) throws -> ObjectID
  ) throws -> Review {
    var diagnostics: [Diagnostic] = []
    func report(_ id: DiagnosticID, _ facts: [String: String] = [:]) {
      diagnostics.append(
        Diagnostic(id, path: consent.folder.path.text, facts: facts.merging(["person": consent.person]) { a, _ in a }))
    }
    guard let person = rulebook.people[consent.person],
      person.isMember(on: (receivedAt ?? consent.moment).date)
    else {
      report(.unknownPerson)
      return Review(diagnostics: diagnostics)
    }
    if try snapshot.entry(at: consent.folder.application) != nil { report(.correctionClosed) }
    let read = try CorrectionCase.read(consent.folder, in: snapshot, by: rulebook, reader: reader) {
      diagnostics.append($0)
    }
    guard let read else {
      if diagnostics.isEmpty { report(.decisionContent) }
      return Review(diagnostics: diagnostics)
    }
    let frame = ConsentFrame(
      tree: try snapshot.entry(at: consent.folder.path)?.id, locks: Set(consent.locks), case: read)
    if frame.fault(of: consent) != nil { report(.decisionContent) }
    if read.withdrawal != nil {
      diagnostics.append(Diagnostic(.correctionRefused, path: consent.folder.minutes.text))
    }
    guard let procedure = checkProcedure(of: read, report: { diagnostics.append($0) }) else {
      return Review(diagnostics: diagnostics)
    }
    let asked = procedure.signers.flatMap(\.self)
    if !asked.contains(consent.signer) || !rulebook.isMeant(person, by: consent.signer, requester: read.requester) {
      report(.notYourRole, ["role": consent.signer.text, "asked": asked.map(\.text).joined(separator: ", ")])
    }
    for target in read.records {
      try checkContent(of: target, in: read, snapshot, blobID) { diagnostics.append($0) }
    }
    return Review(diagnostics: diagnostics.sorted(by: Diagnostic.inReadingOrder))
  }

  /// As whom `person` may speak in a case that `requester` opened, in the order of the procedure.
  package func signers(
    of procedure: CorrectionProcedure, for person: Person, requester: ListID
  ) -> [CorrectionProcedure.Signer] {
    procedure.signers.flatMap(\.self).filter { rulebook.isMeant(person, by: $0, requester: requester) }
  }
}
