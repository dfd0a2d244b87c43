internal import HosoActions
internal import HosoCore

/// The locks of a school and what is unlocked, as text and as JSON.
extension Locks {
  /// One line for each lock that still holds somewhere, and for each scope that waits to be locked again.
  func lines(_ console: Console) -> [String] {
    let closed = held.map { lock in
      let places = lock.decision.scopes.map(\.text).joined(separator: ", ")
      let kind = lock.decision.kind.map { " [\($0)]" } ?? ""
      return console.text("khoá sổ", "locked") + ": \(places)\(kind) (\(Self.origin(of: lock)))"
    }
    let open = openUnlockings.map { open in
      let places = open.scopes.map(\.text).joined(separator: ", ")
      return console.text("đang mở khoá, chưa khoá lại", "unlocked, not locked again")
        + ": \(places) (\(Self.origin(of: open.unlocking)))"
    }
    return closed + open
  }

  /// The locks, each with the unlockings that lifted it somewhere.
  var json: JSON {
    .array(
      held.map { lock in
        .object(
          Self.entry(lock, lock.decision.scopes).merging([
            "kind": JSON(lock.decision.kind), "liftedBy": .array(openings(of: lock.tag).map { .string($0.tag) }),
          ]) { a, _ in a })
      })
  }

  /// What was unlocked and is not locked again.
  var openJSON: JSON { .array(openUnlockings.map { .object(Self.entry($0.unlocking, $0.scopes)) }) }

  private static func entry(_ lock: RecordedLock, _ scopes: [RecordPath]) -> [String: JSON] {
    [
      "tag": .string(lock.tag), "scopes": .array(scopes.map { .string($0.text) }),
      "since": .string(lock.since.description), "person": .string(lock.decision.person),
      "number": .string(lock.decision.number),
    ]
  }

  private static func origin(of lock: RecordedLock) -> String {
    let number = lock.decision.number.isEmpty ? "" : "\(lock.decision.number), "
    return "\(number)\(lock.since), \(lock.tag)"
  }
}
