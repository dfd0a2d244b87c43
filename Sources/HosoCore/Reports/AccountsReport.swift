/// P8: keys that have run out or soon will, people without one, and keys of people who have left.
struct AccountsReport {
  let source: ReportSource
  let scope: ReportScope

  private enum State: Int {
    case left, unknown, expired, none, expiring, endless, valid

    var cell: ReportCell {
      switch self {
      case .left: .word("left", vi: "đã nghỉ, khoá còn hiệu lực", en: "has left, key still valid")
      case .unknown:
        .word("unknown", vi: "khoá của địa chỉ không có trong danh sách người", en: "key of an unknown address")
      case .expired: .word("expired", vi: "đã hết hạn", en: "expired")
      case .none: .word("no-key", vi: "chưa có khoá", en: "no key")
      case .expiring: .word("expiring", vi: "sắp hết hạn", en: "expires soon")
      case .endless: .word("endless", vi: "không có ngày hết hạn", en: "never expires")
      case .valid: .word("valid", vi: "còn hạn", en: "valid")
      }
    }
  }

  func report() throws -> Report {
    var rows: [(state: State, line: Int, row: [ReportCell])] = []
    let keys = Dictionary(grouping: source.rulebook.signers, by: \.email)
    for person in source.rulebook.peopleInOrder where isAsked(person) {
      let own = keys[person.email] ?? []
      let isMember = person.isMember(on: today)
      let hasValid = own.contains { $0.isValid(at: source.moment) }
      for key in own {
        guard let state = state(of: key, isMember: isMember, hasValid: hasValid) else { continue }
        rows.append((state, person.line, row(.person(person.id), person, key, state)))
      }
      if own.isEmpty, isMember, person.roles != [.inspector] {
        rows.append((.none, person.line, row(.person(person.id), person, nil, .none)))
      }
    }
    if scope.person == nil, scope.team == nil {
      for key in source.rulebook.signers where source.rulebook.person(email: key.email) == nil {
        rows.append((.unknown, key.line, row(.text(key.email), nil, key, .unknown)))
      }
    }
    rows.sort { ($0.state.rawValue, $0.line) < ($1.state.rawValue, $1.line) }
    return source.report(
      .accounts, scope,
      [
        .person, .team, .string("roles", "Vai trò", "Roles"), .string("key", "Loại khoá", "Key"),
        .integer("line", "Dòng", "Line"), .date("from", "Có hiệu lực từ", "Valid from"),
        .date("until", "Hết hiệu lực", "Valid until"), .integer("days", "Còn (ngày)", "Days left"),
        .string("state", "Tình trạng", "State"),
      ], rows.map(\.row),
      notes: [
        Localized(
          vi: """
            hoso không có mật khẩu: mỗi người kí bằng khoá của mình, ghi ở dòng tương ứng của .hoso/allowed_signers. Sắp hết hạn \
            là còn không quá \(scope.days) ngày.
            """,
          en: """
            hoso has no passwords: everybody signs with a key of a line of .hoso/allowed_signers. A key expires soon that has \
            \(scope.days) days or less.
            """)
      ])
  }

  private var today: SchoolDate { source.moment.date }

  private func isAsked(_ person: Person) -> Bool {
    (scope.person.map { $0 == person.id } ?? true) && (scope.team.map { $0 == person.team } ?? true)
  }

  /// Nil for what asks nothing of anybody: an old key beside a valid one, or the old key of somebody who has left.
  private func state(of key: Signer, isMember: Bool, hasValid: Bool) -> State? {
    let hasEnded = key.validBefore.map { $0 <= source.moment } ?? false
    guard isMember else { return hasEnded ? nil : .left }
    if hasEnded { return hasValid ? nil : .expired }
    guard let days = days(key) else { return .endless }
    return days <= scope.days ? .expiring : .valid
  }

  private func days(_ key: Signer) -> Int? {
    key.validBefore.map { Int(($0.seconds - source.moment.seconds) / 86_400) }
  }

  private func row(_ who: ReportCell, _ person: Person?, _ key: Signer?, _ state: State) -> [ReportCell] {
    [
      who, ReportCell(team: person?.team), person.map { .roles($0.roles) } ?? .empty,
      key.map { .text($0.keyType) } ?? .empty,
      ReportCell(count: key?.line), ReportCell(key?.validAfter?.date), ReportCell(key?.validBefore?.date),
      ReportCell(count: key.flatMap { days($0) }), state.cell,
    ]
  }
}
