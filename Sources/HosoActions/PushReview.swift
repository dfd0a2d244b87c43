internal import GitObjects
internal import HosoCore
internal import HosoFormats
internal import HosoStore

/// Judges what a push asks, reference by reference and commit by commit, by the rules at the tip of `main`.
struct PushReview {
  let store: SchoolStore
  let reader: RecordReader
  let tip: ObjectID
  let rulebook: Rulebook
  /// Who is logged in.
  let sender: Person
  let receivedAt: Moment

  /// At most this many commits in a push.
  static let mostCommits = 500
  /// At most this many references in a push.
  static let mostReferences = 200

  /// What stands against the push; empty where all of it may pass.
  func review(_ updates: [ReferenceUpdate]) throws -> [Finding] {
    guard !updates.isEmpty, updates.count <= Self.mostReferences else {
      return [Finding("push", Diagnostic(.pushTooLarge, facts: ["limit": "\(Self.mostReferences)", "what": "refs"]))]
    }
    var findings: [Finding] = []
    for update in updates {
      let isMain = update.reference == SchoolStore.branch
      if !isMain, DecisionTagName(reference: update.reference) == nil {
        findings.append(Finding(update.reference, Diagnostic(.referenceNotAllowed, path: update.reference)))
      } else if isMain, updates.count > 1 {
        findings.append(Finding(update.reference, Diagnostic(.pushMixed, path: update.reference)))
      }
    }
    if Set(updates.map(\.reference)).count < updates.count { findings.append(Finding("push", Diagnostic(.pushMixed))) }
    guard findings.isEmpty else { return findings }
    if let update = updates.first, update.reference == SchoolStore.branch { return try reviewMain(update) }
    return try reviewDecisions(updates)
  }

  // MARK: main

  private func reviewMain(_ update: ReferenceUpdate) throws -> [Finding] {
    guard update.old == tip, !update.new.isZero else {
      return [Finding(update.reference, Diagnostic(.historyRewritten, path: update.reference))]
    }
    let (line, fault) = try line(to: update.new)
    if let fault { return [fault] }
    var findings: [Finding] = []
    var base = try store.commit(tip)
    let review = CommitReview(store: store, reader: reader)
    let locks = try store.locks(at: tip)
    let consents = { (folder: CaseFolder) in try ConsentReader(store: store, tip: tip).consents(to: folder) }
    for (id, commit) in line {
      var found: [Diagnostic] = []
      if line.count > 1, try store.rules(of: commit.tree) != store.rules(of: base.tree) {
        found.append(Diagnostic(.rulesWithRecords, path: ".hoso"))
      }
      found += try review.review(
        commit, onto: base, under: rulebook, from: sender, receivedAt: receivedAt, locks: locks, consents: consents)
      findings += found.map { Finding(id.short, $0) }
      base = commit
    }
    return findings
  }

  /// The commits after the tip, oldest first, or what keeps them from being a line.
  private func line(to new: ObjectID) throws -> (commits: [(ObjectID, CommitObject)], fault: Finding?) {
    var line: [(ObjectID, CommitObject)] = []
    var next = new
    while next != tip {
      guard line.count < Self.mostCommits else {
        let facts = ["limit": "\(Self.mostCommits)", "what": "commits"]
        // A rewritten history has no end here either, and is the graver fault.
        let isRewritten = try !store.isAncestor(tip, of: next)
        return ([], Finding(new.short, isRewritten ? rewritten : Diagnostic(.pushTooLarge, facts: facts)))
      }
      let commit: CommitObject
      do { commit = try store.soundCommit(next) } catch let error as MalformedObject {
        return ([], Finding(next.short, Diagnostic(.malformedObject, facts: ["detail": error.reason])))
      } catch let problem as Problem where problem.id == .objectMissing {
        return ([], Finding(next.short, Diagnostic(.malformedObject, facts: ["detail": "object-missing"])))
      }
      line.append((next, commit))
      guard commit.parents.count < 2 else { return ([], Finding(next.short, Diagnostic(.notLinear))) }
      guard let parent = commit.parents.first else { return ([], Finding(next.short, rewritten)) }
      next = parent
    }
    return (line.reversed(), nil)
  }

  private var rewritten: Diagnostic { Diagnostic(.historyRewritten, path: SchoolStore.branch) }

  // MARK: decisions

  private func reviewDecisions(_ updates: [ReferenceUpdate]) throws -> [Finding] {
    let history = try store.history(of: tip)
    let receptions = try store.receptions(history, offset: rulebook.school.offset)
    let reader = DecisionReader(store: store, history: history, reader: reader, receptions: receptions)
    let received = Set(history.commits)
    let lockReader = LockReader(store: store, tip: tip, history: history, receptions: receptions)
    let consentReader = ConsentReader(store: store, tip: tip, history: history, receptions: receptions)
    var locks: [RecordedLock]?
    var earlier: EarlierDecisions?
    var findings: [Finding] = []
    for update in updates {
      func refuse(_ id: DiagnosticID, _ facts: [String: String] = [:]) {
        findings.append(Finding(update.reference, Diagnostic(id, path: update.reference, facts: facts)))
      }
      guard update.old.isZero, !update.new.isZero else {
        refuse(.decisionMoved)
        continue
      }
      do {
        let tag = try store.soundTag(update.new)
        guard tag.type == "commit" else { throw MalformedObject("tag-object") }
        guard received.contains(tag.object) else {
          refuse(.decisionNotReceived)
          continue
        }
        guard tag.tagger.email.hasSameBytes(as: sender.email), tag.tagger.name.hasSameBytes(as: sender.name) else {
          refuse(.authorMismatch, ["author": tag.tagger.email, "person": sender.name])
          continue
        }
        let name = String(update.reference.dropFirst("refs/tags/".count))
        if DecisionTagName(name)?.isLock == true {
          let known = try locks ?? lockReader.locks()
          locks = known
          let lock = try lockReader.judge(tag, name, update.new, received: (tip, receivedAt)) { tag in
            known.first { $0.tag == tag }
          }
          findings += lock.faults.map { Finding(update.reference, $0) }
          continue
        }
        if DecisionTagName(name)?.isConsent == true {
          let consent = try consentReader.judge(tag, name, update.new, received: (tip, receivedAt))
          findings += consent.faults.map { Finding(update.reference, $0) }
          continue
        }
        var before = try earlier ?? EarlierDecisions(reader.decisions { _ in })
        let decision = try reader.judge(tag, name, update.new, rulesAt: tip, receivedAt: receivedAt, after: before)
        before.add(decision)
        earlier = before
        findings += decision.faults.map { Finding(update.reference, $0) }
      } catch let error as MalformedObject {
        refuse(.decisionForm, ["detail": error.reason])
      } catch let problem as Problem where problem.id == .objectMissing {
        refuse(.decisionForm, ["detail": "tag-object"])
      }
    }
    return findings
  }
}
