extension LineDiff {
  /// The most pairs of lines that are compared word by word in one stretch.
  private static let mostPairs = 900

  /// The lines of a replaced stretch in reading order; lines that resemble each other are shown as one.
  package func rows(old olds: Range<Int>, new news: Range<Int>) -> [Row] {
    let pairs = pairs(olds, news)
    var rows: [Row] = []
    var nextOld = olds.lowerBound
    var nextNew = news.lowerBound
    for (i, j) in pairs + [(olds.upperBound, news.upperBound)] {
      rows += (nextOld..<i).map { .removed(old: $0) }
      rows += (nextNew..<j).map { .added(new: $0) }
      if i < olds.upperBound {
        rows.append(.changed(old: i, new: j, words: form.words(old.slices[i], new.slices[j])))
      }
      nextOld = i + 1
      nextNew = j + 1
    }
    return rows
  }

  /// The pairs of lines that answer each other, in order: the choice with the greatest sum of resemblance.
  private func pairs(_ olds: Range<Int>, _ news: Range<Int>) -> [(Int, Int)] {
    guard !olds.isEmpty, !news.isEmpty else { return [] }
    guard olds.count * news.count <= Self.mostPairs else { return [] }
    let left = olds.map { Bag(old.slices[$0]) }
    let right = news.map { Bag(new.slices[$0]) }
    let width = right.count + 1
    var best = [Double](repeating: 0, count: (left.count + 1) * width)
    var likeness = [Double](repeating: 0, count: left.count * right.count)
    for i in left.indices.reversed() {
      for j in right.indices.reversed() {
        let own = left[i].resemblance(to: right[j])
        likeness[i * right.count + j] = own
        let paired = own > 0 ? own + best[(i + 1) * width + j + 1] : 0
        best[i * width + j] = max(paired, best[(i + 1) * width + j], best[i * width + j + 1])
      }
    }
    var result: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      let own = likeness[i * right.count + j]
      if own > 0, best[i * width + j] == own + best[(i + 1) * width + j + 1] {
        result.append((olds.lowerBound + i, news.lowerBound + j))
        i += 1
        j += 1
      } else if best[i * width + j] == best[(i + 1) * width + j] {
        i += 1
      } else {
        j += 1
      }
    }
    return result
  }

  /// The words of a line, counted.
  private struct Bag {
    var counts: [Piece: Int] = [:]
    var total = 0

    init(_ line: ArraySlice<UInt8>) {
      for token in tokens(of: line) where token.first.map(isWordByte) ?? false {
        counts[Piece(bytes: token), default: 0] += 1
        total += 1
      }
    }

    /// 0 for lines that have too little in common to be read as one, at most 1.
    func resemblance(to other: Bag) -> Double {
      guard total > 0, other.total > 0 else { return 0 }
      let shared = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
      let share = Double(2 * shared) / Double(total + other.total)
      return share >= 0.34 ? share : 0
    }
  }
}

// MARK: Words of a line

extension LineDiff.Form {
  /// What became of the words of `old` on the way to `new`; cell by cell where both are rows of as many cells.
  func words(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) -> [LineDiff.Words] {
    guard let left = cells(of: old), let right = cells(of: new), left.count == right.count else {
      return plainWords(old, new)
    }
    var words: [LineDiff.Words] = []
    func add(_ more: LineDiff.Words) {
      if more.text.isEmpty { return }
      if let last = words.last, last.mark == more.mark {
        words[words.count - 1] = LineDiff.Words(mark: last.mark, text: last.text + more.text)
      } else {
        words.append(more)
      }
    }
    for (index, (before, after)) in zip(left, right).enumerated() {
      if index > 0 { add(LineDiff.Words(mark: .same, text: self == .csv ? "," : "|")) }
      for each in plainWords(before, after) { add(each) }
    }
    return words
  }

  /// The cells of `line`, or nil where it is no row.
  private func cells(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    guard self == .csv || line.first == UInt8(ascii: "|") else { return nil }
    let separator = self == .csv ? UInt8(ascii: ",") : UInt8(ascii: "|")
    var cells: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    var isQuoted = false
    for index in line.indices {
      switch (self, line[index]) {
      case (.csv, UInt8(ascii: "\"")): isQuoted.toggle()
      case (_, separator):
        let isEscaped = self == .csv ? isQuoted : index > start && line[index - 1] == UInt8(ascii: "\\")
        if isEscaped { continue }
        cells.append(line[start..<index])
        start = index + 1
      default: continue
      }
    }
    cells.append(line[start...])
    return cells
  }

  /// As ``words(_:_:)``, whatever the line is.
  ///
  /// Words between two changes that are only a space or a sign go with the change: a phrase reads better than parts.
  private func plainWords(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>) -> [LineDiff.Words] {
    let left = tokens(of: old)
    let right = tokens(of: new)
    let stretches = commonRuns(left, right, most: LineDiff.mostWordEdits).stretches(left.count, right.count)
    var words: [LineDiff.Words] = []
    var removed: [UInt8] = []
    var added: [UInt8] = []
    func close() {
      if !removed.isEmpty {
        words.append(LineDiff.Words(mark: .removed, text: String(decoding: removed, as: UTF8.self)))
      }
      if !added.isEmpty { words.append(LineDiff.Words(mark: .added, text: String(decoding: added, as: UTF8.self))) }
      removed = []
      added = []
    }
    for (index, stretch) in stretches.enumerated() {
      switch stretch {
      case .replaced(let olds, let news):
        removed += left[olds].joined()
        added += right[news].joined()
      case .same(let olds, _):
        let isBetween = index > 0 && index + 1 < stretches.count
        if isBetween, olds.count == 1, left[olds.lowerBound].allSatisfy({ $0 == 0x20 }) {
          removed += left[olds.lowerBound]
          added += left[olds.lowerBound]
        } else {
          close()
          words.append(LineDiff.Words(mark: .same, text: String(decoding: Array(left[olds].joined()), as: UTF8.self)))
        }
      }
    }
    close()
    return words
  }
}

// MARK: Tokens

/// Letters and digits, all that is not ASCII, and what stands within names and numbers.
private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "_"): true
  default: false
  }
}

/// The words of `line`, and between them runs of spaces and single signs; joined they give the line again.
private func tokens(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
  var tokens: [ArraySlice<UInt8>] = []
  var start = line.startIndex
  while start < line.endIndex {
    var end = start + 1
    if isWordByte(line[start]) {
      while end < line.endIndex, isWordByte(line[end]) { end += 1 }
    } else if line[start] == 0x20 {
      while end < line.endIndex, line[end] == 0x20 { end += 1 }
    } else if line[start...].starts(with: "<br>".utf8) {
      end = start + 4
    }
    tokens.append(line[start..<end])
    start = end
  }
  return tokens
}
