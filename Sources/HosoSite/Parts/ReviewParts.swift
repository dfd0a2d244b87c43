internal import GitObjects
internal import HosoCore

/// What pages show of delegations, returns, records that wait, and notes.
extension Page {
  /// On whose behalf a decision was given; nothing where the role is the person's own.
  func onBehalf(_ decision: Decision) -> Node {
    guard let giver = decision.giver else { return .none }
    return .fragment([.text(", "), say(ReviewText.onBehalf), .text(" "), personLink(giver)])
  }

  /// The records of `person` that were sent back, each with the reason.
  func returned(_ records: [Int]) -> Node {
    let items = records.compactMap { index -> Node? in
      guard let decision = site.view.records[index].returned else { return nil }
      let decided = site.view.decisions[decision].decision
      return .li(
        recordLink(index), .text(" · "), personLink(decided.person), .text(", "), site.when(decided.moment),
        site.reason(decided))
    }
    guard !items.isEmpty else { return .none }
    return .section(
      class: "returned",
      .h2(say(ReviewText.returnedToYou), .text(" "), .span(class: "count", .text(site.count(items.count)))),
      .ul(class: "plain-list", .fragment(items)))
  }

  /// The records that wait for the decision of `person`.
  func waiting(for person: ListID) -> Node {
    let records = site.waitingFor[person] ?? []
    guard !records.isEmpty else { return .none }
    let items = records.prefix(200).map { index -> Node in
      let record = site.view.records[index]
      return .li(
        recordLink(index), .text(" · "), say(site.rulebook.kinds[record.kind].title),
        record.waiting.map { .span(class: "quiet", .text(" · "), say(ReviewText.step($0))) } ?? .none)
    }
    return .section(
      class: "waiting",
      .h2(say(ReviewText.waitsForYou), .text(" "), .span(class: "count", .text(site.count(records.count)))),
      .ul(class: "plain-list", .fragment(Array(items))))
  }

  /// The notes on a record, newest first.
  func notes(on record: RecordStatus) -> Node {
    let notes = site.notesOn[record.path] ?? []
    guard !notes.isEmpty else { return .none }
    let items = notes.reversed().prefix(50).map { note -> Node in
      .li(
        personLink(note.person), .text(", "), site.when(note.moment),
        note.points.map { .fragment([.text(" · "), say(ReviewText.points($0))]) } ?? .none,
        note.blob == record.blob
          ? .none : .span(class: "quiet", .text(" · "), say(ReviewText.ofOlderVersion)),
        .fragment(note.text.split(separator: "\n").map { .p(.bdi(.text(String($0)))) }),
        site.recordAt[note.path] == nil
          ? .none : .p(class: "quiet", .a(href: href(.record(note.path)), say(ReviewText.openNote))))
    }
    return .section(
      class: "record-notes", .h2(say(ReviewText.notes)), .ul(class: "decision-list", .fragment(Array(items))))
  }
}
