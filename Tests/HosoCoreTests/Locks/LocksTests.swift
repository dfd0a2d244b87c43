internal import GitObjects
internal import HosoCore
internal import Testing

/// Which paths are frozen after which decisions.
struct LocksTests {
  private typealias S = LockSchool

  private struct Case: Sendable {
    let claim: String
    let locks: [RecordedLock]
    var locked: [String] = []
    var free: [String] = []
  }

  private static func cases() throws -> [Case] {
    let year = try S.lock("lock/1", [S.top])
    let week = try S.lock("lock/2", [S.week])
    let kind = try S.lock("lock/3", [S.top], kind: "class-list")
    return [
      Case(claim: "without a lock nothing is", locks: [], free: [S.record, S.top]),
      Case(
        claim: "a record alone", locks: [try S.lock("lock/1", [S.record])], locked: [S.record], free: [S.other, S.week]),
      Case(
        claim: "a folder with all below it, also what does not exist yet", locks: [week],
        locked: [S.week, S.record, S.week + "/moi.md", S.week + "/dinh-kem/anh.png", S.week + "/x/y/z.md"],
        free: [S.an, S.an + "/tuan-02/a.md"]),
      Case(
        claim: "a neighbour with a longer name is not below it", locks: [week],
        free: [S.week + "0/a.md", S.week + "-a.md", S.week + ".md", S.an + "/tuan-0"]),
      Case(
        claim: "a whole year, not the one beside it", locks: [year], locked: [S.record, "2024-2025/lop/4a/a.md"],
        free: ["2025-2026/lop/4a/a.md", "2024-20255/a.md"]),
      Case(claim: "the rules are never frozen", locks: [year], free: [".hoso/people.csv", ".hoso"]),
      Case(
        claim: "the bytes of the name count, not its look", locks: [try S.lock("lock/1", ["2024-2025/tổ"])],
        locked: ["2024-2025/tổ/a.md"], free: ["2024-2025/tô\u{309}/a.md", "2024-2025/TỔ/a.md"]),
      Case(
        claim: "one kind of a year", locks: [kind], locked: ["2024-2025/lop/4a/a.md"],
        free: [S.record, "2024-2025/lop/a.md", "2025-2026/lop/4a/a.md"]),
      Case(
        claim: "files beside records of the kind go with them", locks: [kind],
        locked: ["2024-2025/lop/4a/dinh-kem/anh.png"], free: [S.week + "/dinh-kem/anh.png"]),
      Case(
        claim: "several places at once", locks: [try S.lock("lock/1", [S.record, "2024-2025/lop/4a"])],
        locked: [S.record, "2024-2025/lop/4a/a.md"], free: [S.other]),
      Case(
        claim: "an unlocking frees its scope only",
        locks: [week, try S.unlock("unlock/1", [S.record], of: ["lock/2"])],
        locked: [S.other, S.week], free: [S.record]),
      Case(
        claim: "an unlocking of the whole", locks: [week, try S.unlock("unlock/1", [S.week], of: ["lock/2"])],
        free: [S.record, S.other]),
      Case(
        claim: "another lock that it does not name still holds",
        locks: [year, week, try S.unlock("unlock/1", [S.week], of: ["lock/2"])], locked: [S.record]),
      Case(
        claim: "both named, both lifted",
        locks: [year, week, try S.unlock("unlock/1", [S.record], of: ["lock/1", "lock/2"])], locked: [S.other],
        free: [S.record]),
      Case(
        claim: "locked again after the correction",
        locks: [
          week, try S.unlock("unlock/1", [S.record], of: ["lock/2"]), try S.lock("lock/4", [S.record]),
        ], locked: [S.record, S.other]),
      Case(
        claim: "an unlocking counts for the lock that it names, not for a later one",
        locks: [
          try S.unlock("unlock/1", [S.week], of: ["lock/2"]), try S.lock("lock/4", [S.week]),
        ], locked: [S.record]),
      Case(
        claim: "an unlocking of one kind frees that kind",
        locks: [year, try S.unlock("unlock/1", [S.top], of: ["lock/1"], kind: "class-list")], locked: [S.record],
        free: ["2024-2025/lop/4a/a.md"]),
      Case(
        claim: "what has faults locks nothing",
        locks: [
          try S.recorded(
            "lock/9", S.decision(.lock, [S.top]), faults: [Diagnostic(.badSignature, facts: ["detail": "unsigned"])])
        ], free: [S.record]),
      Case(
        claim: "what has faults unlocks nothing",
        locks: [
          week,
          try S.recorded(
            "unlock/9", S.decision(.unlock, [S.week], opens: ["lock/2"]), faults: [Diagnostic(.accessDenied)]),
        ], locked: [S.record]),
      Case(
        claim: "a kind that the rules did not know locks nothing",
        locks: [
          RecordedLock(
            tag: "lock/1", tagID: .zero, decision: try S.decision(.lock, [S.top], kind: "ghost"), template: nil)
        ],
        free: [S.record]),
    ]
  }

  @Test func `a path is frozen while a lock covers it that nobody lifted there`() throws {
    let cases = try Self.cases()
    #expect(cases.count >= 20)
    for one in cases {
      let locks = Locks(one.locks)
      for path in one.locked { #expect(locks.lock(on: try RecordPath(path)) != nil, "\(one.claim): \(path)") }
      for path in one.free { #expect(locks.lock(on: try RecordPath(path)) == nil, "\(one.claim): \(path)") }
    }
  }

  @Test func `of several locks the oldest is named first`() throws {
    let locks = Locks([try S.lock("lock/2", [S.top]), try S.lock("lock/1", [S.week])])
    #expect(locks.lock(on: try RecordPath(S.record))?.tag == "lock/2")
    #expect(locks.locks(on: try RecordPath(S.record)).map(\.tag) == ["lock/2", "lock/1"])
  }

  @Test func `an unlocking stays open until a later lock covers its scope`() throws {
    let week = try S.lock("lock/1", [S.week])
    let open = try S.unlock("unlock/1", [S.record, S.other], of: ["lock/1"])
    func scopes(_ locks: [RecordedLock]) -> [String] {
      Locks(locks).openUnlockings.flatMap(\.scopes).map(\.text)
    }
    #expect(scopes([week]) == [])
    #expect(scopes([week, open]) == [S.record, S.other])
    #expect(scopes([week, open, try S.lock("lock/2", [S.record])]) == [S.other])
    #expect(scopes([week, open, try S.lock("lock/2", [S.an])]) == [])
    #expect(scopes([week, open, try S.lock("lock/2", [S.an], kind: "class-list")]) == [S.record, S.other])
  }

  @Test func `what freezes a scope as a whole is told before it is locked again`() throws {
    let week = try S.lock("lock/1", [S.week])
    let open = try S.unlock("unlock/1", [S.record], of: ["lock/1"])
    func tag(_ locks: [RecordedLock], _ scope: String, kind: ListID? = nil) throws -> String? {
      Locks(locks).lock(freezing: try RecordPath(scope), kind: kind)?.tag
    }
    #expect(try tag([week], S.record) == "lock/1")
    #expect(try tag([week], S.an) == nil)
    #expect(try tag([week, open], S.record) == nil)
    #expect(try tag([week, open], S.week) == nil)
    #expect(try tag([week, open], S.other) == "lock/1")
    #expect(try tag([try S.lock("lock/1", [S.top], kind: "class-list")], S.week) == nil)
    #expect(try tag([try S.lock("lock/1", [S.top], kind: "class-list")], S.week, kind: "class-list") == "lock/1")
  }

  @Test func `an unlocking lifts the locks above its scope there, and those below as a whole`() throws {
    let year = try S.lock("lock/1", [S.top])
    let kind = try S.lock("lock/2", [S.top], kind: "class-list")
    let record = try S.lock("lock/3", [S.record, "2024-2025/lop/4a"])
    func lifted(_ locks: [RecordedLock], _ scope: String, isRecord: Bool = false, kind: ListID? = nil) throws -> String
    {
      let lifted = Locks(locks).lifting(at: try RecordPath(scope), kind: kind, isRecord: isRecord)
      return lifted.scopes.map(\.text).joined(separator: " ") + " of " + lifted.tags.joined(separator: " ")
    }
    #expect(try lifted([year], S.record, isRecord: true) == "\(S.record) of lock/1")
    #expect(try lifted([year, record], S.record, isRecord: true) == "\(S.record) of lock/1 lock/3")
    #expect(try lifted([record], S.lessons) == "\(S.record) of lock/3")
    #expect(try lifted([year, kind], S.record, isRecord: true) == "\(S.record) of lock/1")
    #expect(try lifted([kind], S.record, isRecord: true) == " of ")
    #expect(try lifted([kind], S.top, kind: "lesson-plan") == " of ")
    #expect(try lifted([record], S.other, isRecord: true) == " of ")
    #expect(try lifted([year, try S.unlock("unlock/1", [S.week], of: ["lock/1"])], S.record, isRecord: true) == " of ")
  }
}
