/// P10: each step of approval that a record still lacks, and who may give it.
struct SignaturesReport {
  let source: ReportSource
  let scope: ReportScope

  func report() throws -> Report {
    var entries: [(order: (String, Int, (Int, String), Int64), row: [ReportCell])] = []
    var records = 0
    for (index, record) in source.view.records.enumerated() where !record.openSteps.isEmpty {
      guard try source.covers(index, scope) else { continue }
      records += 1
      let kind = source.view.kind(of: record)
      let owner = source.owner(of: record)
      let since = record.versions.last.map { source.view.commits[$0.commit].moment } ?? record.submittedAt
      for step in steps(record) {
        let approval = kind.approvals[step]
        let order = (source.team(of: record) ?? "~", record.kind, source.order(of: owner), since.seconds)
        entries.append(
          (
            order,
            [
              .kind(kind.id), owner, ReportCell(ReportPeriod(of: record.place)),
              .state(record.state), .count(step + 1), .roles(approval.by), .someone(waitsFor(record, approval)),
              .moment(since), .count(max(0, Int((source.moment.seconds - since.seconds) / 86_400))),
              .path(record.path),
            ]
          ))
      }
    }
    let sorted = entries.enumerated().sorted { one, other in
      let (left, right) = (one.element.order, other.element.order)
      if left.0 != right.0 { return left.0 < right.0 }
      if left.1 != right.1 { return left.1 < right.1 }
      if left.2 != right.2 { return left.2 < right.2 }
      return (left.3, one.offset) < (right.3, other.offset)
    }
    let columns: [Report.Column] = [
      .kind, .owner, .period, .string("state", "Trạng thái", "State"), .integer("step", "Bước", "Step"),
      .string("roles", "Một trong các vai trò", "One of the roles"), .string("waits-for", "Đang chờ", "Waits for"),
      .moment("since", "Từ lúc", "Since"), .integer("days", "Số ngày", "Days"), .record,
    ]
    let total = ReportCell.word(
      "total", vi: "\(records) hồ sơ, \(entries.count) chữ kí",
      en: "\(records) records, \(entries.count) signatures")
    return source.report(
      .signatures, scope, columns, sorted.map(\.element.row),
      totals: [.total, total] + Array(repeating: .empty, count: columns.count - 2),
      notes: [
        Localized(
          vi: "Hồ sơ bị trả lại thì đang chờ người nộp sửa. Không ai duyệt hồ sơ do chính mình viết.",
          en: "A returned record waits for its author. Nobody approves what he wrote himself.")
      ])
  }

  /// A returned record waits for its author alone; all its steps begin anew then.
  private func steps(_ record: RecordStatus) -> [Int] {
    record.state == .returned ? Array(record.openSteps.prefix(1)) : record.openSteps
  }

  /// Who takes the step, now or when it is its turn; those to whom a role is given among them.
  private func waitsFor(_ record: RecordStatus, _ approval: Kind.Approval) -> [ListID] {
    let authors = record.versions.compactMap { source.view.commits[$0.commit].person }
    if record.state == .returned { return [record.place[.person] ?? authors.last].compactMap(\.self) }
    return source.rulebook.deciders(
      in: approval.by, over: record.path, source.view.kind(of: record), record.place, authors: Set(authors),
      on: source.moment.date)
  }
}
