/// P11: what each person handed in on time, late, not at all, got back and got approved.
struct ComplianceReport {
  let source: ReportSource
  let scope: ReportScope

  func report() throws -> Report {
    let people = try source.tallies(scope, by: .person).filter { $0.group != .empty }
    let rows = people.map { person, tally -> [ReportCell] in
      var team: ListID?
      if case .person(let id) = person { team = source.rulebook.people[id]?.team }
      return [person, ReportCell(team: team)] + cells(tally)
    }
    return source.report(
      .compliance, scope,
      [
        .person, .team, .integer("records", "Hồ sơ", "Records"), .integer("on-time", "Đúng hạn", "On time"),
        .integer("late", "Nộp muộn", "Late"), .integer("missing", "Chưa nộp", "Missing"),
        .number("punctuality", "Đúng hạn (%)", "On time (%)"), .integer("returned", "Bị trả lại", "Returned"),
        .integer("to-approve", "Cần duyệt", "To approve"), .integer("approved", "Đã duyệt", "Approved"),
        .number("approval", "Đã duyệt (%)", "Approved (%)"),
      ], rows, totals: [.total, .empty] + cells(try ofPeople()),
      notes: [
        Localized(
          vi: """
            Đúng hạn (%) là phần nộp đúng hạn trong số hồ sơ có hạn, kể cả chưa nộp. Bị trả lại là hồ sơ từng bị trả ít nhất một \
            lần. Tính hồ sơ trong thư mục của từng người, và hồ sơ chung mà người đó có trách nhiệm nộp.
            """,
          en: """
            On time (%) is the part that came on time of all that had a deadline, missing ones included. Returned counts records \
            that were returned at least once. Counted are records in people's own folders, and common ones that they owe.
            """)
      ])
  }

  /// All people together.
  private func ofPeople() throws -> RecordTally {
    let isPersonal = try source.tallies(
      scope, byRecord: { source.person(of: $0) == nil ? .empty : .total },
      byObligation: { $0.person == nil ? .empty : .total })
    return isPersonal[.total] ?? RecordTally()
  }

  private func cells(_ tally: RecordTally) -> [ReportCell] {
    [
      .count(tally.records), .count(tally.onTime), .count(tally.late), .count(tally.missing),
      ReportCell(tally.punctuality), .count(tally.returnedOnce), .count(tally.toApprove), .count(tally[.approved]),
      ReportCell(tally.approval),
    ]
  }
}
