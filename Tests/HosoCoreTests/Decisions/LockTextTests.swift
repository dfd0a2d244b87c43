internal import GitObjects
internal import HosoCore
internal import Testing

struct LockTextTests {
  private static let lock = """
    Khoá sổ

    hoso-decision: 1
    decision: lock
    role: principal
    policy: 7
    number: 15/QĐ
    kind: class-list
    scope: 2024-2025/lop/4a

    """
  private static let unlock = """
    Mở khoá

    hoso-decision: 1
    decision: unlock
    role: principal
    policy: 7
    number: 16/QĐ
    reason: sai điểm
    lock: lock/2024-2025/20250116-080000-dung
    scope: 2024-2025/lop/4a/a.md

    """

  private static func read(_ message: String) throws -> LockDecision {
    let tagger = Identity(name: "Dũng", email: "dung@truong.edu.vn", time: 1_728_000_000, offset: 0)
    let bytes = TagObject.payload(object: MemorySnapshot.id("c"), name: "x", tagger: tagger, message: message)
    return try LockText.decision(of: TagObject(strict: bytes), by: "dung", offset: SmallSchool.offset)
  }

  @Test(arguments: [lock, unlock])
  func `a lock is read as it was written`(message: String) throws {
    let decision = try Self.read(message)
    let subject = String(message.prefix { $0 != "\n" })
    #expect(LockText.message(for: decision, subject: subject) == message)
    #expect(decision.scopes.count == 1)
    #expect(decision.year == "2024-2025")
    #expect(decision.opens.isEmpty == (decision.verb == .lock))
  }

  private static let malformed: [(message: String, reason: String)] = [
    (lock.replacing("scope: 2024-2025/lop/4a\n", with: ""), "decision-scope"),
    (lock + "scope: 2024-2025/lop/4a\n", "decision-scope"), (lock + "scope: .hoso/people.csv\n", "decision-scope"),
    (lock + "scope: .hoso\n", "decision-scope"), (lock + "scope: ../x\n", "decision-scope"),
    (lock + "scope: \n", "decision-scope"),
    (lock + "scope: \(String(repeating: "a", count: 1001))\n", "decision-scope"),
    (lock + "record: x\n", "decision-scope"),
    (lock.replacing("kind:", with: "lock: lock/2024-2025/20250116-080000-dung\nkind:"), "decision-lock"),
    (lock.replacing("decision: lock", with: "decision: freeze"), "decision-verb"),
    (lock.replacing("decision: lock", with: "decision: approve"), "decision-verb"),
    (lock.replacing("hoso-decision: 1", with: "hoso-decision: 2"), "decision-format"),
    (lock.replacing("number: 15/QĐ", with: "number: \(String(repeating: "1", count: 1001))"), "decision-long"),
    (lock.replacing("role: principal\n", with: ""), "decision-role"),
    (unlock.replacing("number: 16/QĐ\n", with: ""), "decision-number"),
    (unlock.replacing("reason: sai điểm\n", with: ""), "decision-reason"),
    (unlock.replacing("lock: lock/2024-2025/20250116-080000-dung\n", with: ""), "decision-lock"),
    (unlock.replacing("lock: lock/", with: "lock: approve/"), "decision-lock"),
    (unlock.replacing("lock: lock/", with: "lock: unlock/"), "decision-lock"),
    (
      unlock.replacing(
        "scope:", with: "lock: lock/2024-2025/20250116-080000-dung\nscope:"), "decision-lock"
    ),
  ]

  @Test(arguments: malformed)
  func `a text of another form is refused with its reason`(message: String, reason: String) {
    let error = #expect(throws: MalformedObject.self) { try Self.read(message) }
    #expect(error?.reason == reason, "\(message)")
  }
}
