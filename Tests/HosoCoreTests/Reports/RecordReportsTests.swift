internal import GitObjects
internal import HosoCore
internal import Testing

/// The reports over records, against figures that were counted by hand from `ReportSchool+Year.swift`.
struct RecordReportsTests {
  private func report(_ id: ReportID, _ change: (inout ReportScope) -> Void = { _ in }) throws -> Report {
    var scope = ReportScope()
    change(&scope)
    return try id.report(from: ReportSchool.halfYear().source(at: ReportSchool.now), scope)
  }

  @Test func `P1: who is late and who has not handed in, by team, person and deadline`() throws {
    let names = ["team", "owner", "period", "days", "what"]
    let late = try report(.late)
    // From the deadline to 15 January 2025, 08:00.
    #expect(
      late.lines(names) == [
        "to-1 an week-2 1.0 late", "to-1 an week-3 108.6 missing", "to-2 cuc week-3 108.6 missing",
        "to-2 han week-1 129.6 missing", "to-2 han week-2 122.6 missing", "to-2 han week-3 108.6 missing",
      ])
    #expect(late.rows[0].last?.identifier == "2024-2025/ke-hoach-bai-day/to-1/an/tuan-02/a.md")
    #expect(try report(.late) { $0.team = "to-1" }.rows.count == 2)
    #expect(try report(.late) { $0.week = 2 }.lines(names).count == 2)
    #expect(try report(.late) { $0.person = "han" }.rows.count == 3)
    #expect(try report(.late) { $0.term = 2 }.rows.isEmpty)
    // Week 3 ends in October.
    #expect(try report(.late) { $0.month = 10 }.rows.count == 3)
  }

  @Test func `P1: the same counted by team, person, week and kind`() throws {
    let byTeam = try report(.late) { $0.grouping = .team }
    #expect(byTeam.lines() == ["to-1 1 1 2", "to-2 0 4 4"] && byTeam.total() == "total 1 5 6")
    #expect(try report(.late) { $0.grouping = .person }.lines() == ["an 1 1 2", "cuc 0 1 1", "han 0 3 3"])
    #expect(try report(.late) { $0.grouping = .week }.lines() == ["week-1 0 1 1", "week-2 1 1 2", "week-3 0 3 3"])
    #expect(try report(.late) { $0.grouping = .kind }.lines() == ["lesson-plan 1 5 6"])
    #expect(try report(.late) { $0.grouping = .schoolClass }.lines() == ["4a 1 0 1", "none 0 5 5"])
  }

  @Test func `P1: what is not due yet at the time asked about is not missing`() throws {
    // What came on the day after is not there yet.
    let source = try ReportSchool.halfYear().source(at: "2024-09-14 17:00")
    #expect(try ReportID.late.report(from: source).lines(["owner", "period"]) == ["han week-1"])
    #expect(try ReportID.statistics.report(from: source).total(["records"]) == "5")
  }

  @Test func `P10: each step that is lacking, and who may give it`() throws {
    let lacking = try report(.signatures)
    #expect(
      lacking.lines(["owner", "period", "state", "step", "waits-for", "days"]) == [
        // Of week 1 the second step was taken before the first, and counts for nothing.
        "an week-2 returned 1 an 121", "cuc week-1 submitted 1 han 129", "cuc week-1 submitted 2 em 129",
        "cuc week-2 submitted 1 han 122", "cuc week-2 submitted 2 em 122",
      ])
    #expect(try report(.signatures) { $0.team = "to-1" }.rows.count == 1)
    #expect(try report(.signatures) { $0.kind = "class-list" }.rows.isEmpty)
  }

  @Test func `P11: each person's records on time, late, missing, returned and approved, with rates`() throws {
    let compliance = try report(.compliance)
    #expect(
      compliance.lines() == [
        "an to-1 3 1 1 1 33.3 1 2 1 50.0", "cuc to-2 2 2 0 1 66.7 0 2 0 0.0", "han to-2 0 0 0 3 0.0 0 0 0 -",
      ])
    #expect(compliance.total() == "total - 5 3 1 5 33.3 1 4 1 25.0")
    #expect(
      try report(.compliance) { $0.week = 1 }.lines(["person", "on-time", "missing"]) == [
        "an 1 0", "cuc 1 0", "han 0 1",
      ])
  }

  @Test func `P12: counts by kind, state, team, person, class, month and term`() throws {
    let byKind = try report(.statistics)
    #expect(
      byKind.lines() == [
        "lesson-plan 4 2 1 0 1 0 1 5", "class-list 2 0 0 0 0 2 0 0", "class-gradebook 2 0 0 0 0 2 0 0",
        "personal-gradebook 1 0 0 0 0 1 0 0",
      ])
    #expect(byKind.total() == "total 9 2 1 0 1 5 1 5")
    func lines(_ grouping: ReportGrouping) throws -> [String] {
      try report(.statistics) { $0.grouping = grouping }.lines([grouping.rawValue, "records", "missing"])
    }
    #expect(try lines(.state) == ["kept 5 0", "submitted 2 0", "returned 1 0", "approved 1 0", "missing 0 5"])
    #expect(try lines(.team) == ["to-1 3 1", "to-2 2 4", "none 4 0"])
    #expect(try lines(.person) == ["an 3 1", "cuc 2 1", "han 0 3", "none 4 0"])
    #expect(try lines(.schoolClass) == ["4a 6 0", "4b 3 0", "none 0 5"])
    #expect(try lines(.month) == ["month-9 6 2", "month-10 0 3", "month-11 1 0", "month-1 2 0"])
    #expect(try lines(.term) == ["term-1 9 5"])
  }

  @Test func `P15: comments and reasons, record by record`() throws {
    #expect(
      try report(.remarks).lines(["owner", "period", "by", "decision", "remark"]) == [
        "an week-1 em approve Câu hỏi rõ.", "an week-2 binh return Thiếu đáp án.",
      ])
    #expect(try report(.remarks) { $0.person = "cuc" }.rows.isEmpty)
  }

  @Test func `P15: notes of reviewers stand among the decisions, in the order of time`() throws {
    let school = try ReportSchool.halfYear()
    let path = "2024-2025/ke-hoach-bai-day/to-1/an/tuan-01/a.md"
    let fields = [("ho-so", path), ("ban", String(repeating: "a", count: 40)), ("diem", "8.5")].map {
      Field(name: $0.0, value: $0.1, line: 1, column: 1)
    }
    let record = Record(
      path: try RecordPath("2024-2025/nhan-xet/em/a.md"), kind: SmallSchool.lessonPlan, place: Place([.person: "em"]),
      fields: fields, outline: .empty, table: nil)
    let note = try #require(
      ReviewNote(record, bytes: Array("Nên thêm ví dụ.\n".utf8), at: ReportSchool.moment("2024-09-07 19:00")))
    let source = try school.source(at: ReportSchool.now, notes: [note])
    #expect(
      try ReportID.remarks.report(from: source).lines(["period", "by", "decision", "remark", "points"]) == [
        "week-1 em note Nên thêm ví dụ. 8.50", "week-1 em approve Câu hỏi rõ. -", "week-2 binh return Thiếu đáp án. -",
      ])
  }

  @Test func `evidence: date, class, periods, state, who approved when`() throws {
    let sheet = try report(.evidence) { $0.person = "an" }
    #expect(
      sheet.lines(["date", "class", "subject", "lesson", "periods", "state", "approved-by", "approved"]) == [
        "2024-09-10 4a toan Ôn tập 2 approved binh em 2024-09-08 08:00", "2024-09-17 4a toan So sánh 1 returned - -",
        "2024-11-08 4a -  - kept - -", "2025-01-14 4a toan  - kept - -",
      ])
    #expect(sheet.totals[5] == .count(3))
    #expect(try report(.evidence) { ($0.person, $0.month) = ("an", 9) }.rows.count == 2)
    #expect(try report(.evidence) { ($0.person, $0.schoolClass) = ("cuc", "4b") }.lines(["lesson"]) == ["Unit 2"])
  }

  @Test func `evidence without a person says how much each did`() throws {
    #expect(
      try report(.evidence).lines() == [
        "an to-1 4 3 1 2024-09-10 2025-01-14", "cuc to-2 2 3 0 2024-09-11 2024-09-18",
        "em - 2 0 0 2024-09-05 2024-09-05", "han to-2 1 0 0 2025-01-11 2025-01-11",
      ])
  }

  @Test func `P8: keys by what is to be done about them`() throws {
    let accounts = try report(.accounts)
    #expect(
      accounts.lines(["person", "line", "days", "state"]) == [
        "giang 5 - left", "xa-la@truong.example 8 - unknown", "cuc 3 -14 expired", "em - - no-key", "an 1 16 expiring",
        "binh 2 - endless", "dung 4 350 valid", "han 7 197 valid",
      ])
    #expect(try report(.accounts) { $0.days = 10 }.lines(["person", "state"]).contains("an valid"))
    #expect(try report(.accounts) { $0.team = "to-2" }.lines(["person", "state"]) == ["cuc expired", "han valid"])
  }

  @Test func `what was unlocked and not locked again stands scope by scope`() throws {
    let scopes = try ["2024-2025/lop/4a/danh-sach.csv", "2024-2025/lop/4b/danh-sach.csv"].map { try RecordPath($0) }
    func lock(_ verb: LockDecision.Verb, _ scopes: [RecordPath], _ time: String, opens: [String] = []) -> RecordedLock {
      RecordedLock(
        tag: "\(verb.rawValue)/\(time)", tagID: .zero,
        decision: LockDecision(
          verb: verb, role: .principal, person: "dung", moment: ReportSchool.moment(time), commit: .zero,
          scopes: scopes,
          opens: opens, number: "16/QĐ", reason: "Sai ngày sinh", policy: 1), template: nil)
    }
    let first = lock(.lock, scopes, "2024-10-01 08:00")
    let locks = Locks([
      first, lock(.unlock, scopes, "2025-01-05 08:00", opens: [first.tag]),
      lock(.lock, [scopes[1]], "2025-01-06 08:00"),
    ])
    let source = try ReportSchool.halfYear().source(at: ReportSchool.now, locks: locks)
    #expect(
      try ReportID.openUnlocks.report(from: source).lines(["days", "scope", "person", "number", "reason"]) == [
        "10 2024-2025/lop/4a/danh-sach.csv dung 16/QĐ Sai ngày sinh"
      ])
    #expect(try report(.openUnlocks).rows.isEmpty)
  }
}
