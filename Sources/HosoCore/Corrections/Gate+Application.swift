package import GitObjects

extension Gate {
  /// Judges the commit that carries a correction out: consents, time, person, and a difference that is the minutes' own.
  func checkApplication(
    of folder: CaseFolder, _ change: Change, _ proposed: any Snapshot, _ corrections: CorrectionContext,
    report: (Diagnostic) -> Void
  ) throws {
    var isComplete = false
    guard
      let read = try CorrectionCase.read(
        folder, in: corrections.base, by: rulebook, reader: reader,
        report: { fault in
          if fault.severity == .error { isComplete = true }
          report(fault)
        })
    else {
      if !isComplete {
        report(Diagnostic(.correctionForm, path: folder.path.text, facts: ["detail": "unreadable"]))
      }
      return
    }
    checkPaths(of: read, change, report: report)
    for target in read.records {
      guard let path = change.paths.first(where: { $0.path == target.path }) else { continue }
      try checkDifference(of: target, in: read, path, proposed, corrections.base, report: report)
    }
    if read.withdrawal != nil { report(Diagnostic(.correctionRefused, path: folder.minutes.text)) }
    guard let procedure = checkProcedure(of: read, report: report) else { return }
    let person = change.person
    if !procedure.appliers.contains(where: { rulebook.isMeant(person, by: $0, requester: read.requester) }) {
      report(
        Diagnostic(
          .correctionApplier, path: folder.path.text,
          facts: ["person": person.id, "asked": procedure.appliers.map(\.text).joined(separator: ", ")]))
    }
    checkLimit(of: procedure, read, on: change.receivedAt.date, report: report)
    try checkConsents(to: read, procedure, change, proposed, corrections, report: report)
  }

  /// The change is of the case's records and the list of consents: nothing more, nothing less.
  private func checkPaths(of read: CorrectionCase, _ change: Change, report: (Diagnostic) -> Void) {
    let asked = Set(read.records.map(\.path))
    let found = Set(change.paths.map(\.path)).subtracting([read.folder.application])
    for path in found.subtracting(asked).sorted() {
      report(
        Diagnostic(
          .correctionPath, path: path.text, facts: ["detail": "extra", "case": read.folder.path.text]))
    }
    for path in asked.subtracting(found).sorted() {
      report(
        Diagnostic(
          .correctionPath, path: path.text, facts: ["detail": "missing", "case": read.folder.path.text]))
    }
  }

  private func checkDifference(
    of target: CorrectionCase.Target, in read: CorrectionCase, _ change: PathChange, _ proposed: any Snapshot,
    _ base: any Snapshot, report: (Diagnostic) -> Void
  ) throws {
    func differs(_ detail: String, _ line: Int? = nil, _ column: String? = nil) {
      report(
        Diagnostic(
          .correctionDifference, path: target.path.text, line: line,
          facts: ["detail": detail, "column": column ?? "", "case": read.folder.path.text]))
    }
    guard change.old?.id == target.old, let old = try base.bytes(at: target.path) else {
      return report(Diagnostic(.correctionStale, path: target.path.text, facts: ["case": read.folder.path.text]))
    }
    guard let new = change.new, new.isFile, let found = try proposed.bytes(at: target.path) else {
      return differs("removed")
    }
    guard rulebook.kind(at: target.path)?.kind.hasCells == true else {
      if new.id != target.new { differs("text") }
      return
    }
    guard let expected = newBytes(of: target, in: read, from: old, report: report) else { return }
    if let difference = CellReplacement.difference(expected, found) {
      differs(difference.detail, difference.line, difference.column)
    } else if new.id != target.new {
      differs("blob")
    }
  }

  private func checkLimit(
    of procedure: CorrectionProcedure, _ read: CorrectionCase, on date: SchoolDate, report: (Diagnostic) -> Void
  ) {
    let end = rulebook.lastDay(of: procedure, for: read, on: date)
    switch end {
    case .none: return
    case .day(let day) where date <= day: return
    case .day(let day):
      report(
        Diagnostic(
          .correctionLate, path: read.folder.path.text,
          facts: ["day": day.description, "date": date.description, "clause": procedure.clause]))
    case .unknown(let detail):
      report(
        Diagnostic(
          .correctionLate, path: read.folder.path.text, facts: ["detail": detail, "clause": procedure.clause]))
    }
  }

  private func checkConsents(
    to read: CorrectionCase, _ procedure: CorrectionProcedure, _ change: Change, _ proposed: any Snapshot,
    _ corrections: CorrectionContext, report: (Diagnostic) -> Void
  ) throws {
    let folder = read.folder
    let files = CaseFiles(folder: folder, snapshot: proposed, rulebook: rulebook, reader: reader)
    guard let rows = try files.rows(at: folder.application, CorrectionCase.applicationColumns),
      rows.count <= CorrectionCase.mostRecords
    else {
      return report(
        Diagnostic(.correctionForm, path: folder.application.text, facts: ["detail": "unreadable"]))
    }
    let words = try corrections.consents(folder)
    let frame = ConsentFrame(
      tree: try corrections.base.entry(at: folder.path)?.id, locks: Set(locks.locks(over: read).map(\.tag)),
      case: read)
    var given: [(person: ListID, signer: CorrectionProcedure.Signer)] = []
    for row in rows {
      let tag = row.cells[0]
      func fault(_ detail: String) {
        report(
          Diagnostic(
            .correctionConsent, path: folder.application.text, line: row.line, facts: ["tag": tag, "detail": detail]))
      }
      guard let word = words.first(where: { $0.tag.hasSameBytes(as: tag) }), word.consent.verb == .consent else {
        fault("absent")
        continue
      }
      guard word.tagID.hexadecimal == row.cells[1] else {
        fault("moved")
        continue
      }
      word.faults.forEach(report)
      guard word.isValid else { continue }
      let consent = word.consent
      if let detail = frame.fault(of: consent) {
        if detail == "lock" {
          report(
            Diagnostic(
              .correctionLock, path: folder.path.text,
              facts: ["tag": tag, "lock": consent.locks.joined(separator: ", ")]))
        } else {
          fault(detail)
        }
        continue
      }
      guard consent.person == row.cells[2], consent.signer.text == row.cells[3] else {
        fault("person")
        continue
      }
      // Who lost the role or left since he signed consents to nothing any more.
      guard let person = rulebook.people[consent.person], person.isMember(on: change.receivedAt.date),
        rulebook.isMeant(person, by: consent.signer, requester: read.requester)
      else {
        fault("not-entitled")
        continue
      }
      given.append((consent.person, consent.signer))
    }
    if let tree = frame.tree {
      for word in words.lastWords(on: tree) where word.consent.verb == .refuse {
        report(
          Diagnostic(
            .correctionRefused, path: folder.path.text,
            facts: ["person": word.consent.person, "tag": word.tag]))
      }
    }
    let missing = procedure.missingSigners(given: given)
    if !missing.isEmpty {
      let asked = missing.map { $0.map(\.text).joined(separator: " / ") }.joined(separator: ", ")
      report(
        Diagnostic(
          .correctionSigners, path: folder.path.text,
          facts: [
            "asked": asked, "given": String(procedure.signers.count - missing.count),
            "needed": String(procedure.signers.count), "clause": procedure.clause,
          ]))
    }
  }
}

/// What a consent must be over to count for a case as it lies.
package struct ConsentFrame {
  let tree: ObjectID?
  let locks: Set<String>
  let `case`: CorrectionCase

  /// `tree` is the folder of the case, `locks` the tags of all locks over its records.
  package init(tree: ObjectID?, locks: Set<String>, case read: CorrectionCase) {
    self.tree = tree
    self.locks = locks
    self.case = read
  }

  /// What of it is another, a word for the message catalogue; nil where it counts.
  package func fault(of consent: Consent) -> String? {
    if consent.folder != `case`.folder { return "other-case" }
    if consent.tree != tree { return "case-changed" }
    if consent.procedure != `case`.procedure { return "procedure" }
    let items = `case`.records.map { Consent.Item(path: $0.path, old: $0.old, new: $0.new) }
    if Set(consent.items) != Set(items) { return "records" }
    return Set(consent.locks) == locks && !locks.isEmpty ? nil : "lock"
  }
}

extension Locks {
  /// The locks that freeze any of the records of a case, oldest first.
  package func locks(over read: CorrectionCase) -> [RecordedLock] {
    Set(read.records.flatMap { locks(on: $0.path) }).sorted()
  }
}
