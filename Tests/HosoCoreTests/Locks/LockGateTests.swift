internal import GitObjects
internal import HosoCore
internal import Testing

/// What the gate says of commits and decisions where something is locked.
struct LockGateTests {
  private typealias S = LockSchool

  /// The faults of a commit that makes `new` of `old`, with these decisions received before it.
  private static func faults(
    _ locks: [RecordedLock], by person: ListID = "an", _ old: [String: Character], _ new: [String: Character]
  ) throws -> [String] {
    let proposed = MemorySnapshot(files: new)
    let before = MemorySnapshot(files: old)
    let paths = try Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map { text in
      let path = try RecordPath(text)
      return PathChange(path: path, old: before.entry(at: path), new: proposed.entry(at: path))
    }
    let change = Change(
      paths: paths, person: SmallSchool.person(person), receivedAt: S.moment(100), parentMoment: S.moment(0))
    let gate = Gate(rulebook: try S.rulebook(), reader: SoundRecords(), locks: Locks(locks))
    return try gate.review(change, proposed: proposed).diagnostics.map { fault in
      "\(fault.id.rawValue) \(fault.path?.split(separator: "/").last ?? "") \(fault.facts["verb"] ?? "")"
    }
  }

  @Test func `a locked record takes no change of any sort`() throws {
    let week = [try S.lock("lock/1", [S.week])]
    let elsewhere = S.an + "/tuan-02/a.md"
    #expect(try Self.faults(week, [S.record: "1"], [S.record: "2"]) == ["locked a.md edit"])
    #expect(try Self.faults(week, [S.record: "1"], [:]) == ["locked a.md delete"])
    #expect(try Self.faults(week, [:], [S.record: "1"]) == ["locked a.md create"])
    #expect(try Self.faults(week, [S.record: "1"], [S.other: "1"]) == ["locked a.md rename", "locked b.md rename"])
    #expect(try Self.faults(week, [S.record: "1"], [elsewhere: "1"]) == ["locked a.md move"])
    #expect(try Self.faults(week, [elsewhere: "1"], [S.record: "1"]) == ["locked a.md create"])
    #expect(try Self.faults(week, [:], [elsewhere: "1"]) == [])
  }

  @Test func `not even who may unlock changes it while it is locked`() throws {
    for person in ["dung", "em"] {
      #expect(
        try Self.faults([try S.lock("lock/1", [S.top])], by: person, [S.record: "1"], [S.record: "2"])
          == ["locked a.md edit"])
    }
  }

  @Test func `T026: a locked record is not taken away and replaced, in one commit or by a folder`() throws {
    let only = [try S.lock("lock/1", [S.record])]
    let away = S.an + "/tuan-02/a.md"
    #expect(try Self.faults(only, [S.record: "1"], [away: "1", S.record: "2"]) == ["locked a.md edit"])
    #expect(try Self.faults(only, [S.record: "1"], [away: "1"]) == ["locked a.md move"])
    #expect(
      try Self.faults(only, [S.record: "1", S.other: "2"], [S.record: "2", S.other: "1"]) == ["locked a.md edit"])
    #expect(
      try Self.faults(only, [S.record: "1"], [S.record + "/x.md": "1"]).filter { $0.hasPrefix("locked") }
        == ["locked a.md move", "locked x.md create"])
  }

  @Test func `a lock of one kind leaves the others`() throws {
    let kind = [try S.lock("lock/1", [S.top], kind: "class-list")]
    #expect(try Self.faults(kind, [S.record: "1"], [S.record: "2"]) == [])
    let book = "2024-2025/lop/4a/a.md"
    #expect(try Self.faults(kind, [book: "1"], [book: "2"]) == ["locked a.md edit"])
  }

  @Test func `unlocked it is edited, locked again it is not`() throws {
    let week = try S.lock("lock/1", [S.week])
    let unlock = try S.unlock("unlock/1", [S.record], of: ["lock/1"])
    #expect(try Self.faults([week, unlock], [S.record: "1"], [S.record: "2"]) == [])
    #expect(try Self.faults([week, unlock], [S.other: "1"], [S.other: "2"]) == ["locked b.md edit"])
    let again = try S.lock("lock/2", [S.record])
    #expect(try Self.faults([week, unlock, again], [S.record: "1"], [S.record: "2"]) == ["locked a.md edit"])
  }

  @Test func `the refusal names lock, time, person and number`() throws {
    let lock = try S.lock("lock/1", [S.top])
    let refusal = lock.refusal(of: .edit, try RecordPath(S.record), in: try S.rulebook())
    #expect(
      refusal.facts == [
        "verb": "edit", "lock": "lock/1", "since": "2024-10-04 07:00", "number": "15/QĐ", "person": "dung",
        "scope": S.top,
      ])
  }

  // MARK: who may lock

  /// The faults of a decision, given these decisions before it.
  private static func faults(_ decision: LockDecision, _ known: [RecordedLock] = [], at day: Moment? = nil) throws
    -> [String]
  {
    let gate = Gate(rulebook: try S.rulebook(), reader: SoundRecords())
    return gate.review(decision, receivedAt: day) { tag in known.first { $0.tag == tag } }.diagnostics.map { fault in
      "\(fault.id.rawValue) \(fault.path?.split(separator: "/").last ?? "")"
    }
  }

  @Test func `a manager of the folder locks, nobody else`() throws {
    #expect(try Self.faults(S.decision(.lock, [S.top])) == [])
    #expect(
      try Self.faults(S.decision(.lock, [S.top], by: "em", role: .vicePrincipal)) == ["access-denied 2024-2025"])
    #expect(try Self.faults(S.decision(.lock, [S.record], by: "an", role: .teacher)) == ["access-denied a.md"])
    #expect(
      try Self.faults(S.decision(.lock, [S.lessons + "/to-2"], by: "cuc", role: .teacher)) == [])
    #expect(
      try Self.faults(S.decision(.lock, [S.lessons + "/to-2", S.lessons], by: "cuc", role: .teacher))
        == ["access-denied ke-hoach-bai-day"])
    #expect(
      try Self.faults(S.decision(.lock, [S.lessons + "/to-21"], by: "cuc", role: .teacher)) == ["access-denied to-21"])
  }

  @Test func `who left or is not of the school does not lock, on the day of the receipt`() throws {
    #expect(try Self.faults(S.decision(.lock, [S.top], by: "giang", role: .teacher)) == ["unknown-person "])
    #expect(try Self.faults(S.decision(.lock, [S.top], by: "la", role: .teacher)) == ["unknown-person "])
    let gate = Gate(
      rulebook: try SmallSchool.rulebook(access: [",person:cuc,manager,,,2024-10-04"], kinds: S.kinds),
      reader: SoundRecords())
    let decision = try S.decision(.lock, [S.top], by: "cuc", role: .teacher)
    #expect(gate.review(decision) { _ in nil }.isAccepted)
    #expect(gate.review(decision, receivedAt: S.moment(86_400)) { _ in nil }.diagnostics.map(\.id) == [.accessDenied])
  }

  @Test func `a role that is not his and a kind that is none are refused`() throws {
    #expect(try Self.faults(S.decision(.lock, [S.top], role: .admin)) == ["not-your-role "])
    #expect(try Self.faults(S.decision(.lock, [S.top], kind: "ghost")) == ["decision-form 2024-2025"])
  }

  @Test func `T025: a teacher neither unlocks nor locks again around his own edit`() throws {
    let week = try S.lock("lock/1", [S.week])
    let unlock = try S.decision(.unlock, [S.record], opens: ["lock/1"], by: "an", role: .teacher)
    #expect(try Self.faults(unlock, [week]) == ["access-denied tuan-01", "access-denied a.md"])
    let refused = try S.recorded("unlock/1", unlock, faults: [Diagnostic(.accessDenied)])
    #expect(try Self.faults([week, refused], [S.record: "1"], [S.record: "2"]) == ["locked a.md edit"])
    #expect(try Self.faults(S.decision(.lock, [S.record], by: "an", role: .teacher)) == ["access-denied a.md"])
  }

  @Test func `who manages a part does not lift the lock of the whole`() throws {
    let year = try S.lock("lock/1", [S.top])
    let own = try S.decision(.unlock, [S.lessons + "/to-2"], opens: ["lock/1"], by: "cuc", role: .teacher)
    #expect(try Self.faults(own, [year]) == ["access-denied 2024-2025"])
    let part = try S.lock("lock/2", [S.lessons + "/to-2"])
    let lifting = try S.decision(.unlock, [S.lessons + "/to-2"], opens: ["lock/2"], by: "cuc", role: .teacher)
    #expect(try Self.faults(lifting, [part]) == [])
  }

  @Test func `an unlocking names locks that stand, and opens nothing beyond them`() throws {
    let week = try S.lock("lock/1", [S.week])
    func unlock(_ scopes: [String], _ opens: [String], kind: ListID? = nil) throws -> LockDecision {
      try S.decision(.unlock, scopes, kind: kind, opens: opens)
    }
    #expect(try Self.faults(unlock([S.record], ["lock/1"]), [week]) == [])
    #expect(try Self.faults(unlock([S.week], ["lock/1"]), [week]) == [])
    #expect(try Self.faults(unlock([S.record], ["lock/2"]), [week]) == ["lock-unknown a.md", "lock-unknown a.md"])
    #expect(try Self.faults(unlock([S.an], ["lock/1"]), [week]).contains("lock-unknown an"))
    #expect(try Self.faults(unlock([S.record, S.top], ["lock/1"]), [week]) == ["lock-unknown 2024-2025"])
    let forged = try S.recorded("lock/1", S.decision(.lock, [S.week]), faults: [Diagnostic(.badSignature)])
    #expect(try Self.faults(unlock([S.record], ["lock/1"]), [forged]).contains("lock-unknown a.md"))
    let kind = try S.lock("lock/3", [S.top], kind: "class-list")
    #expect(try Self.faults(unlock([S.top], ["lock/3"], kind: "lesson-plan"), [kind]) == ["lock-unknown 2024-2025"])
    #expect(try Self.faults(unlock([S.top], ["lock/3"]), [kind]) == [])
  }
}
