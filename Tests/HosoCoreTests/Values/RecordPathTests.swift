internal import HosoCore
internal import Testing

struct RecordPathTests {
  @Test(arguments: [
    "", "/etc/passwd", "a//b", "../a", "a/./b", "a/.git/config", "a/.GIT/x", "a/", "/", ".", "..", "a/..", ".git",
    ".gIt/hooks/update", "a/b/../../../c", "./a", "a\0b",
  ])
  func `a path that leaves the repository is refused`(text: String) {
    #expect(throws: RecordPath.Invalid.self) { try RecordPath(text) }
  }

  @Test(arguments: [
    "a", ".hoso/people.csv", "...", "a/..b/c", ".github/x", "2024-2025/tổ 4/kế hoạch.md", "a/\u{301}b", "a b/ c",
  ])
  func `a path is the components between its slashes`(text: String) throws {
    let path = try RecordPath(text)
    let parts = text.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    #expect(path.components.map { Array($0.utf8) } == parts)
    #expect(Array(path.name.utf8) == parts.last)
    #expect(path.ancestors.count == parts.count - 1)
    #expect(path.folder == path.ancestors.last)
  }

  @Test(arguments: [
    ("classes/7a", "classes/7a", true), ("classes/7a/x.md", "classes/7a", true), ("classes/7ab", "classes/7a", false),
    ("classes/7a", "classes/7ab", false), ("classes", "classes/7a", false), ("a-bis/x", "a", false),
    ("a/\u{301}x", "a", true), ("Kế/x", "Ke\u{302}\u{301}", false),
  ])
  func `a folder holds what lies below it and no name that only begins alike`(
    path: String, folder: String, isWithin: Bool
  ) throws {
    #expect(try RecordPath(path).isWithin(RecordPath(folder)) == isWithin)
  }

  @Test func `paths are equal and in order by bytes`() throws {
    let paths = try ["Kế", "Ke\u{302}\u{301}", "a-b", "a/b", "a"].map { try RecordPath($0) }
    #expect(paths[0] != paths[1])
    #expect(Set(paths).count == 5)
    #expect(paths.sorted().map(\.text) == ["Ke\u{302}\u{301}", "Kế", "a", "a-b", "a/b"])
  }

  @Test(arguments: [
    ("b.md", "x/y/b.md"), ("./b.md", "x/y/b.md"), ("../b.md", "x/b.md"), ("../../b.md", "b.md"), ("b//c", "x/y/b/c"),
    ("../../../b.md", nil), ("..", "x"), ("../..", nil), (".git/config", nil), ("../\u{301}/b", nil),
  ])
  func `a link leads from its record's folder`(link: String, target: String?) throws {
    #expect(try RecordPath("x/y/a.md").resolving(link)?.text == target)
  }

  @Test func `a component is added as one`() throws {
    #expect(try RecordPath("a").appending("b c").text == "a/b c")
    #expect(throws: RecordPath.Invalid.self) { try RecordPath("a").appending("..") }
  }
}
