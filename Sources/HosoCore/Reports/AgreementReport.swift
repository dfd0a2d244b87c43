/// P9: cells on which the class's book and a teacher's book of the same class, term and subject do not agree.
///
/// Two books of different kinds are compared in the columns that both have: the same subject, and the same name behind it.
struct AgreementReport {
  let source: ReportSource
  let scope: ReportScope

  private struct Key: Hashable {
    let schoolClass: ListID
    let term: Int?
    let subject: ListID
    let part: String
  }

  func report() throws -> Report {
    let groups = try pairs()
    var rows: [[ReportCell]] = []
    var compared = 0
    for (ofClass, other) in groups {
      let theirs = Dictionary(other.cells.map { ($0.pupil, $0.value) }, uniquingKeysWith: { first, _ in first })
      let ours = Dictionary(ofClass.cells.map { ($0.pupil, $0.value) }, uniquingKeysWith: { first, _ in first })
      let strangers = other.cells.filter { ours[$0.pupil] == nil }.map { (pupil: $0.pupil, value: String?.none) }
      for (pupil, value) in ofClass.cells.map({ (pupil: $0.pupil, value: String?.some($0.value)) }) + strangers {
        compared += 1
        if let difference = difference(value, theirs[pupil]) {
          rows.append(row(ofClass, other, pupil, value, theirs[pupil], difference))
        }
      }
    }
    let summary =
      groups.isEmpty
      ? Localized(
        vi: "Trường chưa có hai loại sổ cùng lớp, học kì và cột điểm để đối chiếu.",
        en: "The school has no two kinds of books of one class, term and column to compare.")
      : Localized(
        vi: "Đã đối chiếu \(compared) ô của \(groups.count) cột; khác nhau \(rows.count) ô.",
        en: "\(compared) cells of \(groups.count) columns were compared; \(rows.count) differ.")
    return source.report(
      .agreement, scope,
      [
        .term, .schoolClass, .mark, .string("pupil", "Mã học sinh", "Pupil's id"),
        .string("class-book", "Sổ của lớp", "Class book"), .string("other-book", "Sổ giáo viên", "Teacher's book"),
        .string("difference", "Khác nhau", "Difference"), .teacher, .string("record", "Hồ sơ lớp", "Class record"),
        .string("other-record", "Hồ sơ giáo viên", "Teacher's record"),
      ], rows,
      notes: [
        summary,
        Localized(
          vi: "Chỉ ghi mã học sinh. So theo cùng môn và cùng tên cột; giá trị trống một bên cũng là khác nhau.",
          en: "Pupils' ids only. Compared are columns of one subject and name; empty on one side is a difference too."),
      ])
  }

  /// Columns of the classes' books with the same column of another kind of book.
  private func pairs() throws -> [(MarkCells, MarkCells)] {
    let books = source.books
    let isTwofold = Set(books.map { source.view.records[$0.record].kind }).count > 1
    guard isTwofold else { return [] }
    var others: [Key: [MarkCells]] = [:]
    for book in books where book.person != nil {
      for marks in try source.marks(of: book) { others[key(marks), default: []].append(marks) }
    }
    var pairs: [(MarkCells, MarkCells)] = []
    for marks in try source.marks() where source.covers(marks.book, marks.column.subject, scope) {
      for other in others[key(marks)] ?? [] where kind(other) != kind(marks) { pairs.append((marks, other)) }
    }
    return pairs
  }

  private func key(_ marks: MarkCells) -> Key {
    Key(
      schoolClass: marks.book.schoolClass, term: marks.book.term, subject: marks.column.subject, part: marks.column.part
    )
  }

  private func kind(_ marks: MarkCells) -> Int { source.view.records[marks.book.record].kind }

  /// Nil where both say the same: 8 and 8.0 are one mark.
  private func difference(_ one: String?, _ other: String?) -> ReportCell? {
    guard let one else {
      return other?.isEmpty ?? true
        ? nil : .word("not-in-class-book", vi: "không có trong sổ lớp", en: "not in the class book")
    }
    guard let other else {
      return one.isEmpty
        ? nil : .word("not-in-other-book", vi: "không có trong sổ giáo viên", en: "not in the teacher's book")
    }
    if one == other { return nil }
    if let left = MarkCells.mark(one), left == MarkCells.mark(other) { return nil }
    if one.isEmpty { return .word("empty-in-class-book", vi: "chưa vào sổ lớp", en: "not entered in the class book") }
    if other.isEmpty {
      return .word("empty-in-other-book", vi: "sổ giáo viên để trống", en: "empty in the teacher's book")
    }
    return .word("different", vi: "khác giá trị", en: "other value")
  }

  private func row(
    _ ofClass: MarkCells, _ other: MarkCells, _ pupil: String, _ value: String?, _ theirs: String?,
    _ difference: ReportCell
  ) -> [ReportCell] {
    [
      ReportCell(term: ofClass.book.term), .schoolClass(ofClass.book.schoolClass),
      .word(ReportWord(id: ofClass.column.name, text: ofClass.column.title)), .text(pupil), .text(value ?? ""),
      .text(theirs ?? ""), difference, ReportCell(person: other.book.person),
      .path(source.view.records[ofClass.book.record].path), .path(source.view.records[other.book.record].path),
    ]
  }
}
