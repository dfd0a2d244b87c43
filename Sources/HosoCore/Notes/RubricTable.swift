/// The table of points in a note: criterion, maximum and points, one row a criterion.
package struct RubricTable: Hashable, Sendable {
  /// One row, with the cells as they are written.
  package struct Row: Hashable, Sendable {
    package let title: String
    package let maximum: String
    package let points: String
    /// 1-based line in the file.
    package let line: Int
  }

  /// What the first cell of the table's head says.
  package static let heads = ["Tiêu chí", "Criterion"]
  /// What the first cell of the row with the sum says.
  package static let totals = ["Tổng", "Total"]

  package let rows: [Row]

  /// Finds the table in the text behind the front matter; nil where there is none.
  package init?(_ bytes: [UInt8], body: (offset: Int, line: Int)) {
    var rows: [Row] = []
    var isInside = false
    var number = body.line - 1
    for line in bytes[min(body.offset, bytes.count)...].split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.first == UInt8(ascii: "|") else {
        if isInside { break }
        continue
      }
      let cells = Self.cells(line)
      guard isInside else {
        isInside = Self.heads.contains(cells[0])
        continue
      }
      if cells[0].allSatisfy({ "-: ".contains($0) }) { continue }
      rows.append(
        Row(
          title: cells[0], maximum: cells.count > 1 ? cells[1] : "", points: cells.count > 2 ? cells[2] : "",
          line: number))
    }
    guard isInside else { return nil }
    self.rows = rows
  }

  /// The cells of a row, without the spaces around them; one at least.
  private static func cells(_ line: ArraySlice<UInt8>) -> [String] {
    var cells = line.dropFirst().split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    if cells.count > 1, cells.last?.allSatisfy({ $0 == 0x20 }) == true { cells.removeLast() }
    return cells.map { cell in
      var cell = cell
      while cell.first == 0x20 { cell.removeFirst() }
      while cell.last == 0x20 { cell.removeLast() }
      return String(decoding: cell, as: UTF8.self)
    }
  }

  /// The table of `scores`, one for each criterion, with their sum.
  package static func text(of scores: [(criterion: Criterion, points: Points)], in language: Language) -> String {
    let isVietnamese = language == .vietnamese
    let head = isVietnamese ? "| Tiêu chí | Tối đa | Điểm |" : "| Criterion | Maximum | Points |"
    let rows = scores.map { "| \($0.criterion.title(language)) | \($0.criterion.maximum) | \($0.points) |" }
    let most = scores.map(\.criterion.maximum).total
    let total = "| \(totals[isVietnamese ? 0 : 1]) | \(most) | \(scores.map(\.points).total) |"
    return ([head, "| --- | --- | --- |"] + rows + [total]).joined(separator: "\n") + "\n"
  }
}
