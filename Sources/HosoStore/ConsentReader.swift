package import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoGit

/// Reads the tags of consents to corrections, and of refusals, and says of each whether it holds.
///
/// A consent must hold by the rules that the person had before him, and where a server received it by those in force
/// there too.
package struct ConsentReader {
  private let store: SchoolStore
  private let tip: ObjectID
  private let indexOfCommit: [ObjectID: Int]?
  private let receptions: Receptions?
  private let reader = RecordReader()

  /// `history` is that of `tip`; without it only as much of the line is read as the consents need, and without
  /// `receptions` each is judged as of its own time.
  package init(store: SchoolStore, tip: ObjectID, history: History? = nil, receptions: Receptions? = nil) {
    self.store = store
    self.tip = tip
    self.receptions = receptions
    indexOfCommit = history.map { history in
      Dictionary(history.commits.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// All consents and refusals, or those over one case, in the order in which they were given; what cannot be read at
  /// all is reported by tag name.
  package func consents(
    to folder: CaseFolder? = nil, report: (Diagnostic) -> Void = { _ in }
  ) throws -> [RecordedConsent] {
    func fault(_ name: String, _ detail: String) {
      report(Diagnostic(.decisionForm, path: "refs/tags/" + name, facts: ["detail": detail]))
    }
    var tags: [(name: String, id: ObjectID, tag: TagObject)] = []
    for verb in Consent.Verb.allCases {
      for (reference, id) in try references("refs/tags/\(verb.rawValue)/") {
        guard let name = DecisionTagName(reference: reference)?.text else { continue }
        do { tags.append((name, id, try tag(id))) } catch let error as MalformedObject {
          fault(name, error.reason)
        } catch is Problem {
          report(Diagnostic(.absentObject, path: reference, facts: ["object": id.short]))
        }
      }
    }
    if let folder { tags = tags.filter { Self.names(folder, $0.tag) } }
    guard !tags.isEmpty else { return [] }
    let known = try commitsOfMain(Set(tags.map(\.tag.object)))
    var consents: [RecordedConsent] = []
    for (name, id, tag) in tags {
      do {
        guard known.contains(tag.object) else { throw MalformedObject("tag-object") }
        let receipt = receptions?.decisions[name].flatMap { $0.new == id ? $0 : nil }
        let received = receipt.flatMap { $0.event == .push ? ($0.main, $0.moment) : nil }
        consents.append(try judge(tag, name, id, received: received, receipt: receipt))
      } catch let error as MalformedObject {
        fault(name, error.reason)
      } catch let problem as Problem where problem.isOfOneObject {
        report(Diagnostic(.absentObject, path: "refs/tags/" + name, facts: ["object": id.short]))
      }
    }
    return consents.sorted()
  }

  /// Whether the tag's message names the case, read without judging anything.
  private static func names(_ folder: CaseFolder, _ tag: TagObject) -> Bool {
    (try? ConsentText.consent(of: tag, by: "", offset: 0))?.folder == folder
  }

  private func tag(_ id: ObjectID) throws -> TagObject {
    do {
      if let header = try store.repository.header(of: id), header.kind != .tag { throw MalformedObject("tag-object") }
    } catch let error as GitError { throw Problem(git: error) }
    return try store.soundTag(id)
  }

  /// Judges a tag whose object is a commit of `main`; `received` are the tip and the time by which the server judges.
  ///
  /// - Throws: ``MalformedObject`` where it is no consent at all.
  package func judge(
    _ tag: TagObject, _ name: String, _ id: ObjectID, received: (main: ObjectID, at: Moment)?, receipt: Receipt? = nil
  ) throws -> RecordedConsent {
    guard tag.name == name else { throw MalformedObject("tag-name") }
    guard tag.type == "commit" else { throw MalformedObject("tag-object") }
    let rulebook = try store.rulebook(at: tag.object)
    guard let person = rulebook.person(email: tag.tagger.email) else { throw MalformedObject("tagger") }
    let consent = try ConsentText.consent(of: tag, by: person.id, offset: rulebook.school.offset)
    guard name.hasPrefix(consent.verb.rawValue + "/") else { throw MalformedObject("tag-verb") }
    let place = "refs/tags/" + name
    var faults = try faults(of: tag, consent, place, under: rulebook, at: nil)
    if let received {
      let read = indexOfCommit?[tag.object].flatMap { receptions?.moment(of: $0) }
      if let fault = consent.moment.fault(readAt: read, receivedAt: received.at, place) { faults.append(fault) }
      let present = try store.rulebook(at: received.main)
      for fault in try self.faults(of: tag, consent, place, under: present, at: received.at)
      where !faults.contains(where: { $0.id == fault.id && $0.path == fault.path }) {
        faults.append(fault)
      }
    }
    return RecordedConsent(tag: name, tagID: id, consent: consent, receipt: receipt, faults: faults)
  }

  private func faults(
    of tag: TagObject, _ consent: Consent, _ place: String, under rulebook: Rulebook, at receivedAt: Moment?
  ) throws -> [Diagnostic] {
    var faults: [Diagnostic] = []
    if let reason = tag.signatureFault(under: rulebook, at: receivedAt ?? consent.moment) {
      faults.append(Diagnostic(.badSignature, path: place, facts: ["detail": reason]))
    }
    let gate = Gate(rulebook: rulebook, reader: reader)
    let review = try gate.review(
      consent, receivedAt: receivedAt, in: try store.snapshot(of: tag.object), blobID: SchoolStore.blobID)
    return faults + review.diagnostics.filter { $0.severity == .error }
  }

  /// Those of `commits` that are commits of `main`.
  private func commitsOfMain(_ commits: Set<ObjectID>) throws -> Set<ObjectID> {
    if let indexOfCommit { return commits.filter { indexOfCommit[$0] != nil } }
    var missing = commits
    for end in [tip, try store.remoteTip()].compactMap(\.self) {
      var next: ObjectID? = end
      while let id = next, !missing.isEmpty {
        missing.remove(id)
        next = try store.commit(id).parents.first
      }
    }
    return commits.subtracting(missing)
  }

  private func references(_ prefix: String) throws(Problem) -> [(name: String, id: ObjectID)] {
    do { return try store.repository.references(below: prefix) } catch { throw Problem(git: error) }
  }
}

extension SchoolStore {
  /// What the gate judges corrections by in a commit onto the tree `base`; the consents are those here at `tip`.
  package func correctionContext(base: CommitSnapshot, tip: ObjectID) -> CorrectionContext {
    CorrectionContext(base: base, blobID: SchoolStore.blobID) { folder in
      try ConsentReader(store: self, tip: tip).consents(to: folder)
    }
  }
}
