/// Replaces cells of a CSV book, and nothing else of its bytes.
package enum CellReplacement {
  /// Why a cell cannot be replaced.
  package struct Fault: Error, Hashable {
    /// What is wrong, a word for the message catalogue.
    package let detail: String
    package let cell: CorrectionCase.Cell?
  }

  /// The bytes of `book` with `cells` replaced; `key` is the column that tells the rows apart.
  ///
  /// - Throws: where the book has no such cell or another value in it.
  package static func bytes(
    of book: [UInt8], replacing cells: [CorrectionCase.Cell], key: String
  ) throws(Fault) -> [UInt8] {
    guard let table = CellMap(book), let keys = table.column(named: key) else {
      throw Fault(detail: "unreadable", cell: nil)
    }
    var rowsOfKey: [[UInt8]: [[CellMap.Cell]]] = [:]
    for row in table.rows.dropFirst() where keys < row.count {
      rowsOfKey[Array(row[keys].text.utf8), default: []] += [row]
    }
    var edits: [(range: Range<Int>, text: String)] = []
    for cell in cells {
      guard let column = table.column(named: cell.column) else { throw Fault(detail: "column", cell: cell) }
      let rows = rowsOfKey[Array(cell.key.utf8)] ?? []
      guard rows.count == 1, let row = rows.first, column < row.count else { throw Fault(detail: "key", cell: cell) }
      guard row[column].text.hasSameBytes(as: cell.old) else { throw Fault(detail: "value", cell: cell) }
      edits.append((row[column].range, cell.new))
    }
    var result: [UInt8] = []
    var end = 0
    for (range, text) in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard range.lowerBound >= end else { throw Fault(detail: "twice", cell: nil) }
      result += book[end..<range.lowerBound] + Array(written(text).utf8)
      end = range.upperBound
    }
    return result + book[end...]
  }

  /// A value as CSV writes it: in quotes only where it must be.
  package static func written(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// A line of CSV.
  package static func line(_ cells: [String]) -> String { cells.map(written).joined(separator: ",") + "\n" }

  /// How `found` differs from `expected`, the most telling difference first; nil where they are equal byte for byte.
  static func difference(_ expected: [UInt8], _ found: [UInt8]) -> (detail: String, line: Int?, column: String?)? {
    guard expected != found else { return nil }
    guard let one = CellMap(expected), let other = CellMap(found) else { return ("unreadable", nil, nil) }
    let header = one.rows.first ?? []
    func differs(_ left: CellMap.Cell, _ right: CellMap.Cell) -> Bool { !left.text.hasSameBytes(as: right.text) }
    guard header.count == other.rows.first?.count, !zip(header, other.rows[0]).contains(where: differs) else {
      return ("header", 1, nil)
    }
    guard one.rows.count == other.rows.count else { return ("rows", nil, nil) }
    let texts = one.rows.map { $0.map(\.text) }
    let foundTexts = other.rows.map { $0.map(\.text) }
    if texts != foundTexts, texts.sorted(by: precedes) == foundTexts.sorted(by: precedes) { return ("order", nil, nil) }
    for (number, (left, right)) in zip(one.rows, other.rows).enumerated() {
      guard left.count == right.count else { return ("rows", number + 1, nil) }
      if let column = left.indices.first(where: { differs(left[$0], right[$0]) }) {
        return ("cell", number + 1, column < header.count ? header[column].text : nil)
      }
    }
    return ("bytes", nil, nil)
  }

  private static func precedes(_ left: [String], _ right: [String]) -> Bool {
    left.lexicographicallyPrecedes(right) { $0.precedes($1) }
  }
}

/// Where each cell of a CSV text lies in its bytes.
struct CellMap {
  struct Cell {
    let range: Range<Int>
    let text: String
  }

  /// The header is row 0.
  private(set) var rows: [[Cell]] = []

  /// Nil where the quotes leave no sure reading.
  init?(_ bytes: [UInt8]) {
    var index = 0
    var row: [Cell] = []
    while index < bytes.count || !row.isEmpty {
      let start = index
      var text: [UInt8] = []
      if index < bytes.count, bytes[index] == 0x22 {
        index += 1
        while true {
          guard let end = bytes[index...].firstIndex(of: 0x22) else { return nil }
          text += bytes[index..<end]
          index = end + 1
          guard index < bytes.count, bytes[index] == 0x22 else { break }
          text.append(0x22)
          index += 1
        }
      } else {
        let end = bytes[index...].firstIndex { [0x22, 0x2C, 0x0A].contains($0) } ?? bytes.count
        text += bytes[index..<end]
        index = end
      }
      row.append(Cell(range: start..<index, text: String(decoding: text, as: UTF8.self)))
      if index < bytes.count, bytes[index] == 0x2C {
        index += 1
        continue
      }
      guard index == bytes.count || bytes[index] == 0x0A else { return nil }
      index = min(index + 1, bytes.count)
      rows.append(row)
      row = []
    }
  }

  func column(named name: String) -> Int? { rows.first?.firstIndex { $0.text.hasSameBytes(as: name) } }
}
