/// What a person did, day by day, with who approved it when; without a person, how much each did.
struct EvidenceReport {
  let source: ReportSource
  let scope: ReportScope

  func report() throws -> Report {
    if let person = scope.person { return try sheet(of: person) }
    return try summary()
  }

  private struct Entry {
    let date: SchoolDate
    let record: Int
    let digest: RecordDigest

    /// How many periods were taught: those of a lesson, which names its class.
    var taught: Int { digest.schoolClass == nil ? 0 : digest.periods ?? 0 }
  }

  private func entries(of person: ListID) throws -> [Entry] {
    var found: [Entry] = []
    for index in source.recordsOfPerson[person] ?? [] {
      let record = source.view.records[index]
      let digest = try source.digest(of: index)
      // Not every day that a record names is that of the work: a date of birth is not.
      let date = digest.date.flatMap { isOfYear($0) ? $0 : nil } ?? record.submittedAt.date
      if let week = scope.week, record.place.week != week { continue }
      if let month = scope.month, date.parts.month != month { continue }
      if let term = scope.term, source.term(on: date) != term { continue }
      if let kind = scope.kind, source.view.kind(of: record).id != kind { continue }
      if let asked = scope.schoolClass, (record.place[.schoolClass] ?? digest.schoolClass) != asked { continue }
      found.append(Entry(date: date, record: index, digest: digest))
    }
    return found.sorted { ($0.date.day, $0.record) < ($1.date.day, $1.record) }
  }

  private func isOfYear(_ date: SchoolDate) -> Bool {
    source.rulebook.calendars[source.view.year]?.covers(date) ?? false
  }

  private func sheet(of person: ListID) throws -> Report {
    let entries = try entries(of: person)
    let rows = entries.map { entry -> [ReportCell] in
      let record = source.view.records[entry.record]
      let approvals = approvals(of: record)
      return [
        .date(entry.date),
        ReportCell(schoolClass: record.place[.schoolClass] ?? entry.digest.schoolClass),
        (record.place[.subject] ?? entry.digest.subject).map { .subject($0) } ?? .empty,
        .kind(source.view.kind(of: record).id), .text(entry.digest.title),
        ReportCell(count: entry.digest.periods), .moment(record.submittedAt), .state(record.state),
        .someone(approvals.map(\.person)), ReportCell(approvals.last?.moment), .path(record.path),
      ]
    }
    let periods = entries.reduce(0) { $0 + $1.taught }
    let approved = entries.count { source.view.records[$0.record].state == .approved }
    let done = ReportCell.word(
      "total", vi: "\(entries.count) hồ sơ, \(approved) đã duyệt", en: "\(entries.count) records, \(approved) approved")
    return source.report(
      .evidence, scope,
      [
        .date("date", "Ngày", "Date"), .schoolClass, .subject, .kind, .string("lesson", "Bài, nội dung", "Lesson"),
        .integer("periods", "Số tiết", "Periods"), .moment("submitted", "Nộp lúc", "Submitted"),
        .string("state", "Trạng thái", "State"),
        Report.Column("approved-by", Localized(vi: "Người duyệt", en: "Approved by"), reference: .people),
        .moment("approved", "Duyệt lúc", "Approved"), .record,
      ], rows,
      totals: [
        .total, .empty, .empty, .empty, done, .count(periods), .empty, .empty, .empty, .empty, .empty,
      ], notes: Self.notes)
  }

  /// The approvals of the content that is approved now: the newest of each role, oldest first.
  private func approvals(of record: RecordStatus) -> [(person: ListID, moment: Moment)] {
    guard record.state == .approved else { return [] }
    var roles: Set<SchoolRole> = []
    var found: [(person: ListID, moment: Moment)] = []
    for index in record.decisions.reversed() {
      let decision = source.view.decisions[index].decision
      if decision.verb == .return { break }
      if roles.insert(decision.role).inserted { found.append((decision.person, decision.moment)) }
    }
    return found.reversed()
  }

  private func summary() throws -> Report {
    var rows: [[ReportCell]] = []
    var sums = (records: 0, periods: 0, approved: 0)
    for person in source.rulebook.peopleInOrder where scope.team == nil || person.team == scope.team {
      let entries = try entries(of: person.id)
      guard !entries.isEmpty else { continue }
      let periods = entries.reduce(0) { $0 + $1.taught }
      let approved = entries.count { source.view.records[$0.record].state == .approved }
      rows.append([
        .person(person.id), ReportCell(team: person.team), .count(entries.count), .count(periods), .count(approved),
        ReportCell(entries.first?.date), ReportCell(entries.last?.date),
      ])
      sums = (sums.records + entries.count, sums.periods + periods, sums.approved + approved)
    }
    return source.report(
      .evidence, scope,
      [
        .person, .team, .integer("records", "Hồ sơ", "Records"), .integer("periods", "Số tiết dạy", "Periods taught"),
        .integer("approved", "Đã duyệt", "Approved"), .date("from", "Từ ngày", "From"), .date("to", "Đến ngày", "To"),
      ], rows,
      totals: [.total, .empty, .count(sums.records), .count(sums.periods), .count(sums.approved), .empty, .empty],
      notes: Self.notes)
  }

  private static let notes = [
    Localized(
      vi: """
        Gồm hồ sơ trong thư mục của người đó và hồ sơ chung do người đó lập. Ngày là ngày trong năm học ghi trong hồ sơ, \
        không có thì là ngày nộp; số tiết lấy từ trường 'so-tiet', tổng chỉ cộng các bài dạy, tức hồ sơ có ghi lớp.
        """,
      en: """
        Records in the person's folder, and common ones that the person wrote first. The date is a day of the year that the \
        record names, else that on which it came; periods are the field 'so-tiet', and the sum is that of lessons, which name their class.
        """)
  ]
}
