internal import HosoCore
internal import HosoFormats
internal import HosoStore

/// A line of `sample-repo/history.csv`: who did what and when.
struct SampleEvent {
  enum Deed: String { case submit, approve, `return` }

  let moment: Moment
  let person: ListID
  let deed: Deed
  /// A record, or a folder for a decision.
  let path: String
  /// In this version of the record, `write` stands in place of `find`.
  let find: String
  let write: String
  /// Headings whose text, or columns whose cells, this version does not have yet; separated by `|`.
  let without: [String]
  /// The message, or the reason.
  let message: String
  /// Whether the gate must refuse it.
  let isRefused: Bool
  /// 1-based.
  let line: Int

  /// Reads the script; its columns are documented in `Docs/Formats.md`.
  static func read(_ path: String) throws -> [SampleEvent] {
    var faults: [Diagnostic] = []
    let table = CSVReader.table(try FileSystem.read(path), path: path) { faults.append($0) }
    guard let table, faults.isEmpty else {
      throw Problem(.rulesUnreadable, ["path": path, "line": faults.first?.line.map(String.init) ?? "1"])
    }
    return try table.rows.map { row in
      func cell(_ name: String) -> String { table.column(named: name).map { row.cells[$0] } ?? "" }
      let when = cell("at").split(separator: " ")
      let clock = when.last?.split(separator: ":").compactMap { Int($0) } ?? []
      guard when.count == 2, let date = SchoolDate(when[0]), clock.count == 2, let deed = Deed(rawValue: cell("do"))
      else { throw Problem(.rulesUnreadable, ["path": path, "line": String(row.line)]) }
      return SampleEvent(
        moment: Moment(date, minutes: clock[0] * 60 + clock[1], offset: 420), person: cell("who"), deed: deed,
        path: cell("path"), find: cell("find"), write: cell("write"),
        without: cell("without").split(separator: "|").map(String.init), message: cell("message"),
        isRefused: cell("expect") == "refused", line: row.line)
    }
  }

  /// The record's bytes in the version of this event, from its final bytes.
  func version(of final: [UInt8]) throws -> [UInt8] {
    var text = String(decoding: final, as: UTF8.self)
    if !find.isEmpty {
      guard text.contains(find) else { throw Problem(.rulesUnreadable, ["path": path, "line": String(line)]) }
      text = text.replacing(find, with: write)
    }
    guard !without.isEmpty else { return Array(text.utf8) }
    return Array((path.hasSuffix(".csv") ? withoutColumns(text) : withoutSections(text)).utf8)
  }

  /// The text with the bodies of the named `##` sections left out.
  private func withoutSections(_ text: String) -> String {
    var lines: [Substring] = []
    var isLeftOut = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") { isLeftOut = without.contains(String(line.dropFirst(3))) }
      if !isLeftOut || line.hasPrefix("## ") { lines.append(line) }
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The table with the named columns' cells empty.
  private func withoutColumns(_ text: String) -> String {
    let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    guard let header = rows.first else { return text }
    let empty = Set(header.indices.filter { without.contains(String(header[$0])) })
    let kept = rows.enumerated().map { number, cells in
      cells.enumerated().map { number > 0 && empty.contains($0) ? "" : $1 }.joined(separator: ",")
    }
    return kept.joined(separator: "\n") + "\n"
  }
}
