/// P5: classes whose mean in a column of marks lies far from the school's.
struct OutliersReport {
  let source: ReportSource
  let scope: ReportScope

  private struct Key: Hashable {
    let term: Int?
    let column: String
  }

  func report() throws -> Report {
    var groups: [Key: [MarkCells]] = [:]
    // The school's mean is that of the whole school, whatever part is asked for.
    for marks in try source.marks() where !marks.column.isLevel && (scope.term == nil || marks.book.term == scope.term)
    {
      let key = Key(term: marks.book.term, column: "\(marks.column.subject) \(marks.column.part)")
      groups[key, default: []].append(marks)
    }
    var rows: [(distance: Double, place: String, row: [ReportCell])] = []
    for group in groups.values where group.count > 1 {
      let school = MarkStatistics(group.flatMap(\.marks))
      guard let mean = school.mean, school.deviation > 0 else { continue }
      for marks in group where source.covers(marks.book, marks.column.subject, scope) {
        let own = MarkStatistics(marks.marks)
        guard let ownMean = own.mean else { continue }
        let distance = (ownMean - mean) / school.deviation
        // By what is printed: 0.50 is at least 0.5.
        let shown = RoundedNumber(distance, digits: 2)
        guard shown.value.magnitude >= scope.deviation else { continue }
        rows.append(
          (
            shown.value, "\(marks.book.term ?? 0) \(marks.book.schoolClass) \(marks.column.name)",
            [
              ReportCell(term: marks.book.term), .word(ReportWord(id: marks.column.name, text: marks.column.title)),
              .schoolClass(marks.book.schoolClass),
              .someone(source.teachers(of: marks.column.subject, in: marks.book.schoolClass)), .count(own.count),
              ReportCell(own.roundedMean), .count(school.count), ReportCell(school.roundedMean),
              .number(RoundedNumber(school.deviation, digits: 2)), .number(shown),
            ]
          ))
      }
    }
    rows.sort { (-$0.distance.magnitude, $0.place) < (-$1.distance.magnitude, $1.place) }
    return source.report(
      .outliers, scope,
      [
        .term, .mark, .schoolClass, .teacher, .integer("marks", "Số điểm của lớp", "Marks of the class"),
        .number("mean", "Trung bình lớp", "Class mean"),
        .integer("school-marks", "Số điểm toàn trường", "School's marks"),
        .number("school-mean", "Trung bình trường", "School mean"),
        .number("school-deviation", "Độ lệch chuẩn", "Std deviation"),
        .number("difference", "Lệch (số lần độ lệch chuẩn)", "Difference in std deviations"),
      ], rows.map(\.row),
      notes: [threshold, Self.caution])
  }

  private var threshold: Localized {
    guard scope.deviation > 0 else {
      return Localized(
        vi: "Mọi lớp, lệch nhiều nhất đứng trước, ở những cột điểm mà ít nhất hai lớp có.",
        en: "All classes, the farthest first, in columns that two classes or more have.")
    }
    let least = RoundedNumber(scope.deviation, digits: 2)
    return Localized(
      vi: """
        Chỉ nêu lớp có trung bình lệch từ \(least.text(in: .vietnamese)) lần độ lệch chuẩn của toàn trường trở lên, ở những cột \
        điểm mà ít nhất hai lớp có.
        """,
      en: """
        Classes whose mean lies \(least.text(in: .english)) standard deviations of the school or more away, in columns that \
        two classes or more have.
        """)
  }

  private static let caution = Localized(
    vi: "Đề các khối có thể khác nhau; đây là chỗ để xem lại, không phải kết luận.",
    en: "Grades may sit different tests: a place to look, not a verdict.")
}
