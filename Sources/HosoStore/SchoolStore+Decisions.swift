package import GitObjects
package import HosoCore
internal import HosoGit

/// Reads the decision tags and says of each whether it holds.
package struct DecisionReader {
  private let store: SchoolStore
  private let history: History
  private let indexOfCommit: [ObjectID: Int]
  private let indexOfPath: [PathBytes: Int]
  private let changesByPath: [[Int32]]
  private let reader: any RecordReading
  private let receptions: Receptions?
  /// The commit whose rules say whose address is whose; nil for an empty history.
  private let people: ObjectID?

  /// `receptions` is what the journal says; without one a decision is judged as of its own time and commit.
  ///
  /// People keep their ids: the newest rules know everybody who ever was, and are asked unless `people` is another commit.
  package init(
    store: SchoolStore, history: History, reader: any RecordReading, receptions: Receptions? = nil,
    people: ObjectID? = nil
  ) {
    self.store = store
    self.history = history
    self.reader = reader
    self.receptions = receptions
    self.people = people ?? history.commits.last
    indexOfCommit = Dictionary(
      history.commits.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    indexOfPath = Dictionary(
      history.paths.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    changesByPath = history.changesByPath()
  }

  /// A decision as git keeps it, with its receipt where the server wrote one.
  private struct Tag {
    let name: String
    let id: ObjectID
    let object: TagObject
    let receipt: Receipt?

    /// The order of receipt; what no server has received yet comes last, what was there before the journal first.
    var order: (Int, Int64, String) {
      let sequence = receipt.map { $0.event == .push ? $0.sequence : 0 } ?? Int.max
      return (sequence, object.tagger.time, name)
    }
  }

  /// All decisions over records in the order of their receipt; what cannot be read at all is reported by tag name.
  package func decisions(report: (Diagnostic) -> Void) throws -> [RecordedDecision] {
    var tags: [Tag] = []
    /// Reports what keeps a tag from being read.
    func reading(_ reference: String, _ body: () throws -> Void) throws {
      do { try body() } catch let error as MalformedObject {
        report(Diagnostic(.decisionForm, path: reference, facts: ["detail": error.reason]))
      } catch let problem as Problem where problem.isOfOneObject {
        // A tag without an object of its own, or what it needs is gone.
        let detail = problem.id == .objectMissing ? "tag-object" : problem.id.rawValue
        report(Diagnostic(.decisionForm, path: reference, facts: ["detail": detail]))
      }
    }
    for (reference, id) in try store.repository.references(below: "refs/tags/") {
      let name = String(reference.dropFirst("refs/tags/".count))
      guard let form = DecisionTagName(name) else {
        report(Diagnostic(.referenceNotAllowed, path: reference))
        continue
      }
      if form.isLock || form.isConsent { continue }
      try reading(reference) {
        let receipt = receptions?.decisions[name].flatMap { $0.new == id ? $0 : nil }
        tags.append(Tag(name: name, id: id, object: try store.soundTag(id), receipt: receipt))
      }
    }
    var earlier = EarlierDecisions()
    for tag in tags.sorted(by: { $0.order < $1.order }) {
      let received = tag.receipt.flatMap { $0.event == .push ? $0 : nil }
      try reading("refs/tags/" + tag.name) {
        earlier.add(
          try judge(
            tag.object, tag.name, tag.id, rulesAt: received?.main ?? tag.object.object, receivedAt: received?.moment,
            after: earlier, sequence: received?.sequence))
      }
    }
    return earlier.all
  }

  /// Judges a tag by the rules at `main`, its key at the time when the server received it, and its turn by the decisions
  /// received before.
  ///
  /// - Throws: ``MalformedObject`` where it is no decision at all.
  package func judge(
    _ tag: TagObject, _ name: String, _ id: ObjectID, rulesAt main: ObjectID, receivedAt: Moment?,
    after earlier: EarlierDecisions, sequence: Int? = nil
  ) throws -> RecordedDecision {
    var faults: [Diagnostic] = []
    let place = "refs/tags/" + name
    func fault(_ id: DiagnosticID, _ detail: String) {
      faults.append(Diagnostic(id, path: place, facts: ["detail": detail]))
    }
    guard tag.name == name else { throw MalformedObject("tag-name") }
    guard tag.type == "commit" else { throw MalformedObject("tag-object") }
    guard let commit = indexOfCommit[tag.object] else { throw MalformedObject("tag-object") }
    let rulebook = try store.rulebook(at: main)
    guard let person = rulebook.person(email: tag.tagger.email) else { throw MalformedObject("tagger") }
    let decision = try DecisionText.decision(of: tag, by: person.id, offset: rulebook.school.offset)
    if !name.hasPrefix(decision.verb.rawValue + "/") { fault(.decisionForm, "tag-verb") }
    if let receivedAt,
      let fault = decision.moment.fault(
        readAt: readable(commit, rulebook.school.offset), receivedAt: receivedAt, place)
    {
      faults.append(fault)
    }
    if let reason = tag.signatureFault(under: rulebook, at: receivedAt ?? decision.moment) {
      fault(.badSignature, reason)
    }
    let snapshot = try store.snapshot(of: tag.object)
    let review = try Gate(rulebook: rulebook, reader: reader).review(decision, receivedAt: receivedAt) { path in
      try content(of: path, at: commit, in: snapshot, under: rulebook, after: earlier)
    }
    return RecordedDecision(
      tag: name, tagID: id, decision: decision, faults: faults + review.diagnostics, sequence: sequence)
  }

  /// From when on the commit could be read: when it was received, or for one that is older than the server its own time,
  /// which may be a day off.
  private func readable(_ commit: Int, _ offset: Int) -> Moment {
    receptions?.moment(of: commit)
      ?? Moment(seconds: history.details[commit].time - Change.clockTolerance, offset: offset)
  }

  /// What the gate must know of a record as it lay in the commit with index `commit`.
  package func content(
    of path: RecordPath, at commit: Int, in snapshot: CommitSnapshot, under rulebook: Rulebook,
    after earlier: EarlierDecisions
  ) throws -> DecidedContent {
    let blob = try snapshot.entry(at: path)?.id
    let index = indexOfPath[PathBytes(bytes: Array(path.text.utf8))]
    let changes = (index.map { changesByPath[$0] } ?? []).map { history.changes[Int($0)] }.filter {
      $0.commit <= commit
    }
    let authors = try changes.map { try author(of: Int($0.commit)) }
    return DecidedContent(
      blob: blob, authors: Set(authors.compactMap(\.self)), lastAuthor: authors.last.flatMap(\.self),
      earlier: try earlier.over(path) { other in
        guard let blob, let kind = rulebook.kind(at: path)?.kind else { return false }
        return try other == blob || store.differOnlyInOpenSections(kind, other, blob)
      })
  }

  private func author(of commit: Int) throws -> ListID? {
    guard let people else { return nil }
    return try store.rulebook(at: people).person(email: history.details[commit].email)?.id
  }
}

extension Problem {
  /// Whether it lies in what a decision names, so that others can still be read.
  var isOfOneObject: Bool {
    switch id {
    case .objectMissing, .gitFailed, .noRules, .rulesUnreadable: true
    default: false
    }
  }
}
