internal import GitObjects
internal import HosoCore
internal import Testing

/// What the gate says of decisions where steps have an order and roles are delegated.
struct ChainGateTests {
  private static let path = "2024-2025/ke-hoach-bai-day/to-1/an/tuan-02/a.md"
  /// The head of the team or a vice principal first, then the principal.
  private static let kind = SmallSchool.kind(
    "lesson-plan", SmallSchool.lessonPlan.place.text, approvals: [[.headOfTeam, .vicePrincipal], [.principal]])

  private static func day(_ text: String) -> SchoolDate { SchoolDate(text) ?? SmallSchool.today }

  private static func delegation(
    _ from: ListID, _ to: ListID, _ role: SchoolRole, folder: String = "", kind: ListID? = nil,
    first: String = "2024-09-10", last: String = "2024-09-20"
  ) throws -> Delegation {
    Delegation(
      from: from, to: to, role: role, folder: try PathTemplate(folder), kind: kind, first: day(first), last: day(last),
      number: "9/QĐ", reason: "công tác", line: 2)
  }

  /// The faults of an approval by `person` at noon of `date`.
  private static func faults(
    by person: ListID, _ role: SchoolRole, for giver: ListID? = nil, verb: Decision.Verb = .approve,
    after earlier: [EarlierDecision] = [], authors: Set<ListID> = ["an"], on date: String = "2024-09-15",
    delegations: [Delegation] = []
  ) throws -> [String] {
    let rulebook = try SmallSchool.rulebook(kinds: [kind], delegations: delegations)
    let blob = MemorySnapshot.id("a")
    let item = Decision.Item(path: try RecordPath(path), blob: blob, author: "an")
    let decision = Decision(
      verb: verb, role: role, person: person, moment: Moment(seconds: 0, offset: SmallSchool.offset), commit: .zero,
      items: [item], reason: "x", policy: 7, onBehalfOf: giver)
    let received = Moment(day(date), minutes: 720, offset: SmallSchool.offset)
    let review = Gate(rulebook: rulebook, reader: SoundRecords()).review(decision, receivedAt: received) { _ in
      DecidedContent(blob: blob, authors: authors, lastAuthor: "an", earlier: earlier)
    }
    return review.diagnostics.map(\.id.rawValue)
  }

  private static let first = EarlierDecision(verb: .approve, role: .headOfTeam, isOverThisContent: true)

  @Test func `an approval out of turn is refused, a return is not`() throws {
    #expect(try Self.faults(by: "dung", .principal) == ["not-yet-your-turn"])
    #expect(try Self.faults(by: "dung", .principal, verb: .return) == [])
    #expect(try Self.faults(by: "binh", .headOfTeam) == [])
    #expect(try Self.faults(by: "dung", .principal, after: [Self.first]) == [])
    let other = EarlierDecision(verb: .approve, role: .headOfTeam, isOverThisContent: false)
    #expect(try Self.faults(by: "dung", .principal, after: [other]) == ["not-yet-your-turn"])
    let back = EarlierDecision(verb: .return, role: .principal, isOverThisContent: true)
    #expect(try Self.faults(by: "dung", .principal, after: [Self.first, back]) == ["not-yet-your-turn"])
  }

  @Test func `the head's own plan falls to the next of the step's list`() throws {
    #expect(try Self.faults(by: "binh", .headOfTeam, authors: ["an", "binh"]) == ["own-work"])
    #expect(try Self.faults(by: "em", .vicePrincipal, authors: ["an", "binh"]) == [])
    let rulebook = try SmallSchool.rulebook(kinds: [Self.kind])
    let place = Place([.team: "to-1", .person: "an"])
    func deciders(_ authors: Set<ListID>) throws -> [ListID] {
      rulebook.deciders(
        in: Self.kind.approvals[0].by, over: try RecordPath(Self.path), Self.kind, place, authors: authors,
        on: Self.day("2024-09-15"))
    }
    #expect(try deciders(["an"]) == ["binh"])
    #expect(try deciders(["an", "binh"]) == ["em"])
    #expect(try deciders(["an", "binh", "em"]) == [])
  }

  /// From 10 to 20 September cuc decides as head of team for binh; the day is that of the receipt.
  @Test(arguments: [
    ("2024-09-09", ["delegation-not-in-force"]), ("2024-09-10", []), ("2024-09-20", []),
    ("2024-09-21", ["delegation-not-in-force"]),
  ])
  func `a delegation holds from its first to its last day`(date: String, ids: [String]) throws {
    let given = [try Self.delegation("binh", "cuc", .headOfTeam)]
    #expect(try Self.faults(by: "cuc", .headOfTeam, for: "binh", on: date, delegations: given) == ids)
  }

  @Test func `a delegation is of one role, person, folder and kind`() throws {
    func faults(_ delegation: Delegation, by person: ListID = "cuc", _ role: SchoolRole = .headOfTeam) throws
      -> [String]
    {
      try Self.faults(by: person, role, for: "binh", delegations: [delegation])
    }
    let none = ["delegation-not-in-force"]
    #expect(try faults(Self.delegation("binh", "em", .headOfTeam)) == none)
    #expect(try faults(Self.delegation("dung", "cuc", .principal)) == none)
    #expect(try faults(Self.delegation("binh", "cuc", .headOfTeam, kind: "team-plan")) == none)
    #expect(try faults(Self.delegation("binh", "cuc", .headOfTeam, kind: "lesson-plan")) == [])
    #expect(try faults(Self.delegation("binh", "cuc", .headOfTeam, folder: "{year}/lop")) == none)
    #expect(try faults(Self.delegation("binh", "cuc", .headOfTeam, folder: "{year}/ke-hoach-bai-day/to-1")) == [])
    // The giver himself has not the role over this record.
    #expect(
      try Self.faults(
        by: "em", .headOfTeam, for: "cuc", delegations: [Self.delegation("cuc", "em", .headOfTeam)]) == [
          "not-your-role"
        ])
    // Without a delegation the role is nobody else's.
    #expect(try Self.faults(by: "cuc", .headOfTeam) == ["not-your-role"])
  }

  @Test func `the delegate keeps the order, and nobody approves his own work by it`() throws {
    let principal = [try Self.delegation("dung", "em", .principal)]
    #expect(try Self.faults(by: "em", .principal, for: "dung", delegations: principal) == ["not-yet-your-turn"])
    #expect(try Self.faults(by: "em", .principal, for: "dung", after: [Self.first], delegations: principal) == [])
    let author = [try Self.delegation("binh", "an", .headOfTeam)]
    #expect(try Self.faults(by: "an", .headOfTeam, for: "binh", delegations: author) == ["own-work"])
    // Nor does the author's own delegate in his place.
    let head = [try Self.delegation("binh", "cuc", .headOfTeam)]
    #expect(
      try Self.faults(by: "cuc", .headOfTeam, for: "binh", authors: ["binh"], delegations: head) == ["own-work"])
  }

  @Test func `who has left neither gives nor takes a delegation`() throws {
    let gone = [try Self.delegation("binh", "giang", .headOfTeam)]
    #expect(try Self.faults(by: "giang", .headOfTeam, for: "binh", delegations: gone) == ["unknown-person"])
  }

  @Test func `a mandate that takes the open step comes first`() throws {
    let rulebook = try SmallSchool.rulebook(
      kinds: [Self.kind], delegations: [try Self.delegation("binh", "dung", .headOfTeam)])
    let gate = Gate(rulebook: rulebook, reader: SoundRecords())
    let dung = SmallSchool.person("dung")
    func mandate(_ earlier: [EarlierDecision], _ authors: Set<ListID> = ["an"]) throws -> Mandate? {
      gate.mandate(
        of: dung, over: try RecordPath(Self.path), Self.kind, Place([.team: "to-1", .person: "an"]),
        ApprovalChain(of: Self.kind, after: earlier), authors: authors, on: Self.day("2024-09-15"))?.mandate
    }
    #expect(try mandate([])?.giver == "binh")
    #expect(try mandate([Self.first])?.role == .principal)
    #expect(try mandate([Self.first])?.giver == nil)
    #expect(try mandate([], ["an", "binh"])?.role == .principal)
  }
}
