/// The locks in force at one point of the history.
///
/// A path is locked while a lock covers it that no unlocking lifted there. An unlocking names its locks, so that one that
/// it did not know still holds.
package struct Locks: Sendable {
  /// No lock at all.
  package static let none = Locks()

  /// All locks, also those lifted in part or as a whole, oldest first.
  package private(set) var all: [RecordedLock] = []
  private var byScope: [RecordPath: [Int]] = [:]
  private var byTag: [String: Int] = [:]
  private var openings: [String: [RecordedLock]] = [:]
  /// Unlockings, each with the number of locks that came before it.
  private var unlockings: [(lock: RecordedLock, earlier: Int)] = []

  /// No lock at all.
  package init() {}

  /// The state after `decisions`, in the order in which they were received; those with faults count for nothing.
  package init(_ decisions: some Sequence<RecordedLock>) {
    for decision in decisions { add(decision) }
  }

  /// Takes the next decision; one with faults counts for nothing.
  package mutating func add(_ decision: RecordedLock) {
    guard decision.isValid else { return }
    switch decision.decision.verb {
    case .lock:
      byTag[decision.tag] = all.count
      for scope in decision.decision.scopes { byScope[scope, default: []].append(all.count) }
      all.append(decision)
    case .unlock:
      for tag in decision.decision.opens { openings[tag, default: []].append(decision) }
      unlockings.append((decision, all.count))
    }
  }

  /// Those that no unlocking lifted as a whole, oldest first.
  package var held: [RecordedLock] {
    all.filter { lock in
      !lock.decision.scopes.allSatisfy { scope in
        openings(of: lock.tag).contains { $0.contains(scope, lock.decision.kind) }
      }
    }
  }

  /// The lock with this tag; nil where there is none or it does not hold.
  package func lock(tagged tag: String) -> RecordedLock? { byTag[tag].map { all[$0] } }

  /// Where the lock with this tag was lifted, in whole or in part.
  package func openings(of tag: String) -> [RecordedLock] { openings[tag] ?? [] }

  /// The oldest lock that freezes `path`; nil where it may change.
  package func lock(on path: RecordPath) -> RecordedLock? {
    indices(over: path).min().map { all[$0] }
  }

  /// All locks that freeze `path`, oldest first.
  package func locks(on path: RecordPath) -> [RecordedLock] {
    Set(indices(over: path)).sorted().map { all[$0] }
  }

  private func indices(over path: RecordPath) -> [Int] {
    // A case is opened where all is locked, and closes itself.
    guard !all.isEmpty, !path.isRuleFile, CaseFolder(containing: path) == nil else { return [] }
    return ([path] + path.ancestors).flatMap { byScope[$0] ?? [] }.filter { index in
      all[index].isOfKind(path) && !openings(of: all[index].tag).contains { $0.covers(path) }
    }
  }

  /// The lock that freezes all records of `kind`, nil for every kind, at or below `scope` already.
  package func lock(freezing scope: RecordPath, kind: ListID?) -> RecordedLock? {
    all.first { lock in
      lock.contains(scope, kind)
        && !openings(of: lock.tag).contains { opening in
          opening.decision.scopes.contains { $0.isWithin(scope) || scope.isWithin($0) }
        }
    }
  }

  /// What an unlocking at `scope` lifts: the locks that freeze anything of `kind` there, and where; a lock of less than
  /// the scope is lifted as a whole. `isRecord` says that one record lies there and no folder.
  package func lifting(at scope: RecordPath, kind: ListID?, isRecord: Bool) -> (scopes: [RecordPath], tags: [String]) {
    var scopes: Set<RecordPath> = []
    var tags: [String] = []
    for lock in all {
      let own = lock.decision
      let touched = own.scopes.compactMap { scope.isWithin($0) ? scope : $0.isWithin(scope) ? $0 : nil }
      let isOther = own.kind.map { one in kind.map { $0 != one } ?? (isRecord && !lock.isOfKind(scope)) } ?? false
      let closed = touched.filter { place in !openings(of: lock.tag).contains { $0.contains(place, kind ?? own.kind) } }
      guard !isOther, !closed.isEmpty else { continue }
      scopes.formUnion(closed)
      tags.append(lock.tag)
    }
    return (scopes.sorted(), tags)
  }

  /// An unlocking that nobody has followed by a lock yet.
  package struct OpenUnlocking: Sendable {
    package let unlocking: RecordedLock
    /// Those of its scopes that are still open.
    package let scopes: [RecordPath]
  }

  /// What was unlocked for a correction and is not locked again, oldest first.
  package var openUnlockings: [OpenUnlocking] {
    unlockings.compactMap { unlocking, earlier in
      let later = all[earlier...]
      let scopes = unlocking.decision.scopes.filter { scope in
        !later.contains { $0.contains(scope, unlocking.decision.kind) }
      }
      return scopes.isEmpty ? nil : OpenUnlocking(unlocking: unlocking, scopes: scopes)
    }
  }
}
