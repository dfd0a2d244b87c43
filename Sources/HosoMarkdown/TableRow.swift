/// The text of one row of a table, in cells as GitHub splits them.
struct TableRow {
  /// Cells without blanks around them, as they stand in the source: each `\|` in them means `|`.
  let cells: [SourceText]

  /// Splits `line`, which has no blanks before it. A row without cells, such as `|`, is none.
  init?(_ line: SourceText) {
    var cells: [SourceText] = []
    var rest = line
    if rest.first == UInt8(ascii: "|") {
      rest = rest.dropFirst().drop(while: isTableBlank)
    }
    while !rest.isEmpty {
      let end = Self.cellEnd(in: rest)
      cells.append(Self.trimmed(rest[..<end]))
      rest = rest[end...].dropFirst().drop(while: isTableBlank)
    }
    guard !cells.isEmpty else { return nil }
    self.cells = cells
  }

  /// The index of the pipe that ends the first cell: the first one without a backslash before it.
  private static func cellEnd(in line: SourceText) -> Int {
    var previous: UInt8 = 0
    for index in line.indices {
      if line[index] == UInt8(ascii: "|"), previous != UInt8(ascii: "\\") { return index }
      previous = line[index]
    }
    return line.endIndex
  }

  private static func trimmed(_ text: SourceText) -> SourceText {
    var text = text.drop(while: isTableBlank)
    while let last = text.last, isTableBlank(last) { text.removeLast() }
    return text
  }

  /// `text` with each `\|` made `|`.
  static func unescaped(_ text: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      if byte == UInt8(ascii: "|"), result.last == UInt8(ascii: "\\") { result.removeLast() }
      result.append(byte)
    }
    return result
  }
}

/// How the cells of a column are set.
enum ColumnAlignment {
  case none, left, center, right

  /// The columns of a delimiter row such as `|:--|--:|`, or nil if `line` is none.
  static func columns(of line: SourceText) -> [ColumnAlignment]? {
    guard line.allSatisfy({ isTableBlank($0) || "|:-".utf8.contains($0) }), let row = TableRow(line) else { return nil }
    var columns: [ColumnAlignment] = []
    for cell in row.cells {
      let isLeft = cell.first == UInt8(ascii: ":")
      let isRight = cell.count > 1 && cell.last == UInt8(ascii: ":")
      let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      columns.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : .none)
    }
    return columns
  }
}

/// Whether `byte` is a blank within a row.
func isTableBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 0x0B || byte == 0x0C
}
