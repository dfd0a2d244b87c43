/// P6: the pupils of each class list, and who came and went in each month.
struct ClassSizeReport {
  let source: ReportSource
  let scope: ReportScope

  /// What happened to one class in one month.
  struct Month {
    let schoolClass: ListID
    let date: SchoolDate
    /// Nil in the month in which the list was made.
    let before: Int?
    var added = 0
    var removed = 0
    var after: Int
  }

  func report() throws -> Report {
    let months = try months()
    let shown = months.filter { isAsked($0) }
    let rows = shown.map { month -> [ReportCell] in
      [
        .schoolClass(month.schoolClass), .period(.month(month.date.parts.month)),
        ReportCell(count: month.before), .count(month.added), .count(month.removed), .count(month.after),
      ]
    }
    var last: [ListID: Int] = [:]
    for month in months where scope.schoolClass == nil || month.schoolClass == scope.schoolClass {
      last[month.schoolClass] = month.after
    }
    return source.report(
      .classSize, scope,
      [
        .schoolClass, .string("month", "Tháng", "Month"), .integer("before", "Đầu tháng", "Before"),
        .integer("added", "Vào", "Came"), .integer("removed", "Ra", "Went"), .integer("after", "Cuối tháng", "After"),
      ], rows,
      totals: [
        .total, .empty, .empty, .count(shown.reduce(0) { $0 + $1.added }), .count(shown.reduce(0) { $0 + $1.removed }),
        .count(last.values.reduce(0, +)),
      ],
      notes: [
        Localized(
          vi: """
            Tính từ các lần ghi danh sách lớp, theo mã học sinh; tháng không có biến động được bỏ qua. Chuyển lớp là ra ở lớp \
            này và vào ở lớp kia. Dòng tổng cộng sĩ số mới nhất của các lớp.
            """,
          en: """
            From the versions of the class lists, by pupil's id; months without a change are left out. Who changes class goes \
            in one and comes in another. The total adds up the newest sizes.
            """)
      ])
  }

  /// Each class's months in which its list was made or changed, by class and time.
  func months() throws -> [Month] {
    var found: [Month] = []
    for (index, record) in source.view.records.enumerated() where source.tables.isList[record.kind] {
      guard let schoolClass = record.place[.schoolClass], let tables = try source.digest(of: index).tables else {
        continue
      }
      var size = 0
      for change in tables.changes {
        let date = source.view.commits[change.commit].moment.date
        let before = size
        size += (change.isFirst ? change.added.count - size : change.added.count - change.removed.count)
        if change.isFirst {
          found.append(Month(schoolClass: schoolClass, date: date, before: nil, after: size))
        } else if !change.added.isEmpty || !change.removed.isEmpty {
          if let last = found.last, last.schoolClass == schoolClass, last.date.parts.year == date.parts.year,
            last.date.parts.month == date.parts.month
          {
            found[found.count - 1].added += change.added.count
            found[found.count - 1].removed += change.removed.count
            found[found.count - 1].after = size
          } else {
            found.append(
              Month(
                schoolClass: schoolClass, date: date, before: before, added: change.added.count,
                removed: change.removed.count, after: size))
          }
        }
      }
    }
    return found.enumerated().sorted { ($0.element.schoolClass, $0.offset) < ($1.element.schoolClass, $1.offset) }
      .map(\.element)
  }

  private func isAsked(_ month: Month) -> Bool {
    if let schoolClass = scope.schoolClass, month.schoolClass != schoolClass { return false }
    if let asked = scope.month, month.date.parts.month != asked { return false }
    if let term = scope.term, source.term(on: month.date) != term { return false }
    return true
  }
}
