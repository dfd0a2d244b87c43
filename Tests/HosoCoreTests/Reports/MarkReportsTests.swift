internal import HosoCore
internal import Testing

/// The reports over books of marks, against figures that were counted by hand from `ReportSchool+Year.swift`.
struct MarkReportsTests {
  private func report(_ id: ReportID, _ change: (inout ReportScope) -> Void = { _ in }) throws -> Report {
    var scope = ReportScope()
    change(&scope)
    return try id.report(from: ReportSchool.halfYear().source(at: ReportSchool.now), scope)
  }

  @Test func `P2: filled cells of each column, against the test and with the last entry`() throws {
    let entry = try report(.markEntry)
    #expect(
      entry.lines() == [
        "term-1 4a toan-gk an 3 3 100.0 giua-ki-1 2024-11-07 - 2024-11-09 08:00 complete",
        "term-1 4a toan-ck an 3 3 100.0 cuoi-ki-1 2025-01-10 - 2025-01-11 08:00 complete",
        "term-1 4a tieng-anh-ck cuc 1 3 33.3 cuoi-ki-1 2025-01-10 - 2025-01-13 08:00 partial",
        "term-1 4a toan-muc an 3 3 100.0 - - - 2025-01-11 08:00 complete",
        "term-1 4b toan-gk han 2 2 100.0 giua-ki-1 2024-11-07 - 2025-01-11 09:00 complete",
        "term-1 4b toan-ck han 1 2 50.0 cuoi-ki-1 2025-01-10 - 2025-01-11 09:00 partial",
        "term-1 4b tieng-anh-ck cuc 0 2 0.0 cuoi-ki-1 2025-01-10 - - empty",
        "term-1 4b toan-muc han 1 2 50.0 - - - 2025-01-11 09:00 partial",
        "term-1 5a - - 0 - - - - - - no-book",
      ])
    #expect(entry.total(["filled", "cells", "percent"]) == "14 20 70.0")
    #expect(try report(.markEntry) { $0.schoolClass = "5a" }.rows.count == 1)
    #expect(try report(.markEntry) { $0.person = "cuc" }.rows.count == 2)
    #expect(try report(.markEntry) { $0.term = 2 }.rows.isEmpty)
  }

  @Test func `P2: a column is not behind before its test is over`() throws {
    let source = try ReportSchool.halfYear().source(at: "2025-01-10 08:00")
    let states = try ReportID.markEntry.report(from: source).lines(["class", "column", "state"])
    #expect(states.contains("4b toan-ck not-yet"))
  }

  @Test func `P3: marks at each step by class and together, and levels`() throws {
    let marks = try report(.marks)
    let steps = (0...10).map { "mark-\($0)" }
    let head = ["column", "class", "marks", "mean", "deviation", "lowest", "highest"]
    #expect(
      marks.lines(head) == [
        "toan-gk 4a 3 7.33 1.25 6 9", "toan-gk 4b 2 4.50 0.50 4 5", "toan-gk school 5 6.20 1.72 4 9",
        "toan-ck 4a 3 7.00 2.16 5 10", "toan-ck 4b 1 3.00 0.00 3 3", "toan-ck school 4 6.00 2.55 3 10",
        "tieng-anh-ck 4a 1 6.00 0.00 6 6", "tieng-anh-ck 4b 0 - - - -", "tieng-anh-ck school 1 6.00 0.00 6 6",
        "toan-muc 4a 3 - - - -", "toan-muc 4b 1 - - - -", "toan-muc school 4 - - - -",
      ])
    #expect(marks.lines(steps)[2] == "0 0 0 0 1 1 1 1 0 1 0")
    #expect(marks.lines(["level-1", "level-2", "level-3"])[11] == "1 2 1")
    #expect(marks.charts.map(\.count) == [5, 4, 1, 4])
    #expect(marks.charts[0].bars.filter { $0.count > 0 }.map(\.label) == ["4", "5", "6", "7", "9"])
    #expect(marks.charts[0].mean == RoundedNumber(units: 620, digits: 2))
    #expect(try report(.marks) { $0.schoolClass = "4a" }.charts[0].count == 3)
  }

  @Test func `P4: marks that stood in the book and were changed, by who changed them`() throws {
    let corrections = try report(.corrections)
    #expect(
      corrections.lines() == ["an to-1 1 0 1 1 1 2024-11-09 08:00", "cuc to-2 1 0 1 1 1 2025-01-13 08:00"])
    #expect(corrections.total(["cells", "pupils", "commits", "books"]) == "2 1 2 1")
    #expect(try report(.corrections) { $0.month = 11 }.rows.count == 1)
    #expect(try report(.corrections) { $0.schoolClass = "4b" }.rows.isEmpty)
  }

  @Test func `P4: a correction of a case is its requester's, whoever carried it out`() throws {
    let school = try ReportSchool.halfYear()
    let applied = try #require(school.commits.lastIndex { $0.person == "cuc" })
    let folder = try #require(CaseFolder(year: ReportSchool.year, name: "sua-tieng-anh"))
    let request = CorrectionCase(
      folder: folder, title: "", requester: "han", procedure: "x", fields: [:], records: [], cells: [], evidence: [],
      texts: [:])
    let status = CorrectionStatus(
      state: .applied, folder: folder, request: request, procedure: nil, words: [], missing: [], openedIn: nil,
      appliedIn: applied)
    let source = try school.source(at: ReportSchool.now, corrections: [status])
    #expect(
      try ReportID.corrections.report(from: source).lines(["person", "cells", "of-cases"]) == ["an 1 0", "han 1 1"])
  }

  @Test func `P2: where the kind sets a deadline for marks, a column is overdue behind it`() throws {
    // Seven working days behind 7 November and 10 January: 18 November and 21 January.
    let school = try ReportSchool.halfYear(hasDeadlineOfMarks: true)
    let early = try ReportID.markEntry.report(from: school.source(at: "2025-01-21 23:59"))
    #expect(early.lines(["class", "column", "due", "state"]).contains("4b toan-ck 2025-01-21 23:59 partial"))
    #expect(early.lines(["class", "column", "due", "state"]).contains("4a toan-gk 2024-11-18 23:59 complete"))
    let late = try ReportID.markEntry.report(from: school.source(at: "2025-01-22 00:00"))
    #expect(late.lines(["class", "column", "state"]).contains("4b tieng-anh-ck overdue"))
    // Both tests of 4a and 4b, and those of 5a, which has no book.
    var scope = ReportScope()
    scope.kind = "class-gradebook"
    let missing = try ReportID.late.report(from: school.source(at: "2025-01-22 00:00"), scope)
    #expect(missing.lines(["owner", "period", "what"]).contains("5a giua-ki-1 missing"))
  }

  @Test func `P5: classes far from the school's mean, the farthest first`() throws {
    let names = ["column", "class", "marks", "mean", "school-marks", "school-mean", "school-deviation", "difference"]
    #expect(
      try report(.outliers).lines(names) == [
        "toan-ck 4b 1 3.00 4 6.00 2.55 -1.18", "toan-gk 4b 2 4.50 5 6.20 1.72 -0.99",
        "toan-gk 4a 3 7.33 5 6.20 1.72 0.66",
      ])
    #expect(try report(.outliers) { $0.deviation = 1 }.rows.count == 1)
    #expect(try report(.outliers) { $0.deviation = 0 }.rows.count == 4)
    // Whatever part is asked for, the school's mean stays the school's.
    #expect(try report(.outliers) { $0.schoolClass = "4a" }.lines(["school-mean"]) == ["6.20"])
  }

  @Test func `P6: class sizes and who came and went, month by month`() throws {
    let sizes = try report(.classSize)
    #expect(sizes.lines() == ["4a month-9 - 0 0 3", "4a month-10 3 1 1 3", "4b month-9 - 0 0 2"])
    #expect(sizes.total() == "total - - 1 1 5")
    #expect(try report(.classSize) { $0.month = 10 }.lines() == ["4a month-10 3 1 1 3"])
  }

  @Test func `P7: pupils by level, and by mark in a range that is asked for; ids and no names`() throws {
    let names = ["class", "column", "value", "pupils", "ids"]
    #expect(
      try report(.lists).lines(names) == [
        "4a toan-muc T 1 p1", "4a toan-muc H 2 p2, p4", "4b toan-muc C 1 q1",
      ])
    #expect(
      try report(.lists) { $0.marks = 7...9 }.lines(names) == ["4a toan-gk 9 1 p1", "4a toan-gk 7 1 p4"])
    #expect(try report(.lists) { ($0.marks, $0.schoolClass) = (0...4, "4b") }.lines(names).count == 2)
  }

  @Test func `P9: cells on which the class's and the teacher's book disagree`() throws {
    let differences = try report(.agreement)
    #expect(
      differences.lines(["column", "pupil", "class-book", "other-book", "difference", "teacher"]) == [
        "toan-gk p4 7 8 different an", "toan-gk p9  5 not-in-class-book an", "toan-ck p2 5  empty-in-other-book an",
      ])
    #expect(try report(.agreement) { $0.schoolClass = "4b" }.rows.isEmpty)
  }

  @Test func `P13: tests with marks against tests of the calendar, by class and subject`() throws {
    let tests = try report(.tests)
    #expect(
      tests.lines() == [
        "term-1 4a toan an 2 2 2  1 1", "term-1 4a tieng-anh cuc 1 1 0  0 0", "term-1 4b toan han 2 2 1  1 1",
        "term-1 4b tieng-anh cuc 1 0 0 cuoi-ki-1 0 0",
      ])
    #expect(tests.total(["required", "given", "complete", "others", "others-filled"]) == "6 5 3 2 2")
    let before = try ReportSchool.halfYear().source(at: "2024-12-01 08:00")
    #expect(try ReportID.tests.report(from: before).total(["required"]) == "2")
  }

  @Test func `P14: the other reports' figures on one sheet`() throws {
    let summary = try report(.termSummary)
    #expect(summary.columns.map(\.name) == ["figure", "term-1", "year"])
    let figures = Set(summary.lines())
    for line in [
      "classes 3 3", "teachers 3 3", "pupils 5 5", "pupils-added 1 1", "pupils-removed 1 1", "records 9 9",
      "on-time 3 3", "late 1 1", "missing 5 5", "punctuality 33.3 33.3", "approved 1 1", "waiting 2 2", "returned 1 1",
      "cells-filled 14 14", "cells 20 20", "entry 70.0 70.0", "tests-required 6 6", "tests-given 5 5",
      "corrections 2 2", "mean 6.10 6.10", "level-T 1 1", "level-H 2 2", "level-C 1 1",
    ] {
      #expect(figures.contains(line), "\(line)")
    }
    let second = try report(.termSummary) { $0.term = 2 }
    #expect(second.lines().contains("records 0") && second.lines().contains("cells 0"))
  }

  @Test func `every report is made of a school without records, too`() throws {
    let school = ReportSchool(rulebook: try ReportSchool.halfYear().rulebook)
    let source = try school.source(at: ReportSchool.now)
    for id in ReportID.allCases {
      let report = try id.report(from: source)
      #expect(report.id == id && !report.notes.isEmpty)
    }
  }

  @Test func `whatever a report can be restricted to changes what it says`() throws {
    for id in ReportID.allCases where ![.openUnlocks, .remarks].contains(id) {
      let whole = try report(id).lines()
      for part in id.parts {
        // A part of the year or school in which nothing happened.
        let restricted = try report(id) { scope in
          switch part {
          case .term: scope.term = 2
          case .week: scope.week = 9
          case .month: scope.month = 7
          case .team: scope.team = "to-9"
          case .person: scope.person = "dung"
          case .kind: scope.kind = "team-plan"
          case .schoolClass: scope.schoolClass = "9a"
          }
        }
        #expect(restricted.lines() != whole, "\(id) \(part)")
      }
    }
  }

  @Test func `a report has its name, its Vietnamese name and its number, each its own`() {
    let names = ReportID.allCases.flatMap { [$0.rawValue, $0.alias, $0.code.lowercased()] }
    #expect(Set(names).count == names.count)
    #expect(ReportID(named: "P10") == .signatures && ReportID(named: "pho-diem") == .marks)
    #expect(ReportID(named: "khong-co") == nil)
    for id in ReportID.allCases {
      for text in [id.title, id.purpose] { #expect(text.vietnamese != text.english && !text.english.isEmpty) }
    }
  }
}
