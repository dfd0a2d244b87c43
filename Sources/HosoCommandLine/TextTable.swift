internal import HosoCore

/// A table as lines of text, aligned by what a terminal shows.
struct TextTable {
  /// A column: its head, and whether its cells are numbers, which stand at the right.
  struct Column {
    let title: String
    let isNumeric: Bool
  }

  private let columns: [Column]
  private let rows: [[String]]
  private let totals: [String]

  /// A text that is wider than this goes on in the next line.
  private static let widest = 60
  private static let gap = "  "

  /// `totals` is empty or stands below a rule of its own.
  init(_ columns: [Column], rows: [[String]], totals: [String] = []) {
    self.columns = columns
    self.rows = rows
    self.totals = totals
  }

  /// Head, rule, rows, rule, totals; no space at the ends of lines.
  var lines: [String] {
    let head = columns.map(\.title)
    let bodies = rows.map(wrapped)
    let foot = totals.isEmpty ? [] : [wrapped(totals)]
    let widths = columns.indices.map { column in
      (bodies + foot + [wrapped(head)]).reduce(0) { widest, row in
        row[column].reduce(widest) { max($0, $1.displayWidth) }
      }
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    let below = foot.isEmpty ? [] : [rule] + foot.flatMap { lines(of: $0, widths) }
    return lines(of: wrapped(head), widths) + [rule] + bodies.flatMap { lines(of: $0, widths) } + below
  }

  private func wrapped(_ row: [String]) -> [[String]] { row.map { $0.wrapped(to: Self.widest) } }

  private func lines(of row: [[String]], _ widths: [Int]) -> [String] {
    let height = row.map(\.count).max() ?? 1
    return (0..<height).map { line in
      let cells = row.indices.map { column -> String in
        let text = line < row[column].count ? row[column][line] : ""
        return text.padded(to: widths[column], isAtRight: columns[column].isNumeric)
      }
      var text = cells.joined(separator: Self.gap)
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
