internal import GitObjects
internal import HosoCore

/// Decisions over the small school's folders, as short as the tests need them.
enum LockSchool {
  static let top = "2024-2025"
  static let lessons = "2024-2025/ke-hoach-bai-day"
  static let an = "2024-2025/ke-hoach-bai-day/to-1/an"
  static let week = "2024-2025/ke-hoach-bai-day/to-1/an/tuan-01"
  static let record = "2024-2025/ke-hoach-bai-day/to-1/an/tuan-01/a.md"
  static let other = "2024-2025/ke-hoach-bai-day/to-1/an/tuan-01/b.md"

  static let book = SmallSchool.kind("class-list", "{year}/lop/{class}/{slug}.md")
  static let kinds = [SmallSchool.lessonPlan, book]

  /// The principal manages all, the vice principal is content manager, cuc manages her team's folder.
  static let access = [
    ",role:principal,manager", "{year},role:vice-principal,content-manager",
    "{year}/ke-hoach-bai-day/to-2,person:cuc,manager", "{year}/ke-hoach-bai-day/{team}/{person},owner,content-manager",
    "{year}/lop/{class},homeroom,content-manager",
  ]

  static func rulebook() throws -> Rulebook { try SmallSchool.rulebook(access: access, kinds: kinds) }

  static func moment(_ seconds: Int64) -> Moment {
    Moment(seconds: 1_728_000_000 + seconds, offset: SmallSchool.offset)
  }

  static func decision(
    _ verb: LockDecision.Verb, _ scopes: [String], kind: ListID? = nil, opens: [String] = [],
    by person: ListID = "dung",
    role: SchoolRole = .principal, at seconds: Int64 = 0, on commit: Character = "a"
  ) throws -> LockDecision {
    LockDecision(
      verb: verb, role: role, person: person, moment: moment(seconds), commit: MemorySnapshot.id(commit),
      scopes: try scopes.map { try RecordPath($0) }, kind: kind, opens: opens, number: "15/QĐ", reason: "sai điểm",
      policy: 7)
  }

  /// A lock or unlocking that holds.
  static func recorded(
    _ tag: String, _ decision: LockDecision, receipt: Receipt? = nil, faults: [Diagnostic] = []
  ) throws -> RecordedLock {
    RecordedLock(
      tag: tag, tagID: MemorySnapshot.id("x"), decision: decision,
      template: decision.kind.flatMap { id in kinds.first { $0.id == id }?.place }, receipt: receipt, faults: faults)
  }

  static func lock(
    _ tag: String, _ scopes: [String], kind: ListID? = nil, at seconds: Int64 = 0, on commit: Character = "a",
    receipt: Receipt? = nil
  ) throws -> RecordedLock {
    try recorded(tag, decision(.lock, scopes, kind: kind, at: seconds, on: commit), receipt: receipt)
  }

  static func unlock(
    _ tag: String, _ scopes: [String], of locks: [String], kind: ListID? = nil, at seconds: Int64 = 0,
    on commit: Character = "a", receipt: Receipt? = nil
  ) throws -> RecordedLock {
    try recorded(tag, decision(.unlock, scopes, kind: kind, opens: locks, at: seconds, on: commit), receipt: receipt)
  }

  static func receipt(
    _ sequence: Int, _ event: Receipt.Event = .push, at seconds: Int64 = 0, new: Character = "x",
    reference: String = "refs/heads/main"
  ) -> Receipt {
    Receipt(
      sequence: sequence, event: event, moment: moment(seconds), person: "dung", key: "-", reference: reference,
      old: .zero, new: MemorySnapshot.id(new), main: .zero, policy: 7, previous: Receipt.none, serverKey: nil)
  }
}
