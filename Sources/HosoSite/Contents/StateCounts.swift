internal import HosoCore

/// How many records are in each state, how many of them came late, and how many have not come.
struct StateCounts: Sendable {
  private var counts = [Int](repeating: 0, count: RecordState.allCases.count)
  private(set) var late = 0
  var missing = 0

  /// The states in the order in which somebody looks at them: first what waits for a person.
  static let order: [RecordState] = [.submitted, .returned, .changed, .approved, .kept]

  subscript(state: RecordState) -> Int { counts[Self.order.firstIndex(of: state)!] }

  var total: Int { counts.reduce(0, +) }

  mutating func add(_ record: RecordStatus) {
    counts[Self.order.firstIndex(of: record.state)!] += 1
    if record.isLate { late += 1 }
  }
}
