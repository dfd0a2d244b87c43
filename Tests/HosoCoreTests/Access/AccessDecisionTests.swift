internal import HosoCore
internal import Testing

struct AccessDecisionTests {
  private static let folder = "\(SmallSchool.year)/ke-hoach-bai-day/to-1/an"
  private static let own = "{year}/ke-hoach-bai-day/{team}/{person}"

  private static func role(
    of person: ListID, on path: String, _ access: [String], day: String = "2024-10-01"
  ) throws -> DriveRole? {
    let date = try #require(SchoolDate(day))
    return try SmallSchool.rulebook(access: access)
      .access(of: SmallSchool.person(person), to: .read, RecordPath(path), on: date).role
  }

  /// Google's table (support.google.com/a/answer/7337554): viewer, commenter, contributor, content manager, manager.
  @Test(
    arguments: [
      (.read, [true, true, true, true, true]), (.comment, [false, true, true, true, true]),
      (.create, [false, false, true, true, true]), (.edit, [false, false, true, true, true]),
      (.rename, [false, false, true, true, true]), (.move, [false, false, false, true, true]),
      (.delete, [false, false, false, true, true]), (.grant, [false, false, false, false, true]),
      (.limit, [false, false, false, false, true]), (.lock, [false, false, false, false, true]),
    ] as [(AccessVerb, [Bool])])
  func `each role may what Google Drive lets it`(verb: AccessVerb, expected: [Bool]) throws {
    let path = try RecordPath(Self.folder + "/tuan-01/bai.md")
    for (role, isAllowed) in zip(DriveRole.allCases, expected) {
      let rulebook = try SmallSchool.rulebook(
        access: ["\(Self.own),owner,\(role.rawValue)", ".hoso,person:an,\(role.rawValue)"])
      let decision = rulebook.access(of: SmallSchool.person("an"), to: verb, path, on: SmallSchool.today)
      #expect(decision.isAllowed == isAllowed, "\(role)")
      #expect(decision.grant?.line == (verb == .grant ? 3 : 2))
      #expect(decision.folder == (verb == .grant ? ".hoso" : Self.folder))
      #expect(!rulebook.access(of: SmallSchool.person("cuc"), to: verb, path, on: SmallSchool.today).isAllowed)
    }
    #expect(AccessVerb.allCases.count == 10 && DriveRole.allCases.count == 5)
  }

  @Test func `who manages a folder but not the rules gives no rights and limits nothing`() throws {
    let rulebook = try SmallSchool.rulebook(access: ["\(Self.own),owner,manager", ".hoso,role:principal,manager"])
    for verb in [AccessVerb.grant, .limit] {
      let decision = rulebook.access(
        of: SmallSchool.person("an"), to: verb, try RecordPath(Self.folder), on: SmallSchool.today)
      #expect(!decision.isAllowed && decision.path == .accessList && decision.verb == .grant)
      #expect(decision.ask == ["dung"])
    }
    // Who manages the rules alone gives rights on every folder, and limits none that is not his.
    let principal = SmallSchool.person("dung")
    #expect(rulebook.access(of: principal, to: .grant, try RecordPath(Self.folder), on: SmallSchool.today).isAllowed)
    let limit = rulebook.access(of: principal, to: .limit, try RecordPath(Self.folder), on: SmallSchool.today)
    #expect(!limit.isAllowed && limit.verb == .limit && limit.path.text == Self.folder && limit.ask == [])
  }

  @Test(arguments: AccessVerb.allCases.filter { $0 != .read })
  func `every change of a rule file is a grant`(verb: AccessVerb) throws {
    let path = try RecordPath(".hoso/kinds/x.yml")
    for (role, isAllowed) in [("content-manager", false), ("manager", true)] {
      let rulebook = try SmallSchool.rulebook(access: [".hoso,person:an,\(role)"])
      let decision = rulebook.access(of: SmallSchool.person("an"), to: verb, path, on: SmallSchool.today)
      #expect(decision.isAllowed == isAllowed)
    }
  }

  @Test func `a folder stays limited when its line has run out`() throws {
    let access = [",everyone,contributor", "mat,person:an,viewer,limited,2024-09-01,2024-09-30"]
    for (day, role) in [("2024-08-31", nil), ("2024-09-30", DriveRole.viewer), ("2024-10-01", nil)] {
      #expect(try Self.role(of: "an", on: "mat/x.md", access, day: day) == role)
      #expect(try Self.role(of: "cuc", on: "mat/x.md", access, day: day) == nil)
    }
  }

  @Test func `an earlier year has its own teachers, also where the folder names it`() throws {
    for folder in ["2023-2024/lop/{class}", "{year}/lop/{class}"] {
      for who in ["teacher-of-class", "homeroom"] {
        #expect(try Self.role(of: "an", on: "2023-2024/lop/4a/so.csv", ["\(folder),\(who),viewer"]) == nil)
      }
    }
    #expect(try Self.role(of: "an", on: "lop/4a/so.csv", ["lop/{class},homeroom,viewer"]) == .viewer)
  }

  @Test func `nothing given means no`() throws {
    #expect(try Self.role(of: "dung", on: "a/b.md", []) == nil)
  }

  @Test(
    arguments: [
      (["owner", "an"], "\(folder)/x.md"), (["owner", nil], "\(SmallSchool.year)/ke-hoach-bai-day/to-1/cuc/x.md"),
    ] as [([String?], String)])
  func `the owner is the person in the path`(words: [String?], path: String) throws {
    #expect((try Self.role(of: "an", on: path, ["\(Self.own),owner,contributor"]) != nil) == (words[1] != nil))
  }

  @Test(
    arguments: [
      ("{year}/ke-hoach-bai-day/{team}", "head-of-team", ["binh"]),
      ("{year}/ke-hoach-bai-day/{team}", "member-of-team", ["an", "binh", "giang"]),
      ("{year}/ke-hoach-bai-day", "head-of-team", []), ("", "everyone", ["an", "binh", "cuc", "dung", "em", "giang"]),
      ("", "role:principal", ["dung"]), ("", "role:teacher", ["an", "binh", "cuc", "giang"]),
      ("", "team:to-2", ["cuc"]),
      ("", "person:em", ["em"]), (own, "owner", ["an"]), ("", "owner", []),
    ] as [(String, String, [ListID])])
  func `a grant covers those whom it names`(folder: String, who: String, covered: [ListID]) throws {
    let held = try SmallSchool.people.map(\.id).filter { id in
      try Self.role(of: id, on: Self.folder + "/x.md", ["\(folder),\(who),viewer"]) != nil
    }
    #expect(held == covered)
  }

  @Test(arguments: [("homeroom", ["an"]), ("teacher-of-class", ["an", "cuc"])] as [(String, [ListID])])
  func `a class has its homeroom teacher and those who teach it`(who: String, covered: [ListID]) throws {
    let held = try SmallSchool.people.map(\.id).filter { id in
      try Self.role(of: id, on: "2024-2025/lop/4a/so.csv", ["{year}/lop/{class},\(who),viewer"]) != nil
    }
    #expect(held == covered)
    #expect(
      try Self.role(of: "cuc", on: "2023-2024/lop/4a/so.csv", ["{year}/lop/{class},teacher-of-class,viewer"]) == nil)
  }

  @Test(arguments: [
    [",everyone,contributor", "{year},everyone,viewer"], ["{year},everyone,viewer", ",everyone,contributor"],
    [",everyone,viewer", "{year},everyone,contributor", "{year}/x,person:an,commenter"],
    ["{year}/x,person:an,viewer", "{year}/x,role:teacher,contributor"],
  ])
  func `inheritance only adds`(access: [String]) throws {
    #expect(try Self.role(of: "an", on: "2024-2025/x/y.md", access) == .contributor)
  }

  @Test func `a limited folder cuts off what comes from above`() throws {
    let access = [
      ",everyone,content-manager", "{year}/mat,role:principal,viewer,limited", "{year}/mat/x,person:cuc,viewer",
    ]
    #expect(try Self.role(of: "an", on: "2024-2025/mat/x/y.md", access) == nil)
    #expect(try Self.role(of: "dung", on: "2024-2025/mat/x/y.md", access) == .viewer)
    #expect(try Self.role(of: "cuc", on: "2024-2025/mat/x/y.md", access) == .viewer)
    #expect(try Self.role(of: "an", on: "2024-2025/mat-bis/y.md", access) == .contentManager)
    let decision = try SmallSchool.rulebook(access: access)
      .access(of: SmallSchool.person("an"), to: .edit, RecordPath("2024-2025/mat/y.md"), on: SmallSchool.today)
    #expect(decision.limitedAt == "2024-2025/mat")
  }

  @Test func `a manager passes a limited folder`() throws {
    let access = [",role:principal,manager", "{year}/mat,person:an,viewer,limited"]
    #expect(try Self.role(of: "dung", on: "2024-2025/mat/y.md", access) == .manager)
  }

  @Test(arguments: [
    ["a,person:an,contributor,limited", "a,person:cuc,viewer,limited"],
    ["a,person:an,contributor", "a,person:cuc,viewer,limited"],
    ["a,person:cuc,viewer,limited", "a,person:an,contributor"],
  ])
  func `every line of a limited folder counts whatever their order`(access: [String]) throws {
    #expect(try Self.role(of: "an", on: "a/b.md", [",everyone,content-manager"] + access) == .contributor)
    #expect(try Self.role(of: "cuc", on: "a/b.md", [",everyone,content-manager"] + access) == .viewer)
    #expect(try Self.role(of: "binh", on: "a/b.md", [",everyone,content-manager"] + access) == nil)
  }

  @Test(arguments: [
    ("2024-08-31", false), ("2024-09-01", true), ("2024-09-30", true), ("2024-10-01", false),
  ])
  func `a grant counts from its first day to its last`(day: String, isGiven: Bool) throws {
    let role = try Self.role(of: "an", on: "a/b.md", ["a,person:an,viewer,,2024-09-01,2024-09-30"], day: day)
    #expect((role != nil) == isGiven)
  }

  @Test func `who has left may nothing whatever is given`() throws {
    let rulebook = try SmallSchool.rulebook(access: [",person:giang,manager"])
    let path = try RecordPath("a/b.md")
    let days = try ["2024-06-30", "2024-07-01"].map { try #require(SchoolDate($0)) }
    let decisions = days.map { rulebook.access(of: SmallSchool.person("giang"), to: .edit, path, on: $0) }
    #expect(decisions.map(\.isAllowed) == [true, false])
    #expect(decisions.map(\.isMember) == [true, false])
    #expect(decisions[1].refusal(of: SmallSchool.person("giang"), in: rulebook).facts["role"] == "former")
  }

  @Test func `a refusal names those who may, the nearest first`() throws {
    let rulebook = try SmallSchool.rulebook(
      access: [",role:principal,manager", ",role:vice-principal,content-manager", "a,person:an,contributor"])
    let decision = rulebook.access(
      of: SmallSchool.person("an"), to: .delete, try RecordPath("a/b.md"), on: SmallSchool.today)
    #expect(decision.ask == ["em", "dung"])
    let refusal = decision.refusal(of: SmallSchool.person("an"), in: rulebook)
    #expect(refusal.facts["needed"] == "content-manager" && refusal.facts["role"] == "contributor")
    #expect(refusal.facts["line"] == "4" && refusal.facts["folder"] == "a" && refusal.facts["ask"] == "em, dung")
  }
}
