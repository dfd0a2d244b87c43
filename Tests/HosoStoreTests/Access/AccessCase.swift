internal import Foundation
internal import HosoCore

/// A line of `Tests/Fixtures/access/cases.tsv`: what somebody does, whether he may, and by which line of `access.csv`.
struct AccessCase: Sendable {
  let situation: String
  let person: ListID
  let verb: AccessVerb
  let path: RecordPath
  /// Where a renamed or moved file goes.
  let target: RecordPath?
  let date: SchoolDate
  let isAllowed: Bool
  /// The line that gives the role that decides; nil where he has none.
  let line: Int?
  /// What the gate refuses besides, such as a place that no kind has.
  let otherFault: DiagnosticID?
  /// 1-based line of the table.
  let number: Int

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/access")

  struct Unreadable: Error { let line: Int }

  /// All cases, in file order.
  static func all() throws -> [AccessCase] {
    let text = try String(contentsOf: folder.appending(path: "cases.tsv"), encoding: .utf8)
    return try text.split(separator: "\n").enumerated().filter { !$1.hasPrefix("#") }.map { index, line in
      try AccessCase(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init), index + 1)
    }
  }

  private init(_ cells: [String], _ number: Int) throws {
    guard cells.count == 9, let verb = AccessVerb(rawValue: cells[2]), let date = SchoolDate(cells[5]),
      ["ALLOW", "DENY"].contains(cells[6]), cells[7] == "-" || Int(cells[7]) != nil,
      cells[8] == "-" || DiagnosticID(rawValue: cells[8]) != nil, [.rename, .move].contains(verb) == (cells[4] != "-")
    else { throw Unreadable(line: number) }
    situation = cells[0]
    person = cells[1]
    self.verb = verb
    path = try RecordPath(cells[3])
    target = cells[4] == "-" ? nil : try RecordPath(cells[4])
    self.date = date
    isAllowed = cells[6] == "ALLOW"
    line = Int(cells[7])
    otherFault = DiagnosticID(rawValue: cells[8])
    self.number = number
  }
}
