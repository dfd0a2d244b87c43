internal import HosoCore
internal import Testing

/// 003: a provincial guideline for secondary schools.
struct Profile003Tests {
  private let rules = Result { try ProfileRules("003") }

  @Test func `its kinds are those that the guideline names`() throws {
    #expect(
      try rules.get().codes == [
        "K2", "K3", "K4", "K8", "K15", "K16", "K17", "K18", "K19", "K20", "K24", "K25", "K30", "K31", "K32", "K43",
        "K44", "K45",
        "K46", "K47", "K48",
      ])
  }

  @Test func `plans are approved by signature, of whom the guideline does not say: 003 PL I.5`() throws {
    let rules = try rules.get()
    #expect(try rules.chain("lesson-plan") == ["head-of-team vice-principal principal: 003 PL I.5"])
    for id in ["team-plan", "activity-plan"] {
      #expect(try rules.chain(id) == ["vice-principal principal: 003 PL I.5"])
    }
    for id in ["lesson-plan", "team-plan", "activity-plan"] {
      #expect(try rules.kind(id).field(named: "ban-ki")?.format == .sha256)
      #expect(try rules.printing(id) == "not required: 003 PL I.5")
    }
  }

  @Test func `whoever is named remarks on lesson plans and books: 003 PL II.4`() throws {
    #expect(try rules.get().kind("review-note").reviews == .all)
    #expect(try rules.get().basis("review-note") == "003 PL II.4")
  }

  @Test func `a lesson plan has the sixteen parts of CV 5512 and ends with what was learned: 003 PL I.5`() throws {
    let sections = try rules.get().kind("lesson-plan").sections
    #expect(sections.count { $0.level == 4 } == 16)
    let last = try #require(sections.last)
    #expect(last.title == "IV. Rút kinh nghiệm" && last.mayBeEmpty && last.isOpenAfterApproval)
    #expect(try rules.get().kind("lesson-plan").field(named: "bai-so")?.type == .integer)
  }

  @Test func `marks of a test are entered within seven working days: 003 PL II.1`() throws {
    let rules = try rules.get()
    let deadline = try rules.deadline("class-gradebook")
    #expect(deadline.day == .relative(.after, .test(nil), .workingDays(7)) && deadline.basis == "003 PL II.1")
    #expect(try rules.rhythm("class-gradebook") == "classSubject test")
    let columns = try rules.kind("class-gradebook").fields.filter { $0.test != nil }
    #expect(columns.map { "\($0.name) \($0.test ?? "")" } == ["gk giua-ki", "ck cuoi-ki"])
  }

  @Test func `results of the summer are entered before 15 August: 003 PL II.1`() throws {
    let deadline = try rules.get().deadline("summer-results")
    let day = Kind.Deadline.YearDay(month: 8, day: 15, isAfterYear: true)
    #expect(deadline.day == .before(day) && deadline.basis == "003 PL II.1")
  }

  @Test func `no day is named for lesson plans`() throws {
    #expect(try rules.get().kind("lesson-plan").deadline == nil)
  }

  @Test func `marks are locked when the time for entering is over, by the principal: 003 PL II.1, IV.1`() throws {
    #expect(try rules.get().lock("class-gradebook") == "entry / principal: 003 PL II.1, IV.1")
    #expect(try rules.get().lock("transcript") == "year / principal: 003 PL IV.1")
  }

  @Test func `principal, requester and admin sign a correction: 003 PL II.1-2`() throws {
    #expect(
      try rules.get().procedures
        == ["before-test", "test-marks", "locked-data"].map {
          "\($0): role:principal, requester, role:admin; 003 PL II.1-2"
        })
  }

  @Test func `marks are corrected until a week before the semester test: 003 PL II.2`() throws {
    let rules = try rules.get()
    #expect(try rules.procedure("before-test").limit == .before(tests: ["cuoi-ki-1", "cuoi-ki-2"], days: 7))
    #expect(try rules.procedure("test-marks").limit == nil)
    // A mark of the time before the test has no way around the limit.
    for column in ["tx-1", "gk"] {
      let fitting = rules.rulebook.procedures.filter { $0.covers("class-gradebook", column: column) }
      #expect(fitting.map(\.id) == ["before-test"])
    }
  }

  @Test func `the teacher's gradebook may be electronic: 003 PL I.1`() throws {
    #expect(try rules.get().basis("personal-gradebook") == "003 PL I.1")
    #expect(try rules.get().printing("personal-gradebook") == "periodic request: 003 PL I.1")
  }

  @Test func `books are printed when the guideline says: 003 PL III.1`() throws {
    let rules = try rules.get()
    #expect(try rules.printing("homeroom-book") == "year request: 003 PL III.1")
    #expect(try rules.printing("class-gradebook") == "year: 003 PL III.1")
    #expect(try rules.printing("transcript") == "year request: 003 PL III.1")
    #expect(try rules.printing("pupil-register") == "course: 003 PL III.1")
    #expect(try rules.printing("class-log") == "term: 003 PL III.1")
  }

  @Test func `attendance is weekly: 003 PL IV.4`() throws {
    #expect(try rules.get().rhythm("attendance") == "class week")
    #expect(try rules.get().rulebook.kind("attendance-summary") == nil)
  }

  @Test func `the principal heads the board: 003 PL IV.1`() throws {
    #expect(try rules.get().headOfBoard() == [.principal])
    #expect(try rules.get().chain("result-confirmation") == ["principal: 003 PL IV.1"])
  }

  @Test func `transcripts are references with the checksum of the signed copy: 003 PL III`() throws {
    let transcript = try rules.get().kind("transcript")
    #expect(transcript.fields.map(\.name) == ["ma", "he-thong", "dinh-danh", "sha256", "ngay", "nguoi-nop"])
    #expect(transcript.field(named: "sha256")?.format == .sha256)
    #expect(transcript.roster != nil)
  }

  @Test func `evidence is kept until the pupil leaves, and no period is a number: 003 PL II.2`() throws {
    let rules = try rules.get()
    let line = try #require(rules.rulebook.retention["pupil-work"])
    #expect(line.starts == .pupilLeaves && line.basis == "003 PL II.2" && line.period == nil)
    #expect(try rules.kind("correction-minutes").keeping.retention == "correction")
    #expect(rules.rulebook.retention["correction"]?.starts == .pupilLeaves)
    #expect(rules.rulebook.retention.values.allSatisfy { $0.period == nil })
  }

  @Test func `both levels of secondary school have the same kinds`() throws {
    let upper = try ProfileRules("003", level: "upper-secondary")
    #expect(try rules.get().rulebook.kinds.map(\.id) == upper.rulebook.kinds.map(\.id))
    #expect(upper.rulebook.subjects["vat-li"] != nil)
    #expect(try rules.get().rulebook.subjects["khtn"] != nil)
  }
}
