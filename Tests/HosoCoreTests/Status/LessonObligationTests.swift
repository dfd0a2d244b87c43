internal import HosoCore
internal import Testing

/// What is owed for each lesson of the curriculum.
struct LessonObligationTests {
  private static func plan(_ owner: Kind.Expectation.Owner) -> Kind {
    ObligationSchool.kind(
      "{person}/tuan-{week}/{slug}.md", owner, .lesson, due: Kind.Deadline(weekday: 6, week: -1, minutes: 1439),
      isPlan: true)
  }

  /// Toán 4: lesson 1 in week 1, lesson 2 in weeks 2 and 3, lesson 3 in week 4; Khoa học 4: lesson 1 in week 2.
  private static func contents(_ notes: [(String, String, Int?)] = []) throws -> RecordContents {
    func curriculum(_ subject: ListID, _ lessons: [Curriculum.Lesson]) throws -> Curriculum {
      Curriculum(
        key: Curriculum.Key(subject: subject, grade: 4), path: try RecordPath("2024-2025/\(subject)-4.csv"),
        lessons: lessons)
    }
    func lesson(_ number: Int, _ weeks: ClosedRange<Int>) -> Curriculum.Lesson {
      Curriculum.Lesson(number: number, title: "Bài \(number)", periods: 2, weeks: weeks)
    }
    let curricula = [
      try curriculum("toan", [lesson(1, 1...1), lesson(2, 2...3), lesson(3, 4...4)]),
      try curriculum("khoa-hoc", [lesson(1, 2...2)]),
    ]
    return RecordContents(
      curricula: Dictionary(uniqueKeysWithValues: curricula.map { ($0.key, $0) }),
      lessons: Dictionary(
        uniqueKeysWithValues: notes.enumerated().map {
          ($0, RecordContents.LessonNote(subject: $1.0, schoolClass: $1.1, number: $1.2))
        }))
  }

  private static func text(_ obligation: Obligation) -> String {
    let lesson = obligation.lesson.map { "\($0.curriculum.subject) \($0.curriculum.grade) \($0.lesson.number)" } ?? "-"
    return "\(obligation.owner) \(lesson) week \(obligation.period ?? 0): \(obligation.records.count)"
  }

  @Test func `a teacher owes one plan for each lesson of a grade, whichever class it names`() throws {
    let school = ObligationSchool(kinds: [Self.plan(.teacher)])
    let paths = ["an/tuan-1/a.md", "an/tuan-2/b.md", "binh/tuan-2/c.md", "an/tuan-4/d.md"]
    let contents = try Self.contents([
      ("toan", "4b", 1), ("toan", "4a", nil), ("khoa-hoc", "4b", 1), ("toan", "5a", 3),
    ])
    // A plan without a number answers nothing; nor does one of another grade.
    #expect(
      try school.obligations(paths, contents).map(Self.text) == [
        "an toan 4 1 week 1: 1", "an toan 4 2 week 2: 0", "an toan 4 3 week 4: 0", "binh khoa-hoc 4 1 week 2: 1",
      ])
  }

  @Test func `a lesson is due by its first week`() throws {
    let school = ObligationSchool(kinds: [Self.plan(.teacher)])
    let owed = try school.obligations([], Self.contents()).filter { $0.owner == "an" }
    #expect(
      owed.map { $0.dueAt?.description } == ["2024-09-07 23:59", "2024-09-14 23:59", "2024-09-28 23:59"])
  }

  @Test func `each class owes each lesson, and one plan of its teacher serves his classes of the grade`() throws {
    let school = ObligationSchool(kinds: [Self.plan(.classSubject)])
    let paths = ["an/tuan-1/a.md", "cuc/tuan-2/b.md"]
    // cuc teaches in no class of grade 4: her plan is for the class that it names alone.
    let contents = try Self.contents([("toan", "4a", 1), ("toan", "4b", 2)])
    #expect(
      try school.obligations(paths, contents).map(Self.text) == [
        "4a/toan toan 4 1 week 1: 1", "4a/toan toan 4 2 week 2: 0", "4a/toan toan 4 3 week 4: 0",
        "4b/khoa-hoc khoa-hoc 4 1 week 2: 0", "4b/toan toan 4 1 week 1: 1", "4b/toan toan 4 2 week 2: 1",
        "4b/toan toan 4 3 week 4: 0",
      ])
  }

  @Test func `lessons pass on with the subject`() throws {
    var school = ObligationSchool(kinds: [Self.plan(.teacher)])
    school.assignments = [
      ObligationSchool.taught("an", "4a", "toan", to: "2024-09-20"),
      ObligationSchool.taught("binh", "4a", "toan", from: "2024-09-21"),
    ]
    #expect(
      try school.obligations([], Self.contents()).map(Self.text) == [
        "an toan 4 1 week 1: 0", "an toan 4 2 week 2: 0", "binh toan 4 3 week 4: 0",
      ])
  }

  @Test func `without a curriculum nothing is owed for lessons`() throws {
    #expect(try ObligationSchool(kinds: [Self.plan(.teacher)]).obligations().isEmpty)
  }

  @Test func `coverage counts by class, subject and week what has a plan and what is approved`() throws {
    let school = ObligationSchool(kinds: [Self.plan(.teacher)])
    let records = try school.records(["an/tuan-1/a.md", "an/tuan-4/b.md"])
    let contents = try Self.contents([("toan", "4a", 1), ("toan", "4a", nil)])
    let view = SchoolView(
      rulebook: school.rulebook, year: ObligationSchool.year, commits: [], records: records, decisions: [],
      obligations: [], moment: Moment(seconds: 0, offset: 420), contents: contents)
    let coverage = CurriculumCoverage(of: view)
    #expect(
      coverage.rows.map { "\($0.schoolClass) \($0.subject) \($0.week): \($0.planned) \($0.approved) \($0.missing)" }
        == [
          "4a toan 1: 1 0 []", "4a toan 2: 0 0 [2]", "4a toan 4: 0 0 [3]", "4b khoa-hoc 2: 0 0 [1]",
          "4b toan 1: 1 0 []", "4b toan 2: 0 0 [2]", "4b toan 4: 0 0 [3]",
        ])
    #expect(coverage.unnumbered == [ClassSubject(schoolClass: "4a", subject: "toan"): 1])
  }

}
