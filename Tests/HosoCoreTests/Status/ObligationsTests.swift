internal import GitObjects
internal import HosoCore
internal import Testing

struct ObligationsTests {
  private static func record(_ rulebook: Rulebook, _ path: String) throws -> RecordStatus {
    let path = try RecordPath(path)
    let (kind, place) = try #require(rulebook.placement(of: path))
    return RecordStatus(
      path: path, kind: kind, place: place, blob: .zero, versions: [], state: .submitted,
      submittedAt: Moment(seconds: 0, offset: SmallSchool.offset), dueAt: nil, decisions: [])
  }

  /// Owner, period and number of records of each obligation.
  private static func owed(_ kinds: [Kind], _ paths: [String] = []) throws -> [String] {
    let rulebook = try SmallSchool.rulebook(kinds: kinds)
    let records = try paths.map { try record(rulebook, $0) }
    return Obligations(rulebook: rulebook, year: SmallSchool.year).all(answeredBy: records).map {
      "\($0.owner) \($0.period.map(String.init) ?? "-") \($0.records.count)"
    }
  }

  private static func kind(
    _ place: String, _ owner: Kind.Expectation.Owner, _ rhythm: Kind.Expectation.Rhythm
  ) -> Kind {
    SmallSchool.kind(
      "owed", place, expectation: Kind.Expectation(owner: owner, rhythm: rhythm, atLeast: 1))
  }

  @Test func `each teacher owes a plan each week`() throws {
    let folder = "2024-2025/ke-hoach-bai-day"
    let records = [
      "\(folder)/to-1/an/tuan-01/a.md", "\(folder)/to-1/an/tuan-01/b.md", "\(folder)/to-2/cuc/tuan-03/a.md",
    ]
    #expect(
      try Self.owed([SmallSchool.lessonPlan], records)
        == ["an 1 2", "an 2 0", "an 3 0", "cuc 1 0", "cuc 2 0", "cuc 3 1"])
  }

  @Test func `a team owes by month, a class by term, the school by year`() throws {
    #expect(
      try Self.owed(
        [Self.kind("{year}/to/{team}/{date}-{slug}.md", .team, .month)], ["2024-2025/to/to-1/2024-09-12-hop.md"])
        == ["to-1 9 1", "to-1 10 0", "to-2 9 0", "to-2 10 0"])
    #expect(
      try Self.owed([Self.kind("{year}/lop/{class}/hk{term}.md", .class, .term)], ["2024-2025/lop/4a/hk2.md"])
        == ["4a 1 0", "4a 2 1"])
    #expect(
      try Self.owed([Self.kind("{year}/truong/{slug}.md", .school, .year)], ["2024-2025/truong/x.md"]) == [
        "suoi-may - 1"
      ])
  }

  @Test func `what was due and is not there is missing`() throws {
    let rulebook = try SmallSchool.rulebook()
    let owed = Obligations(rulebook: rulebook, year: SmallSchool.year).all(answeredBy: [])
    let due = try #require(owed[1].dueAt)
    #expect(due.description == "2024-09-14 17:00")
    #expect(!owed[1].isMissing(at: due))
    #expect(owed[1].isMissing(at: Moment(seconds: due.seconds + 60, offset: due.offset)))
  }
}
