/// How many records came when, and how far they have come.
struct RecordTally {
  private(set) var records = 0
  /// Came before a deadline.
  private(set) var onTime = 0
  private(set) var late = 0
  /// Obligations that were due and are not met.
  private(set) var missing = 0
  /// Of kinds that somebody approves.
  private(set) var toApprove = 0
  /// Were returned at least once.
  private(set) var returnedOnce = 0
  private var states: [RecordState: Int] = [:]

  subscript(state: RecordState) -> Int { states[state] ?? 0 }

  mutating func add(_ record: RecordStatus, of kind: Kind, wasReturned: Bool) {
    records += 1
    states[record.state, default: 0] += 1
    if record.isLate { late += 1 } else if record.dueAt != nil { onTime += 1 }
    if !kind.approvals.isEmpty { toApprove += 1 }
    if wasReturned { returnedOnce += 1 }
  }

  mutating func addMissing() { missing += 1 }

  /// The marks of a test, which came within a book.
  mutating func addTest(isLate: Bool) { if isLate { late += 1 } else { onTime += 1 } }

  /// Of what had a deadline that has passed or was kept, the part that was on time.
  var punctuality: RoundedNumber? { .percent(onTime, of: onTime + late + missing) }

  /// Of what is to be approved, the part that is.
  var approval: RoundedNumber? { .percent(self[.approved], of: toApprove) }
}

extension ReportSource {
  /// The tallies of what `scope` covers, by `group` of each record and missing obligation.
  func tallies(
    _ scope: ReportScope, byRecord recordGroup: (Int) throws -> ReportCell,
    byObligation obligationGroup: (Obligation) -> ReportCell
  ) throws -> [ReportCell: RecordTally] {
    var found: [ReportCell: RecordTally] = [:]
    for (index, record) in view.records.enumerated() where try covers(index, scope) {
      let wasReturned = record.decisions.contains { view.decisions[$0].decision.verb == .return }
      found[try recordGroup(index), default: RecordTally()].add(
        record, of: view.kind(of: record), wasReturned: wasReturned)
    }
    for obligation in view.obligations where obligation.dueAt != nil && covers(obligation, scope) {
      if obligation.isMissing(at: moment) {
        found[obligationGroup(obligation), default: RecordTally()].addMissing()
      } else if isWithinBook(obligation), obligation.isAnswered(at: moment) {
        found[obligationGroup(obligation), default: RecordTally()].addTest(isLate: obligation.isLate)
      }
    }
    return found
  }

  /// As above by `grouping`, in the order of the groups.
  func tallies(_ scope: ReportScope, by grouping: ReportGrouping) throws -> [(group: ReportCell, tally: RecordTally)] {
    try tallies(
      scope, byRecord: { try group(of: $0, by: grouping) }, byObligation: { group(of: $0, by: grouping) }
    )
    .map { (group: $0.key, tally: $0.value) }.sorted { order(of: $0.group) < order(of: $1.group) }
  }

  /// All of what `scope` covers.
  func tally(_ scope: ReportScope) throws -> RecordTally {
    try tallies(scope, byRecord: { _ in .empty }, byObligation: { _ in .empty })[.empty] ?? RecordTally()
  }

  func group(of index: Int, by grouping: ReportGrouping) throws -> ReportCell {
    let record = view.records[index]
    switch grouping {
    case .team: return ReportCell(team: team(of: record))
    case .person: return ReportCell(person: person(of: index))
    case .kind: return .kind(view.kind(of: record).id)
    case .week: return record.place.week.map { .period(.week($0)) } ?? .empty
    case .month: return .period(.month(month(of: record)))
    case .term: return ReportCell(term: term(of: record))
    case .state: return .state(record.state)
    case .schoolClass: return try ReportCell(schoolClass: schoolClass(of: index))
    }
  }

  func group(of obligation: Obligation, by grouping: ReportGrouping) -> ReportCell {
    switch grouping {
    case .team: ReportCell(team: obligation.team)
    case .person: ReportCell(person: obligation.person)
    case .kind: .kind(rulebook.kinds[obligation.kind].id)
    case .week: if case .week(let week) = period(of: obligation) { .period(.week(week)) } else { .empty }
    case .month: month(of: obligation).map { .period(.month($0)) } ?? .empty
    case .term: ReportCell(term: term(of: obligation))
    case .state: obligation.isMissing(at: moment) ? .missing : .state(.kept)
    case .schoolClass: ReportCell(schoolClass: schoolClass(of: obligation))
    }
  }

  /// Where a group stands among its like: as the school lists them, what has no name last.
  func order(of group: ReportCell) -> (Int, String) {
    switch group {
    case .person(let id): (rulebook.people[id]?.line ?? Int.max - 2, id)
    case .team(let id), .schoolClass(let id), .subject(let id): (0, id)
    case .kind(let id): (rulebook.kinds.firstIndex { $0.id == id } ?? Int.max - 2, id)
    case .period(.week(let number)), .period(.term(let number)): (number, "")
    // A school year begins in August.
    case .period(.month(let number)): ((number + 4) % 12, "")
    case .state(let state): (RecordState.allCases.firstIndex(of: state) ?? 0, "")
    case .empty: (Int.max, "")
    default: (Int.max - 1, "")
    }
  }
}

extension ReportCell {
  static let late = ReportCell.word("late", vi: "nộp muộn", en: "late")
  /// A group that has no name says so.
  var named: ReportCell { self == .empty ? .word("none", vi: "(không có)", en: "(none)") : self }

  static let missing = ReportCell.word("missing", vi: "chưa nộp", en: "missing")
}
