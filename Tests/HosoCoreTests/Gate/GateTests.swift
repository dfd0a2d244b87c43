internal import GitObjects
internal import HosoCore
internal import Testing

struct GateTests {
  private static let base = "2024-2025/ke-hoach-bai-day/to-1/an"
  private static let received: Int64 = 1_728_000_000
  private static let own = "{year}/ke-hoach-bai-day/{team}/{person},owner,contributor"

  /// What the gate says of a commit that makes the tree `new` of `old`: id, path and verb of each fault.
  private static func faults(
    by person: ListID = "an", access: [String] = [own], _ old: [String: Character], _ new: [String: Character],
    mode: UInt32 = TreeEntry.file, parentAt parent: Int64 = received
  ) throws -> [String] {
    let proposed = MemorySnapshot(files: new, mode: mode)
    let before = MemorySnapshot(files: old)
    let paths = try Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map { text in
      let path = try RecordPath(text)
      return PathChange(path: path, old: before.entry(at: path), new: proposed.entry(at: path))
    }
    let change = Change(
      paths: paths, person: SmallSchool.person(person),
      receivedAt: Moment(seconds: received, offset: SmallSchool.offset),
      parentMoment: Moment(seconds: parent, offset: SmallSchool.offset))
    let tree = MemorySnapshot.id("t")
    let after = try SmallSchool.rulebook(access: access, policy: 8, predecessor: tree)
    let gate = Gate(
      rulebook: try SmallSchool.rulebook(access: access, tree: tree), reader: SoundRecords(rules: after))
    return try gate.review(change, proposed: proposed).diagnostics.map { fault in
      let name = fault.path?.split(separator: "/").suffix(2).joined(separator: "/") ?? ""
      return "\(fault.id.rawValue) \(name)\(fault.facts["verb"].map { " " + $0 } ?? "")"
    }
  }

  @Test func `a contributor creates, edits and renames within a folder`() throws {
    let a = Self.base + "/tuan-01/a.md"
    let b = Self.base + "/tuan-01/b.md"
    #expect(try Self.faults([:], [a: "1"]) == [])
    #expect(try Self.faults([a: "1"], [a: "2"]) == [])
    #expect(try Self.faults([a: "1"], [b: "1"]) == [])
  }

  @Test func `a contributor neither moves nor deletes`() throws {
    let a = Self.base + "/tuan-01/a.md"
    #expect(try Self.faults([a: "1"], [:]) == ["access-denied tuan-01/a.md delete"])
    #expect(try Self.faults([a: "1"], [Self.base + "/tuan-02/a.md": "1"]) == ["access-denied tuan-01/a.md move"])
  }

  @Test func `a removed file and a new one with another content are no rename`() throws {
    let old = [Self.base + "/tuan-01/a.md": Character("1")]
    #expect(try Self.faults(old, [Self.base + "/tuan-01/b.md": "2"]) == ["access-denied tuan-01/a.md delete"])
  }

  @Test func `one new file stands for one removed`() throws {
    let folder = Self.base + "/tuan-01/"
    #expect(
      try Self.faults([folder + "a.md": "1", folder + "b.md": "1"], [folder + "c.md": "1"])
        == ["access-denied tuan-01/b.md delete"])
    #expect(
      try Self.faults(
        [folder + "a.md": "1", folder + "b.md": "1"], [folder + "c.md": "1", folder + "d.md": "1"]) == [])
  }

  @Test func `a rename in the folder is found beside a move of the same content`() throws {
    let other = Self.base + "/tuan-02/"
    let old = [Self.base + "/tuan-01/a.md": Character("1"), other + "b.md": "1"]
    #expect(try Self.faults(old, [other + "c.md": "1"]) == ["access-denied tuan-01/a.md delete"])
  }

  @Test(arguments: [
    "2024-2025/ke-hoach-bai-day/to-1/an-bis/tuan-01/a.md", "2024-2025/ke-hoach-bai-day/to-2/cuc/tuan-01/a.md",
    "2024-2025/ke-hoach-bai-day/to-1/a/tuan-01/a.md",
  ])
  func `the folder of another person is closed`(path: String) throws {
    #expect(try Self.faults([:], [path: "1"]).first == "access-denied tuan-01/a.md create")
    #expect(try Self.faults([path: "1"], [path: "2"]).first == "access-denied tuan-01/a.md edit")
  }

  @Test func `rules change alone and by those who may grant`() throws {
    let access = [Self.own, ".hoso,role:principal,manager"]
    let rules = ".hoso/access.csv"
    #expect(try Self.faults(by: "dung", access: access, [rules: "1"], [rules: "2"]) == [])
    #expect(try Self.faults(access: access, [rules: "1"], [rules: "2"]) == ["access-denied .hoso/access.csv grant"])
    #expect(
      try Self.faults(access: access, [rules: "1"], [rules: "2", Self.base + "/tuan-01/a.md": "1"])
        == ["access-denied .hoso/access.csv grant", "rules-with-records .hoso/access.csv"])
    #expect(try Self.faults(access: access, [rules: "1"], [:]) == ["access-denied .hoso/access.csv grant"])
  }

  @Test func `a file under the rules is a rule whatever its name`() throws {
    let path = ".hoso/\u{301}x.csv"
    #expect(
      try Self.faults(access: [",person:an,content-manager"], [:], [path: "1"]) == ["access-denied \(path) grant"])
  }

  @Test(arguments: [("CON", "name-reserved"), ("a:b.csv", "name-not-portable"), (".gitattributes", "git-control-file")])
  func `a file under the rules has a name that every system carries`(name: String, id: String) throws {
    let access = [".hoso,role:principal,manager"]
    #expect(try Self.faults(by: "dung", access: access, [:], [".hoso/" + name: "1"]) == ["\(id) .hoso/\(name)"])
  }

  @Test(arguments: [0o100755, 0o120000, 0o160000, 0o100664] as [UInt32])
  func `only plain files are records`(mode: UInt32) throws {
    #expect(try Self.faults([:], [Self.base + "/tuan-01/a.md": "1"], mode: mode).contains("file-mode tuan-01/a.md"))
  }

  @Test func `a twin in any folder of the path is found`() throws {
    let old = [Self.base + "/tuan-01/a.md": Character("1")]
    let twin = "2024-2025/ke-hoach-bai-day/TO-1/an/tuan-01/b.md"
    let faults = try Self.faults(access: [",everyone,contributor"], old, old.merging([twin: "2"]) { a, _ in a })
    #expect(faults.contains("name-twin tuan-01/b.md"))
  }

  @Test func `a record that no kind keeps there is refused`() throws {
    let access = [",everyone,contributor"]
    #expect(try Self.faults(access: access, [:], ["2024-2025/x/y.md": "1"]) == ["unplaced-record x/y.md"])
  }

  @Test(arguments: [(86_400, []), (86_401, ["time-implausible "]), (-1_000_000, [])] as [(Int64, [String])])
  func `a commit is at most a day older than the one before`(seconds: Int64, faults: [String]) throws {
    let path = Self.base + "/tuan-01/a.md"
    #expect(try Self.faults([:], [path: "1"], parentAt: Self.received + seconds) == faults)
  }

  @Test func `who has left submits nothing`() throws {
    let path = "2024-2025/ke-hoach-bai-day/to-1/giang/tuan-01/a.md"
    #expect(try Self.faults(by: "giang", [:], [path: "1"]) == ["access-denied tuan-01/a.md create"])
  }
}
