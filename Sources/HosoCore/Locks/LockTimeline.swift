package import GitObjects

/// The locks in force before each commit of `main`, read once from the oldest commit to the newest.
///
/// A commit is judged by the decisions received before it. Where the journal tells of both, their numbers decide; else
/// the times that they give themselves, and a decision never judges the commit that it names or one before it.
package struct LockTimeline: Sendable {
  private let decisions: [(position: Int, lock: RecordedLock)]
  /// How many of them `locks` holds.
  private var known = 0
  private var locks = Locks()

  /// `times` are the commits' own, in seconds since 1970; `receptions` what the journal says of the same commits.
  package init(_ locks: [RecordedLock], commits: [ObjectID], times: [Int64], receptions: Receptions?) {
    let valid = locks.filter(\.isValid)
    guard !valid.isEmpty else {
      decisions = []
      return
    }
    let index = Dictionary(commits.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    decisions = valid.map { lock in
      var position = (index[lock.decision.commit] ?? -1) + 1
      while position < commits.count,
        !lock.isBefore(times[position], receptions?.commits[position])
      {
        position += 1
      }
      return (position, lock)
    }
    .sorted { ($0.position, $0.lock) < ($1.position, $1.lock) }
  }

  /// The locks by which the commit with this index is judged; best asked in order of the commits, either way.
  package mutating func locks(before commit: Int) -> Locks {
    var count = known
    while count < decisions.count, decisions[count].position <= commit { count += 1 }
    while count > 0, decisions[count - 1].position > commit { count -= 1 }
    if count < known { (known, locks) = (0, Locks()) }
    while known < count {
      locks.add(decisions[known].lock)
      known += 1
    }
    return locks
  }
}

extension RecordedLock {
  /// Whether it stood before a commit of this time and receipt.
  fileprivate func isBefore(_ time: Int64, _ commit: Receipt?) -> Bool {
    Receipt.isReceived(receipt, at: decision.moment, before: time, commit)
  }
}

extension RecordedLock: Comparable {
  /// The order of receipt; what no server has received yet comes last, by its own time.
  package static func < (left: RecordedLock, right: RecordedLock) -> Bool {
    let a = (left.order, left.decision.moment, left.tag)
    let b = (right.order, right.decision.moment, right.tag)
    return a < b
  }

  private var order: Int {
    guard let receipt else { return Int.max }
    return receipt.event == .push ? receipt.sequence : 0
  }
}
