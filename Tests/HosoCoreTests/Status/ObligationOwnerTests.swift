internal import HosoCore
internal import Testing

/// Each owner and each rhythm of `expected`.
struct ObligationOwnerTests {
  @Test func `each teacher owes, in the order of people`() throws {
    let school = ObligationSchool(kinds: [ObligationSchool.kind("{person}.md", .teacher, .year)])
    #expect(try school.owed(["binh.md"]) == ["an -: 0", "binh -: 1", "cuc -: 0"])
  }

  @Test func `each homeroom teacher owes for his class, whoever wrote it`() throws {
    let byClass = ObligationSchool(kinds: [ObligationSchool.kind("{class}/{slug}.md", .homeroom, .year)])
    #expect(try byClass.owed(["4a/so.md"]) == ["4a(an) -: 1", "4b(binh) -: 0", "5a(cuc) -: 0"])
    let byPerson = ObligationSchool(kinds: [ObligationSchool.kind("{person}/{slug}.md", .homeroom, .year)])
    #expect(try byPerson.owed(["binh/so.md", "em/so.md"]) == ["4a(an) -: 0", "4b(binh) -: 1", "5a(cuc) -: 0"])
  }

  @Test func `each head owes for the team, by folder of the team or by own name`() throws {
    let byTeam = ObligationSchool(kinds: [ObligationSchool.kind("{team}/{slug}.md", .headOfTeam, .year)])
    #expect(try byTeam.owed(["to-2/x.md"]) == ["to-1(binh) -: 0", "to-2(cuc) -: 1"])
    let byPerson = ObligationSchool(kinds: [ObligationSchool.kind("{team}/{person}/{slug}.md", .headOfTeam, .year)])
    // What a member has put into his own folder is not the head's.
    #expect(try byPerson.owed(["to-1/an/x.md", "to-2/cuc/x.md"]) == ["to-1(binh) -: 0", "to-2(cuc) -: 1"])
  }

  @Test func `each member owes but the inspector; in a team's folder only who is in a team`() throws {
    let school = ObligationSchool(kinds: [ObligationSchool.kind("{person}.md", .member, .year)])
    #expect(try school.owed(["em.md"]) == ["an -: 0", "binh -: 0", "cuc -: 0", "dung -: 0", "em -: 1"])
    let teams = ObligationSchool(kinds: [ObligationSchool.kind("{team}/{person}.md", .member, .year)])
    #expect(try teams.owed() == ["an -: 0", "binh -: 0", "cuc -: 0"])
  }

  @Test func `team, class and school owe, and nobody of them in person`() throws {
    let team = ObligationSchool(kinds: [ObligationSchool.kind("{team}.md", .team, .year)])
    #expect(try team.owed(["to-1.md"]) == ["to-1(-) -: 1", "to-2(-) -: 0"])
    let schoolClass = ObligationSchool(kinds: [ObligationSchool.kind("{class}.md", .class, .year)])
    #expect(try schoolClass.owed(["5a.md"]) == ["4a(-) -: 0", "4b(-) -: 0", "5a(-) -: 1"])
    let school = ObligationSchool(kinds: [ObligationSchool.kind("truong-{slug}.md", .school, .year)])
    #expect(try school.owed(["truong-a.md", "truong-b.md"]) == ["suoi-may(-) -: 2"])
  }

  @Test func `each subject of a class is owed by who teaches it`() throws {
    let school = ObligationSchool(kinds: [ObligationSchool.kind("{class}/{subject}.md", .classSubject, .year)])
    #expect(
      try school.owed(["4b/khoa-hoc.md", "5a/khoa-hoc.md"]) == [
        "4a/toan(an) -: 0", "4b/khoa-hoc(binh) -: 1", "4b/toan(an) -: 0", "5a/toan(cuc) -: 0",
      ])
  }

  @Test func `weeks, months and terms are those of the calendar, by number or by day`() throws {
    let week = ObligationSchool(kinds: [ObligationSchool.kind("{date}.md", .school, .week)])
    // Sunday belongs to the week before it; a day in no teaching week counts for none.
    #expect(
      try week.owed(["2024-09-18.md", "2024-09-22.md", "2024-12-02.md"])
        == ["suoi-may(-) 1: 0", "suoi-may(-) 2: 2", "suoi-may(-) 3: 0", "suoi-may(-) 4: 0"])
    let month = ObligationSchool(kinds: [ObligationSchool.kind("tuan-{week}.md", .school, .month)])
    // Week 4 begins in September and ends in October.
    #expect(try month.owed(["tuan-3.md", "tuan-4.md"]) == ["suoi-may(-) 9: 1", "suoi-may(-) 10: 1"])
    let term = ObligationSchool(kinds: [ObligationSchool.kind("{date}.md", .school, .term)])
    #expect(try term.owed(["2025-02-01.md", "2025-01-18.md"]) == ["suoi-may(-) 1: 0", "suoi-may(-) 2: 1"])
  }

  @Test func `a record is owed for each test, by its id, or its name and the term`() throws {
    let due = Kind.Deadline(.relative(.after, .test(nil), .workingDays(7)))
    let byID = ObligationSchool(kinds: [ObligationSchool.kind("{test}.md", .school, .test, due: due)])
    let owed = try byID.obligations(["cuoi-ki-1.md"])
    #expect(owed.map(\.test) == ["giua-ki-1", "cuoi-ki-1", "giua-ki-2"])
    #expect(owed.map(\.records.count) == [0, 1, 0])
    #expect(
      owed.map { $0.dueAt?.description } == ["2024-11-18 23:59", "2025-01-21 23:59", "2025-04-04 23:59"])
    let byTerm = ObligationSchool(kinds: [ObligationSchool.kind("{term}/{test}.md", .school, .test, due: due)])
    #expect(
      try byTerm.owed(["2/giua-ki.md"])
        == ["suoi-may(-) giua-ki-1: 0", "suoi-may(-) cuoi-ki-1: 0", "suoi-may(-) giua-ki-2: 1"])
  }

  @Test func `a test's columns count once they are full, each with its own deadline`() throws {
    let due = Kind.Deadline(.relative(.after, .test(nil), .workingDays(7)))
    let kind = ObligationSchool.kind(
      "{class}/hoc-ki-{term}.csv", .class, .test, due: due, columns: ["giua-ki", "cuoi-ki"])
    let school = ObligationSchool(kinds: [kind])
    let day = try #require(SchoolDate("2024-11-20"))
    let filled = Moment(day, minutes: 0, offset: 420)
    let contents = RecordContents(completions: [0: ["giua-ki": filled]])
    let owed = try school.obligations(["4b/hoc-ki-1.csv"], contents).filter { $0.owner == "4b" }
    #expect(owed.map(\.test) == ["giua-ki-1", "cuoi-ki-1", "giua-ki-2"])
    #expect(owed.map(\.isAnswered) == [true, false, false])
    // Two days behind the seventh working day.
    #expect(owed.map(\.isLate) == [true, false, false])
    #expect(
      owed.map { $0.dueAt?.description } == ["2024-11-18 23:59", "2025-01-21 23:59", "2025-04-04 23:59"])
  }

  @Test func `several are owed in a period, and the last of them decides whether it was late`() throws {
    let due = Kind.Deadline(weekday: 6, week: -1, minutes: 17 * 60)
    let kind = ObligationSchool.kind("{person}/tuan-{week}/{slug}.md", .teacher, .week, atLeast: 3, due: due)
    let school = ObligationSchool(kinds: [kind])
    let paths = ["an/tuan-1/a.md", "an/tuan-1/b.md", "an/tuan-2/a.md", "an/tuan-2/b.md", "an/tuan-2/c.md"]
    let owed = try school.obligations(paths).filter { $0.owner == "an" }
    #expect(owed.map(\.records.count) == [2, 3, 0, 0])
    #expect(owed.map(\.isAnswered) == [false, true, false, false])
    #expect(owed[0].answeredAt == nil)
    #expect(owed[1].answeredAt?.seconds == Int64(4 * 86_400))
    let later = Moment(seconds: 2_000_000_000, offset: 420)
    #expect(owed.map { $0.isMissing(at: later) } == [true, false, true, true])
  }
}
