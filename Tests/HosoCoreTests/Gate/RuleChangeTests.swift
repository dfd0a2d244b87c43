internal import GitObjects
internal import HosoCore
internal import Testing

/// A change of the rules follows on the rules before, and limits only what its author may limit.
struct RuleChangeTests {
  private static let tree = MemorySnapshot.id("t")

  /// What the gate says of a change of the access list, with ids and, of refusals, verb and place.
  private static func faults(
    by person: ListID = "dung", before: Rulebook, after: Rulebook?, files: [String] = [".hoso/access.csv"],
    isFirst: Bool = false
  ) throws -> [String] {
    let old = MemorySnapshot(files: Dictionary(uniqueKeysWithValues: files.map { ($0, "1") }))
    let new = MemorySnapshot(files: Dictionary(uniqueKeysWithValues: files.map { ($0, "2") }))
    let moment = Moment(SmallSchool.today, minutes: 0, offset: SmallSchool.offset)
    let change = Change(
      paths: try files.map {
        let path = try RecordPath($0)
        return PathChange(path: path, old: old.entry(at: path), new: new.entry(at: path))
      }, person: SmallSchool.person(person), receivedAt: moment, parentMoment: isFirst ? nil : moment)
    return try Gate(rulebook: before, reader: SoundRecords(rules: after)).review(change, proposed: new).diagnostics
      .map { fault in
        guard let verb = fault.facts["verb"] else { return fault.id.rawValue }
        return "\(verb) \(fault.facts["limits"] ?? fault.path ?? "")"
      }.sorted()
  }

  private static let access = [",role:principal,manager", ".hoso,person:em,manager"]

  @Test(
    arguments: [
      (8, tree, []), (7, tree, ["policy-number"]), (6, tree, ["policy-number"]), (9, tree, ["policy-number"]),
      (1, nil, ["policy-number"]), (8, nil, ["policy-predecessor"]),
      (8, MemorySnapshot.id("u"), ["policy-predecessor"]),
    ] as [(Int, ObjectID?, [String])])
  func `the number grows by one and names the rules before`(
    policy: Int, predecessor: ObjectID?, expected: [String]
  ) throws {
    let before = try SmallSchool.rulebook(access: Self.access, tree: Self.tree)
    let after = try SmallSchool.rulebook(access: Self.access, policy: policy, predecessor: predecessor)
    #expect(try Self.faults(before: before, after: after) == expected)
  }

  @Test(
    arguments: [
      (1, nil, []), (2, nil, ["policy-number"]), (1, tree, ["policy-predecessor"]),
    ] as [(Int, ObjectID?, [String])])
  func `the first rules have number one and no predecessor`(
    policy: Int, predecessor: ObjectID?, expected: [String]
  ) throws {
    let rules = try SmallSchool.rulebook(access: Self.access, policy: policy, predecessor: predecessor)
    #expect(try Self.faults(before: rules, after: rules, isFirst: true) == expected)
  }

  @Test func `rules whose place is not known are followed by none`() throws {
    let before = try SmallSchool.rulebook(access: Self.access)
    for predecessor in [nil, Self.tree] {
      let after = try SmallSchool.rulebook(access: Self.access, policy: 8, predecessor: predecessor)
      #expect(try Self.faults(before: before, after: after) == ["policy-predecessor"])
    }
  }

  @Test func `rules that cannot be read are refused though no fault says why`() throws {
    let before = try SmallSchool.rulebook(access: Self.access, tree: Self.tree)
    #expect(try Self.faults(before: before, after: nil) == ["rule-file-invalid"])
    #expect(try Self.faults(before: before, after: nil, files: [".hoso"]) == ["name-reserved", "rule-file-invalid"])
  }

  @Test(
    arguments: [
      ("dung", []), ("em", ["limit {year}/mat"]), ("an", ["grant .hoso/access.csv", "limit {year}/mat"]),
    ] as [(ListID, [String])])
  func `who limits a folder or lifts its limit manages that folder too`(person: ListID, expected: [String]) throws {
    let limited = Self.access + ["{year}/mat,person:an,viewer,limited"]
    let open = Self.access + ["{year}/mat,person:an,viewer"]
    for (old, new) in [(limited, open), (open, limited), (Self.access, limited), (limited, Self.access)] {
      let before = try SmallSchool.rulebook(access: old, tree: Self.tree)
      let after = try SmallSchool.rulebook(access: new, policy: 8, predecessor: Self.tree)
      #expect(try Self.faults(by: person, before: before, after: after) == expected)
    }
    // Another person on a limited folder is no limit.
    let before = try SmallSchool.rulebook(access: limited, tree: Self.tree)
    let after = try SmallSchool.rulebook(
      access: limited + ["{year}/mat,person:cuc,viewer,limited"], policy: 8, predecessor: Self.tree)
    #expect(try Self.faults(by: person, before: before, after: after) == expected.filter { !$0.hasPrefix("limit") })
  }

  @Test func `a manager of one year does not limit all years`() throws {
    let access = Self.access + ["2024-2025/mat,person:em,manager"]
    let before = try SmallSchool.rulebook(access: access, tree: Self.tree)
    for (folder, expected) in [("{year}/mat", ["limit {year}/mat"]), ("2024-2025/mat", [])] {
      let after = try SmallSchool.rulebook(
        access: access + ["\(folder),person:an,viewer,limited"], policy: 8, predecessor: Self.tree)
      #expect(try Self.faults(by: "em", before: before, after: after) == expected)
    }
  }

  @Test func `who may change one rule file may count it, and no more of the school`() throws {
    let access = Self.access + [".hoso/kinds,person:an,manager"]
    let files = [".hoso/kinds/a.yml", ".hoso/school.yml"]
    let before = try SmallSchool.rulebook(access: access, tree: Self.tree)
    let after = try SmallSchool.rulebook(access: access, policy: 8, predecessor: Self.tree)
    #expect(try Self.faults(by: "an", before: before, after: after, files: files) == [])
    #expect(
      try Self.faults(by: "an", before: before, after: after, files: [".hoso/school.yml"])
        == ["grant .hoso/school.yml"])
    for (name, signsCommits) in [("Khác", false), (before.school.name, true)] {
      let other = try SmallSchool.rulebook(
        access: access, policy: 8, predecessor: Self.tree, name: name, signsCommits: signsCommits)
      #expect(try Self.faults(by: "an", before: before, after: other, files: files) == ["grant .hoso/school.yml"])
    }
    #expect(
      try Self.faults(by: "an", before: before, after: after, files: files + [".hoso/access.csv"])
        == ["grant .hoso/access.csv"])
  }
}
