internal import HosoCore
internal import Testing

/// 001: an upper-secondary school.
struct Profile001Tests {
  private let rules = Result { try ProfileRules("001") }

  @Test func `its kinds are those that the regulation names`() throws {
    #expect(
      try rules.get().codes == [
        "K17", "K23", "K24", "K25", "K29", "K30", "K31", "K32", "K33", "K34", "K35", "K36", "K37", "K38", "K39",
        "K40",
        "K41", "K42",
        "K43",
      ])
  }

  @Test func `the principal approves the class gradebook when all have entered: 001 Đ3.4`() throws {
    #expect(try rules.get().chain("class-gradebook") == ["principal: 001 Đ3.4"])
  }

  @Test func `head of team confirms and deputy agrees to a mark-check sheet: 001 Đ11.2`() throws {
    #expect(try rules.get().chain("mark-check") == ["head-of-team principal: 001 Đ11.2", "vice-principal: 001 Đ11.2"])
    #expect(try rules.get().printing("mark-check") == "test: 001 Đ11.2")
  }

  @Test func `marks are checked until a week before the semester test: 001 Đ11.2`() throws {
    let deadline = try rules.get().deadline("mark-check")
    #expect(deadline.day == .relative(.before, .test("cuoi-ki"), .days(7)) && deadline.basis == "001 Đ11.2")
  }

  @Test func `teacher, head of team and deputy sign a correction: 001 Đ11.2 and 001 Đ11.3`() throws {
    #expect(
      try rules.get().procedures == [
        "before-test: requester, head-of-team, role:vice-principal; 001 Đ11.2",
        "test-marks: requester, head-of-team; 001 Đ11.3",
      ])
  }

  @Test func `marks are corrected until a week before the test, the test's own within three days: 001 Đ11`() throws {
    let rules = try rules.get()
    #expect(try rules.procedure("before-test").limit == .before(tests: ["cuoi-ki-1", "cuoi-ki-2"], days: 7))
    #expect(try rules.procedure("test-marks").limit == .after(field: "ngay-in", days: 3))
    #expect(try rules.procedure("test-marks").covers("class-gradebook", column: "ck"))
    #expect(try !rules.procedure("before-test").covers("class-gradebook", column: "ck"))
  }

  @Test func `the deputy remarks on the gradebooks each month: 001 Đ4.1`() throws {
    let rules = try rules.get()
    #expect(try rules.kind("gradebook-remark").reviews == .kinds(["class-gradebook"]))
    #expect(try rules.rhythm("gradebook-remark") == "vicePrincipal month")
    #expect(try rules.basis("gradebook-remark") == "001 Đ4.1")
  }

  @Test func `an article is approved by deputy or principal before it is posted: 001 Đ3.6, Đ13`() throws {
    #expect(try rules.get().chain("news-article") == ["vice-principal principal: 001 Đ3.6, Đ13"])
  }

  @Test func `the head of team appraises a topic product: 001 Đ5.4`() throws {
    #expect(try rules.get().chain("topic-product") == ["head-of-team vice-principal: 001 Đ5.4"])
  }

  @Test func `attendance is monthly: 001 Đ7.3`() throws {
    #expect(try rules.get().rhythm("attendance-summary") == "class month")
    #expect(try rules.get().basis("attendance-summary") == "001 Đ7.3")
    #expect(try rules.get().rulebook.kind("attendance") == nil)
  }

  @Test func `honours are those of secondary schools: 001 Đ7`() throws {
    #expect(try rules.get().values("year-results", "danh-hieu") == ["Xuất sắc", "Giỏi", "Tiên tiến"])
    #expect(try rules.get().basis("year-results") == "001 Đ7")
  }

  @Test func `pupil files have the least fields that the regulation lists, in a limited folder: 001 Đ7.1`() throws {
    let rules = try rules.get()
    let names = try rules.kind("pupil-file").fields.map(\.name)
    #expect(
      names == [
        "ma", "ho-ten", "ngay-sinh", "dan-toc", "gioi-tinh", "dia-chi", "thuong-tru", "dien-chinh-sach", "cha-me",
        "dien-thoai",
      ])
    #expect(rules.rulebook.grants.contains { $0.folder.text == "{year}/hoc-sinh" && $0.isLimited })
  }

  @Test func `marks go from 0 to 10 in tenths, a table for each subject, written by who teaches it: 001 Đ8`() throws {
    let rules = try rules.get()
    let book = try rules.kind("class-gradebook")
    #expect(book.place.text == "{year}/lop/{class}/so-diem/{subject}/hoc-ki-{term}.csv")
    let column = try #require(book.field(named: "gk"))
    #expect(column.type == .number && column.minimum == 0 && column.maximum == 10)
    #expect(column.multipleOf?.text == "0.1")
    let folder = "{year}/lop/{class}/so-diem/{subject}"
    #expect(
      rules.rulebook.grants.filter { $0.folder.text == folder }.map { "\($0.grantee.text) \($0.role) \($0.isLimited)" }
        == [
          "everyone viewer true", "subject-teacher contributor false", "role:admin contributor false",
          "role:vice-principal commenter false",
        ])
  }

  @Test func `lesson plans are not in the regulation and can be added as upper-secondary schools write them`() throws {
    #expect(try rules.get().rulebook.kind("lesson-plan") == nil)
    let more = try ProfileRules("001", also: ["lesson-plan"])
    #expect(try more.kind("lesson-plan").sections.count == 26)
    #expect(try more.kind("lesson-plan").approvals.isEmpty)
  }
}
