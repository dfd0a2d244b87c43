package import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso submit`: checks the asked files, commits them as the person, moves `main`; touches nothing else.
package struct SubmitAction {
  /// What came of it.
  package enum Outcome: Sendable {
    case committed(Submission)
    case refused([Diagnostic])
  }

  /// A commit that stands on `main`.
  package struct Submission: Sendable {
    package let commit: ObjectID
    package let person: Person
    package let paths: [RecordPath]
    /// Hints that did not stop it.
    package let warnings: [Diagnostic]
    package let moment: Moment
  }

  private let paths: [String]
  private let message: String?
  private let isDryRun: Bool

  /// `paths` are files or folders; of a folder, new and changed files are submitted, removed ones only by their own name.
  /// Without a message the commit says in the school's language that records were submitted.
  package init(paths: [String], message: String?, isDryRun: Bool = false) {
    self.paths = paths
    self.message = message
    self.isDryRun = isDryRun
  }

  package func perform(in workspace: Workspace) async throws -> Outcome {
    let tree = try workspace.workingTree()
    return try await submit(in: workspace) { base throws in try Self.collect(paths, in: workspace, tree, base: base) }
  }

  /// Judges and commits what `collect` finds, and again when somebody else moved `main` meanwhile.
  func submit(
    in workspace: Workspace, collect: (CommitSnapshot?) throws -> CollectedFiles
  ) async throws -> Outcome {
    try workspace.store.requireMain()
    var first: [RecordPath: ObjectID?]?
    for attempt in 0..<20 {
      let tip = try workspace.store.tip()
      let base = try tip.map { try workspace.store.snapshot(of: $0) }
      let collected = try collect(base)
      // A record that somebody else changed between two attempts is never overwritten.
      let seen = try Dictionary(uniqueKeysWithValues: collected.files.keys.map { ($0, try base?.entry(at: $0)?.id) })
      if let first, first.contains(where: { key, value in seen[key] != .some(value) }) {
        throw Problem(.changedMeanwhile, ["path": seen.keys.sorted().first?.text ?? ""])
      }
      first = seen
      do {
        return try await submit(collected, onto: tip, base, in: workspace)
      } catch let problem as Problem where problem.id == .busy && problem.facts["lock"] == nil && attempt < 19 {
        Pause.milliseconds(10 + attempt * 10)
      }
    }
    throw Problem(.busy)
  }

  private func submit(
    _ collected: CollectedFiles, onto tip: ObjectID?, _ base: CommitSnapshot?, in workspace: Workspace
  ) async throws -> Outcome {
    var collected = collected
    var proposed = OverlaySnapshot(base: base, files: collected.files)
    let index = isDryRun ? nil : try Self.index(of: collected, in: workspace)
    var ruleFaults: [Diagnostic] = []
    let rulebook: Rulebook
    do {
      rulebook = try workspace.store.rulebook(of: base ?? proposed) { ruleFaults.append($0) }
    } catch let problem as Problem where problem.id == .rulesUnreadable && base == nil {
      return .refused(ruleFaults)
    }
    let count = PolicyCount(after: rulebook)
    if let count, let base {
      collected = try count.counted(collected, onto: base)
      proposed = OverlaySnapshot(base: base, files: collected.files)
    }
    let moment = workspace.moment(rulebook)
    let identity = try workspace.store.identify(under: rulebook, at: moment)
    guard collected.faults.isEmpty else { return .refused(collected.faults) }
    let changes = try collected.files.keys.sorted().map { path in
      PathChange(path: path, old: try base?.entry(at: path), new: try proposed.entry(at: path))
    }
    guard !changes.isEmpty else { throw Problem(.nothingToSubmit) }
    let parentMoment = try tip.map {
      Moment(seconds: try workspace.store.commit($0).committer.time, offset: moment.offset)
    }
    let change = Change(paths: changes, person: identity.person, receivedAt: moment, parentMoment: parentMoment)
    let locks = try tip.map { try workspace.store.locks(at: $0) } ?? .none
    let corrections = tip.flatMap { tip in base.map { workspace.store.correctionContext(base: $0, tip: tip) } }
    let gate = Gate(rulebook: rulebook, reader: workspace.reader, locks: locks, corrections: corrections) {
      path, blob in
      try tip.map { try workspace.store.hasVersion(path, blob, upTo: $0) } ?? false
    }
    let review =
      base == nil ? try gate.reviewFirst(change, proposed: proposed) : try gate.review(change, proposed: proposed)
    guard review.isAccepted else { return .refused(review.diagnostics) }
    let message = message ?? Localized(vi: "Nộp hồ sơ", en: "Submit records")(rulebook.school.language)
    let commit: ObjectID
    if isDryRun {
      commit = .zero
    } else {
      let plan = CommitPlan(
        base: tip, files: collected.files, person: identity.person, moment: moment, message: message)
      commit =
        rulebook.school.signsCommits
        ? try await workspace.store.write(plan, signedBy: identity, index: index)
        : try workspace.store.write(plan, index: index)
      // The commit stands already; a count that cannot be written here is written with the next change of the rules.
      if collected.files[.schoolFile] != nil { try? count?.write(into: workspace.workingTree()) }
      if index == nil { workspace.store.refreshIndex(changes) }
    }
    return .committed(
      Submission(
        commit: commit, person: identity.person, paths: changes.map(\.path), warnings: review.diagnostics,
        moment: moment))
  }

  /// Git's index as it will be, begun before anything is judged, for it takes as long as all the rest; nil where more
  /// may be committed than was collected.
  private static func index(of collected: CollectedFiles, in workspace: Workspace) throws -> IndexUpdate? {
    let files = collected.files
    guard collected.faults.isEmpty, !files.isEmpty, !files.keys.contains(where: \.isRuleFile) else { return nil }
    return try workspace.store.updateIndex(files)
  }
}

/// Files that a person asked to submit, as they lie in the working tree.
struct CollectedFiles {
  /// New bytes by path; nil for a file that is removed.
  var files: [RecordPath: [UInt8]?] = [:]
  /// What cannot be read as a file of the repository at all.
  var faults: [Diagnostic] = []
}

extension SubmitAction {
  /// Reads the asked files that differ from `base`.
  static func collect(
    _ paths: [String], in workspace: Workspace, _ tree: WorkingTree, base: CommitSnapshot?
  ) throws -> CollectedFiles {
    var collected = CollectedFiles()
    for text in paths {
      let path = try tree.path(of: text, from: workspace.folder)
      guard let path, let entry = try tree.entry(at: path) else {
        if let path {
          guard try base?.entry(at: path)?.isFile ?? false else { throw Problem(.noSuchFile, ["path": text]) }
          collected.files.updateValue(nil, forKey: path)
        } else {
          try collectFolder(nil, tree, base, into: &collected)
        }
        continue
      }
      if entry.isFolder {
        try collectFolder(path, tree, base, into: &collected)
      } else {
        try collect(path, entry, tree, base, into: &collected)
      }
    }
    return collected
  }

  private static func collectFolder(
    _ folder: RecordPath?, _ tree: WorkingTree, _ base: CommitSnapshot?, into collected: inout CollectedFiles
  ) throws {
    try tree.forEachFile(in: folder) { names, entry in
      var isSound = true
      NameRule.check(names) { fault in
        isSound = false
        collected.faults.append(fault)
      }
      let text = names.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
      guard isSound, let path = try? RecordPath(text) else { return }
      try collect(path, entry, tree, base, into: &collected)
    }
  }

  private static func collect(
    _ path: RecordPath, _ entry: TreeEntry, _ tree: WorkingTree, _ base: CommitSnapshot?,
    into collected: inout CollectedFiles
  ) throws {
    guard entry.isFile else {
      collected.faults.append(
        Diagnostic(.fileMode, path: path.text, facts: ["mode": String(entry.mode, radix: 8)]))
      return
    }
    if let fault = tree.sizeFault(at: path) {
      collected.faults.append(fault)
      return
    }
    guard let bytes = try tree.bytes(at: path) else { return }
    if try base?.entry(at: path)?.id == SchoolStore.blobID(of: bytes) { return }
    collected.files.updateValue(bytes, forKey: path)
  }
}

extension Gate {
  /// Judges a school's first commit: rules that read, brought by somebody whom they let grant rights.
  func reviewFirst(_ change: Change, proposed: any Snapshot) throws -> Review {
    let records = change.paths.filter { !$0.path.isRuleFile }
    let rules = Change(
      paths: change.paths.filter(\.path.isRuleFile), person: change.person, receivedAt: change.receivedAt,
      parentMoment: nil)
    var diagnostics = try review(rules, proposed: proposed).diagnostics
    diagnostics += records.map { Diagnostic(.rulesWithRecords, path: $0.path.text) }
    return Review(diagnostics: diagnostics)
  }
}
