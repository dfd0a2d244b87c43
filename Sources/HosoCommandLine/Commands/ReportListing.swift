internal import GitObjects
internal import HosoActions
internal import HosoCore
internal import HosoMessages

/// A report as text for a terminal, and as JSON.
struct ReportListing {
  let report: Report
  let words: ReportWords

  /// Title, part, table, bars, and below what was counted.
  func lines(_ console: Console, school: String) -> [String] {
    let scope = words.scope(report.scope)
    let place = "\(school), \(report.year), \(report.moment)" + (scope.isEmpty ? "" : " · \(scope)")
    var lines = [
      console.paint("\(report.id.code)  \(report.id.title(console.language))", "1"), NameRule.visible(place), "",
    ]
    if report.rows.isEmpty {
      lines.append(console.text("Không có dòng nào.", "Nothing to list."))
    } else {
      lines += table(console).lines
    }
    for chart in report.charts { lines += [""] + self.lines(chart, console) }
    lines.append("")
    lines += report.notes.map { $0(console.language) }
    lines.append(console.text("Căn cứ: ", "Asked for by: ") + report.id.clauses)
    return lines
  }

  private func table(_ console: Console) -> TextTable {
    TextTable(
      report.columns.map { .init(title: NameRule.visible($0.title(console.language)), isNumeric: $0.isNumeric) },
      rows: report.rows.map { $0.map { NameRule.visible(words.text($0)) } },
      totals: report.totals.map { NameRule.visible(words.text($0)) })
  }

  private static let widestBar = 40

  private func lines(_ chart: Report.Chart, _ console: Console) -> [String] {
    let term = chart.term.map { " · " + words.period(.term($0)) } ?? ""
    let mean = chart.mean.map { console.text(", trung bình ", ", mean ") + $0.text(in: console.language) } ?? ""
    let most = max(1, chart.bars.map(\.count).max() ?? 1)
    let width = chart.bars.map(\.label.displayWidth).max() ?? 0
    return [NameRule.visible("\(chart.title(console.language))\(term): n = \(chart.count)\(mean)")]
      + chart.bars.map { bar in
        // Whatever is there is seen.
        let length = bar.count == 0 ? 0 : max(1, bar.count * Self.widestBar / most)
        let label = NameRule.visible(bar.label).padded(to: width, isAtRight: true)
        return "  \(label) │\(String(repeating: "█", count: length))" + (bar.count == 0 ? "" : " \(bar.count)")
      }
  }

  func json(_ faults: [Diagnostic]) -> JSON {
    .object([
      "format": 1, "report": .string(report.id.rawValue), "code": .string(report.id.code),
      "title": .string(report.id.title(words.language)), "clauses": .string(report.id.clauses),
      "year": .string(report.year), "time": .string(report.moment.description),
      "commit": JSON(report.commit?.hexadecimal), "scope": scope,
      "columns": .array(
        report.columns.map { column in
          .object([
            "name": .string(column.name), "title": .string(column.title(words.language)),
            "type": .string(column.type.rawValue), "reference": JSON(column.reference?.rawValue),
          ])
        }),
      "rows": .array(report.rows.map(row)), "totals": report.totals.isEmpty ? .null : row(report.totals),
      "charts": .array(
        report.charts.map { chart in
          .object([
            "title": .string(chart.title(words.language)), "term": JSON(chart.term), "count": .number(chart.count),
            "mean": chart.mean.map { .decimal($0.value) } ?? .null,
            "bars": .array(chart.bars.map { .object(["label": .string($0.label), "count": .number($0.count)]) }),
          ])
        }),
      "notes": .array(report.notes.map { .string($0(words.language)) }),
      "diagnostics": .diagnostics(faults, words.language),
    ])
  }

  private var scope: JSON {
    let scope = report.scope
    return .object([
      "term": JSON(scope.term), "month": JSON(scope.month), "week": JSON(scope.week), "team": JSON(scope.team),
      "person": JSON(scope.person), "class": JSON(scope.schoolClass), "kind": JSON(scope.kind),
      "by": JSON(scope.grouping?.rawValue),
    ])
  }

  private func row(_ cells: [ReportCell]) -> JSON {
    .object(
      Dictionary(
        zip(report.columns.map(\.name), cells.map(value)), uniquingKeysWith: { first, _ in first }))
  }

  private func value(_ cell: ReportCell) -> JSON {
    switch cell {
    case .count(let count): .number(count)
    case .number(let number): .decimal(number.value)
    default: JSON(cell.identifier)
    }
  }
}
