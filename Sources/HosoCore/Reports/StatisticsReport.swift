/// P12: counts of records by whatever is asked for.
struct StatisticsReport {
  let source: ReportSource
  let scope: ReportScope

  func report() throws -> Report {
    let grouping = scope.grouping ?? .kind
    let groups = try source.tallies(scope, by: grouping)
    return source.report(
      .statistics, scope,
      [
        grouping.column, .integer("records", "Hồ sơ", "Records"), .integer("submitted", "Chờ duyệt", "Waiting"),
        .integer("returned", "Trả lại", "Returned"), .integer("changed", "Sửa sau duyệt", "Changed since"),
        .integer("approved", "Đã duyệt", "Approved"), .integer("kept", "Đã lưu", "Kept"),
        .integer("late", "Nộp muộn", "Late"), .integer("missing", "Chưa nộp", "Missing"),
      ],
      groups.map { [$0.group.named] + cells($0.tally) },
      totals: [.total] + cells(try source.tally(scope)),
      notes: [
        Localized(
          vi: "Hồ sơ là số hồ sơ hiện có; chưa nộp là số hồ sơ đến hạn mà chưa có, không nằm trong số đó.",
          en: "Records are those that are there; missing ones were due, are not there, and are not among them.")
      ])
  }

  private func cells(_ tally: RecordTally) -> [ReportCell] {
    let states: [RecordState] = [.submitted, .returned, .changed, .approved, .kept]
    return [.count(tally.records)] + states.map { .count(tally[$0]) } + [.count(tally.late), .count(tally.missing)]
  }
}
