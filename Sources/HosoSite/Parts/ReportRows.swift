internal import HosoCore
internal import HosoMessages

/// A report's table: typed cells as links, times and numbers.
extension Page {
  /// `rows` are the ones to show; the totals follow the last page.
  func reportTable(_ report: Report, rows: Range<Int>, caption: String) -> Node {
    guard !report.rows.isEmpty else { return .p(class: "quiet", say(ReportText.nothing)) }
    let heads = report.columns.map { column in
      Node.th(class: column.isNumeric ? "number" : nil, scope: "col", say(column.title))
    }
    let lines = report.rows[rows].map { Node.tr(.fragment(cells($0, report.columns))) }
    let isLast = rows.upperBound == report.rows.count
    let totals =
      isLast && !report.totals.isEmpty ? Node.tfoot(.tr(.fragment(cells(report.totals, report.columns)))) : Node.none
    return .scrolling(
      class: "table-wrap", label: caption,
      .table(
        class: "report-table", .caption(.text(caption)), .thead(.tr(.fragment(heads))), .tbody(.fragment(lines)), totals
      ))
  }

  private func cells(_ row: [ReportCell], _ columns: [Report.Column]) -> [Node] {
    zip(columns, row).enumerated().map { index, each in
      let (column, cell) = each
      let style = column.isNumeric ? "number" : style(of: cell)
      return index == 0 ? .th(class: style, scope: "row", reportCell(cell)) : .td(class: style, reportCell(cell))
    }
  }

  private func style(of cell: ReportCell) -> StaticString? {
    switch cell {
    case .moment, .date, .period, .schoolClass, .person: "report-table-short"
    case .path: "report-table-text"
    case .text(let text) where text.utf8.count > 40: "report-table-text"
    default: nil
    }
  }

  /// One cell; what the site has a page for is a link to it.
  func reportCell(_ cell: ReportCell) -> Node {
    switch cell {
    case .empty, .text(""): return .none
    case .count(let count): return .text(site.count(count))
    case .date(let date): return .time(date.description, .text(site.string(date)))
    case .moment(let moment): return site.when(moment)
    case .period(.day(let date)): return .text(site.string(date))
    case .person(let id): return personLink(id)
    case .people(let ids):
      return .fragment(ids.enumerated().flatMap { $0 == 0 ? [personLink($1)] : [.text(", "), personLink($1)] })
    case .team(let id) where site.rulebook.teams[id] != nil:
      return .a(href: href(.team(id)), .bdi(.text(site.words.text(cell))))
    case .state(let state): return site.chip(state)
    case .path(let path):
      if let index = site.recordAt[path] { return recordLink(index) }
      if site.folders.index[path] != nil {
        return .a(href: href(.folder(path)), .code(.text(path.text)))
      }
      return .code(.text(path.text))
    case .kind(let id):
      let isTracked = site.rulebook.kind(id).flatMap { $0.expectation == nil ? nil : $0 }
      let name = Node.text(site.words.text(cell))
      return isTracked.map { .a(href: href(.matrix($0)), name) } ?? name
    default: return .bdi(.text(site.words.text(cell)))
    }
  }
}
