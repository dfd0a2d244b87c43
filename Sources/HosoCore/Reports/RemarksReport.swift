/// P15: what was said of each book and record: notes of reviewers, comments of approvals, reasons of returns.
struct RemarksReport {
  let source: ReportSource
  let scope: ReportScope

  func report() throws -> Report {
    let entries = try decisions() + notes()
    // Books first, then the other records; each with its remarks in their order.
    let books = Set(source.books.map(\.record))
    let sorted = entries.enumerated().sorted { one, other in
      let left = (books.contains(one.element.record) ? 0 : 1, one.element.record)
      let right = (books.contains(other.element.record) ? 0 : 1, other.element.record)
      return left == right
        ? (one.element.moment.seconds, one.offset) < (other.element.moment.seconds, other.offset) : left < right
    }
    return source.report(
      .remarks, scope,
      [
        .kind, .owner, .period, .moment("time", "Thời điểm", "Time"),
        Report.Column("by", Localized(vi: "Người nhận xét", en: "By"), reference: .people),
        .string("role", "Vai trò", "Role"), .string("decision", "Hình thức", "As"),
        .string("remark", "Nhận xét", "Remark"), .number("points", "Điểm", "Points"), .record,
      ], sorted.map(\.element.row),
      notes: [
        Localized(
          vi: "Lấy từ phiếu nhận xét và các quyết định duyệt, trả lại hợp lệ có ghi ý kiến. Sổ điểm đứng trước.",
          en: "From review notes, and from valid approvals and returns with a comment. Mark books come first.")
      ])
  }

  private struct Entry {
    let record: Int
    let moment: Moment
    let row: [ReportCell]
  }

  private func decisions() throws -> [Entry] {
    var entries: [Entry] = []
    for recorded in source.view.decisions where recorded.isValid && !recorded.decision.reason.isEmpty {
      let decision = recorded.decision
      for item in decision.items {
        guard let index = source.recordAt[item.path], try source.covers(index, scope) else { continue }
        entries.append(
          entry(
            index, decision.moment, decision.person, [decision.role], verb(decision.verb), decision.reason, .empty))
      }
    }
    return entries
  }

  private func notes() throws -> [Entry] {
    try source.view.notes.compactMap { note in
      guard let index = source.recordAt[note.record], try source.covers(index, scope) else { return nil }
      let points = note.points.map { RoundedNumber(units: $0.hundredths, digits: 2) }
      return entry(
        index, note.moment, note.person, source.rulebook.people[note.person]?.roles ?? [],
        .word("note", vi: "nhận xét", en: "note"), note.text.split(separator: "\n").joined(separator: " "),
        ReportCell(points))
    }
  }

  private func entry(
    _ index: Int, _ moment: Moment, _ person: ListID, _ roles: [SchoolRole], _ what: ReportCell, _ text: String,
    _ points: ReportCell
  ) -> Entry {
    let record = source.view.records[index]
    return Entry(
      record: index, moment: moment,
      row: [
        .kind(source.view.kind(of: record).id), source.owner(of: record),
        ReportCell(ReportPeriod(of: record.place)), .moment(moment), .person(person), .roles(roles), what, .text(text),
        points, .path(record.path),
      ])
  }

  private func verb(_ verb: Decision.Verb) -> ReportCell {
    switch verb {
    case .approve: .word("approve", vi: "duyệt", en: "approved")
    case .return: .word("return", vi: "trả lại", en: "returned")
    }
  }
}
