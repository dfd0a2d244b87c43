/// P3: how many marks of each column stand at each step, by class and for the whole school.
struct MarksReport {
  let source: ReportSource
  let scope: ReportScope

  /// The highest step that has a column of its own; what is above counts there.
  private static let highest = 20

  private struct Key: Hashable {
    let term: Int?
    let column: String
  }

  func report() throws -> Report {
    let all = try source.marks().filter { source.covers($0.book, $0.column.subject, scope) }
    var keys: [Key] = []
    var groups: [Key: [MarkCells]] = [:]
    for marks in all {
      let key = Key(term: marks.book.term, column: "\(marks.column.subject) \(marks.column.part)")
      if groups[key] == nil { keys.append(key) }
      groups[key, default: []].append(marks)
    }
    let numbers = all.filter { !$0.column.isLevel }
    let top = numbers.map { min(Self.highest, Int($0.column.maximum ?? 10)) }.max() ?? 10
    var levels: [String] = []
    for level in all.flatMap(\.column.levels) where !levels.contains(level) { levels.append(level) }
    let steps = numbers.isEmpty ? [] : Array(0...max(0, top))
    let columns: [Report.Column] =
      [
        .term, .mark, .schoolClass, .integer("marks", "Số điểm", "Marks"), .number("mean", "Trung bình", "Mean"),
        .number("deviation", "Độ lệch chuẩn", "Std deviation"), .number("lowest", "Thấp nhất", "Lowest"),
        .number("highest", "Cao nhất", "Highest"),
      ] + steps.map { .integer("mark-\($0)", "\($0)", "\($0)") }
      + levels.enumerated().map { .integer("level-\($0 + 1)", $1, $1) }
    var rows: [[ReportCell]] = []
    var charts: [Report.Chart] = []
    for key in keys {
      let group = groups[key] ?? []
      for marks in group { rows.append(row([marks], .schoolClass(marks.book.schoolClass), steps, levels)) }
      if group.count > 1 { rows.append(row(group, .word("school", vi: "Tất cả", en: "All"), steps, levels)) }
      if let chart = chart(group, steps) { charts.append(chart) }
    }
    return source.report(
      .marks, scope, columns, rows,
      notes: [
        Localized(
          vi: "Điểm lẻ tính vào bậc nguyên bên dưới: 7,5 ở cột 7. Độ lệch chuẩn là của chính các điểm được đếm.",
          en: "A mark between two steps counts at the lower: 7.5 at 7. The deviation is that of the marks counted.")
      ], charts: charts)
  }

  private func row(_ group: [MarkCells], _ schoolClass: ReportCell, _ steps: [Int], _ levels: [String]) -> [ReportCell]
  {
    guard let first = group.first else { return [] }
    let head: [ReportCell] = [
      ReportCell(term: first.book.term), .word(ReportWord(id: first.column.name, text: first.column.title)),
      schoolClass,
    ]
    guard !first.column.isLevel else {
      let counts = count(group.flatMap { $0.cells.map(\.value) }.filter { !$0.isEmpty })
      return head + [.count(counts.values.reduce(0, +)), .empty, .empty, .empty, .empty]
        + steps.map { _ in .empty }
        + levels.map { first.column.levels.contains($0) ? .count(counts[$0] ?? 0) : .empty }
    }
    let marks = group.flatMap(\.marks)
    let statistics = MarkStatistics(marks)
    let counts = count(marks.map { step($0, steps) })
    return head + [
      .count(statistics.count), ReportCell(statistics.roundedMean),
      statistics.count > 0 ? .number(RoundedNumber(statistics.deviation, digits: 2)) : .empty,
      ReportCell(statistics.minimum.map(MarkStatistics.rounded)),
      ReportCell(statistics.maximum.map(MarkStatistics.rounded)),
    ] + steps.map { .count(counts[$0] ?? 0) } + levels.map { _ in .empty }
  }

  private func chart(_ group: [MarkCells], _ steps: [Int]) -> Report.Chart? {
    guard let first = group.first, group.contains(where: { $0.filled > 0 }) else { return nil }
    let bars: [Report.Chart.Bar]
    let marks = group.flatMap(\.marks)
    if first.column.isLevel {
      let counts = count(group.flatMap { $0.cells.map(\.value) })
      bars = first.column.levels.map { Report.Chart.Bar(label: $0, count: counts[$0] ?? 0) }
    } else {
      let counts = count(marks.map { step($0, steps) })
      bars = steps.map { Report.Chart.Bar(label: "\($0)", count: counts[$0] ?? 0) }
    }
    return Report.Chart(
      title: first.column.title, term: first.book.term, bars: bars, mean: MarkStatistics(marks).roundedMean)
  }

  /// The step at or below a mark in thousandths.
  private func step(_ mark: Int, _ steps: [Int]) -> Int { max(0, min(mark / 1000, steps.last ?? 0)) }

  private func count<Value: Hashable>(_ values: [Value]) -> [Value: Int] {
    Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
  }
}
