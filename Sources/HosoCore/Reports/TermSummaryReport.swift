/// P14: the figures of the other reports on one sheet, term by term and for the year so far.
struct TermSummaryReport {
  let source: ReportSource
  let scope: ReportScope

  func report() throws -> Report {
    let terms = scope.term.map { [$0] } ?? source.termsBegun
    var columns: [Report.Column] = [.string("figure", "Số liệu", "Figure")]
    columns += terms.map { .number("term-\($0)", "Học kì \($0)", "Term \($0)") }
    var figures = try terms.map { try self.figures(scope.of(term: $0)) }
    if scope.term == nil {
      columns.append(.number("year", "Cả năm", "Whole year"))
      figures.append(try self.figures(scope.of(term: nil)))
    }
    let words = figures.first?.map(\.word) ?? []
    let rows = words.map { word -> [ReportCell] in
      [.word(word)] + figures.map { column in column.first { $0.word == word }?.value ?? .empty }
    }
    return source.report(
      .termSummary, scope, columns, rows,
      notes: [
        Localized(
          vi: """
            Số liệu lấy từ các báo cáo P1-P15 đến thời điểm lập; cả năm là từ đầu năm học đến nay. Khó khăn và kiến nghị do \
            nhà trường viết thêm.
            """,
          en: """
            The figures are those of the reports P1-P15 at this time; the year is the year so far. Difficulties and proposals \
            are for the school to add.
            """)
      ])
  }

  private typealias Figure = (word: ReportWord, value: ReportCell)

  private func figure(_ id: String, _ vietnamese: String, _ english: String, _ value: ReportCell) -> Figure {
    (ReportWord(id: id, text: Localized(vi: vietnamese, en: english)), value)
  }

  private func figures(_ scope: ReportScope) throws -> [Figure] {
    try school(scope) + records(scope) + marks(scope)
  }

  private func school(_ scope: ReportScope) throws -> [Figure] {
    let months = try ClassSizeReport(source: source, scope: scope).months()
    let end = scope.term.flatMap { source.end(ofTerm: $0) } ?? source.moment.date
    var sizes: [ListID: Int] = [:]
    for month in months where month.date <= end { sizes[month.schoolClass] = month.after }
    let own = months.filter { month in scope.term.map { source.term(on: month.date) == $0 } ?? true }
    return [
      figure("classes", "Số lớp", "Classes", .count(source.rulebook.classes.count)),
      figure("teachers", "Số giáo viên", "Teachers", .count(source.rulebook.teachers(in: source.view.year).count)),
      figure("pupils", "Số học sinh", "Pupils", .count(sizes.values.reduce(0, +))),
      figure("pupils-added", "Học sinh vào", "Pupils who came", .count(own.reduce(0) { $0 + $1.added })),
      figure("pupils-removed", "Học sinh ra", "Pupils who went", .count(own.reduce(0) { $0 + $1.removed })),
    ]
  }

  private func records(_ scope: ReportScope) throws -> [Figure] {
    let tally = try source.tally(scope)
    let open = source.view.locks.openUnlockings.filter { open in
      scope.term.map { source.term(on: open.unlocking.since.date) == $0 } ?? true
    }
    return [
      figure("records", "Hồ sơ", "Records", .count(tally.records)),
      figure("on-time", "Nộp đúng hạn", "On time", .count(tally.onTime)),
      figure("late", "Nộp muộn", "Late", .count(tally.late)),
      figure("missing", "Chưa nộp", "Missing", .count(tally.missing)),
      figure("punctuality", "Đúng hạn (%)", "On time (%)", ReportCell(tally.punctuality)),
      figure("approved", "Đã duyệt", "Approved", .count(tally[.approved])),
      figure("waiting", "Chờ duyệt", "Waiting", .count(tally[.submitted] + tally[.changed])),
      figure("returned", "Từng bị trả lại", "Returned at least once", .count(tally.returnedOnce)),
      figure("open-unlocks", "Đang mở khoá", "Unlocked", .count(open.count)),
    ]
  }

  private func marks(_ scope: ReportScope) throws -> [Figure] {
    let marks = try source.marks().filter { source.covers($0.book, $0.column.subject, scope) }
    let filled = marks.reduce(0) { $0 + $1.filled }
    let cells = marks.reduce(0) { $0 + $1.cells.count }
    let tests = try TestsReport(source: source, scope: scope).entries()
    let corrections = try CorrectionsReport(source: source, scope: scope).corrections().count
    var levels: [String] = []
    var counts: [String: Int] = [:]
    for column in marks where column.column.isLevel {
      for level in column.column.levels where !levels.contains(level) { levels.append(level) }
      for cell in column.cells where !cell.value.isEmpty { counts[cell.value, default: 0] += 1 }
    }
    return [
      figure("cells-filled", "Ô điểm đã nhập", "Cells of marks filled", .count(filled)),
      figure("cells", "Ô điểm cần nhập", "Cells of marks to fill", .count(cells)),
      figure("entry", "Tiến độ nhập điểm (%)", "Mark entry (%)", ReportCell(.percent(filled, of: cells))),
      figure(
        "tests-required", "Bài kiểm tra theo lịch", "Tests required", .count(tests.reduce(0) { $0 + $1.required })),
      figure("tests-given", "Bài đã có điểm", "Tests with marks", .count(tests.reduce(0) { $0 + $1.given })),
      figure("corrections", "Điểm đã sửa", "Marks changed", .count(corrections)),
      figure(
        "mean", "Điểm trung bình các cột", "Mean of all marks",
        ReportCell(MarkStatistics(marks.flatMap(\.marks)).roundedMean)),
    ]
      + levels.map { level in
        figure("level-\(level)", "Lượt đạt mức \(level)", "Times level \(level)", .count(counts[level] ?? 0))
      }
  }
}
