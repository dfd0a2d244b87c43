internal import HosoCore
internal import Testing

struct CorrectionProcedureTests {
  private typealias Signer = CorrectionProcedure.Signer

  private static func procedure(
    _ signers: [[Signer]], columns: [String] = [], kinds: [ListID] = [], limit: CorrectionProcedure.Limit? = nil
  ) -> CorrectionProcedure {
    CorrectionProcedure(
      id: "p", title: Localized(vi: "p", en: "p"), clause: "003 PL II.1-2", kinds: kinds, columns: columns,
      signers: signers, appliers: [.requester], limit: limit)
  }

  @Test(arguments: ["requester", "head-of-team", "role:principal", "role:vice-principal", "person:nva"])
  func `a word is written as it is read`(text: String) { #expect(CorrectionProcedure.Signer(text)?.text == text) }

  @Test(arguments: ["", "role", "role:", "role:king", "person:", "owner", "requester:x", "Requester"])
  func `any other word is none`(text: String) { #expect(CorrectionProcedure.Signer(text) == nil) }

  @Test func `each consent is of another person, counted once`() {
    let three = Self.procedure([[.role(.principal)], [.requester], [.role(.admin)]])
    #expect(three.missingSigners(given: []).count == 3)
    #expect(
      three.missingSigners(given: [("a", .role(.principal)), ("b", .requester), ("c", .role(.admin))]).isEmpty)
    #expect(
      three.missingSigners(given: [("a", .role(.principal)), ("b", .requester), ("a", .role(.admin))]).count == 1)
    #expect(
      three.missingSigners(given: [("a", .role(.principal)), ("d", .role(.principal)), ("b", .requester)])
        == [[.role(.admin)]])
  }

  @Test func `of several ways to count the one that leaves least is taken`() {
    let either = Self.procedure([[.role(.principal), .role(.vicePrincipal)], [.role(.vicePrincipal)]])
    #expect(either.missingSigners(given: [("a", .role(.vicePrincipal)), ("b", .role(.principal))]).isEmpty)
    #expect(
      either.missingSigners(given: [("a", .role(.vicePrincipal))]) == [[.role(.vicePrincipal)]]
        || either.missingSigners(given: [("a", .role(.vicePrincipal))])
          == [[.role(.principal), .role(.vicePrincipal)]]
    )
  }

  @Test func `the requester is meant as requester alone`() throws {
    let rulebook = try SmallSchool.rulebook()
    func isMeant(_ person: ListID, _ signer: Signer, requester: ListID) -> Bool {
      rulebook.isMeant(SmallSchool.person(person), by: signer, requester: requester)
    }
    #expect(isMeant("an", .requester, requester: "an"))
    #expect(!isMeant("binh", .requester, requester: "an"))
    #expect(isMeant("binh", .headOfTeam, requester: "an"))
    #expect(!isMeant("cuc", .headOfTeam, requester: "an"))
    #expect(!isMeant("binh", .headOfTeam, requester: "binh"))
    #expect(isMeant("dung", .role(.principal), requester: "an"))
    #expect(!isMeant("dung", .role(.principal), requester: "dung"))
    #expect(isMeant("em", .person("em"), requester: "an"))
    #expect(!isMeant("an", .person("an"), requester: "an"))
  }

  @Test func `a procedure covers its kinds and columns, and with columns nothing as a whole`() {
    #expect(Self.procedure([]).covers("class-list", column: nil))
    #expect(!Self.procedure([], kinds: ["gradebook"]).covers("class-list", column: "ten"))
    let columns = Self.procedure([], columns: ["toan"])
    #expect(columns.covers("gradebook", column: "toan"))
    #expect(!columns.covers("gradebook", column: "van"))
    #expect(!columns.covers("gradebook", column: nil))
  }

  // MARK: limits

  private static let book = "2024-2025/lop/4a/so-diem/hoc-ki-1.md"

  private static func end(
    _ limit: CorrectionProcedure.Limit?, book: String = book, fields: [String: String] = [:], on date: String
  ) throws -> CorrectionEnd {
    let kinds = [
      SmallSchool.kind("gradebook", "{year}/lop/{class}/so-diem/hoc-ki-{term}.md"),
      SmallSchool.kind("class-list", "{year}/lop/{class}/{slug}.md"),
    ]
    var spans = SmallSchool.calendar.spans
    for (id, from) in [("gk1", "2024-11-04"), ("ck1", "2025-01-06"), ("ck2", "2025-05-12")] {
      let day = try #require(SchoolDate(from))
      spans.append(
        SchoolCalendar.Span(period: .test, id: id, title: id, from: day, to: day, isOnline: false, line: 9))
    }
    let plain = try SmallSchool.rulebook(kinds: kinds)
    let rulebook = Rulebook(
      school: plain.school, people: plain.people, teams: plain.teams, classes: plain.classes, subjects: [:],
      grants: [], kinds: kinds, calendars: [SmallSchool.year: SchoolCalendar(year: SmallSchool.year, spans: spans)],
      assignments: [:], signers: [])
    let folder = try #require(CaseFolder(year: SmallSchool.year, name: "x"))
    let read = CorrectionCase(
      folder: folder, title: "", requester: "an", procedure: "p", fields: fields,
      records: [
        CorrectionCase.Target(path: try RecordPath(book), old: MemorySnapshot.id("a"), new: MemorySnapshot.id("b"))
      ], cells: [], evidence: [], texts: [:])
    return rulebook.lastDay(
      of: procedure([], limit: limit), for: read, on: try #require(SchoolDate(date)))
  }

  @Test func `D8: the last day is a week before the end-of-term test of the book's term`() throws {
    let limit = CorrectionProcedure.Limit.before(tests: ["ck1", "ck2"], days: 7)
    #expect(try Self.end(limit, on: "2024-12-01") == .day(try #require(SchoolDate("2024-12-30"))))
    let second = "2024-2025/lop/4a/so-diem/hoc-ki-2.md"
    #expect(try Self.end(limit, book: second, on: "2024-12-01") == .day(try #require(SchoolDate("2025-05-05"))))
  }

  @Test func `a book without a term follows the term that has begun last`() throws {
    let limit = CorrectionProcedure.Limit.before(tests: ["ck1", "ck2"], days: 7)
    let list = "2024-2025/lop/4a/danh-sach.md"
    #expect(try Self.end(limit, book: list, on: "2024-12-01") == .day(try #require(SchoolDate("2024-12-30"))))
    #expect(try Self.end(limit, book: list, on: "2025-01-18") == .day(try #require(SchoolDate("2024-12-30"))))
    #expect(try Self.end(limit, book: list, on: "2025-07-01") == .day(try #require(SchoolDate("2025-05-05"))))
  }

  @Test func `a limit that cannot be told lets nothing through`() throws {
    #expect(try Self.end(.before(tests: ["ck3"], days: 7), on: "2024-12-01") == .unknown("no-test"))
    let third = "2024-2025/lop/4a/so-diem/hoc-ki-3.md"
    #expect(try Self.end(.before(tests: ["ck1"], days: 7), book: third, on: "2024-12-01") == .unknown("no-test"))
    #expect(try Self.end(.after(field: "ngay-in", days: 3), on: "2024-12-01") == .unknown("no-date"))
    #expect(try Self.end(nil, on: "2024-12-01") == .none)
  }

  @Test func `W10: three days after the check print`() throws {
    let end = try Self.end(.after(field: "ngay-in", days: 3), fields: ["ngay-in": "2025-01-13"], on: "2025-01-14")
    #expect(end == .day(try #require(SchoolDate("2025-01-16"))))
  }
}
