/// P1: each record that came late and each that has not come; or their number by team, person, week ….
struct LateReport {
  let source: ReportSource
  let scope: ReportScope

  private static let notes = [
    Localized(
      vi: "Hạn nộp tính theo lịch năm học, giờ nộp theo biên nhận của máy chủ. Loại hồ sơ không có hạn thì không tính.",
      en: "Deadlines follow the calendar, times the server's receipts. Kinds without a deadline are not counted.")
  ]

  func report() throws -> Report {
    if let grouping = scope.grouping { return try counts(by: grouping) }
    return try list()
  }

  private struct Entry {
    let team: ListID
    let place: (Int, String)
    let due: Int64
    let row: [ReportCell]

    var isMissing: Bool { row.contains(.missing) }
  }

  private func list() throws -> Report {
    var entries: [Entry] = []
    for (index, record) in source.view.records.enumerated() where record.isLate {
      guard try source.covers(index, scope) else { continue }
      let owner = source.person(of: index).map { ReportCell.person($0) } ?? source.owner(of: record)
      entries.append(
        entry(
          source.team(of: record), owner, source.view.kind(of: record), ReportPeriod(of: record.place), record.dueAt,
          [.moment(record.submittedAt), days(record.dueAt, record.submittedAt), .late, .path(record.path)]))
    }
    for obligation in source.view.obligations where obligation.dueAt != nil && source.covers(obligation, scope) {
      if let entry = self.entry(obligation) { entries.append(entry) }
    }
    let missing = entries.count { $0.isMissing }
    let late = entries.count - missing
    let sorted = entries.indices.sorted { one, other in
      let (left, right) = (entries[one], entries[other])
      if left.team != right.team { return left.team < right.team }
      if left.place != right.place { return left.place < right.place }
      return (left.due, one) < (right.due, other)
    }
    let columns: [Report.Column] = [
      .team, .owner, .kind, .period, .moment("due", "Hạn nộp", "Due"), .moment("submitted", "Nộp lúc", "Submitted"),
      .number("days", "Muộn (ngày)", "Days late"), .string("what", "Tình trạng", "What"), .record,
    ]
    let total = ReportCell.word(
      "total", vi: "\(late) nộp muộn, \(missing) chưa nộp", en: "\(late) late, \(missing) missing")
    return source.report(
      .late, scope, columns, sorted.map { entries[$0].row },
      totals: [.total, total] + Array(repeating: .empty, count: columns.count - 2), notes: Self.notes)
  }

  /// Nil for what was in time, and for what a late record says already.
  private func entry(_ obligation: Obligation) -> Entry? {
    let rest: [ReportCell]
    if obligation.isMissing(at: source.moment) {
      rest = [.empty, days(obligation.dueAt, source.moment), .missing, source.subject(of: obligation)]
    } else if source.isWithinBook(obligation), obligation.isLate, let answered = obligation.answeredAt,
      let book = obligation.records.first
    {
      rest = [.moment(answered), days(obligation.dueAt, answered), .late, .path(source.view.records[book].path)]
    } else {
      return nil
    }
    return entry(
      obligation.team, source.owner(of: obligation), source.rulebook.kinds[obligation.kind],
      source.period(of: obligation), obligation.dueAt, rest)
  }

  private func entry(
    _ team: ListID?, _ owner: ReportCell, _ kind: Kind, _ period: ReportPeriod?, _ due: Moment?, _ rest: [ReportCell]
  ) -> Entry {
    Entry(
      // Behind every id.
      team: team ?? "~", place: source.order(of: owner), due: due?.seconds ?? .max,
      row: [ReportCell(team: team), owner, .kind(kind.id), ReportCell(period), ReportCell(due)] + rest)
  }

  private func days(_ due: Moment?, _ end: Moment) -> ReportCell {
    ReportCell(due.map { RoundedNumber(Int(end.seconds - $0.seconds), by: 86_400, digits: 1) })
  }

  private func counts(by grouping: ReportGrouping) throws -> Report {
    let groups = try source.tallies(scope, by: grouping).filter { $0.tally.late + $0.tally.missing > 0 }
    func row(_ group: ReportCell, _ late: Int, _ missing: Int) -> [ReportCell] {
      [group, .count(late), .count(missing), .count(late + missing)]
    }
    return source.report(
      .late, scope,
      [
        grouping.column, .integer("late", "Nộp muộn", "Late"), .integer("missing", "Chưa nộp", "Missing"),
        .integer("total", "Cộng", "Both"),
      ],
      groups.map { row($0.group.named, $0.tally.late, $0.tally.missing) },
      totals: row(
        .total, groups.reduce(0) { $0 + $1.tally.late }, groups.reduce(0) { $0 + $1.tally.missing }),
      notes: Self.notes)
  }
}

extension ReportGrouping {
  /// What the groups are.
  package var title: Localized {
    switch self {
    case .team: Localized(vi: "Tổ", en: "Team")
    case .person: Localized(vi: "Người", en: "Person")
    case .kind: Localized(vi: "Loại hồ sơ", en: "Kind")
    case .week: Localized(vi: "Tuần", en: "Week")
    case .month: Localized(vi: "Tháng", en: "Month")
    case .term: Localized(vi: "Học kì", en: "Term")
    case .state: Localized(vi: "Trạng thái", en: "State")
    case .schoolClass: Localized(vi: "Lớp", en: "Class")
    }
  }

  /// The first column of counts by this.
  var column: Report.Column {
    let reference: FieldSchema.Reference? =
      switch self {
      case .team: .teams
      case .person: .people
      case .schoolClass: .classes
      case .kind, .week, .month, .term, .state: nil
      }
    return Report.Column(rawValue, title, reference: reference)
  }
}
