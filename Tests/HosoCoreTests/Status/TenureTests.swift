internal import HosoCore
internal import Testing

/// A teacher who comes or leaves within the year owes only what falls into his time.
struct TenureTests {
  /// Due on Saturday of the week before; weeks begin on 9, 16, 23 and 30 September.
  private static let plan = ObligationSchool.kind(
    "{person}/tuan-{week}/{slug}.md", .teacher, .week, due: Kind.Deadline(weekday: 6, week: -1, minutes: 1439))
  private static let book = ObligationSchool.kind("{class}/{subject}/tuan-{week}.md", .classSubject, .week)

  private static func taught(
    _ person: ListID, from: String? = nil, to: String? = nil
  ) -> Assignment { ObligationSchool.taught(person, "4a", "toan", from: from, to: to) }

  @Test func `a subject that changes hands passes on with the day`() throws {
    let assignments = [Self.taught("an", to: "2024-09-20"), Self.taught("binh", from: "2024-09-21")]
    let plans = ObligationSchool(kinds: [Self.plan], assignments: assignments)
    #expect(try plans.owed() == ["an 1: 0", "an 2: 0", "binh 3: 0", "binh 4: 0"])
    let books = ObligationSchool(kinds: [Self.book], assignments: assignments)
    #expect(
      try books.owed() == ["4a/toan(an) 1: 0", "4a/toan(an) 2: 0", "4a/toan(binh) 3: 0", "4a/toan(binh) 4: 0"])
  }

  @Test func `what was due before he came is not his`() throws {
    // His first day is Monday of week 3, whose plan was due on the Saturday before.
    let school = ObligationSchool(kinds: [Self.plan], assignments: [Self.taught("binh", from: "2024-09-23")])
    #expect(try school.owed() == ["binh 4: 0"])
  }

  @Test func `who leaves within a week owed its plan`() throws {
    let school = ObligationSchool(kinds: [Self.plan], assignments: [Self.taught("an", to: "2024-09-18")])
    #expect(try school.owed() == ["an 1: 0", "an 2: 0"])
  }

  @Test func `who comes back owes again`() throws {
    let school = ObligationSchool(
      kinds: [Self.plan],
      assignments: [Self.taught("an", to: "2024-09-13"), Self.taught("an", from: "2024-09-28")])
    #expect(try school.owed() == ["an 1: 0", "an 4: 0"])
  }

  @Test func `his days in the school count too`() throws {
    let school = ObligationSchool(
      kinds: [Self.plan], assignments: [Self.taught("an")], stays: ["an": (from: "2024-09-10", to: "2024-09-25")])
    // Week 1 was due before he came.
    #expect(try school.owed() == ["an 2: 0", "an 3: 0"])
  }

  @Test func `a subject that nobody teaches any more is still owed by the class`() throws {
    let school = ObligationSchool(kinds: [Self.book], assignments: [Self.taught("an", to: "2024-09-13")])
    #expect(
      try school.owed()
        == ["4a/toan(an) 1: 0", "4a/toan(-) 2: 0", "4a/toan(-) 3: 0", "4a/toan(-) 4: 0"])
  }

  @Test(
    arguments: [
      // Taught to the end of the term, and is still in the school when the report is due.
      ("2025-01-17", nil, true),
      // Went on leave within the term.
      ("2024-10-15", nil, false),
      // Taught to its end, and had left the school when it was due.
      (nil, "2025-01-18", false),
      (nil, "2025-01-24", true),
    ] as [(String?, String?, Bool)])
  func `a report at the end of a term is owed by who was there to its end`(
    assignedTo: String?, memberTo: String?, isOwed: Bool
  ) throws {
    let report = ObligationSchool.kind(
      "{person}/hoc-ki-{term}.md", .teacher, .term, due: Kind.Deadline(.relative(.after, .term, .days(7))))
    let school = ObligationSchool(
      kinds: [report], assignments: [Self.taught("an", to: assignedTo)], stays: ["an": (from: nil, to: memberTo)])
    #expect(try school.owed().contains("an 1: 0") == isOwed)
  }

  @Test func `a homeroom teacher or member who has left owes nothing more`() throws {
    let homeroom = ObligationSchool.kind("{class}/tuan-{week}.md", .homeroom, .week)
    var school = ObligationSchool(kinds: [homeroom], stays: ["an": (from: nil, to: "2024-09-13")])
    #expect(try school.owed().filter { $0.hasPrefix("4a") } == ["4a(an) 1: 0"])
    school.kinds = [ObligationSchool.kind("{person}/{week}.md", .member, .week)]
    #expect(try school.owed().filter { $0.hasPrefix("an") } == ["an 1: 0"])
  }

  @Test func `an assignment that has ended gives no right over the class`() throws {
    let access = AccessGrant(
      folder: try PathTemplate("{year}/lop/{class}"), grantee: try #require(AccessGrant.Grantee("teacher-of-class")),
      role: .contributor, isLimited: false, from: nil, to: nil, line: 2)
    let base = ObligationSchool(kinds: [Self.plan], assignments: [Self.taught("binh", to: "2024-09-20")]).rulebook
    let rulebook = Rulebook(
      school: base.school, people: base.people, teams: base.teams, classes: base.classes, subjects: base.subjects,
      grants: [access], kinds: base.kinds, calendars: base.calendars, assignments: base.assignments, signers: [])
    let binh = try #require(rulebook.people["binh"])
    let path = try RecordPath("2024-2025/lop/4a/so-diem.csv")
    func isAllowed(_ day: String) throws -> Bool {
      rulebook.access(of: binh, to: .edit, path, on: try #require(SchoolDate(day))).isAllowed
    }
    #expect(try isAllowed("2024-09-20"))
    #expect(try !isAllowed("2024-09-21"))
  }
}
