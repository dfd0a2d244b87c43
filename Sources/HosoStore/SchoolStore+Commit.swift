package import GitObjects
package import HosoCore
internal import HosoGit

/// What one commit will write.
package struct CommitPlan: Sendable {
  /// The commit to build upon; nil for the first.
  package let base: ObjectID?
  /// New bytes by path; nil removes the file.
  package let files: [RecordPath: [UInt8]?]
  package let person: Person
  package let moment: Moment
  package let message: String

  package init(base: ObjectID?, files: [RecordPath: [UInt8]?], person: Person, moment: Moment, message: String) {
    self.base = base
    self.files = files
    self.person = person
    self.moment = moment
    self.message = message
  }
}

extension SchoolStore {
  /// Writes the commit and moves `main` to it, if `main` is still where the plan was made from.
  ///
  /// Then `index` takes the place of git's index.
  ///
  /// - Throws: ``Problem/ID/busy`` when somebody else moved `main` meanwhile: read and judge again;
  ///   ``Problem/ID/unknownOutcome`` when the disk failed so that it cannot be said whether `main` moved.
  package func write(_ plan: CommitPlan, index: IndexUpdate? = nil) throws -> ObjectID {
    sweep()
    let id = try writeCommit(plan, index: index)
    index?.install()
    return id
  }

  /// As ``write(_:index:)``, with the person's signature in the commit.
  package func write(_ plan: CommitPlan, signedBy identity: Identification, index: IndexUpdate? = nil) async throws
    -> ObjectID
  {
    sweep()
    // What nobody could read again is refused before anything is written.
    try check(plan.commit(of: .zero))
    let (tree, objects) = try writeObjects(of: plan)
    let commit = try await signed(plan.commit(of: tree), with: identity.keyFile)
    let id = try write(commit, moving: plan.base, after: objects, index: index)
    index?.install()
    return id
  }

  /// Writes a commit, signed with `keyFile` where one is given; no reference moves.
  package func write(_ commit: CommitObject, signedWith keyFile: String?) async throws -> ObjectID {
    try check(commit.unsigned)
    let bytes = try await signed(commit.unsigned, with: keyFile).bytes
    do {
      let id = try repository.write(bytes, as: .commit)
      try ParallelSync.sync(repository.syncPaths(of: [id]))
      return id
    } catch let error as GitError { throw Problem(git: error) }
  }

  private func signed(_ commit: CommitObject, with keyFile: String?) async throws -> CommitObject {
    guard let keyFile else { return commit }
    var text = try await SSHSigner.sign(commit.bytes, keyFile: keyFile)
    while text.hasSuffix("\n") { text.removeLast() }
    return commit.signed(text)
  }

  private func check(_ commit: CommitObject) throws(Problem) {
    do { _ = try CommitObject(strict: commit.bytes) } catch {
      throw Problem(.invalidOption, ["option": "--message"])
    }
  }

  private func writeCommit(_ plan: CommitPlan, index: IndexUpdate?) throws -> ObjectID {
    try check(plan.commit(of: .zero))
    let (tree, objects) = try writeObjects(of: plan)
    return try write(plan.commit(of: tree), moving: plan.base, after: objects, index: index)
  }

  /// Writes the blobs and trees of a commit, without syncing them.
  ///
  /// - Returns: the whole tree, and what must be on the disk before a reference counts on it: also what lies there already,
  ///   since a killed process may have written it without.
  private func writeObjects(of plan: CommitPlan) throws -> (tree: ObjectID, objects: [ObjectID]) {
    Repository.setSyncing(false)
    defer { Repository.setSyncing(true) }
    do {
      var edits: [TreeEdit] = []
      for (path, bytes) in plan.files.sorted(by: { $0.key < $1.key }) {
        edits.append(TreeEdit(path: path.text, blob: try bytes.map { try repository.write($0, as: .blob) }))
      }
      let tree = try repository.tree(try plan.base.map { try repository.commit($0).tree }, with: edits)
      return (tree, [tree] + edits.compactMap(\.blob) + (try folders(on: plan.files.keys.sorted(), in: tree)))
    } catch let error as GitError { throw Problem(git: error) }
  }

  /// Writes `commit`, syncs it together with `objects` and the new value of `main`, and moves `main` from `base` to it; `index`
  /// is written and synced beside them.
  private func write(
    _ commit: CommitObject, moving base: ObjectID?, after objects: [ObjectID], index: IndexUpdate?
  ) throws -> ObjectID {
    let id: ObjectID
    do {
      Repository.setSyncing(false)
      defer { Repository.setSyncing(true) }
      id = try repository.write(commit.bytes, as: .commit)
      // Read back what is stored: compare-and-swap alone would not notice a commit on another parent.
      let stored = try repository.commit(id)
      guard stored.parents == commit.parents, stored.tree == commit.tree else {
        throw Problem(.gitFailed, ["detail": "the stored commit differs"])
      }
    } catch let error as GitError { throw Problem(git: error) }
    index?.write()
    try move(Self.branch, from: base, to: id, log: "hoso submit", after: repository.syncPaths(of: objects + [id]))
    return id
  }

  /// Moves a reference by compare-and-swap, when what it counts on, `paths`, is on the disk. After a failure the reference is
  /// read again before anything is said.
  func move(_ name: String, from old: ObjectID?, to new: ObjectID, log: String, after paths: [String] = []) throws {
    do {
      if let prepared = try repository.prepare(name, from: old, to: new, log: log) {
        try ParallelSync.sync(paths + prepared.files)
        try prepared.commit()
      } else {
        try ParallelSync.sync(paths)
        try repository.move(name, from: old, to: new, log: log)
      }
    } catch let error as GitError {
      guard let now = try? repository.reference(name) else {
        if error.isConflict || old == nil { throw Problem(git: error) }
        throw Problem(.unknownOutcome, ["detail": error.description, "commit": new.short])
      }
      if now == new {
        if error.isConflict { return }
        // It moved, but whether the disk keeps it cannot be said.
        throw Problem(.unknownOutcome, ["detail": error.description, "commit": new.short])
      }
      throw now == old ? Problem(git: error) : Problem(.busy, ["detail": error.description])
    }
  }

  /// Signs and writes a decision tag.
  ///
  /// - Returns: the tag's name, without `refs/tags/`.
  package func write(_ decision: Decision, subject: String, year: String, by identity: Identification) async throws
    -> String
  {
    let tag = DecisionTag(
      object: decision.commit, moment: decision.moment, verb: decision.verb.rawValue,
      message: DecisionText.message(for: decision, subject: subject),
      name: { number in
        DecisionTagName(
          verb: decision.verb, year: year, moment: decision.moment, person: decision.person, number: number)
      },
      check: { tag throws(MalformedObject) in
        _ = try DecisionText.decision(of: tag, by: decision.person, offset: decision.moment.offset)
      })
    return try await write(tag, by: identity)
  }
}

extension SchoolStore {
  /// The trees on the way to `paths` below `tree`.
  private func folders(on paths: [RecordPath], in tree: ObjectID) throws -> [ObjectID] {
    let snapshot = snapshot(ofTree: tree)
    var found: Set<ObjectID> = []
    for folder in Set(paths.flatMap(\.ancestors)) {
      if let entry = try snapshot.entry(at: folder), entry.isFolder { found.insert(entry.id) }
    }
    return Array(found)
  }

}

extension CommitPlan {
  fileprivate func commit(of tree: ObjectID) -> CommitObject {
    let identity = Identity(name: person.name, email: person.email, time: moment.seconds, offset: moment.offset)
    return CommitObject(
      tree: tree, parents: base.map { [$0] } ?? [], author: identity, committer: identity, message: message)
  }
}

extension Repository {
  /// What must be synced so that `objects` outlive a power cut: those that lie loose, their folders, and the folder of these.
  func syncPaths(of objects: [ObjectID]) -> [String] {
    let root = folder + "objects"
    var paths: Set<String> = [root]
    for object in objects {
      let name = object.hexadecimal
      let folder = "\(root)/\(name.prefix(2))"
      let file = "\(folder)/\(name.dropFirst(2))"
      if FileSystem.kind(at: file) == .file { paths.formUnion([folder, file]) }
    }
    return paths.sorted()
  }
}
