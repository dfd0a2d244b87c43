/// P15: what was said of each book and record: comments of approvals, reasons of returns.
///
/// Review notes that are records of their own belong into ``report()`` beside the decisions.
struct RemarksReport {
  let source: ReportSource
  let scope: ReportScope

  func report() throws -> Report {
    var entries: [(record: Int, row: [ReportCell])] = []
    for recorded in source.view.decisions where recorded.isValid && !recorded.decision.reason.isEmpty {
      let decision = recorded.decision
      for item in decision.items {
        guard let index = source.recordAt[item.path], try source.covers(index, scope) else { continue }
        let record = source.view.records[index]
        entries.append(
          (
            index,
            [
              .kind(source.view.kind(of: record).id), source.owner(of: record),
              ReportCell(ReportPeriod(of: record.place)), .moment(decision.moment),
              .person(decision.person), .roles([decision.role]), verb(decision.verb), .text(decision.reason),
              .path(item.path),
            ]
          ))
      }
    }
    // Books first, then the other records; each with its remarks in their order.
    let books = Set(source.books.map(\.record))
    let sorted = entries.enumerated().sorted { one, other in
      let left = (books.contains(one.element.record) ? 0 : 1, one.element.record, one.offset)
      let right = (books.contains(other.element.record) ? 0 : 1, other.element.record, other.offset)
      return left < right
    }
    return source.report(
      .remarks, scope,
      [
        .kind, .owner, .period, .moment("time", "Thời điểm", "Time"),
        Report.Column("by", Localized(vi: "Người nhận xét", en: "By"), reference: .people),
        .string("role", "Vai trò", "Role"), .string("decision", "Quyết định", "Decision"),
        .string("remark", "Nhận xét", "Remark"), .record,
      ], sorted.map(\.element.row),
      notes: [
        Localized(
          vi: "Lấy từ các quyết định duyệt và trả lại có ghi ý kiến; chỉ quyết định hợp lệ. Sổ điểm đứng trước.",
          en: "From approvals and returns with a comment; valid decisions alone. Mark books come first.")
      ])
  }

  private func verb(_ verb: Decision.Verb) -> ReportCell {
    switch verb {
    case .approve: .word("approve", vi: "duyệt", en: "approved")
    case .return: .word("return", vi: "trả lại", en: "returned")
    }
  }
}
