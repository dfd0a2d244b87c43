/// One thing in the order of the finished record.
enum PlanItem: Hashable {
  /// The heading of a known section.
  case section(level: Int, title: String)
  /// A paragraph, list or heading of the document's own.
  case block(OfficeBlock)
  case table(PlanTable)
}

/// A table, or the part of one between two section headings.
struct PlanTable: Hashable {
  let number: Int
  var header: [OfficeTable.Cell]
  var rows: [[OfficeTable.Cell]]
}
