internal import HosoCore
internal import HosoFormats
internal import HosoStore
internal import Testing

/// What the access list means hangs neither on the order of its lines nor on lines that cannot be read.
struct AccessOrderTests {
  /// T163.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `the order of the lines changes no verdict`(seed: UInt64) throws {
    var random = Chance(seed: seed)
    var rules = try AccessSchool.rules()
    var lines = String(decoding: rules[.accessList] ?? [], as: UTF8.self).split(separator: "\n")
    let header = lines.removeFirst()
    lines.shuffle(using: &random)
    rules[.accessList] = Array((([header] + lines).joined(separator: "\n") + "\n").utf8)
    let rulebook = try #require(try read(rules).rulebook)
    for one in try AccessCase.all() where one.target == nil {
      let person = try #require(rulebook.people[one.person])
      let decision = rulebook.access(of: person, to: one.verb, one.path, on: one.date)
      #expect(decision.isAllowed == one.isAllowed, "cases.tsv:\(one.number), seed \(seed)")
    }
  }

  /// T162.
  @Test(arguments: [
    ("an,person:an,editor,,,", "role"), ("an,person:an,Manager,,,", "role"), ("an,person:an,,,,", "role"),
    ("an,an,viewer,,,", "who"), ("an,everybody,viewer,,,", "who"), ("an,role:boss,viewer,,,", "who"),
    ("an,person:,viewer,,,", "who"), ("an,everyone:an,viewer,,,", "who"), ("an,,viewer,,,", "who"),
    ("an,owner,viewer,,,", "who"), ("{year}/{team},owner,viewer,,,", "who"), ("{year},homeroom,viewer,,,", "who"),
    ("{person},head-of-team,viewer,,,", "who"), ("{team},teacher-of-class,viewer,,,", "who"),
    ("an,person:an,viewer,no,,", "limited"), (",person:an,viewer,yes,,", "limited"),
    ("an,person:an,viewer,,2024-02-02,2024-02-01", "to"), ("{name},everyone,viewer,,,", "folder"),
    ("a//b,everyone,viewer,,,", "folder"), ("../b,everyone,viewer,,,", "folder"), ("**,{,viewer,,,", "who"),
  ])
  func `a line that cannot be read is refused with all the rules`(line: String, key: String) throws {
    let (rulebook, faults) = try read(adding: line)
    #expect(rulebook == nil)
    #expect(faults.map(\.id) == [.ruleFileInvalid] && faults.first?.facts["key"] == key, "\(faults)")
    #expect(faults.first?.path == ".hoso/access.csv" && faults.first?.line == 30)
  }

  @Test(arguments: [
    ("an,person:nobody,viewer,,,", DiagnosticID.ruleUnknownReference),
    ("an,team:none,viewer,,,", .ruleUnknownReference),
    ("an,person:an,viewer,,2024-02-30,", .invalidDate), ("an,person:an,viewer,,,hôm nay", .invalidDate),
    ("an,person:an,viewer", .csvRowLength), ("an,person:an,viewer,,,,x", .csvRowLength),
    ("an,\"person:an,viewer,,,", .csvUnclosedQuote), ("an,per\"son:an,viewer,,,", .csvStrayQuote),
  ])
  func `a line that means nobody or no day is refused`(line: String, id: DiagnosticID) throws {
    let (rulebook, faults) = try read(adding: line)
    #expect(rulebook == nil && faults.contains { $0.id == id }, "\(faults)")
  }

  @Test(arguments: [
    nil, "", "folder,who,role\n,role:principal,manager\n", "folder,who,role,limited,from,to,why\n",
    "folder,who,role,limited,from,to\r\n", "\u{FEFF}folder,who,role,limited,from,to\n", "\u{0}",
  ])
  func `a list that is missing or malformed leaves no rules`(text: String?) throws {
    var rules = try AccessSchool.rules()
    rules[.accessList] = text.map { Array($0.utf8) }
    let (rulebook, faults) = try read(rules)
    #expect(rulebook == nil && faults.contains { $0.path == ".hoso/access.csv" && $0.severity == .error })
  }

  @Test func `a list without lines gives nobody anything`() throws {
    var rules = try AccessSchool.rules()
    rules[.accessList] = Array("folder,who,role,limited,from,to\n".utf8)
    let rulebook = try #require(try read(rules).rulebook)
    for one in try AccessCase.all() {
      let person = try #require(rulebook.people[one.person])
      #expect(!rulebook.access(of: person, to: one.verb, one.path, on: one.date).isAllowed)
    }
  }

  private func read(adding line: String) throws -> (rulebook: Rulebook?, faults: [Diagnostic]) {
    var rules = try AccessSchool.rules()
    rules[.accessList, default: []] += Array((line + "\n").utf8)
    return try read(rules)
  }

  private func read(_ rules: [RecordPath: [UInt8]]) throws -> (rulebook: Rulebook?, faults: [Diagnostic]) {
    let log = DiagnosticLog()
    let snapshot = OverlaySnapshot(base: nil, files: rules.mapValues { Optional($0) })
    return (try RecordReader().rulebook(of: snapshot, report: log.report), log.diagnostics)
  }
}
