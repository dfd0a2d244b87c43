/// P13: of how many tests of the calendar each class and subject has marks.
struct TestsReport {
  let source: ReportSource
  let scope: ReportScope

  /// The columns of one subject of a class in a term.
  struct Entry {
    let term: Int?
    let schoolClass: ListID
    let subject: ListID
    /// Tests that have begun and have a column here.
    var required = 0
    /// Of these, those with at least one mark, and those with all.
    var given = 0
    var complete = 0
    /// Columns that belong to no test of the calendar, and those of them with a mark.
    var others = 0
    var othersFilled = 0
    var lacking: [String] = []
  }

  func report() throws -> Report {
    let entries = try entries()
    let rows = entries.map { entry -> [ReportCell] in
      [
        ReportCell(term: entry.term), .schoolClass(entry.schoolClass), .subject(entry.subject),
        .someone(source.teachers(of: entry.subject, in: entry.schoolClass)), .count(entry.required),
        .count(entry.given), .count(entry.complete), .text(entry.lacking.joined(separator: ", ")),
        .count(entry.others), .count(entry.othersFilled),
      ]
    }
    func sum(_ value: (Entry) -> Int) -> ReportCell { .count(entries.reduce(0) { $0 + value($1) }) }
    return source.report(
      .tests, scope,
      [
        .term, .schoolClass, .subject, .teacher, .integer("required", "Yêu cầu", "Required"),
        .integer("given", "Đã có điểm", "With marks"), .integer("complete", "Đủ điểm", "Complete"),
        .string("lacking", "Bài chưa có điểm", "Tests without marks"),
        .integer("others", "Cột khác", "Other columns"),
        .integer("others-filled", "Cột khác đã có điểm", "Of these with marks"),
      ], rows,
      totals: [
        .total, .empty, .empty, .empty, sum(\.required), sum(\.given), sum(\.complete), .empty, sum(\.others),
        sum(\.othersFilled),
      ],
      notes: [
        Localized(
          vi: """
            Yêu cầu là số bài kiểm tra trong lịch đã đến ngày mà môn có cột điểm. Cột khác là cột không thuộc bài nào trong lịch, \
            như điểm thường xuyên, mức đạt, trung bình.
            """,
          en: """
            Required are the tests of the calendar that have begun and for which the subject has a column. Other columns belong \
            to no test of the calendar, such as regular marks, levels and averages.
            """)
      ])
  }

  /// By term, class and subject.
  func entries() throws -> [Entry] {
    var found: [Entry] = []
    var places: [[String]: Int] = [:]
    for marks in try source.marks() where source.covers(marks.book, marks.column.subject, scope) {
      let key = ["\(marks.book.term ?? 0)", marks.book.schoolClass, marks.column.subject]
      let place = places[key] ?? found.count
      if place == found.count {
        places[key] = place
        found.append(
          Entry(term: marks.book.term, schoolClass: marks.book.schoolClass, subject: marks.column.subject))
      }
      guard let test = source.tests.test(of: marks.column, term: marks.book.term) else {
        found[place].others += 1
        if marks.filled > 0 { found[place].othersFilled += 1 }
        continue
      }
      guard test.from <= source.moment.date else { continue }
      found[place].required += 1
      if marks.filled > 0 { found[place].given += 1 } else { found[place].lacking.append(test.title) }
      if marks.filled == marks.cells.count { found[place].complete += 1 }
    }
    return found
  }
}
