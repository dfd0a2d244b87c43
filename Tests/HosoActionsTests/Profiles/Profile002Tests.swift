internal import HosoCore
internal import Testing

/// 002: a lower-secondary school.
struct Profile002Tests {
  private let rules = Result { try ProfileRules("002") }

  @Test func `its kinds are those that the regulation names`() throws {
    #expect(
      try rules.get().codes == [
        "K4", "K17", "K19", "K20", "K21", "K22", "K23", "K24", "K25", "K26", "K31", "K32", "K43", "K44", "K45",
      ])
  }

  @Test func `the teacher's gradebook is on paper and no kind here: 002 I.1`() throws {
    #expect(try rules.get().rulebook.kind("personal-gradebook") == nil)
  }

  @Test func `nobody is named to approve a lesson plan, and it needs no paper: 002 I.2`() throws {
    #expect(try rules.get().chain("lesson-plan").isEmpty)
    #expect(try rules.get().kind("lesson-plan").deadline == nil)
    #expect(try rules.get().printing("lesson-plan") == "not required: 002 I.2")
  }

  @Test func `schedule, equipment register and contact book need no paper: 002 I.2`() throws {
    for id in ["teaching-schedule", "equipment-register", "contact-book"] {
      #expect(try rules.get().printing(id) == "not required: 002 I.2")
    }
  }

  @Test func `the register is a reference with a checksum, printed each course: 002 I.1`() throws {
    let rules = try rules.get()
    #expect(try rules.kind("pupil-register").field(named: "sha256")?.format == .sha256)
    #expect(try rules.printing("pupil-register") == "course: 002 I.1")
    #expect(try rules.printing("class-log") == "term: 002 I.1")
  }

  @Test func `the principal decides locks: 002 II.1`() throws {
    #expect(try rules.get().lock("class-gradebook") == " / principal: 002 II.1")
  }

  @Test func `the principal signs a correction on the request form, without a day: 002 II.1`() throws {
    #expect(try rules.get().procedures == ["request-form: role:principal; 002 II.1"])
    #expect(try rules.get().procedure("request-form").limit == nil)
  }

  @Test func `the principal heads the board: 002 II.1`() throws {
    #expect(try rules.get().headOfBoard() == [.principal])
    #expect(try rules.get().chain("board-decision") == ["principal: 002 II.1"])
  }

  @Test func `attendance is weekly and monthly: 002 II.4`() throws {
    #expect(try rules.get().rhythm("attendance") == "class week")
    #expect(try rules.get().rhythm("attendance-summary") == "class month")
    #expect(try rules.get().basis("attendance") == "002 II.4")
  }

  @Test func `honours are those of secondary schools: 002 II.4`() throws {
    #expect(try rules.get().values("year-results", "danh-hieu") == ["Xuất sắc", "Giỏi", "Tiên tiến"])
  }

  @Test func `a lesson plan has the sixteen parts of CV 5512 and no block after the lesson`() throws {
    let sections = try rules.get().kind("lesson-plan").sections
    #expect(sections.count { $0.level == 4 } == 16)
    #expect(!sections.contains { $0.title.contains("Rút kinh nghiệm") })
  }
}
