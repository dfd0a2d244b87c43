internal import HosoCore

/// The rows of a CSV record as a table whose head and first column stay in sight.
struct RecordRows {
  let page: RecordPage
  let table: Table

  var node: Node {
    let kind = page.kind
    let site = page.site
    let schemas = table.header.map { kind.field(named: $0) }
    let key = kind.primaryKey.flatMap { table.column(named: $0) } ?? 0
    let heads = zip(table.header, schemas).map { name, schema in
      Node.th(class: style(schema), scope: "col", schema.map { page.say($0.title) } ?? .text(name))
    }
    let rows = table.rows.map { row in
      Node.tr(
        .fragment(
          row.cells.enumerated().map { column, text in
            let schema = column < schemas.count ? schemas[column] : nil
            let value = Node.bdi(.text(site.value(text, of: schema)))
            return column == key ? .th(scope: "row", value) : .td(class: style(schema), value)
          }))
    }
    return .fragment([
      .p(class: "quiet", page.say(SiteText.rows(table.rows.count))),
      .scrolling(
        class: "table-wrap table-wrap-tall", label: page.title,
        .table(class: "csv-table", .thead(.tr(.fragment(heads))), .tbody(.fragment(rows)))),
    ])
  }

  private func style(_ schema: FieldSchema?) -> StaticString? {
    switch schema?.type {
    case .integer?, .number?: "number"
    default: nil
    }
  }
}
