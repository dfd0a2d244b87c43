internal import GitObjects
internal import HosoCore
internal import HosoStore
internal import Testing

/// The cases T057 to T094 of `Docs/Threats.md`, each in objects that git itself was made to write.
struct TreeComparisonTests {
  private static let repository = Result { try RawRepository() }

  @Test(arguments: forms + modes)
  func `a tree of another form is refused for what is wrong with it`(example: TreeCase) throws {
    let comparison = try example.comparison(in: Self.repository.get())
    #expect(comparison.found == example.faults.sorted())
    // The same in a repository that remembers nothing, and as a first commit.
    let root = try Self.repository.get().write(
      example.instead.map { TreeCase.school.with([RawEntry("40000", "a", $0)], at: ["to-toan"]) }
        ?? TreeCase.school.with(example.before, at: example.place).with(example.after, at: example.place))
    let first = try Self.repository.get().store().comparison(from: nil, to: root)
    #expect(Set(first.found).isSuperset(of: example.faults))
  }

  static let forms: [TreeCase] = [
    TreeCase(
      "T057", "not sorted", folder: .asWritten([.file("zz"), .file("aa")]), faults: "malformed-object tree-order"),
    TreeCase(
      "T058", "twice the same", folder: .asWritten([.file("zz"), .file("zz", "y")]),
      faults: "malformed-object tree-order"),
    TreeCase(
      "T059", "file and folder", .file("zz"), .folder("zz", .file("x.md")), faults: ["malformed-object tree-twins"]),
    TreeCase(
      "T059", "file and folder apart", .file("zz"), .file("zz-1"), .folder("zz", .file("x.md")),
      faults: ["malformed-object tree-twins"]),
    TreeCase(
      "T060", "link and folder", RawEntry("120000", "zz"), .folder("zz", .file("x.md")),
      faults: ["malformed-object tree-twins"]),
    TreeCase("T061", "empty name", .file(""), faults: ["malformed-object tree-name"]),
    TreeCase("T061", "name .", .folder(".", .file("x.md")), faults: ["malformed-object tree-name"]),
    TreeCase("T061", "name ..", .folder("..", .file("x.md")), faults: ["malformed-object tree-name"]),
    TreeCase("T061", "name with a slash", .file("a/b"), faults: ["malformed-object tree-name"]),
    TreeCase("T061", "name from the root", .file("/abs/x"), faults: ["malformed-object tree-name"]),
    TreeCase("T061", "name that leads out", .file("../../to-van/b/x"), faults: ["malformed-object tree-name"]),
    TreeCase(
      "T062", "null object", RawEntry("100644", "zz", .id(.zero)), faults: ["malformed-object tree-null-object"]),
    TreeCase("T062", "absent file", RawEntry("100644", "zz", .absent), faults: ["absent-object"]),
    TreeCase("T062", "absent folder", RawEntry("40000", "zz", .absent), faults: ["absent-object"]),
    TreeCase("T062", "folder that is a file", RawEntry("40000", "zz", .text("x")), faults: ["absent-object"]),
    TreeCase(
      "T062", "file that is a folder", RawEntry("100644", "zz", .folder([.file("x")])), faults: ["absent-object"]),
    TreeCase(
      "T062", "cut off", folder: .asWritten([.file("zz")], tail: Array("100644 zzz\0abc".utf8)),
      faults: "malformed-object tree-truncated"),
    TreeCase("T062", "empty folder", RawEntry("40000", "zz", .emptyTree), faults: ["malformed-object tree-empty"]),
    TreeCase("T062", "emptied folder", folder: .emptyTree, faults: "malformed-object tree-empty"),
    TreeCase("T063", "padded mode", RawEntry("0100644", "zz"), faults: ["malformed-object tree-mode"]),
    TreeCase(
      "T063", "padded folder", RawEntry("040000", "zz", .folder([.file("x")])), faults: ["malformed-object tree-mode"]),
  ]

  static let modes: [TreeCase] =
    zip(64..., ["100755", "100664", "100600", "100000", "140000", "7777"]).map { id, mode in
      TreeCase("T0\(id)", mode, RawEntry(mode, "zz.md"), faults: ["file-mode"])
    } + [
      TreeCase("T069", "40755", RawEntry("40755", "zz", .folder([.file("x")])), faults: ["file-mode"]),
      TreeCase("T070", "link to /etc/passwd", RawEntry("120000", "zz", .text("/etc/passwd")), faults: ["file-mode"]),
      TreeCase(
        "T070", "link to another's marks", RawEntry("120000", "zz", .text("../../so-diem/10A1.csv")),
        faults: ["file-mode"]),
      TreeCase("T070", "a plan that becomes a link", RawEntry("120000", "ke-hoach.md"), faults: ["file-mode"]),
      TreeCase("T071", "repository within", RawEntry("160000", "zz", .absent), faults: ["file-mode"]),
      TreeCase(
        "T072", "record below a link that stays", .folder("zz", .file("x.md")), RawEntry("120000", "zz"),
        before: [RawEntry("120000", "zz")], faults: ["malformed-object tree-twins"]),
      TreeCase("T024", ".hoso as a link", RawEntry("120000", ".hoso"), faults: ["name-reserved rules"]).at(),
      TreeCase("T024", ".hoso as a repository", RawEntry("160000", ".hoso", .absent), faults: ["name-reserved rules"])
        .at(),
      TreeCase("T024", ".HOSO", .folder(".HOSO", .file("access.csv")), faults: ["name-reserved rules", "name-twin"])
        .at(),
      TreeCase("T024", ".hoso in a folder", .folder(".hoso", .file("access.csv")), faults: ["name-reserved rules"]),
      TreeCase("T024", ".hoso in itself", .folder(".hoso", .file("access.csv")), faults: ["name-reserved rules"])
        .at(".hoso"),
      TreeCase("T024", ".hoso as a file", .file(".hoso"), faults: ["name-reserved rules"]),
    ]

  @Test(arguments: NameCases.refused)
  func `a name that some system takes otherwise is refused`(example: TreeCase) throws {
    let comparison = try example.comparison(in: Self.repository.get())
    #expect(comparison.found == example.faults.sorted())
    for fault in comparison.faults {
      let path = try #require(fault.path)
      #expect(path.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.properties.generalCategory != .format })
    }
  }

  @Test(arguments: NameCases.accepted)
  func `a name that every system carries is accepted`(name: String) throws {
    let example = TreeCase("", "", .file(name), faults: [])
    let comparison = try example.comparison(in: Self.repository.get())
    #expect(comparison.faults == [])
    #expect(comparison.changes.map(\.path.text) == ["to-toan/a/" + name])
    #expect(comparison.changes.first?.new?.name == Array(name.utf8))
  }

  @Test func `below the rules' folder names are held to the same rule`() throws {
    for name in ["CON", "a\u{202E}b.csv", ".gitattributes", "a:b.yml"] {
      let example = TreeCase("", name, .file(name), faults: []).at(".hoso")
      #expect(
        try example.comparison(in: Self.repository.get()).faults.map(\.path) == [".hoso/" + NameRule.visible(name)])
    }
  }

  @Test func `a place is shown with its folders and escaped`() throws {
    let faults = try TreeCase("", "", .file("a\nb\u{1B}.md"), faults: []).comparison(in: Self.repository.get()).faults
    #expect(faults.map(\.path) == ["to-toan/a/a\\u{a}b\\u{1b}.md"])
    let bytes = try TreeCase("", "", RawEntry("100644", [0x4B, 0xE9, 0x0A]), faults: [])
      .comparison(in: Self.repository.get())
    #expect(bytes.faults.map(\.path) == ["to-toan/a/K\\xe9\\u{a}"])
  }

  @Test(arguments: [
    ("T056 a file", RawObject.text("x"), "absent-object"), ("T056 nothing", .absent, "absent-object"),
    ("T056 no tree", .id(.zero), "absent-object"),
    ("T062 cut off", .asWritten([], tail: Array("100644 a".utf8)), "malformed-object tree-truncated"),
    ("nothing in it", .emptyTree, "malformed-object empty"),
  ])
  func `a commit's tree is a tree`(what: String, object: RawObject, fault: String) throws {
    let repository = try Self.repository.get()
    let comparison = try repository.store().comparison(from: nil, to: repository.write(object))
    #expect(comparison.found == [fault])
    #expect(comparison.faults.first?.path == nil)
  }
}
