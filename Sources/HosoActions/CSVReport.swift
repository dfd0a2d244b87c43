package import HosoCore
internal import HosoFormats
package import HosoMessages

/// A report as the text of a CSV file.
///
/// A column of people becomes two: id and name.
package struct CSVReport {
  private let report: Report
  private let words: ReportWords

  package init(_ report: Report, _ words: ReportWords) {
    self.report = report
    self.words = words
  }

  /// Header, rows and totals; with `isMarked` behind a byte order mark.
  package func csv(isMarked: Bool) -> String {
    let rows = [header] + report.rows.map(line) + (report.totals.isEmpty ? [] : [line(report.totals)])
    return (isMarked ? CSVWriter.byteOrderMark : "") + CSVWriter.text(rows)
  }

  private var header: [CSVWriter.Cell] {
    report.columns.flatMap { column -> [CSVWriter.Cell] in
      let title = column.title(words.language)
      guard column.reference == .people else { return [.text(title)] }
      return [.text(Localized(vi: "\(title): mã", en: "\(title): id")(words.language)), .text(title)]
    }
  }

  private func line(_ row: [ReportCell]) -> [CSVWriter.Cell] {
    zip(report.columns, row).flatMap { column, cell -> [CSVWriter.Cell] in
      guard column.reference == .people else { return [self.cell(cell)] }
      switch cell {
      case .person, .people: return [.text(cell.identifier ?? ""), self.cell(cell)]
      default: return [.text(""), self.cell(cell)]
      }
    }
  }

  private func cell(_ cell: ReportCell) -> CSVWriter.Cell {
    switch cell {
    case .count, .number: .number(words.text(cell))
    default: .text(words.text(cell))
    }
  }
}
