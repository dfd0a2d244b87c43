/// Where a finding stands in the order of what happened.
///
/// Receipts number it; what no receipt covers stands behind what the receipt before it covers.
struct Position: Comparable {
  /// The receipt's number; 0 in front of the first.
  let sequence: Int
  /// What stands at the same receipt: itself, what it covers, what comes behind.
  let part: Part
  /// The place among those, such as a commit's number on `main`.
  let index: Int

  enum Part: Int, Comparable {
    case receipt, covered, uncovered, decision, witness

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The repository as a whole: nothing else can be trusted where it is at fault.
  static let whole = Position(sequence: -1, part: .receipt, index: 0)

  static func < (left: Self, right: Self) -> Bool {
    (left.sequence, left.part, left.index) < (right.sequence, right.part, right.index)
  }
}

/// A finding with its place in time.
struct PlacedFinding {
  let position: Position
  let finding: Finding
}

extension [PlacedFinding] {
  /// Oldest first; what stands at one position keeps its order.
  var oldestFirst: [Finding] {
    enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element.finding)
  }
}
