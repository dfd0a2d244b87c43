internal import HosoCore
internal import Testing

struct RemindersTests {
  private static func view(_ school: ObligationSchool, _ paths: [String], at day: String) throws -> SchoolView {
    let records = try school.records(paths)
    return SchoolView(
      rulebook: school.rulebook, year: ObligationSchool.year, commits: [], records: records, decisions: [],
      obligations: try school.obligations(paths),
      moment: Moment(try #require(SchoolDate(day)), minutes: 480, offset: 420))
  }

  /// `person: due …` of each reminder.
  private static func owed(_ view: SchoolView, days: Int = 7, person: ListID? = nil) -> [String] {
    Reminders(of: view, days: days, person: person).entries.map { entry in
      let dues = entry.obligations.map { view.obligations[$0].dueAt?.date.description ?? "-" }
      return "\(entry.person.id): \(dues.joined(separator: " "))"
    }
  }

  private static let plan = ObligationSchool.kind(
    "{person}/tuan-{week}/{slug}.md", .teacher, .week, due: Kind.Deadline(weekday: 6, week: -1, minutes: 1439))

  @Test func `each is reminded of what is overdue and what is due in the days ahead`() throws {
    let school = ObligationSchool(kinds: [Self.plan])
    let paths = ["an/tuan-1/a.md", "binh/tuan-1/a.md", "binh/tuan-2/a.md", "binh/tuan-3/a.md"]
    let view = try Self.view(school, paths, at: "2024-09-16")
    #expect(
      Self.owed(view) == ["an: 2024-09-14 2024-09-21", "cuc: 2024-09-07 2024-09-14 2024-09-21"])
    #expect(Self.owed(view, days: 0) == ["an: 2024-09-14", "cuc: 2024-09-07 2024-09-14"])
    #expect(Self.owed(view, person: "an") == ["an: 2024-09-14 2024-09-21"])
    #expect(Self.owed(view, days: 30, person: "binh") == ["binh: 2024-09-28"])
  }

  @Test func `what is due at this minute is not overdue`() throws {
    let view = try Self.view(ObligationSchool(kinds: [Self.plan]), [], at: "2024-09-07")
    #expect(Self.owed(view, days: 1).count == 3)
    let due = try #require(view.obligations[0].dueAt)
    #expect(!view.obligations[0].isMissing(at: due))
  }

  @Test func `head, homeroom teacher and principal answer for team, class and school`() throws {
    let due = Kind.Deadline(.date(Kind.Deadline.YearDay(month: 9, day: 10)))
    func school(_ place: String, _ owner: Kind.Expectation.Owner) -> ObligationSchool {
      ObligationSchool(kinds: [ObligationSchool.kind(place, owner, .year, due: due)])
    }
    func people(_ school: ObligationSchool) throws -> [ListID] {
      Reminders(of: try Self.view(school, [], at: "2024-09-09"), days: 7).entries.map(\.person.id)
    }
    #expect(try people(school("{team}.md", .team)) == ["binh", "cuc"])
    #expect(try people(school("{class}.md", .class)) == ["an", "binh", "cuc"])
    #expect(try people(school("truong-{slug}.md", .school)) == ["dung"])
    #expect(try people(school("{class}/{subject}.md", .classSubject)) == ["an", "binh", "cuc"])
  }

  @Test func `who has left the school is reminded of nothing`() throws {
    var school = ObligationSchool(kinds: [Self.plan])
    school.stays = ["an": (from: nil, to: "2024-09-15")]
    let view = try Self.view(school, [], at: "2024-09-16")
    #expect(view.obligations.contains { $0.owner == "an" })
    #expect(!Self.owed(view).contains { $0.hasPrefix("an") })
  }
}
