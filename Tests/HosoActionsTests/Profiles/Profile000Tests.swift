internal import HosoCore
internal import Testing

/// 000: a primary school.
struct Profile000Tests {
  private let rules = Result { try ProfileRules("000") }

  @Test func `its kinds are those that the regulation names`() throws {
    #expect(
      try rules.get().codes == [
        "K1", "K2", "K4", "K5", "K6", "K7", "K9", "K10", "K11", "K12", "K13", "K14", "K15", "K17", "K18", "K24", "K25",
        "K26", "K27", "K28", "K35", "K36", "K37", "K43", "K44", "K45",
      ])
  }

  @Test func `the team signs a lesson plan and the deputy approves it: 000 Đ6.3 and 000 Đ7.2`() throws {
    #expect(try rules.get().chain("lesson-plan") == ["head-of-team principal: 000 Đ6.3", "vice-principal: 000 Đ7.2"])
  }

  @Test func `a lesson plan has the parts of CV 2345: 000 Đ6.3`() throws {
    let sections = try rules.get().kind("lesson-plan").sections
    #expect(sections.filter { $0.level == 2 }.map(\.title).first == "1. Yêu cầu cần đạt")
    #expect(sections.last?.title == "4. Điều chỉnh sau bài dạy")
    #expect(sections.last?.isOpenAfterApproval == true)
  }

  @Test func `a lesson plan is due on Saturday of the week before: 000 Đ6.3`() throws {
    let deadline = try rules.get().deadline("lesson-plan")
    #expect(deadline.day == .weekday(6, week: -1) && deadline.minutes == 23 * 60 + 59)
    #expect(deadline.basis == "000 Đ6.3")
  }

  @Test func `taught online it is put in from Friday to Saturday of the week before: 000 Đ6.3`() throws {
    #expect(try rules.get().deadline("lesson-plan").onlineOpening == 5)
  }

  @Test func `a professional-development report is due at the end of the term: 000 Đ6.3`() throws {
    let deadline = try rules.get().deadline("development-report")
    #expect(deadline.day == .relative(.after, .term, .days(0)) && deadline.basis == "000 Đ6.3")
  }

  @Test func `the principal decides locks, at no fixed time: 000 Đ3, Đ4`() throws {
    #expect(try rules.get().lock("class-gradebook") == " / principal: 000 Đ3, Đ4")
  }

  @Test func `the principal heads the board and approves its decision: 000 Đ3, 000 Đ4`() throws {
    #expect(try rules.get().headOfBoard() == [.principal])
    #expect(try rules.get().chain("board-decision") == ["principal: 000 Đ3"])
    #expect(try rules.get().basis("board-decision") == "000 Đ4")
  }

  @Test func `attendance and conduct are weekly and monthly: 000 Đ6.2`() throws {
    let rules = try rules.get()
    for id in ["attendance", "conduct"] { #expect(try rules.rhythm(id) == "class week") }
    for id in ["attendance-summary", "conduct-summary"] { #expect(try rules.rhythm(id) == "class month") }
    #expect(try rules.basis("attendance") == "000 Đ6.2")
  }

  @Test func `honours are those of primary schools: 000 Đ6.2`() throws {
    #expect(try rules.get().values("year-results", "danh-hieu") == ["Xuất sắc", "Tiêu biểu"])
    #expect(try rules.get().basis("year-results") == "000 Đ6.2")
  }

  @Test func `a professional-development report is due each term, topics each month: 000 Đ6.3`() throws {
    #expect(try rules.get().rhythm("development-report") == "teacher term")
    #expect(try rules.get().rhythm("development-topic") == "school month")
  }

  @Test func `marks are whole numbers and levels T, H, C, a table for the class`() throws {
    let book = try rules.get().kind("class-gradebook")
    #expect(book.place.text == "{year}/lop/{class}/so-diem/hoc-ki-{term}.csv")
    #expect(book.field(named: "toan-ck")?.type == .integer)
    #expect(book.field(named: "toan-muc")?.allowed == ["T", "H", "C"])
  }

  @Test func `the regulation knows no correction of what is locked`() throws {
    #expect(try rules.get().procedures.isEmpty)
  }

  @Test func `what the regulation does not say is left open`() throws {
    let rules = try rules.get()
    #expect(try rules.chain("team-resolution").isEmpty)
    #expect(try rules.kind("team-plan").approvals.isEmpty)
    #expect(try rules.kind("homeroom-book").deadline == nil)
    #expect(rules.rulebook.retention.values.allSatisfy { $0.period == nil && $0.verifiedBy == nil })
  }
}
