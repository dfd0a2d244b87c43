internal import GitObjects
internal import HosoCore
internal import Testing

/// Which decisions judge which commit.
struct LockTimelineTests {
  private typealias S = LockSchool
  /// Commits a…e, ten seconds apart.
  private static let commits = "abcde".map { MemorySnapshot.id($0) }
  private static let times = [0, 10, 20, 30, 40].map { S.moment($0).seconds }

  /// For each commit whether the record is frozen for it.
  private static func frozen(
    _ locks: [RecordedLock], times: [Int64] = times, receipts: [Receipt]? = nil
  ) throws -> String {
    let receptions = receipts.map { Receptions(receipts: $0, commits: commits) }
    var timeline = LockTimeline(locks, commits: commits, times: times, receptions: receptions)
    let record = try RecordPath(S.record)
    return commits.indices.map { timeline.locks(before: $0).lock(on: record) == nil ? "." : "x" }.joined()
  }

  @Test func `without a journal the times decide`() throws {
    #expect(try Self.frozen([try S.lock("lock/1", [S.top], at: 15)]) == "..xxx")
    #expect(try Self.frozen([try S.lock("lock/1", [S.top], at: 99)]) == ".....")
    #expect(try Self.frozen([]) == ".....")
    let unlock = try S.unlock("unlock/1", [S.top], of: ["lock/1"], at: 30)
    #expect(try Self.frozen([try S.lock("lock/1", [S.top], at: 15), unlock]) == "..x..")
  }

  @Test func `a lock never judges the commit that it names nor one before it`() throws {
    #expect(try Self.frozen([try S.lock("lock/1", [S.top], at: 5, on: "d")]) == "....x")
    #expect(try Self.frozen([try S.lock("lock/1", [S.top], at: 30, on: "d")]) == "....x")
    #expect(try Self.frozen([try S.lock("lock/1", [S.top], at: 0, on: "e")]) == ".....")
  }

  @Test func `once in force it judges also a commit that is dated back`() throws {
    let times = [0, 10, 20, 5, 6].map { S.moment($0).seconds }
    #expect(try Self.frozen([try S.lock("lock/1", [S.top], at: 15)], times: times) == "..xxx")
  }

  @Test func `with a journal the receipts decide, whatever the times say`() throws {
    let receipts = [
      S.receipt(1, .adopt, new: "a"), S.receipt(2, new: "b"), S.receipt(4, new: "d"), S.receipt(6, new: "e"),
    ]
    func lock(_ sequence: Int, at seconds: Int64, _ event: Receipt.Event = .push) throws -> RecordedLock {
      try S.lock("lock/1", [S.top], at: seconds, receipt: S.receipt(sequence, event))
    }
    #expect(try Self.frozen([lock(3, at: 99)], receipts: receipts) == "..xxx")
    #expect(try Self.frozen([lock(5, at: 0)], receipts: receipts) == "....x")
    #expect(try Self.frozen([lock(7, at: 0)], receipts: receipts) == ".....")
  }

  @Test func `commits and locks that the journal adopted keep to their times`() throws {
    let receipts = [S.receipt(1, .adopt, new: "d"), S.receipt(3, new: "e")]
    let adopted = try S.lock("lock/1", [S.top], at: 15, receipt: S.receipt(2, .adopt))
    #expect(try Self.frozen([adopted], receipts: receipts) == "..xxx")
    let late = try S.lock("lock/1", [S.top], at: 99, receipt: S.receipt(2, .adopt))
    #expect(try Self.frozen([late], receipts: receipts) == "....x")
  }

  @Test func `what waits is judged by what was received, and judges nothing that was`() throws {
    let receipts = [S.receipt(1, new: "c")]
    #expect(
      try Self.frozen([try S.lock("lock/1", [S.top], at: 0, receipt: S.receipt(9))], receipts: receipts) == "...xx")
    #expect(try Self.frozen([try S.lock("lock/1", [S.top], at: 0)], receipts: receipts) == "...xx")
    #expect(try Self.frozen([try S.lock("lock/1", [S.top], at: 35)], receipts: receipts) == "....x")
  }

  @Test func `decisions with faults are left out`() throws {
    let forged = try S.recorded("lock/1", S.decision(.lock, [S.top]), faults: [Diagnostic(.badSignature)])
    #expect(try Self.frozen([forged]) == ".....")
  }
}
