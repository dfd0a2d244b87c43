package import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoGit

/// A school's repository on disk: the only door to its objects, references, working tree and keys.
package final class SchoolStore {
  let repository: Repository
  /// The branch that holds the records.
  package static let branch = "refs/heads/main"
  private var rulebooks: [ObjectID: Rulebook] = [:]
  /// Trees that were read lately.
  let treeShelf = TreeShelf()

  /// Opens the repository that `folder` lies in.
  package init(at folder: String) throws(Problem) {
    do {
      repository = try Repository(containing: folder)
    } catch {
      throw error.isNotFound
        ? Problem(.notARepository, ["path": FileSystem.real(folder) ?? folder])
        : Problem(.gitFailed, ["detail": error.description])
    }
  }

  /// Opens the repository that git's environment names: in a hook, with the pushed objects that git still holds back.
  package static func ofHook() throws(Problem) -> SchoolStore {
    do { return SchoolStore(try Repository(fromEnvironment: ())) } catch { throw Problem(git: error) }
  }

  /// Takes a repository that is already open.
  init(_ repository: Repository) { self.repository = repository }

  /// The newest commit of `main`, or nil before the first.
  package func tip() throws(Problem) -> ObjectID? {
    do { return try repository.reference(Self.branch) } catch { throw Problem(git: error) }
  }

  /// The newest commit of `main`.
  package func existingTip() throws(Problem) -> ObjectID {
    guard let tip = try tip() else { throw Problem(.unbornBranch, ["path": repository.folder]) }
    return tip
  }

  /// Says no unless the working tree is that of `main`: what lies in another branch's is no version of the records.
  package func requireMain() throws(Problem) {
    do {
      if try repository.symbolicTarget(of: "HEAD") == Self.branch { return }
    } catch { throw Problem(git: error) }
    throw Problem(.notOnMain)
  }

  /// The folder of the working tree, ending in `/`; nil for a bare repository.
  package var workingTreeFolder: String? { repository.workingTree }

  /// The repository's own folder, ending in `/`.
  package var gitFolder: String { repository.folder }

  /// Whether the repository's own configuration sets `name` to true.
  package func hasSetting(_ name: String) -> Bool { setting(name) == "true" }

  /// What git's configuration sets `name` to, which no file of the repository's tree can.
  package func setting(_ name: String) -> String? { try? repository.configuration(name) }

  /// Reads a commit strictly.
  package func commit(_ id: ObjectID) throws -> CommitObject {
    do { return try repository.commit(id) } catch let error as GitError { throw Problem(git: error) }
  }

  /// Whether `commit` is `line`'s end or lies before it on its line of first parents.
  package func isAncestor(_ commit: ObjectID, of line: ObjectID) throws -> Bool {
    var next: ObjectID? = line
    while let id = next {
      if id == commit { return true }
      next = try? self.commit(id).parents.first
    }
    return false
  }

  /// Reads an annotated tag strictly.
  package func tag(_ id: ObjectID) throws -> TagObject {
    do { return try TagObject(strict: repository.bytes(of: id, .tag)) } catch let error as GitError {
      if error.isUnreadableObject || error.isNotFound { throw MalformedObject("tag-object") }
      throw Problem(git: error)
    }
  }

  /// The name that `bytes` have as a blob.
  package static func blobID(of bytes: [UInt8]) throws(Problem) -> ObjectID {
    do { return try Repository.blobID(of: bytes) } catch { throw Problem(git: error) }
  }

  /// Calls `body` with objects read as they are, unhashed and unkept: for passes that decide nothing.
  package func readingFast<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    Repository.setReading(.fast)
    defer {
      Repository.setReading(.verified)
      // What judges next reads its trees anew, hashed.
      treeShelf.removeAll()
    }
    return try body()
  }

  /// Returns memory that a large step has given back to the system.
  package static func releaseMemory() { Repository.releaseMemory() }

  /// The tree at `commit`.
  package func snapshot(of commit: ObjectID) throws -> CommitSnapshot {
    snapshot(ofTree: try self.commit(commit).tree)
  }

  /// A tree by its own name.
  package func snapshot(ofTree tree: ObjectID) -> CommitSnapshot {
    CommitSnapshot(repository: repository, shelf: treeShelf, tree: tree)
  }

  /// The entry `.hoso` of a tree, where the rules are.
  package func rules(of tree: ObjectID) throws -> TreeEntry? {
    try snapshot(ofTree: tree).entry(at: .rulesFolder)
  }

  /// The rules at `commit`; read once for each state of `.hoso/`.
  ///
  /// - Throws: ``Problem`` where there are none or they cannot be read; `report` gets the faults.
  package func rulebook(at commit: ObjectID, report: (Diagnostic) -> Void = { _ in }) throws -> Rulebook {
    try rulebook(of: try snapshot(of: commit), report: report)
  }

  /// Takes over the rules that `other`, a store of the same repository, has read.
  package func share(rulebooksOf other: SchoolStore) { rulebooks.merge(other.rulebooks) { own, _ in own } }

  /// As above for any tree.
  package func rulebook(of snapshot: any Snapshot, report: (Diagnostic) -> Void = { _ in }) throws -> Rulebook {
    guard let entry = try snapshot.entry(at: .rulesFolder) else {
      throw Problem(.noRules, ["path": repository.workingTree ?? repository.folder])
    }
    if entry.isFolder, !entry.id.isZero {
      if rulebooks.isEmpty { rulebooks = RulesAhead.take() }
      if let known = rulebooks[entry.id] { return known }
    }
    var first: Diagnostic?
    let rulebook = try RecordReader().rulebook(of: snapshot) { fault in
      if first == nil, fault.severity == .error { first = fault }
      report(fault)
    }
    guard let rulebook else {
      throw Problem(
        .rulesUnreadable, ["path": first?.path ?? ".hoso", "line": first?.line.map(String.init) ?? "1"])
    }
    if entry.isFolder, !entry.id.isZero { rulebooks[entry.id] = rulebook }
    return rulebook
  }
}

extension Problem {
  /// What the system says, through libgit2, when the disk and not the repository is at fault.
  private static let diskFailures = [
    "No space left", "Disk quota", "File too large", "Read-only file system", "Permission denied", "Input/output error",
  ]

  /// A failed git call, as the person should hear of it.
  init(git error: GitError) {
    if error.isConflict {
      self.init(.busy, error.isLocked ? ["detail": error.description, "lock": "held"] : ["detail": error.description])
    } else if Self.diskFailures.contains(where: error.message.contains) {
      self.init(error.isUnreadableObject ? .diskRead : .diskWrite, ["detail": error.message])
    } else if error.isNotFound || error.isUnreadableObject {
      self.init(.objectMissing, ["detail": error.description])
    } else {
      self.init(.gitFailed, ["detail": error.description])
    }
  }
}
