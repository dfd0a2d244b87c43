/// Writes comma-separated values as RFC 4180 does, for spreadsheets that people open: CRLF, and no cell that is a formula.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe in front; ``CSVWriter/unguarded(_:)`` takes it away
/// again. Numbers stay numbers.
package enum CSVWriter {
  /// A cell to write.
  package enum Cell: Hashable, Sendable {
    case text(String)
    /// What this program itself wrote as a number, such as `-5` or `7,5`.
    case number(String)
  }

  /// The byte order mark by which Excel knows UTF-8.
  package static let byteOrderMark = "\u{FEFF}"

  /// `rows` with a CRLF behind each.
  package static func text(_ rows: some Sequence<[Cell]>) -> String {
    var text = ""
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { text += "," }
        switch cell {
        case .text(let content): append(guarded(content), to: &text)
        case .number(let content): append(content, to: &text)
        }
      }
      text += "\r\n"
    }
    return text
  }

  private static func append(_ content: String, to text: inout String) {
    let isPlain = content.utf8.allSatisfy { byte in
      byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ";") && byte >= 0x20
    }
    if isPlain, content.utf8.first != 0x20, content.utf8.last != 0x20 {
      text += content
    } else {
      text += "\""
      for scalar in content.unicodeScalars {
        if scalar == "\"" { text.unicodeScalars.append(scalar) }
        text.unicodeScalars.append(scalar)
      }
      text += "\""
    }
  }

  /// Signs with which a formula begins, full-width ones too.
  private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
  /// Where a spreadsheet of another locale may begin a new cell.
  private static let separators: Set<Unicode.Scalar> = [";", "\t", "\r", "\n"]
  /// What a spreadsheet may take away in front of a formula.
  private static let fillers: Set<Unicode.Scalar> = ["'", "\"", " "]

  /// `content` with an apostrophe before each part that a spreadsheet would take for a formula.
  package static func guarded(_ content: String) -> String {
    rewritten(content) { part, isFormula, result in
      if isFormula { result.append("'") }
      result.append(contentsOf: part)
    }
  }

  /// What ``guarded(_:)`` was given.
  package static func unguarded(_ content: String) -> String {
    rewritten(content) { part, isFormula, result in
      result.append(contentsOf: isFormula && part.first == "'" ? part.dropFirst() : part)
    }
  }

  /// Hands each part between separators to `write`, with whether it is a formula once the fillers are away. The part in
  /// front of a leading tab or line end counts as one, since both are dropped by some programs.
  private static func rewritten(
    _ content: String,
    _ write: (ArraySlice<Unicode.Scalar>, _ isFormula: Bool, inout String.UnicodeScalarView) -> Void
  ) -> String {
    let scalars = Array(content.unicodeScalars)
    var result = String.UnicodeScalarView()
    var start = 0
    for end in 0...scalars.count where end == scalars.count || separators.contains(scalars[end]) {
      let part = scalars[start..<end]
      let isFormula: Bool
      if let sign = part.first(where: { !fillers.contains($0) }) {
        isFormula = formulaSigns.contains(sign)
      } else {
        isFormula = start == 0 && end < scalars.count && scalars[end] != ";"
      }
      write(part, isFormula, &result)
      if end < scalars.count { result.append(scalars[end]) }
      start = end + 1
    }
    return String(result)
  }
}
