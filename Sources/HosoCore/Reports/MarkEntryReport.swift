/// P2: how many cells of each column of marks each class has filled, and when they had to be.
struct MarkEntryReport {
  let source: ReportSource
  let scope: ReportScope

  func report() throws -> Report {
    var rows: [[ReportCell]] = []
    var filled = 0
    var cells = 0
    let deadlines = deadlines
    for marks in try source.marks() where source.covers(marks.book, marks.column.subject, scope) {
      rows.append(try row(marks, deadlines))
      filled += marks.filled
      cells += marks.cells.count
    }
    rows += missingBooks
    return source.report(
      .markEntry, scope, Self.columns, rows,
      totals: [
        .total, .empty, .empty, .empty, .count(filled), .count(cells), ReportCell(.percent(filled, of: cells)), .empty,
        .empty, .empty, .empty, .empty,
      ],
      notes: [
        Localized(
          vi: """
            Số ô cần nhập là số học sinh trong sổ, ở các cột của môn mà lớp được phân công dạy. Cột thuộc bài kiểm tra nào là \
            theo loại hồ sơ, không nêu thì theo tên: cột '…-gk' của học kì 1 thuộc bài 'giua-ki-1' trong lịch.
            """,
          en: """
            Each pupil of the book is a cell to fill, in the columns of subjects that the class is taught. A column belongs \
            to the test that its kind says, else by its name: '…-gk' of term 1 to 'giua-ki-1' of the calendar.
            """)
      ])
  }

  private static let columns: [Report.Column] = [
    .term, .schoolClass, .mark, .teacher, .integer("filled", "Đã nhập", "Filled"),
    .integer("cells", "Cần nhập", "To fill"), .number("percent", "Tỉ lệ (%)", "Per cent"),
    .string("test", "Bài kiểm tra", "Test"), .date("tested", "Kiểm tra xong", "Test ended"),
    .moment("due", "Hạn nhập", "Due"),
    .moment("entered", "Nhập gần nhất", "Last entry"), .string("state", "Tình trạng", "State"),
  ]

  /// A test's columns of a class and subject in books of one kind.
  private struct TestOfClass: Hashable {
    let kind: Int
    let owner: ListID
    let test: ListID
  }

  /// When the marks of a test are due, where the kind has such a deadline.
  private var deadlines: [TestOfClass: Moment] {
    var found: [TestOfClass: Moment] = [:]
    for obligation in source.view.obligations {
      guard let test = obligation.test, let due = obligation.dueAt else { continue }
      found[TestOfClass(kind: obligation.kind, owner: obligation.owner, test: test)] = due
    }
    return found
  }

  private func row(_ marks: MarkCells, _ deadlines: [TestOfClass: Moment]) throws -> [ReportCell] {
    let book = marks.book
    let test = source.tests.test(of: marks.column, term: book.term)
    let kind = source.view.records[book.record].kind
    let pair = ClassSubject(schoolClass: book.schoolClass, subject: marks.column.subject)
    let due = test.flatMap { test in
      // A subject of a class owes them, or the class as a whole.
      [pair.text, book.schoolClass].lazy.compactMap {
        deadlines[TestOfClass(kind: kind, owner: $0, test: test.id)]
      }.first
    }
    let changes = try source.digest(of: book.record).tables?.changes ?? []
    let last = changes.last { change in
      change.filled[marks.column.name] != nil || change.replaced.contains { $0.column == marks.column.name }
    }
    return [
      ReportCell(term: book.term), .schoolClass(book.schoolClass),
      .word(ReportWord(id: marks.column.name, text: marks.column.title)),
      .someone(source.teachers(of: marks.column.subject, in: book.schoolClass)), .count(marks.filled),
      .count(marks.cells.count), ReportCell(.percent(marks.filled, of: marks.cells.count)),
      test.map { .text($0.title) } ?? .empty, ReportCell(test?.to), ReportCell(due),
      ReportCell(last.map { source.view.commits[$0.commit].moment }), state(marks, test, due),
    ]
  }

  private func state(_ marks: MarkCells, _ test: TestCalendar.Test?, _ due: Moment?) -> ReportCell {
    if marks.filled >= marks.cells.count { return .word("complete", vi: "đủ", en: "complete") }
    if let due, due < source.moment { return .word("overdue", vi: "quá hạn", en: "overdue") }
    if let test, test.to >= source.moment.date {
      return .word("not-yet", vi: "chưa kiểm tra xong", en: "test not over")
    }
    return marks.filled == 0
      ? .word("empty", vi: "chưa nhập", en: "nothing entered") : .word("partial", vi: "còn thiếu", en: "incomplete")
  }

  /// Classes that have no book of the sort that other classes have, in each term that has begun.
  private var missingBooks: [[ReportCell]] {
    struct Place: Hashable {
      let term: Int?
      let schoolClass: ListID
      let subject: ListID?
    }
    let view = source.view
    let books = source.classBooks
    guard scope.kind == nil, let kind = books.first.map({ view.kind(of: view.records[$0.record]) }) else { return [] }
    let isBySubject = kind.place.names(.subject)
    let known = Set(
      books.map {
        Place(term: $0.term, schoolClass: $0.schoolClass, subject: isBySubject ? $0.columns.first?.subject : nil)
      })
    let terms: [Int?] = kind.place.names(.term) ? source.termsBegun : [nil]
    var rows: [[ReportCell]] = []
    for term in terms where scope.term == nil || term == nil || term == scope.term {
      for schoolClass in source.rulebook.classes.keys.sorted() {
        let subjects: [ListID?] = isBySubject ? (source.teaching[schoolClass]?.keys.sorted() ?? []) : [nil]
        for subject in subjects {
          let teachers = subject.map { source.teachers(of: $0, in: schoolClass) } ?? []
          guard !known.contains(Place(term: term, schoolClass: schoolClass, subject: subject)),
            isAsked(schoolClass, teachers)
          else { continue }
          rows.append([
            ReportCell(term: term), .schoolClass(schoolClass), subject.map { .subject($0) } ?? .empty,
            .someone(teachers),
            .count(0), .empty, .empty, .empty, .empty, .empty, .empty,
            .word("no-book", vi: "chưa có sổ", en: "no book"),
          ])
        }
      }
    }
    return rows
  }

  private func isAsked(_ schoolClass: ListID, _ teachers: [ListID]) -> Bool {
    if let asked = scope.schoolClass, asked != schoolClass { return false }
    guard scope.person != nil || scope.team != nil else { return true }
    return teachers.contains { teacher in
      (scope.person.map { $0 == teacher } ?? true)
        && (scope.team.map { $0 == source.rulebook.people[teacher]?.team } ?? true)
    }
  }
}
