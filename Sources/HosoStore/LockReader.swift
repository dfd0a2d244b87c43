package import GitObjects
package import HosoCore
internal import HosoGit

/// Reads the tags of locks and unlockings and says of each whether it holds.
///
/// A decision must hold by the rules that the person had before him, and where a server received it, by those in force
/// there too. So whoever has no journal at hand never frees what the server holds locked.
package struct LockReader {
  private let store: SchoolStore
  private let tip: ObjectID
  private let indexOfCommit: [ObjectID: Int]?
  private let receptions: Receptions?

  /// `history` is that of `tip`; without it only as much of the line is read as the decisions need, and without
  /// `receptions` each is judged as of its own time.
  package init(store: SchoolStore, tip: ObjectID, history: History? = nil, receptions: Receptions? = nil) {
    self.store = store
    self.tip = tip
    self.receptions = receptions
    indexOfCommit = history.map { history in
      Dictionary(history.commits.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// A decision as git keeps it.
  private struct Tag {
    let name: String
    let id: ObjectID
    let object: TagObject
  }

  /// All locks and unlockings in the order of their receipt; what cannot be read at all is reported by tag name.
  package func locks(report: (Diagnostic) throws -> Void = { _ in }) throws -> [RecordedLock] {
    func fault(_ name: String, _ detail: String) throws {
      try report(Diagnostic(.decisionForm, path: "refs/tags/" + name, facts: ["detail": detail]))
    }
    var tags: [Tag] = []
    for verb in LockDecision.Verb.allCases {
      for (reference, id) in try references("refs/tags/\(verb.rawValue)/") {
        guard let name = DecisionTagName(reference: reference)?.text else { continue }
        do { tags.append(Tag(name: name, id: id, object: try tag(id))) } catch let error as MalformedObject {
          try fault(name, error.reason)
        } catch is Problem {
          try report(Diagnostic(.absentObject, path: reference, facts: ["object": id.short]))
        }
      }
    }
    guard !tags.isEmpty else { return [] }
    let known = try commitsOfMain(tags.map(\.object.object))
    var locks: [String: RecordedLock] = [:]
    // All locks stand before the first unlocking, which names them.
    for tag in tags {
      do {
        guard known.contains(tag.object.object) else { throw MalformedObject("tag-object") }
        let receipt = receptions?.decisions[tag.name].flatMap { $0.new == tag.id ? $0 : nil }
        let received = receipt.flatMap { $0.event == .push ? ($0.main, $0.moment) : nil }
        locks[tag.name] = try judge(
          tag.object, tag.name, tag.id, received: received, receipt: receipt
        ) { locks[$0] }
      } catch let error as MalformedObject {
        try fault(tag.name, error.reason)
      } catch let problem as Problem where problem.isOfOneObject {
        try report(Diagnostic(.absentObject, path: "refs/tags/" + tag.name, facts: ["object": tag.id.short]))
      }
    }
    return locks.values.sorted()
  }

  private func tag(_ id: ObjectID) throws -> TagObject {
    do {
      if let header = try store.repository.header(of: id), header.kind != .tag { throw MalformedObject("tag-object") }
    } catch let error as GitError { throw Problem(git: error) }
    return try store.soundTag(id)
  }

  /// Judges a tag whose object is a commit of `main`; `received` are the tip and the time by which the server judges.
  ///
  /// - Throws: ``MalformedObject`` where it is no lock or unlocking at all.
  package func judge(
    _ tag: TagObject, _ name: String, _ id: ObjectID, received: (main: ObjectID, at: Moment)?, receipt: Receipt? = nil,
    lock: (String) -> RecordedLock?
  ) throws -> RecordedLock {
    guard tag.name == name else { throw MalformedObject("tag-name") }
    guard tag.type == "commit" else { throw MalformedObject("tag-object") }
    let rulebook = try store.rulebook(at: tag.object)
    guard let person = rulebook.person(email: tag.tagger.email) else { throw MalformedObject("tagger") }
    let decision = try LockText.decision(of: tag, by: person.id, offset: rulebook.school.offset)
    guard name.hasPrefix(decision.verb.rawValue + "/") else { throw MalformedObject("tag-verb") }
    let place = "refs/tags/" + name
    var faults = faults(of: tag, decision, place, under: rulebook, at: nil, lock)
    if let received {
      let read = indexOfCommit?[tag.object].flatMap { receptions?.moment(of: $0) }
      if let fault = decision.moment.fault(readAt: read, receivedAt: received.at, place) { faults.append(fault) }
      let present = try store.rulebook(at: received.main)
      for fault in self.faults(of: tag, decision, place, under: present, at: received.at, lock)
      where !faults.contains(where: { $0.id == fault.id && $0.path == fault.path }) {
        faults.append(fault)
      }
    }
    return RecordedLock(
      tag: name, tagID: id, decision: decision, template: decision.kind.flatMap { rulebook.kind($0)?.place },
      receipt: receipt, faults: faults)
  }

  private func faults(
    of tag: TagObject, _ decision: LockDecision, _ place: String, under rulebook: Rulebook, at receivedAt: Moment?,
    _ lock: (String) -> RecordedLock?
  ) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    if let reason = tag.signatureFault(under: rulebook, at: receivedAt ?? decision.moment) {
      faults.append(Diagnostic(.badSignature, path: place, facts: ["detail": reason]))
    }
    let gate = Gate(rulebook: rulebook, reader: NoRecords())
    return faults + gate.review(decision, receivedAt: receivedAt, lock: lock).diagnostics
  }

  /// Those of `commits` that are commits of `main`.
  private func commitsOfMain(_ commits: [ObjectID]) throws -> Set<ObjectID> {
    if let indexOfCommit { return Set(commits.filter { indexOfCommit[$0] != nil }) }
    let rules = try store.rules(of: store.commit(tip).tree)?.id
    var found: Set<ObjectID> = []
    // Where the rules are the present ones, nobody can have written them for himself on a line of his own.
    for commit in Set(commits) where (try? store.rules(of: store.commit(commit).tree)?.id) == rules {
      found.insert(commit)
    }
    for end in [tip, try store.remoteTip()].compactMap(\.self) {
      var missing = Set(commits).subtracting(found)
      var next: ObjectID? = end
      while let id = next, !missing.isEmpty {
        if missing.remove(id) != nil { found.insert(id) }
        next = try store.commit(id).parents.first
      }
    }
    return found
  }

  private func references(_ prefix: String) throws(Problem) -> [(name: String, id: ObjectID)] {
    do { return try store.repository.references(below: prefix) } catch { throw Problem(git: error) }
  }
}

extension SchoolStore {
  /// The locks in force at `tip`, the newest state of `main` here.
  ///
  /// - Throws: ``Problem/ID/objectMissing`` where a lock cannot be read: what it froze must not come free by that.
  package func locks(at tip: ObjectID) throws -> Locks {
    Locks(
      try LockReader(store: self, tip: tip).locks { fault in
        if fault.id == .absentObject { throw Problem(.objectMissing, ["detail": fault.path ?? ""]) }
      })
  }
}

extension Moment {
  /// What is wrong with this as the time of a decision: before what was decided upon was received, or after the receipt.
  func fault(readAt read: Moment?, receivedAt: Moment, _ place: String) -> Diagnostic? {
    let isLate = read.map { seconds + Change.clockAdvance < $0.seconds } ?? false
    guard isLate || seconds > receivedAt.seconds + Change.clockAdvance else { return nil }
    let facts = [
      "time": description, "parent": isLate ? read?.description ?? "" : "", "received": receivedAt.description,
    ]
    return Diagnostic(.timeImplausible, path: place, facts: facts)
  }
}

/// A lock is judged without reading any record.
private struct NoRecords: RecordReading {
  func record(
    at path: RecordPath, kind: Kind, place: Place, bytes: [UInt8], report: (Diagnostic) -> Void
  ) -> Record? { nil }

  func rulebook(of snapshot: any Snapshot, report: (Diagnostic) -> Void) -> Rulebook? { nil }
}
