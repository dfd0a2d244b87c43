package import GitObjects
package import HosoCore
internal import HosoGit

extension SchoolStore {
  /// A path that both sides changed.
  package struct Conflict: Hashable, Sendable {
    package let path: RecordPath
    /// The version of this clone; nil where it was removed here.
    package let mine: ObjectID?
    /// The version on the server; nil where it was removed there.
    package let theirs: ObjectID?
  }

  /// What became of a commit that was put on top of another tip.
  package enum Replayed: Sendable {
    /// To be written, and signed where the first one was.
    case commit(CommitObject)
    /// The server has all of it already.
    case empty
    case conflicts([Conflict])
  }

  /// Whose version stands where both sides changed a record.
  package enum Keep: String, Sendable {
    case mine
    case theirs
  }

  /// Makes the commit `id` again on top of `tip`, committed at `moment`; what it changed must be there as it was.
  ///
  /// Only trees are written; no reference moves.
  package func replay(_ id: ObjectID, onto tip: ObjectID, at moment: Moment, keep: Keep?) throws -> Replayed {
    let commit = try self.commit(id)
    let base = try commit.parents.first.map { try self.commit($0).tree }
    let target = try self.commit(tip).tree
    let there = snapshot(ofTree: target)
    var edits: [TreeEdit] = []
    var conflicts: [Conflict] = []
    for change in try soundChanges(from: base, to: commit.tree) {
      let now = try there.entry(at: change.path)
      if now?.id == change.new?.id { continue }
      if now?.id != change.old?.id {
        if keep == .theirs { continue }
        if keep == nil {
          conflicts.append(Conflict(path: change.path, mine: change.new?.id, theirs: now?.id))
          continue
        }
      }
      edits.append(TreeEdit(path: change.path.text, blob: change.new?.id))
    }
    guard conflicts.isEmpty else { return .conflicts(conflicts) }
    guard !edits.isEmpty else { return .empty }
    do {
      let tree = try repository.tree(target, with: edits)
      guard tree != target else { return .empty }
      let committer = Identity(
        name: commit.committer.name, email: commit.committer.email, time: moment.seconds, offset: moment.offset)
      return .commit(
        CommitObject(
          tree: tree, parents: [tip], author: commit.author, committer: committer, message: commit.message))
    } catch { throw Problem(git: error) }
  }

  /// All that differs between two trees of this clone.
  ///
  /// - Throws: where a part of it could not be written to a disk as it is, so that nothing is passed over.
  package func soundChanges(from base: ObjectID?, to tree: ObjectID) throws -> [PathChange] {
    let comparison = try comparison(from: base, to: tree, isLimited: false)
    if let fault = comparison.faults.first {
      throw Problem(.gitFailed, ["detail": "\(fault.id.rawValue) \(fault.path ?? "")"])
    }
    return comparison.changes
  }

  /// The commits after `base` up to `tip`, oldest first; nil where `base` does not lie on the line of `tip`.
  package func line(after base: ObjectID?, to tip: ObjectID) throws -> [ObjectID]? {
    var line: [ObjectID] = []
    var next: ObjectID? = tip
    while let id = next, id != base {
      line.append(id)
      next = try commit(id).parents.first
    }
    return next == base ? line.reversed() : nil
  }

  /// The newest commit that lies on both lines.
  package func commonAncestor(_ one: ObjectID, _ other: ObjectID) throws -> ObjectID? {
    // The two lines part near their ends: both are walked in step.
    var seen: [Set<ObjectID>] = [[], []]
    var next: [ObjectID?] = [one, other]
    while next[0] != nil || next[1] != nil {
      for side in 0...1 {
        guard let id = next[side] else { continue }
        if seen[1 - side].contains(id) { return id }
        seen[side].insert(id)
        next[side] = try commit(id).parents.first
      }
    }
    return nil
  }

  /// Moves `main` of this clone by compare-and-swap.
  package func moveMain(from old: ObjectID?, to new: ObjectID, log: String) throws {
    try move(Self.branch, from: old, to: new, log: log)
  }

  /// Keeps a commit or tag that the server refused, under a name of its own, so that nothing is lost.
  package func setAside(_ id: ObjectID) throws(Problem) -> String {
    let name = "refs/hoso/refused/\(id.short)"
    do {
      if try repository.reference(name) == nil { try repository.move(name, from: nil, to: id, log: "hoso sync") }
    } catch { throw Problem(git: error) }
    return name
  }

  /// Notes what the server's `main` is after it accepted a push, as git does itself.
  package func noteRemote(_ tip: ObjectID) throws(Problem) {
    do {
      let old = try repository.reference(Self.remoteBranch)
      if old != tip { try repository.move(Self.remoteBranch, from: old, to: tip, log: "update by push") }
    } catch { throw Problem(git: error) }
  }

  /// Removes a reference of this clone.
  package func removeReference(_ name: String) throws(Problem) {
    do { try repository.remove(name) } catch { throw Problem(git: error) }
  }

  /// Notes that a decision waits no longer.
  package func noteSent(tag name: String) throws(Problem) { try removeReference(Self.outboxPrefix + name) }
}
