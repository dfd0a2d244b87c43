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
    let id = try writeCommit(plan)
    index?.install()
    return id
  }

  /// As ``write(_:index:)``, with the person's signature in the commit.
  package func write(_ plan: CommitPlan, signedBy identity: Identification, index: IndexUpdate? = nil) async throws
    -> ObjectID
  {
    sweep()
    let commit: CommitObject
    do {
      let edits = try plan.files.sorted { $0.key < $1.key }.map { path, bytes in
        TreeEdit(path: path.text, blob: try bytes.map { try repository.write($0, as: .blob) })
      }
      let tree = try repository.tree(try plan.base.map { try repository.commit($0).tree }, with: edits)
      // What a killed process wrote before is there already, but perhaps not on the disk.
      try sync([tree] + edits.compactMap(\.blob) + folders(on: plan.files.keys.sorted(), in: tree))
      let author = Identity(
        name: plan.person.name, email: plan.person.email, time: plan.moment.seconds, offset: plan.moment.offset)
      commit = CommitObject(
        tree: tree, parents: plan.base.map { [$0] } ?? [], author: author, committer: author, message: plan.message)
    } catch let error as GitError { throw Problem(git: error) }
    let id = try await write(commit, signedWith: identity.keyFile)
    try move(Self.branch, from: plan.base, to: id, log: "hoso submit")
    index?.install()
    return id
  }

  /// Writes a commit, signed with `keyFile` where one is given; no reference moves.
  package func write(_ commit: CommitObject, signedWith keyFile: String?) async throws -> ObjectID {
    do { _ = try CommitObject(strict: commit.unsigned.bytes) } catch {
      throw Problem(.invalidOption, ["option": "--message"])
    }
    var armour: String?
    if let keyFile {
      var text = try await SSHSigner.sign(commit.unsigned.bytes, keyFile: keyFile)
      while text.hasSuffix("\n") { text.removeLast() }
      armour = text
    }
    let bytes = commit.signed(armour).bytes
    do {
      let id = try repository.write(bytes, as: .commit)
      try sync([id])
      return id
    } catch let error as GitError { throw Problem(git: error) }
  }

  private func writeCommit(_ plan: CommitPlan) throws -> ObjectID {
    let id: ObjectID
    let identity = Identity(
      name: plan.person.name, email: plan.person.email, time: plan.moment.seconds, offset: plan.moment.offset)
    func commit(of tree: ObjectID) -> CommitObject {
      CommitObject(
        tree: tree, parents: plan.base.map { [$0] } ?? [], author: identity, committer: identity, message: plan.message)
    }
    // What nobody could read again is refused before anything is written.
    do { _ = try CommitObject(strict: commit(of: .zero).bytes) } catch {
      throw Problem(.invalidOption, ["option": "--message"])
    }
    do {
      let baseTree = try plan.base.map { try repository.commit($0).tree }
      // The objects of a commit are written first and synced together; the reference moves only when all are on the disk.
      Repository.setSyncing(false)
      defer { Repository.setSyncing(true) }
      var edits: [TreeEdit] = []
      for (path, bytes) in plan.files.sorted(by: { $0.key < $1.key }) {
        edits.append(TreeEdit(path: path.text, blob: try bytes.map { try repository.write($0, as: .blob) }))
      }
      let tree = try repository.tree(baseTree, with: edits)
      let commit = commit(of: tree)
      id = try repository.write(commit.bytes, as: .commit)
      try sync([id, tree] + edits.compactMap(\.blob) + folders(on: plan.files.keys.sorted(), in: tree))
      // Read back what is stored: compare-and-swap alone would not notice a commit on another parent.
      let stored = try repository.commit(id)
      guard stored.parents == commit.parents, stored.tree == tree else {
        throw Problem(.gitFailed, ["detail": "the stored commit differs"])
      }
    } catch let error as GitError {
      throw Problem(git: error)
    }
    try move(Self.branch, from: plan.base, to: id, log: "hoso submit")
    return id
  }

  /// Moves a reference by compare-and-swap; after a failure the reference is read again before anything is said.
  func move(_ name: String, from old: ObjectID?, to new: ObjectID, log: String) throws(Problem) {
    do {
      try repository.move(name, from: old, to: new, log: log)
    } catch {
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
    let snapshot = CommitSnapshot(repository: repository, tree: tree)
    var found: Set<ObjectID> = []
    for folder in Set(paths.flatMap(\.ancestors)) {
      if let entry = try snapshot.entry(at: folder), entry.isFolder { found.insert(entry.id) }
    }
    return Array(found)
  }

  /// Syncs those of `objects` that lie loose, their folders, and the folder of these.
  private func sync(_ objects: [ObjectID]) throws {
    let root = repository.folder + "objects"
    var paths: Set<String> = [root]
    for object in objects {
      let name = object.hexadecimal
      let folder = "\(root)/\(name.prefix(2))"
      let file = "\(folder)/\(name.dropFirst(2))"
      if FileSystem.kind(at: file) == .file { paths.formUnion([folder, file]) }
    }
    try ParallelSync.sync(paths.sorted())
  }
}
