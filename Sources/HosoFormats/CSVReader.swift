package import HosoCore

/// Reads comma-separated values as RFC 4180 writes them: commas, double quotes, one row a line.
///
/// The first row is the header. Cells keep their spaces. Each row has as many cells as the header.
package enum CSVReader {
  /// Reads `bytes`, valid UTF-8 with line feeds; nil where the quotes leave no sure reading.
  package static func table(_ bytes: [UInt8], path: String, report: (Diagnostic) -> Void) -> Table? {
    var rows: [Table.Row] = []
    var scanner = Scanner(bytes: bytes)
    while !scanner.isAtEnd {
      let line = scanner.line
      switch scanner.row() {
      case .success(let cells): rows.append(Table.Row(line: line, cells: cells))
      case .failure(let fault):
        report(Diagnostic(fault.id, path: path, line: fault.line, column: fault.column))
        return nil
      }
    }
    guard let header = rows.first else {
      report(Diagnostic(.emptyRecord, path: path, line: 1))
      return nil
    }
    for row in rows.dropFirst() where row.cells.count != header.cells.count {
      report(
        Diagnostic(
          .csvRowLength, path: path, line: row.line,
          facts: ["cells": String(row.cells.count), "columns": String(header.cells.count)]))
    }
    return Table(header: header.cells, rows: Array(rows.dropFirst()))
  }

  struct Fault: Error {
    let id: DiagnosticID
    let line: Int
    let column: Int
  }

  private struct Scanner {
    let bytes: [UInt8]
    var index = 0
    var line = 1
    var lineStart = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index >= bytes.count }

    mutating func row() -> Result<[String], Fault> {
      var cells: [String] = []
      while true {
        switch cell() {
        case .success(let text): cells.append(text)
        case .failure(let fault): return .failure(fault)
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: ",") {
          index += 1
          continue
        }
        if index < bytes.count {
          index += 1
          line += 1
          lineStart = index
        }
        return .success(cells)
      }
    }

    private mutating func cell() -> Result<String, Fault> {
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return plainCell() }
      let start = Fault(id: .csvUnclosedQuote, line: line, column: index - lineStart + 1)
      index += 1
      var text: [UInt8] = []
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == 0x0A {
          line += 1
          lineStart = index
        }
        guard byte == UInt8(ascii: "\"") else {
          text.append(byte)
          continue
        }
        if index < bytes.count, bytes[index] == byte {
          text.append(byte)
          index += 1
        } else if index == bytes.count || bytes[index] == UInt8(ascii: ",") || bytes[index] == 0x0A {
          return .success(String(decoding: text, as: UTF8.self))
        } else {
          return .failure(Fault(id: .csvStrayQuote, line: line, column: index - lineStart))
        }
      }
      return .failure(start)
    }

    private mutating func plainCell() -> Result<String, Fault> {
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != 0x0A {
        if bytes[index] == UInt8(ascii: "\"") {
          return .failure(Fault(id: .csvStrayQuote, line: line, column: index - lineStart + 1))
        }
        index += 1
      }
      return .success(String(decoding: bytes[start..<index], as: UTF8.self))
    }
  }
}
