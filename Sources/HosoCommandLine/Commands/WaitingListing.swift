internal import HosoActions
internal import HosoCore
internal import HosoMessages

/// The records that wait for somebody's decision: `hoso status --waiting`.
struct WaitingListing {
  private let view: SchoolView
  private let records: [RecordStatus]

  /// `person` narrows it to what waits for him.
  init(view: SchoolView, person: ListID?) {
    self.view = view
    records = view.records.filter { record in
      record.waiting.map { waiting in person.map(waiting.people.contains) ?? true } ?? false
    }
  }

  func lines(_ console: Console) -> [String] {
    let count = records.count
    let head = console.text("chờ quyết định: \(count) hồ sơ", "waiting for a decision: \(console.records(count))")
    return [head]
      + records.compactMap { record in
        record.waiting.map { "  \(record.path): \(Self.sentence($0, view.rulebook, console))" }
      }
  }

  func json(_ language: Language) -> JSON {
    .object([
      "format": 1, "year": .string(view.year), "time": .string(view.moment.description),
      "waiting": .array(
        records.map { record in
          .object([
            "path": .string(record.path.text), "kind": .string(view.kind(of: record).id),
            "state": .string(record.state.rawValue), "waiting": .waiting(record.waiting),
          ])
        }),
    ])
  }

  /// `waits for step 2 of 2: vice principal (Vũ Quốc Hưng)`.
  static func sentence(_ waiting: Waiting, _ rulebook: Rulebook, _ console: Console) -> String {
    let roles = waiting.roles.map { Vocabulary.name(of: $0)(console.language) }
      .joined(separator: console.text(" hoặc ", " or "))
    let names = waiting.people.map { rulebook.people[$0]?.name ?? $0 }.joined(separator: ", ")
    let who = names.isEmpty ? console.text("trường chưa có ai", "the school has nobody for it") : names
    return console.text(
      "chờ bước \(waiting.step)/\(waiting.count), \(roles): \(who)",
      "waits for step \(waiting.step) of \(waiting.count), \(roles): \(who)")
  }
}

extension JSON {
  /// The step that a record waits for.
  static func waiting(_ waiting: Waiting?) -> JSON {
    guard let waiting else { return .null }
    return .object([
      "step": .number(waiting.step), "steps": .number(waiting.count),
      "roles": .array(waiting.roles.map { .string($0.rawValue) }),
      "people": .array(waiting.people.map { .string($0) }),
    ])
  }
}
