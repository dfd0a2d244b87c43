internal import HosoCore

/// What a list of records shows besides title and state.
enum RecordColumn { case person, period, kind }

/// A list of records as a table; on a phone each record becomes a block of its own.
extension Page {
  func recordTable(_ records: some Sequence<Int>, label: String, _ columns: Set<RecordColumn>) -> Node {
    recordTable(groups: [(id: nil, head: nil, records: Array(records))], label: label, columns)
  }

  /// As ``recordTable(_:label:_:)`` in groups, each below its own head.
  func recordTable(
    groups: [(id: String?, head: Node?, records: [Int])], label: String, _ columns: Set<RecordColumn>
  ) -> Node {
    var heads = [head(SiteText.record)]
    if columns.contains(.person) { heads.append(head(SiteText.person)) }
    if columns.contains(.period) { heads.append(head(SiteText.period)) }
    heads += [head(SiteText.stateColumn), head(SiteText.submittedAt)]
    let bodies = groups.map { group -> Node in
      let title = group.head.map { head -> Node in
        .tr(
          class: "record-table-group",
          .th(scope: "rowgroup", head).with("colspan", "\(heads.count)"))
      }
      return .tbody(id: group.id, title ?? .none, .fragment(group.records.map { row($0, columns) }))
    }
    return .table(class: "record-table", .thead(.tr(.fragment(heads))), .fragment(bodies)).with("aria-label", label)
  }

  func head(_ text: Localized) -> Node { .th(scope: "col", say(text)) }

  private func row(_ index: Int, _ columns: Set<RecordColumn>) -> Node {
    let record = site.view.records[index]
    var cells: [Node] = [
      .th(
        class: "record-table-title", scope: "row", recordLink(index),
        columns.contains(.kind) ? .span(class: "record-table-kind", say(site.rulebook.kinds[record.kind].title)) : .none
      )
    ]
    if columns.contains(.person) {
      let person = record.place[.person] ?? site.lastCommit(of: record)?.person
      cells.append(cell(class: "record-table-short", SiteText.person, person.map { personLink($0) } ?? .text("–")))
    }
    if columns.contains(.period) {
      cells.append(cell(class: "record-table-short", SiteText.period, .text(period(of: record))))
    }
    cells.append(cell(SiteText.stateColumn, site.chips(record)))
    cells.append(cell(SiteText.submittedAt, site.when(record.submittedAt)))
    return .tr(.fragment(cells))
  }

  func cell(class style: StaticString? = nil, _ name: Localized, _ content: Node) -> Node {
    .td(class: style, content).with("data-label", site.string(name))
  }

  /// The week, month or term in whose folder the record lies; a dash where it has none.
  func period(of record: RecordStatus) -> String {
    if let week = record.place.week { return site.string(SiteText.weekNumber(week)) }
    if let month = record.place[.month].flatMap({ Int($0) }) { return site.string(SiteText.month(month)) }
    if let term = record.place[.term].flatMap({ Int($0) }) { return site.string(SiteText.term(term)) }
    return record.place[.date].flatMap { SchoolDate($0) }.map { site.string($0) } ?? "–"
  }

  /// Counts by state as small tiles in a row; only what there is.
  func summary(_ counts: StateCounts) -> Node {
    var items: [Node] = []
    func add(_ chip: Node, _ number: Int) {
      if number > 0 { items.append(.li(chip, .text(" "), .strong(.text(site.count(number))))) }
    }
    for state in StateCounts.order { add(site.chip(state), counts[state]) }
    add(site.lateChip, counts.late)
    add(site.missingChip, counts.missing)
    return items.isEmpty ? .none : .ul(class: "summary", .fragment(items))
  }

  /// Links to the pages of a list of `count` pages, of which this is `number`; the list begins at `first`.
  func pager(_ number: Int, of count: Int, from first: PageAddress) -> Node {
    guard count > 1 else { return .none }
    let near = Set([1, count] + Array(max(1, number - 2)...min(count, number + 2))).sorted()
    var items: [Node] = []
    var before = 0
    for each in near {
      if each > before + 1 { items.append(.li(.text("…"))) }
      let link = Node.a(href: href(first.page(each)), .text("\(each)"))
      items.append(.li(each == number ? link.with("aria-current", "page") : link))
      before = each
    }
    return .nav(class: "pager", .p(say(SiteText.pageOf(number, count))), .ol(.fragment(items)))
      .with("aria-label", site.string(SiteText.pages))
  }
}

/// Cuts a list into pages.
struct Paging {
  let total: Int
  let size: Int

  /// 1 or more: an empty list has one page.
  var count: Int { max(1, (total + size - 1) / size) }

  /// What stands on page `number`, counted from 1.
  func range(of number: Int) -> Range<Int> { min((number - 1) * size, total)..<min(number * size, total) }
}
