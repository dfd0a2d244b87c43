internal import HosoActions
internal import HosoCore
internal import HosoMessages

/// What is still open in a year, as text and as JSON.
extension YearCloseAction.Matter {
  /// One line for people.
  func line(_ view: SchoolView, _ console: Console) -> String {
    let rulebook = view.rulebook
    switch self {
    case .missing(let obligation):
      let kind = rulebook.kinds[obligation.kind]
      let words = ObligationWords(view, console.language)
      return console.text("còn thiếu", "missing") + ": \(kind.title(console.language)): \(words.owner(obligation))"
        + (words.period(obligation).map { ", " + $0 } ?? "")
    case .undecided(let record):
      let state = StatusListing.name(of: record.state)(console.language)
      let waiting = record.waiting.map { ": " + WaitingListing.sentence($0, rulebook, console) } ?? ""
      return "\(state): \(record.path)\(waiting)"
    case .unlocked(let open):
      let places = open.scopes.map(\.text).joined(separator: ", ")
      return console.text("đang mở khoá, chưa khoá lại", "unlocked, not locked again")
        + ": \(places) (\(open.unlocking.tag))"
    case .correction(let correction):
      return console.text("chỉnh sửa chưa xong", "correction not finished") + ": \(correction.folder.path)"
    case .unreceived(let count):
      return console.text(
        "chưa có biên nhận: \(count) lần ghi và quyết định; gửi bằng 'hoso sync'",
        "without a receipt: \(count) commits and decisions; send them with 'hoso sync'")
    }
  }

  fileprivate func json(_ view: SchoolView) -> JSON {
    switch self {
    case .missing(let obligation):
      .object([
        "matter": "missing", "kind": .string(view.rulebook.kinds[obligation.kind].id),
        "owner": .string(obligation.owner), "period": JSON(obligation.period),
      ])
    case .undecided(let record):
      .object([
        "matter": .string(record.state.rawValue), "path": .string(record.path.text),
        "waiting": .waiting(record.waiting),
      ])
    case .unlocked(let open):
      .object([
        "matter": "unlocked", "tag": .string(open.unlocking.tag),
        "scopes": .array(open.scopes.map { .string($0.text) }),
      ])
    case .correction(let correction):
      .object([
        "matter": "correction", "case": .string(correction.folder.path.text),
        "state": .string(correction.state.rawValue),
      ])
    case .unreceived(let count): .object(["matter": "unreceived", "count": .number(count)])
    }
  }
}

extension JSON {
  /// What is open in a year.
  static func matters(_ matters: [YearCloseAction.Matter], _ view: SchoolView) -> JSON {
    .array(matters.map { $0.json(view) })
  }
}
