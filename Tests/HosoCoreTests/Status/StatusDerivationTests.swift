internal import GitObjects
internal import HosoCore
internal import Testing

struct StatusDerivationTests {
  private static let path = "2024-2025/ke-hoach-bai-day/to-1/an/tuan-02/a.md"

  /// One thing that happened: a version of the record, or a decision over one.
  private enum Event {
    case version(Character)
    case removal
    case decision(Decision.Verb, Character, SchoolRole, isValid: Bool = true)
  }

  /// The state after `events`; contents that are one letter in two cases differ only in an open section.
  private static func status(
    _ events: [Event], kind: Kind = SmallSchool.lessonPlan, firstAt: Int64 = 1_726_000_000
  ) throws -> RecordStatus? {
    let path = try RecordPath(path)
    var commits: [CommitSummary] = []
    var versions: [RecordVersion] = []
    var decisions: [RecordedDecision] = []
    for event in events {
      let moment = Moment(seconds: firstAt + Int64(commits.count), offset: SmallSchool.offset)
      switch event {
      case .version, .removal:
        let blob: ObjectID? = if case .version(let letter) = event { MemorySnapshot.id(letter) } else { nil }
        versions.append(RecordVersion(commit: commits.count, blob: blob))
        commits.append(CommitSummary(id: .zero, person: "an", email: "", moment: moment, subject: ""))
      case .decision(let verb, let letter, let role, let isValid):
        let item = Decision.Item(path: path, blob: MemorySnapshot.id(letter), author: "an")
        let decision = Decision(
          verb: verb, role: role, person: "binh", moment: moment, commit: .zero, items: [item], reason: "x", policy: 1)
        decisions.append(
          RecordedDecision(
            tag: "\(decisions.count)", tagID: .zero, decision: decision,
            faults: isValid ? [] : [Diagnostic(.badSignature)]))
      }
    }
    let derivation = StatusDerivation(
      rulebook: try SmallSchool.rulebook(kinds: [kind]), year: SmallSchool.year, commits: commits, decisions: decisions,
      differOnlyInOpenSections: { $1.letter.uppercased() == $2.letter.uppercased() })
    return try derivation.status(of: path, versions: versions)
  }

  @Test(
    arguments: [
      ([.version("a")], .submitted),
      ([.version("a"), .decision(.return, "a", .headOfTeam)], .returned),
      ([.version("a"), .decision(.return, "a", .headOfTeam), .version("b")], .submitted),
      (
        [.version("a"), .decision(.return, "a", .headOfTeam), .version("b"), .decision(.approve, "b", .headOfTeam)],
        .approved
      ),
      ([.version("a"), .decision(.approve, "a", .headOfTeam), .version("b")], .changed),
      ([.version("a"), .decision(.approve, "a", .headOfTeam), .version("A")], .approved),
      ([.version("a"), .decision(.approve, "a", .headOfTeam), .version("A"), .version("b")], .changed),
      ([.version("a"), .decision(.approve, "a", .headOfTeam), .version("b"), .version("a")], .approved),
      ([.version("a"), .decision(.approve, "a", .vicePrincipal)], .approved),
      ([.version("a"), .decision(.approve, "a", .principal)], .submitted),
      ([.version("a"), .decision(.approve, "a", .headOfTeam, isValid: false)], .submitted),
      ([.version("a"), .decision(.return, "a", .headOfTeam, isValid: false)], .submitted),
      ([.version("a"), .decision(.approve, "a", .headOfTeam), .decision(.return, "a", .vicePrincipal)], .returned),
      (
        [.version("a"), .decision(.approve, "a", .headOfTeam), .decision(.return, "a", .headOfTeam), .version("A")],
        .submitted
      ),
      (
        [.version("a"), .decision(.approve, "a", .headOfTeam), .decision(.return, "a", .headOfTeam), .version("b")],
        .submitted
      ),
      ([.version("a"), .decision(.return, "a", .headOfTeam), .decision(.approve, "a", .headOfTeam)], .approved),
      ([.version("a"), .version("b"), .decision(.approve, "a", .headOfTeam)], .changed),
    ] as [([Event], RecordState)])
  private func `the state follows from versions and decisions`(events: [Event], state: RecordState) throws {
    #expect(try Self.status(events)?.state == state)
  }

  @Test(
    arguments: [
      ([.version("a"), .decision(.approve, "a", .headOfTeam)], .submitted),
      ([.version("a"), .decision(.approve, "a", .headOfTeam), .decision(.approve, "a", .principal)], .approved),
      ([.version("a"), .decision(.approve, "a", .principal), .decision(.approve, "a", .headOfTeam)], .submitted),
      (
        [.version("a"), .decision(.approve, "a", .headOfTeam), .version("b"), .decision(.approve, "b", .principal)],
        .changed
      ),
    ] as [([Event], RecordState)])
  private func `every step approves the same content, in order`(events: [Event], state: RecordState) throws {
    let kind = SmallSchool.kind(
      "two", SmallSchool.lessonPlan.place.text, approvals: [[.headOfTeam], [.principal]])
    #expect(try Self.status(events, kind: kind)?.state == state)
  }

  @Test func `a record of a kind that nobody approves is kept`() throws {
    let kind = SmallSchool.kind("minutes", SmallSchool.lessonPlan.place.text)
    #expect(try Self.status([.version("a")], kind: kind)?.state == .kept)
  }

  @Test func `a record that is gone has no status`() throws {
    #expect(try Self.status([.version("a"), .removal])?.state == nil)
  }

  /// Week 2 begins on Monday 16 September; the plan is due on Saturday 14 at 17:00.
  @Test(arguments: [
    ("2024-09-14", 16 * 60 + 59, false), ("2024-09-14", 17 * 60, false), ("2024-09-14", 17 * 60 + 1, true),
    ("2024-09-15", 0, true),
  ])
  func `a record is late from the minute behind its deadline`(day: String, minutes: Int, isLate: Bool) throws {
    let date = try #require(SchoolDate(day))
    let moment = Moment(date, minutes: minutes, offset: SmallSchool.offset)
    let status = try #require(try Self.status([.version("a")], firstAt: moment.seconds))
    #expect(status.dueAt?.description == "2024-09-14 17:00")
    #expect(status.isLate == isLate)
  }

  @Test func `a record counts from its first version, and after a removal from the next`() throws {
    let due = try #require(SchoolDate("2024-09-14"))
    let moment = Moment(due, minutes: 17 * 60, offset: SmallSchool.offset)
    #expect(try Self.status([.version("a"), .version("b")], firstAt: moment.seconds)?.isLate == false)
    #expect(try Self.status([.version("a"), .removal, .version("b")], firstAt: moment.seconds)?.isLate == true)
  }
}

extension ObjectID {
  /// The content that ``MemorySnapshot/id(_:)`` made this of.
  fileprivate var letter: String { String(decoding: bytes.suffix(1), as: UTF8.self) }
}
