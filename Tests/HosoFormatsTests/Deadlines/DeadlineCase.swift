import Foundation
import GitObjects
import HosoCore
import HosoFormats

/// A line of `Tests/Fixtures/deadlines/cases.tsv`, whose head says what the cells mean.
struct DeadlineCase: Sendable, CustomStringConvertible {
  struct Unreadable: Error { let line: String }

  let code: String
  let school: String
  let deadline: String
  let year: String
  /// By the name of the placeholder, or `column`.
  let place: [(name: String, value: String)]
  let due: Moment?
  let opens: Moment?
  let why: String

  var description: String { "\(code) \(deadline) \(place.map { "\($0.name)=\($0.value)" }): \(why)" }

  private static let folder = Fixtures.folder.appending(path: "Tests/Fixtures/deadlines")

  static func all() throws -> [DeadlineCase] {
    let text = try String(contentsOf: folder.appending(path: "cases.tsv"), encoding: .utf8)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7 else { throw Unreadable(line: String(line)) }
      let words = cells[3].split(separator: " ").map(String.init)
      let place = try words.dropFirst().map { word in
        let pair = word.split(separator: "=").map(String.init)
        guard pair.count == 2 else { throw Unreadable(line: String(line)) }
        return (name: pair[0], value: pair[1])
      }
      return DeadlineCase(
        code: cells[0], school: cells[1], deadline: cells[2], year: words[0], place: place,
        due: try moment(cells[4]), opens: try moment(cells[5]), why: cells[6])
    }
  }

  /// `2024-10-05T23:59+07:00`; nil for `none` and `-`.
  private static func moment(_ cell: String) throws -> Moment? {
    guard cell != "none", cell != "-" else { return nil }
    let signs = ["-": -1, "+": 1]
    let zone = cell.suffix(6)
    guard cell.count == 22, let date = SchoolDate(cell.prefix(10)), let hours = Int(cell.dropFirst(11).prefix(2)),
      let minutes = Int(cell.dropFirst(14).prefix(2)), let sign = signs[String(zone.prefix(1))],
      let zoneHours = Int(zone.dropFirst().prefix(2)), let zoneMinutes = Int(zone.suffix(2))
    else { throw Unreadable(line: cell) }
    return Moment(date, minutes: hours * 60 + minutes, offset: sign * (zoneHours * 60 + zoneMinutes))
  }

  private var column: String? { place.first { $0.name == "column" }?.value }

  /// A school whose one kind has this deadline, with the calendars of the folder.
  func school(from sample: MemoryTree) throws -> MemoryTree {
    var tree = sample
    tree.files = tree.files.filter {
      $0.key.starts(with: ".hoso/".utf8) && !$0.key.starts(with: ".hoso/kinds/".utf8)
        && !$0.key.starts(with: ".hoso/calendar/".utf8)
    }
    func write(_ path: String, _ text: String) {
      tree.files[Array(path.utf8)] = MemoryTree.File(bytes: Array(text.utf8), mode: MemoryTree.plain)
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path) where name.hasSuffix(".csv") {
      write(".hoso/calendar/\(name)", try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8))
    }
    let words = school.split(separator: " ").map(String.init)
    let zone = words.first { $0.hasSuffix("0") } ?? "Asia/Ho_Chi_Minh"
    write(
      ".hoso/school.yml",
      """
      format: 1
      id: th-suoi-may
      level: primary
      language: vi
      timezone: "\(zone)"
      policy: 1
      working-saturdays: \(words.contains("saturdays") ? "yes" : "no")

      """)
    let names = place.filter { $0.name != "column" }.map { "{\($0.name)}" }
    let test = column.map { ", test: \($0)" } ?? ""
    write(
      ".hoso/kinds/owed.yml",
      """
      kind: owed
      title: {vi: Hồ sơ, en: Record}
      place: "{year}/ho-so/\(names.joined(separator: "/"))/ho-so.csv"
      format: csv
      fields:
        - {name: ma, title: {vi: Mã, en: Id}}
        - {name: diem, title: {vi: Điểm, en: Mark}\(test)}
      deadline: \(deadline)

      """)
    return tree
  }

  /// Where the record lies.
  var path: String {
    let values = place.filter { $0.name != "column" }.map(\.value)
    return "\(year)/ho-so/\(values.joined(separator: "/"))/ho-so.csv"
  }

  /// When the record is due by the rules of `school`, or the marks of the column.
  func due(in rulebook: Rulebook) throws -> (due: Moment?, opens: Moment?)? {
    guard let (kind, place) = rulebook.kind(at: try RecordPath(path)) else { return nil }
    let due = column.map { rulebook.dueMoment(of: kind, test: $0, place) } ?? rulebook.dueMoment(of: kind, place)
    return (due, rulebook.openingMoment(of: kind, place))
  }
}
