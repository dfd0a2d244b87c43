internal import Clibcmark

/// Where a table lies in the lines of a paragraph.
struct TableShape {
  /// The lines of the paragraph before the table.
  let before: Range<Int>
  let columns: [ColumnAlignment]
  let header: TableRow
  var rows: [TableRow] = []
  /// The lines of the paragraph behind the table, which start another block.
  var after: Range<Int>

  /// Finds the first table in `lines`, which are of one paragraph in `containers`.
  ///
  /// - Parameter underline: the line that makes the paragraph a heading, if one does.
  init?(_ source: SourceLines, _ lines: ClosedRange<Int>, underline: Int?, in containers: [Container]) {
    for delimiter in lines.dropFirst() where delimiter < underline ?? .max {
      let (cursor, matched) = source.cursor(delimiter, in: containers)
      guard matched == containers.count, cursor.indent <= 3,
        let columns = ColumnAlignment.columns(of: source.text(delimiter, from: cursor.next)),
        let header = TableRow(source.text(delimiter - 1, from: source.cursor(delimiter - 1, in: containers).0.next)),
        header.cells.count == columns.count
      else { continue }
      self.before = lines.lowerBound..<delimiter - 1
      self.columns = columns
      self.header = header
      self.after = delimiter + 1..<delimiter + 1
      takeRows(source, to: lines.upperBound, in: containers)
      return
    }
    return nil
  }

  /// Takes the lines behind the table up to `last` for rows, as far as they are.
  mutating func takeRows(_ source: SourceLines, to last: Int, in containers: [Container]) {
    after = after.lowerBound..<last + 1
    while let number = after.first {
      let (cursor, matched) = source.cursor(number, in: containers)
      guard matched == containers.count, cursor.indent <= 3 else { return }
      let line = source.text(number, from: cursor.next)
      guard !Self.startsBlock(line, cursor, source.bytes), let row = TableRow(line) else { return }
      rows.append(row)
      after = number + 1..<after.upperBound
    }
  }

  /// Whether `line`, which does not interrupt a paragraph, starts a block behind a table: a list, a tag alone
  /// on its line, or the `---` that would have underlined a heading.
  private static func startsBlock(
    _ line: SourceText, _ cursor: LineCursor, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var item = cursor
    if item.takeItem(bytes) != nil { return true }
    if line.first == UInt8(ascii: "<"), let second = line.dropFirst().first {
      let name = line.dropFirst(second == UInt8(ascii: "/") ? 2 : 1)
      let isLetter = name.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) } ?? false
      let end = name.first { isTableBlank($0) || "/>:@.".utf8.contains($0) }
      guard isLetter, let end, !":@.".utf8.contains(end) else { return false }
      let close = line.firstIndex(of: UInt8(ascii: ">"))
      return close.map { line[($0 + 1)...].allSatisfy(isTableBlank) } ?? false
    }
    let dashes = line.prefix { $0 == UInt8(ascii: "-") }
    return dashes.count >= 3 && line[dashes.endIndex...].allSatisfy(isTableBlank)
  }
}
