internal import GitObjects
internal import HosoCore
internal import HosoStore

/// One run of `hoso sync`, with what it has done so far.
struct SyncSession {
  let store: SchoolStore
  let remote: Remote
  let keep: SchoolStore.Keep?
  let moment: Moment
  private(set) var report = SyncAction.Report()
  /// Commits of this clone that are still to be sent, oldest first.
  private var queue: [ObjectID] = []
  /// Records of refused commits: their files stay as they lie.
  private var refusedPaths: Set<RecordPath> = []

  init(store: SchoolStore, remote: Remote, keep: SchoolStore.Keep?, moment: Moment) {
    self.store = store
    self.remote = remote
    self.keep = keep
    self.moment = moment
  }

  private static let attempts = 12

  mutating func run() async throws -> SyncAction.Report {
    do {
      // What others sent meanwhile is asked for only where the server says so, or where there is nothing to send.
      let isWaiting = try !pending().isEmpty || !store.outbox().isEmpty
      if try !isWaiting || store.remoteTip() == nil { try await remote.fetch() }
      queue = try pending()
      do {
        // A correction rests on consents that were received before it.
        try await sendDecisions { $0.isConsent }
        try await sendCommits()
      } catch let problem as Problem where Self.isWaiting(problem) {
        try await settle()
        throw problem
      }
      try await sendDecisions()
      if isWaiting { try await remote.fetch() }
      try await settle()
    } catch let problem as Problem where Self.isWaiting(problem) {
      report.waiting = problem
    }
    report.waitingCount = try pending().count + store.outbox().count
    try addReceipts()
    return report
  }

  private static func isWaiting(_ problem: Problem) -> Bool {
    problem.id == .offline || problem.id == .unknownOutcome
  }

  // MARK: main

  /// What this clone has and the server, as far as it is known, has not.
  private func pending() throws -> [ObjectID] {
    guard let tip = try store.tip() else { return [] }
    guard let theirs = try store.remoteTip() else { return try store.line(after: nil, to: tip) ?? [] }
    return try store.line(after: store.commonAncestor(tip, theirs), to: tip) ?? []
  }

  private mutating func sendCommits() async throws {
    for attempt in 1...Self.attempts {
      let line = try await replayed()
      if attempt == 1 { _ = try changes(to: line.last?.id ?? store.remoteTip()) }
      guard let last = line.last else { return }
      switch try await remote.push(last.id.hexadecimal, as: SchoolStore.branch) {
      case .accepted:
        noteSent(line)
        return try store.noteRemote(last.id)
      case .stale:
        Pause.milliseconds(attempt * 15)
      case .unknown(let detail):
        // Asking again tells; the commit is the key that keeps it from coming twice.
        try await remote.fetch()
        guard let theirs = try store.remoteTip(), try store.isAncestor(last.id, of: theirs) else {
          if attempt > 2 { throw Problem(.unknownOutcome, ["detail": detail, "commit": last.id.short]) }
          continue
        }
        return noteSent(line)
      case .refused(let lines):
        try await take(apart: line, lines)
      }
      try await remote.fetch()
    }
    throw Problem(.unknownOutcome, ["detail": "busy", "commit": ""])
  }

  /// The queue on top of the server's tip.
  private mutating func replayed() async throws -> [(source: ObjectID, id: ObjectID)] {
    var line: [(source: ObjectID, id: ObjectID)] = []
    guard var tip = try store.remoteTip() else { return queue.map { ($0, $0) } }
    for source in queue {
      if try store.commit(source).parents.first == tip {
        tip = source
        line.append((source, source))
        continue
      }
      if keep == .theirs, case .conflicts(let conflicts) = try store.replay(source, onto: tip, at: moment, keep: nil) {
        for conflict in conflicts { try putAside(conflict) }
      }
      switch try store.replay(source, onto: tip, at: moment, keep: keep) {
      case .commit(let commit):
        let isSigned = try store.commit(source).signature != nil
        // A commit that was made again before is the same object: its time is that of this run.
        tip = try await store.write(commit, signedWith: isSigned ? try store.signingKeyFile() : nil)
        line.append((source, tip))
      case .empty: break
      case .conflicts(let conflicts): throw Self.problem(conflicts)
      }
    }
    return line
  }

  private static func problem(_ conflicts: [SchoolStore.Conflict]) -> Problem {
    Problem(.editedMeanwhile, ["path": conflicts.map(\.path.text).joined(separator: ", ")])
  }

  private mutating func putAside(_ conflict: SchoolStore.Conflict) throws {
    guard let mine = conflict.mine, let bytes = try? store.bytes(of: mine) else { return }
    let file = try store.keepAside(bytes, of: conflict.path, at: moment)
    if !report.keptAside.contains(file) { report.keptAside.append(file) }
  }

  private mutating func noteSent(_ line: some Sequence<(source: ObjectID, id: ObjectID)>) {
    for (source, id) in line {
      report.sent.append(SyncAction.Sent(name: id.short, commit: id, receipt: nil))
      queue.removeAll { $0 == source }
    }
  }

  /// The server refused one of several commits: those before it are sent, it and what builds on it is set aside.
  private mutating func take(apart line: [(source: ObjectID, id: ObjectID)], _ lines: [String]) async throws {
    let findings = lines.compactMap { PushRefusal.finding(of: $0) }
    let index = line.firstIndex { _, id in findings.contains { $0.place == id.short } } ?? 0
    if index > 0, case .accepted = try await remote.push(line[index - 1].id.hexadecimal, as: SchoolStore.branch) {
      noteSent(line[..<index])
    }
    let bad = line[index]
    let own = findings.filter { $0.place == bad.id.short }
    try setAside(bad.source, own.isEmpty ? findings : own, lines)
    for (source, _) in line[(index + 1)...] {
      let paths = try paths(of: source)
      // What builds on a refused version cannot go without it.
      if !refusedPaths.isDisjoint(with: paths) { try setAside(source, [], []) }
    }
  }

  private mutating func setAside(_ source: ObjectID, _ findings: [Finding], _ lines: [String]) throws {
    let paths = try paths(of: source)
    refusedPaths.formUnion(paths)
    queue.removeAll { $0 == source }
    report.refused.append(
      SyncAction.Refused(
        name: source.short, subject: String(try store.commit(source).subject), findings: findings,
        text: findings.isEmpty ? lines : [], keptAs: try store.setAside(source), paths: paths))
  }

  private func paths(of commit: ObjectID) throws -> [RecordPath] {
    let object = try store.commit(commit)
    let base = try object.parents.first.map { try store.commit($0).tree }
    return try store.soundChanges(from: base, to: object.tree).map(\.path)
  }

  /// What the working tree has to change; files that are being edited and change there too stop the work.
  private mutating func changes(to tip: ObjectID?) throws -> [PathChange] {
    guard let tip, let own = try store.tip(), tip != own else { return [] }
    let changes = try store.soundChanges(from: store.commit(own).tree, to: store.commit(tip).tree)
    let edited = try store.editedFiles(changes, besides: refusedPaths)
    guard edited.isEmpty || keep != nil else { throw Self.problem(edited) }
    return changes
  }

  /// Sets `main` and the working tree to the server's state with what still waits on top.
  private mutating func settle() async throws {
    guard let theirs = try store.remoteTip(), let own = try store.tip() else { return }
    let tip = try await replayed().last?.id ?? theirs
    guard tip != own else { return }
    let changes = try changes(to: tip)
    var left = refusedPaths
    for edited in try store.editedFiles(changes, besides: refusedPaths) {
      if keep == .mine { left.insert(edited.path) } else { try putAsideFile(edited.path) }
    }
    let before = try store.line(after: nil, to: own)?.count ?? 0
    let after = try store.line(after: nil, to: tip)?.count ?? 0
    report.taken = max(0, after - before + report.refused.count)
    // The files first: where this is cut short, the next run finds them as they should be.
    try await store.checkOut(changes, leaving: left)
    try store.moveMain(from: own, to: tip, log: "hoso sync")
  }

  private mutating func putAsideFile(_ path: RecordPath) throws {
    guard let root = store.workingTreeFolder, let bytes = try WorkingTree(root: root).bytes(at: path) else { return }
    report.keptAside.append(try store.keepAside(bytes, of: path, at: moment))
  }
}

extension SyncSession {
  // MARK: decisions

  private mutating func sendDecisions(where isMeant: (DecisionTagName) -> Bool = { _ in true }) async throws {
    let waiting = try store.outbox().sorted(by: Self.isBefore)
    for reference in waiting where DecisionTagName(reference: reference).map(isMeant) ?? true {
      let name = String(reference.dropFirst("refs/tags/".count))
      switch try await remote.push(reference, as: reference) {
      case .accepted:
        report.sent.append(SyncAction.Sent(name: name, commit: nil, receipt: nil))
        try store.noteSent(tag: name)
      case .stale:
        // Only this very decision can be there already: its name holds the time and the person.
        try store.noteSent(tag: name)
      case .unknown(let detail):
        throw Problem(.unknownOutcome, ["detail": detail, "commit": name])
      case .refused(let lines):
        guard let id = try store.decisionTags().first(where: { $0.name == reference })?.id else { continue }
        let findings = lines.compactMap { PushRefusal.finding(of: $0) }
        report.refused.append(
          SyncAction.Refused(
            name: name, subject: name, findings: findings, text: findings.isEmpty ? lines : [],
            keptAs: try store.setAside(id), paths: []))
        try store.removeReference(reference)
        try store.noteSent(tag: name)
      }
    }
  }

  /// The order in which they were decided, which their names say: a step of approval follows on the one before.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    func key(_ name: String) -> (Substring, String) { (name.split(separator: "/").last ?? "", name) }
    return key(left) < key(right)
  }

  private mutating func addReceipts() throws {
    guard !report.sent.isEmpty else { return }
    let journal = Journal(of: store, offset: moment.offset)
    var waiting = Set(report.sent.indices)
    var next = try journal.head()
    // What was sent just now has its receipts at the head of the chain.
    for _ in 0..<1000 {
      guard let id = next, !waiting.isEmpty, let entry = try? journal.entry(id) else { return }
      for index in waiting {
        let sent = report.sent[index]
        let isCovered =
          try sent.commit.map { commit in
            try entry.receipt.reference == SchoolStore.branch
              && covers(entry.receipt, commit)
          } ?? (entry.receipt.reference == "refs/tags/" + sent.name)
        if isCovered {
          report.sent[index].receipt = entry.receipt
          waiting.remove(index)
        }
      }
      next = entry.parent
    }
  }

  private func covers(_ receipt: Receipt, _ commit: ObjectID) throws -> Bool {
    var next: ObjectID? = receipt.new
    for _ in 0..<PushReview.mostCommits {
      guard let id = next, id != receipt.old else { return false }
      if id == commit { return true }
      next = try store.commit(id).parents.first
    }
    return false
  }
}
