internal import GitObjects
internal import HosoCore

/// A school so small that its reports are counted by hand; what stands in it is in `ReportSchool+Year.swift`.
struct ReportSchool {
  let rulebook: Rulebook
  private(set) var commits: [CommitSummary] = []
  private var decisions: [RecordedDecision] = []
  private var versions: [RecordPath: [RecordVersion]] = [:]
  private var blobs: [ObjectID: [UInt8]] = [:]

  static let year = "2024-2025"
  static let offset = 420

  init(rulebook: Rulebook) { self.rulebook = rulebook }

  /// `2024-10-05 08:15` in the school's zone.
  static func moment(_ text: String) -> Moment {
    let clock = text.suffix(5).split(separator: ":").compactMap { Int($0) }
    return Moment(SchoolDate(text.prefix(10)) ?? SmallSchool.today, minutes: clock[0] * 60 + clock[1], offset: offset)
  }

  /// Writes `text` at `path`, or removes it.
  mutating func commit(_ path: String, _ text: String?, by person: ListID?, at time: String) throws {
    let blob = text.map { text in
      let id = Self.id(of: text + path)
      blobs[id] = Array(text.utf8)
      return id
    }
    versions[try RecordPath(path), default: []].append(RecordVersion(commit: commits.count, blob: blob))
    let email = person.flatMap { rulebook.people[$0]?.email } ?? "ai-do@ngoai.example"
    commits.append(
      CommitSummary(
        id: Self.id(of: "commit \(commits.count)"), person: person, email: email, moment: Self.moment(time), subject: ""
      ))
  }

  /// Approves or returns the newest content of `path`.
  mutating func decide(
    _ verb: Decision.Verb, _ path: String, by person: ListID, as role: SchoolRole, at time: String,
    _ reason: String = ""
  ) throws {
    let path = try RecordPath(path)
    let last = versions[path]?.last
    let item = Decision.Item(
      path: path, blob: last?.blob ?? .zero, author: last.flatMap { commits[$0.commit].person } ?? "")
    decisions.append(
      RecordedDecision(
        tag: "\(verb.rawValue)/\(decisions.count)", tagID: .zero,
        decision: Decision(
          verb: verb, role: role, person: person, moment: Self.moment(time), commit: .zero, items: [item],
          reason: reason,
          policy: 1), faults: []))
  }

  /// What reports are made from, at `time`.
  func source(
    at time: String, locks: Locks = .none, corrections: [CorrectionStatus] = [], notes: [ReviewNote] = []
  ) throws -> ReportSource {
    let derivation = StatusDerivation(
      rulebook: rulebook, year: Self.year, commits: commits, decisions: decisions,
      differOnlyInOpenSections: { _, _, _ in false })
    let records = try versions.keys.sorted().compactMap { try derivation.status(of: $0, versions: versions[$0] ?? []) }
    let view = derivation.view(of: records).with([:], locks, corrections, notes: notes)
    return ReportSource(view: view, at: Self.moment(time), reader: PlainReader()) { blobs[$0] ?? [] }
  }

  /// A name made from `text`; not git's.
  private static func id(of text: String) -> ObjectID {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var bytes = [UInt8](repeating: 7, count: 20)
    for index in 0..<8 { bytes[index] = UInt8(truncatingIfNeeded: hash >> (8 * UInt64(index))) }
    return bytes.withUnsafeBytes { $0.baseAddress.map(ObjectID.init) } ?? .zero
  }
}

extension Report {
  /// The rows as text: ids, numbers with a point, a dash for nothing; only these columns, or all.
  func lines(_ names: [String] = []) -> [String] { rows.map { line($0, names) } }

  /// The totals likewise.
  func total(_ names: [String] = []) -> String { totals.isEmpty ? "" : line(totals, names) }

  private func line(_ row: [ReportCell], _ names: [String]) -> String {
    zip(columns, row).filter { names.isEmpty || names.contains($0.0.name) }.map { Self.text($0.1) }.joined(
      separator: " ")
  }

  private static func text(_ cell: ReportCell) -> String {
    switch cell {
    case .empty: "-"
    case .count(let count): String(count)
    case .number(let number): number.text(in: .english)
    default: cell.identifier ?? "-"
    }
  }
}

/// Reads `name: value` lines between dashes, a heading, and cells between commas.
private struct PlainReader: RecordReading {
  func record(at path: RecordPath, kind: Kind, place: Place, bytes: [UInt8], report: (Diagnostic) -> Void) -> Record? {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    guard kind.format == .markdown else {
      let cells = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      let rows = cells.dropFirst().enumerated().map { Table.Row(line: $0.offset + 2, cells: $0.element) }
      return Record(
        path: path, kind: kind, place: place, fields: [], outline: .empty,
        table: Table(header: cells.first ?? [], rows: Array(rows)))
    }
    let fields = lines.compactMap { line -> Field? in
      let parts = line.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
      return parts.count == 2 ? Field(name: String(parts[0]), value: String(parts[1]), line: 1, column: 1) : nil
    }
    let title = lines.first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) } ?? ""
    let heading = Outline.Heading(level: 1, title: title, line: 1, isBare: false)
    return Record(
      path: path, kind: kind, place: place, fields: fields,
      outline: Outline(headings: [heading], links: [], rawHTMLLine: nil, tooDeepLine: nil), table: nil)
  }

  func rulebook(of snapshot: any Snapshot, report: (Diagnostic) -> Void) -> Rulebook? { nil }
}
