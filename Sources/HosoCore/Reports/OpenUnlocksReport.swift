/// What was unlocked for a correction and is not locked again: scope by scope, oldest first.
struct OpenUnlocksReport {
  let source: ReportSource
  let scope: ReportScope

  func report() throws -> Report {
    var rows: [[ReportCell]] = []
    for open in source.view.locks.openUnlockings {
      let decision = open.unlocking.decision
      if let person = scope.person, decision.person != person { continue }
      if let kind = scope.kind, decision.kind != kind { continue }
      let days = Int((source.moment.seconds - open.unlocking.since.seconds) / 86_400)
      for place in open.scopes {
        rows.append([
          .moment(open.unlocking.since), .count(max(0, days)), .path(place),
          decision.kind.map { .kind($0) } ?? .empty, .person(decision.person), .text(decision.number),
          .text(decision.reason), .text(open.unlocking.tag),
        ])
      }
    }
    return source.report(
      .openUnlocks, scope,
      [
        .moment("since", "Mở khoá lúc", "Unlocked"), .integer("days", "Số ngày", "Days"),
        .string("scope", "Phạm vi", "Scope"), .kind,
        Report.Column("person", Localized(vi: "Người mở khoá", en: "By"), reference: .people),
        .string("number", "Số quyết định", "Decision number"), .string("reason", "Lí do", "Reason"),
        .string("tag", "Thẻ kí", "Signed tag"),
      ], rows,
      notes: [
        Localized(
          vi: "Sửa xong thì khoá lại ngay: hoso lock PHẠM-VI.",
          en: "Once the correction is made, lock again at once: hoso lock SCOPE.")
      ])
  }
}
