import GitObjects
import HosoCore
import HosoSite

/// A small invented school for the pages: lists, kinds, and a history that a test writes step by step.
struct SampleSchool {
  let rulebook: Rulebook
  private(set) var commits: [CommitSummary] = []
  private(set) var decisions: [RecordedDecision] = []
  private(set) var versions: [RecordPath: [RecordVersion]] = [:]
  private(set) var attachments: [RecordPath: ObjectID] = [:]
  private(set) var source = MemorySource()

  static let year = "2024-2025"
  static let offset = 420

  init(rulebook: Rulebook = SampleSchool.rulebook()) { self.rulebook = rulebook }

  /// A moment in the school's zone, from `2024-10-05` and `8:15`.
  static func moment(_ date: String, _ hour: Int, _ minute: Int = 0) -> Moment {
    Moment(SchoolDate(date)!, minutes: hour * 60 + minute, offset: offset)
  }

  /// Writes `text` at `path`, or removes the record where it is nil.
  mutating func commit(
    _ path: String, _ text: String?, by person: ListID?, at moment: Moment, _ subject: String
  ) throws {
    let path = try RecordPath(path)
    let blob = text.map { source.add(Array($0.utf8)) }
    versions[path, default: []].append(RecordVersion(commit: commits.count, blob: blob))
    let id = ObjectID(of: Array("commit \(commits.count)".utf8))
    let email = person.flatMap { rulebook.people[$0]?.email } ?? "ai-do@ngoai.example"
    commits.append(CommitSummary(id: id, person: person, email: email, moment: moment, subject: subject))
  }

  /// Lays a file beside the records.
  mutating func attach(_ path: String, _ bytes: [UInt8]) throws {
    attachments[try RecordPath(path)] = source.add(bytes)
  }

  mutating func decide(
    _ verb: Decision.Verb, _ paths: [String], by person: ListID, as role: SchoolRole, at moment: Moment,
    _ reason: String = "", faults: [Diagnostic] = []
  ) throws {
    let items = try paths.map { text -> Decision.Item in
      let path = try RecordPath(text)
      let last = versions[path]!.last!
      return Decision.Item(path: path, blob: last.blob!, author: commits[last.commit].person ?? "")
    }
    let name = DecisionTagName(verb: verb, year: Self.year, moment: moment, person: person, number: 1).text
    decisions.append(
      RecordedDecision(
        tag: name, tagID: ObjectID(of: Array(name.utf8)),
        decision: Decision(
          verb: verb, role: role, person: person, moment: moment, commit: commits.last!.id, items: items,
          reason: reason,
          policy: 1), faults: faults))
  }

  func view() throws -> SchoolView {
    let derivation = StatusDerivation(
      rulebook: rulebook, year: Self.year, commits: commits, decisions: decisions,
      differOnlyInOpenSections: { _, _, _ in false })
    let records = try versions.keys.sorted().compactMap { try derivation.status(of: $0, versions: versions[$0]!) }
    return derivation.view(of: records).with(attachments)
  }

  /// Builds the site and answers its files by path.
  func site(_ language: Language = .vietnamese) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    try SiteBuilder(view: try view(), reader: SimpleReader(), language: language).build(from: source) { path, bytes in
      precondition(files[path] == nil, "\(path) is written twice")
      files[path] = Array(bytes)
    } progress: { _, _ in
    }
    return files
  }
}

/// Blobs in memory.
struct MemorySource: SiteSource {
  private var blobs: [ObjectID: [UInt8]] = [:]

  mutating func add(_ bytes: [UInt8]) -> ObjectID {
    let id = ObjectID(of: bytes)
    blobs[id] = bytes
    return id
  }

  func withBytes(of blob: ObjectID, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    try blobs[blob]!.withUnsafeBufferPointer(body)
  }
}

extension ObjectID {
  /// A name made from `bytes` that is the same in each run; not git's.
  init(of bytes: [UInt8]) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var digits = ""
    for _ in 0..<3 {
      let text = String(hash, radix: 16)
      digits += String(repeating: "0", count: 16 - text.count) + text
      hash = (hash ^ 0x9E37) &* 0x100_0000_01b3
    }
    self.init(hexadecimal: digits.prefix(40))!
  }
}

/// Reads front matter, headings and CSV without any rule; enough to make pages from.
struct SimpleReader: RecordReading {
  func record(at path: RecordPath, kind: Kind, place: Place, bytes: [UInt8], report: (Diagnostic) -> Void) -> Record? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    if kind.format == .csv {
      let rows = lines.filter { !$0.isEmpty }.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let table = Table(
        header: rows.first ?? [], rows: rows.dropFirst().enumerated().map { .init(line: $0 + 2, cells: $1) })
      return Record(path: path, kind: kind, place: place, fields: [], outline: .empty, table: table)
    }
    var fields: [Field] = []
    var offset = 0
    if lines.first == "---" {
      repeat {
        let line = lines.removeFirst()
        offset += line.utf8.count + 1
        let parts = line.split(separator: ":", maxSplits: 1)
        if parts.count == 2 {
          fields.append(
            Field(name: String(parts[0]), value: String(parts[1].drop { $0 == " " }), line: fields.count + 2, column: 1)
          )
        }
      } while !lines.isEmpty && lines.first != "---"
      offset += 4
      lines = lines.dropFirst()
    }
    let headings = lines.enumerated().compactMap { index, line -> Outline.Heading? in
      let level = line.prefix { $0 == "#" }.count
      guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
      return .init(level: level, title: String(line.dropFirst(level + 1)), line: index + 1, isBare: false)
    }
    return Record(
      path: path, kind: kind, place: place, fields: fields,
      outline: Outline(headings: headings, links: [], rawHTMLLine: nil, tooDeepLine: nil), table: nil,
      body: (offset, fields.count + 3))
  }

  func rulebook(of snapshot: any Snapshot, report: (Diagnostic) -> Void) throws -> Rulebook? { nil }
}
