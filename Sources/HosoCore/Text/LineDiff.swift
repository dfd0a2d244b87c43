/// The difference of two texts, line by line, with the changed words of lines that answer each other.
///
/// Lines are what stands between line feeds, so that a text that ends in one has an empty last line. The cost is
/// bounded: where two texts have little in common, the whole of the one replaces the whole of the other.
package struct LineDiff: Sendable {
  /// Lines in a row that had the same fate; numbers count from 0.
  package enum Stretch: Hashable, Sendable {
    /// Lines that both texts have.
    case same(old: Range<Int>, new: Range<Int>)
    /// Lines of the old text in whose place stand lines of the new one; either may be none, but not both.
    case replaced(old: Range<Int>, new: Range<Int>)
  }

  /// One line as it is shown.
  package enum Row: Hashable, Sendable {
    case removed(old: Int)
    case added(new: Int)
    /// A line of which some words stayed.
    case changed(old: Int, new: Int, words: [Words])
  }

  /// Words in a row that had the same fate.
  package struct Words: Hashable, Sendable {
    /// Which of the two texts has them.
    package enum Mark: Hashable, Sendable { case same, removed, added }
    package let mark: Mark
    package let text: String

    package init(mark: Mark, text: String) {
      self.mark = mark
      self.text = text
    }
  }

  /// What parts the cells of a line that is a row of a table.
  package enum Form: Sendable {
    /// Markdown: rows begin with `|`.
    case markdown
    /// RFC 4180: every line is a row.
    case csv
  }

  package let old: Lines
  package let new: Lines
  package let form: Form
  /// In the order of the texts; same and replaced take turns.
  package let stretches: [Stretch]

  /// The most insertions and deletions that are looked for, of lines and of words.
  static let mostLineEdits = 400
  static let mostWordEdits = 200

  package init(old: [UInt8], new: [UInt8], form: Form = .markdown) {
    self.form = form
    let old = Lines(old)
    let new = Lines(new)
    self.old = old
    self.new = new
    stretches = commonRuns(old.slices, new.slices, most: Self.mostLineEdits).stretches(old.count, new.count)
  }

  /// Whether the texts are the same.
  package var isEmpty: Bool { stretches.allSatisfy { if case .same = $0 { true } else { false } } }

  /// How many lines went and came.
  package var counts: (removed: Int, added: Int) {
    stretches.reduce(into: (0, 0)) { counts, stretch in
      guard case .replaced(let old, let new) = stretch else { return }
      counts.0 += old.count
      counts.1 += new.count
    }
  }

  /// The lines of a text, without their line feeds.
  package struct Lines: Sendable {
    private let bytes: [UInt8]
    let slices: [ArraySlice<UInt8>]

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      slices = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    }

    /// How many lines there are.
    package var count: Int { slices.count }

    /// The text of a line; bytes that are no UTF-8 become U+FFFD.
    package subscript(line: Int) -> String { String(decoding: slices[line], as: UTF8.self) }

    /// The text of several lines, with the line feeds between them.
    package subscript(lines: Range<Int>) -> String {
      guard let first = lines.first, let last = lines.last else { return "" }
      return String(decoding: bytes[slices[first].startIndex..<slices[last].endIndex], as: UTF8.self)
    }
  }
}

// MARK: Common runs

/// A line or word as the key of a table; whole bytes are hashed and compared at once, as an `ArraySlice` does not.
struct Piece: Hashable {
  let bytes: ArraySlice<UInt8>

  static func areSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    left.count == right.count && left.withUnsafeBytes { left in right.withUnsafeBytes { left.elementsEqual($0) } }
  }

  static func == (left: Piece, right: Piece) -> Bool { areSame(left.bytes, right.bytes) }

  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}

/// Elements in a row that both sequences have.
struct CommonRun {
  let old: Int
  let new: Int
  let count: Int
}

/// The common runs of a shortest edit script, by Myers' greedy algorithm (An O(ND) Difference Algorithm, 1986).
///
/// Beyond `most` edits only the common beginning and end are kept: time and space stay within `most` squared and
/// `most` times the length.
func commonRuns(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], most: Int) -> [CommonRun] {
  var start = 0
  while start < min(old.count, new.count), Piece.areSame(old[start], new[start]) { start += 1 }
  var tail = 0
  while tail < min(old.count, new.count) - start,
    Piece.areSame(old[old.count - 1 - tail], new[new.count - 1 - tail])
  {
    tail += 1
  }
  var numbers: [Piece: Int32] = [:]
  func numbered(_ slices: ArraySlice<ArraySlice<UInt8>>) -> [Int32] {
    slices.map { slice in
      let next = Int32(numbers.count)
      return { number in
        if number < 0 { number = next }
        return number
      }(&numbers[Piece(bytes: slice), default: -1])
    }
  }
  let middleOld = numbered(old[start..<(old.count - tail)])
  let middleNew = numbered(new[start..<(new.count - tail)])
  var runs: [CommonRun] = start > 0 ? [CommonRun(old: 0, new: 0, count: start)] : []
  if !middleOld.isEmpty, !middleNew.isEmpty, let middle = myers(middleOld, middleNew, most: most) {
    runs += middle.map { CommonRun(old: $0.old + start, new: $0.new + start, count: $0.count) }
  }
  if tail > 0 { runs.append(CommonRun(old: old.count - tail, new: new.count - tail, count: tail)) }
  return runs
}

/// The common runs of `a` and `b`, or nil where more than `most` edits lie between them.
private func myers(_ a: [Int32], _ b: [Int32], most: Int) -> [CommonRun]? {
  let limit = min(most, a.count + b.count)
  var furthest = [Int32](repeating: 0, count: 2 * limit + 3)
  let zero = limit + 1
  var trace: [[Int32]] = []
  for edits in 0...limit {
    trace.append(Array(furthest[(zero - edits - 1)...(zero + edits + 1)]))
    for diagonal in stride(from: -edits, through: edits, by: 2) {
      let down =
        diagonal == -edits
        || (diagonal != edits && furthest[zero + diagonal - 1] < furthest[zero + diagonal + 1])
      var x = down ? Int(furthest[zero + diagonal + 1]) : Int(furthest[zero + diagonal - 1]) + 1
      var y = x - diagonal
      while x < a.count, y < b.count, y >= 0, a[x] == b[y] {
        x += 1
        y += 1
      }
      furthest[zero + diagonal] = Int32(clamping: x)
      if x >= a.count, y >= b.count { return runs(back: trace, a.count, b.count) }
    }
  }
  return nil
}

/// Walks the recorded steps back from the end.
private func runs(back trace: [[Int32]], _ width: Int, _ height: Int) -> [CommonRun] {
  var runs: [CommonRun] = []
  var (x, y) = (width, height)
  for edits in trace.indices.reversed() {
    let furthest = trace[edits]
    let zero = edits + 1
    let diagonal = x - y
    let down =
      diagonal == -edits
      || (diagonal != edits && furthest[zero + diagonal - 1] < furthest[zero + diagonal + 1])
    let before = down ? diagonal + 1 : diagonal - 1
    let startX = edits == 0 ? 0 : Int(furthest[zero + before])
    let startY = edits == 0 ? 0 : startX - before
    let landedX = edits == 0 ? 0 : (down ? startX : startX + 1)
    if x > landedX { runs.append(CommonRun(old: landedX, new: landedX - diagonal, count: x - landedX)) }
    (x, y) = (startX, startY)
  }
  return runs.reversed()
}

extension [CommonRun] {
  /// The runs with what lies between them.
  func stretches(_ oldCount: Int, _ newCount: Int) -> [LineDiff.Stretch] {
    var stretches: [LineDiff.Stretch] = []
    var (old, new) = (0, 0)
    func gap(to nextOld: Int, _ nextNew: Int) {
      if nextOld > old || nextNew > new { stretches.append(.replaced(old: old..<nextOld, new: new..<nextNew)) }
    }
    for run in self {
      gap(to: run.old, run.new)
      let olds = run.old..<(run.old + run.count)
      let news = run.new..<(run.new + run.count)
      if case .same(let previousOld, let previousNew)? = stretches.last {
        stretches[stretches.count - 1] = .same(
          old: previousOld.lowerBound..<olds.upperBound, new: previousNew.lowerBound..<news.upperBound)
      } else {
        stretches.append(.same(old: olds, new: news))
      }
      (old, new) = (olds.upperBound, news.upperBound)
    }
    gap(to: oldCount, newCount)
    return stretches
  }
}
