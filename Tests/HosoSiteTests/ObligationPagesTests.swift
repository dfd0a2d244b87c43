import HosoCore
import HosoSite
import Testing

/// The pages of kinds that are owed by lesson, by test, and by each subject of a class.
struct ObligationPagesTests {
  private static func kind(
    _ id: String, _ place: String, _ owner: Kind.Expectation.Owner, _ rhythm: Kind.Expectation.Rhythm,
    due: Kind.Deadline? = nil
  ) -> Kind {
    Kind(
      id: id, code: "K1", title: Localized(vi: id, en: id), place: try! PathTemplate("{year}/" + place),
      format: .markdown, fields: [], expectation: Kind.Expectation(owner: owner, rhythm: rhythm, atLeast: 1),
      deadline: due)
  }

  private static let kinds = [
    kind(
      "plan", "ke-hoach/{team}/{person}/tuan-{week}/{slug}.md", .teacher, .lesson,
      due: Kind.Deadline(weekday: 6, week: -1, minutes: 1020)),
    kind(
      "book", "so/{class}/{subject}.md", .classSubject, .year, due: Kind.Deadline(.relative(.before, .year, .days(1)))),
    kind("paper", "de/{test}.md", .school, .test, due: Kind.Deadline(.relative(.after, .test(nil), .workingDays(7)))),
    kind("homeroom", "chu-nhiem/{class}/tuan-{week}.md", .homeroom, .week),
    kind("staff", "nhan-su/{person}.md", .member, .year), kind("heads", "to/{team}.md", .headOfTeam, .term),
  ]

  private static func pages() throws -> [String: String] {
    let base = SampleSchool.rulebook()
    let calendar = try #require(base.calendars[SampleSchool.year])
    let day = try #require(SchoolDate("2024-11-05"))
    let test = SchoolCalendar.Span(
      period: .test, id: "giua-ki-1", title: "Kiểm tra giữa học kì I", from: day, to: day, isOnline: false, line: 99)
    let rulebook = Rulebook(
      school: base.school, people: base.people, teams: base.teams, classes: base.classes, subjects: base.subjects,
      grants: [], kinds: kinds,
      calendars: [SampleSchool.year: SchoolCalendar(year: SampleSchool.year, spans: calendar.spans + [test])],
      assignments: base.assignments, signers: [])
    let key = Curriculum.Key(subject: "toan", grade: 4)
    let lessons = (1...3).map {
      Curriculum.Lesson(number: $0, title: "Bài", periods: 1, weeks: ($0 + 1) / 2...($0 + 1) / 2)
    }
    let curriculum = Curriculum(key: key, path: try RecordPath("2024-2025/x.csv"), lessons: lessons)
    let path = try RecordPath("2024-2025/ke-hoach/to-4-5/nva/tuan-1/toan.md")
    let (index, place) = try #require(rulebook.placement(of: path))
    var source = MemorySource()
    let blob = source.add(Array("# Toán\n".utf8))
    let moment = SampleSchool.moment("2024-09-05", 8)
    let record = RecordStatus(
      path: path, kind: index, place: place, blob: blob, versions: [RecordVersion(commit: 0, blob: blob)],
      state: .kept, submittedAt: moment, dueAt: nil, decisions: [])
    let note = RecordContents.LessonNote(subject: "toan", schoolClass: "4a", number: 1)
    let contents = RecordContents(curricula: [key: curriculum], lessons: [0: note])
    let commit = CommitSummary(id: blob, person: "nva", email: "", moment: moment, subject: "nộp")
    let view = SchoolView(
      rulebook: rulebook, year: SampleSchool.year, commits: [commit], records: [record], decisions: [],
      obligations: Obligations(rulebook: rulebook, year: SampleSchool.year)
        .all(answeredBy: [record], contents: contents),
      moment: SampleSchool.moment("2024-12-01", 8), contents: contents)
    var pages: [String: String] = [:]
    try SiteBuilder(view: view, reader: SimpleReader(), language: .vietnamese).build(from: source) { path, bytes in
      pages[path] = String(decoding: bytes, as: UTF8.self)
    } progress: { _, _ in
    }
    return pages
  }

  @Test func `several lessons of one week share a cell that says how many are there`() throws {
    let page = try #require(try Self.pages()["tracking/plan.html"])
    // Lessons 1 and 2 begin in week 1, of which one has a plan; lesson 3 in week 2.
    #expect(page.contains(">1/2</a>"))
    #expect(page.contains("title=\"Chưa nộp"))
  }

  @Test func `the list of what is missing names lesson, test, class and subject`() throws {
    let pages = try Self.pages()
    let late = try #require(pages["late/index.html"])
    #expect(late.contains("Tuần 1, Toán 4, bài 2"))
    #expect(late.contains("Kiểm tra giữa học kì I"))
    #expect(late.contains("Lớp 4A, Toán"))
    let person = try #require(pages["people/nva.html"])
    #expect(person.contains("Lớp 4A, Tiếng Việt, Cả năm"))
    #expect(person.contains("Tuần 2, Toán 4, bài 3"))
  }

  @Test(arguments: [
    ("book", "Lớp 4A, Toán"), ("homeroom", "Lớp 4A"), ("staff", "Trần Thu Hằng"), ("heads", "Tổ 4-5"),
    ("paper", "Kiểm tra giữa học kì I"),
  ])
  func `each owner has his row`(kind: String, row: String) throws {
    let page = try #require(try Self.pages()["tracking/\(kind).html"])
    #expect(page.contains(row))
  }
}
