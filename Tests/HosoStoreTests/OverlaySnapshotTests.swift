internal import GitObjects
internal import HosoCore
internal import HosoStore
internal import Testing

struct OverlaySnapshotTests {
  private let school: SmallSchool
  private let base: CommitSnapshot

  init() throws {
    school = try SmallSchool()
    base = try school.store.snapshot(of: school.commit(["a/b.md": "1", "a/c.md": "2", "d": "3"], by: "nva"))
  }

  private func names(_ overlay: OverlaySnapshot, in folder: String?) throws -> [String] {
    try overlay.entries(in: folder.map { try RecordPath($0) }).map {
      String(decoding: $0.name, as: UTF8.self) + ($0.isFolder ? "/" : "")
    }
  }

  @Test func `new, changed and removed files are seen as after the commit`() throws {
    let overlay = OverlaySnapshot(
      base: base,
      files: [
        try RecordPath("a/b.md"): nil, try RecordPath("a/c.md"): Array("x".utf8),
        try RecordPath("e/f/g.md"): Array("y".utf8),
      ])
    #expect(try names(overlay, in: "a") == ["c.md"])
    #expect(try names(overlay, in: nil) == [".hoso/", "2024-2025/", "a/", "d", "e/"])
    #expect(try names(overlay, in: "e") == ["f/"])
    #expect(try overlay.entry(at: RecordPath("a/b.md")) == nil)
    #expect(try overlay.bytes(at: RecordPath("a/b.md")) == nil)
    #expect(try overlay.bytes(at: RecordPath("a/c.md")) == Array("x".utf8))
    #expect(try overlay.bytes(at: RecordPath("d")) == Array("3".utf8))
    #expect(try overlay.entry(at: RecordPath("e/f"))?.isFolder == true)
    #expect(
      try overlay.entry(at: RecordPath("a/c.md"))?.id.hexadecimal
        == school.folder.gitLine("hash-object", "--stdin", input: Array("x".utf8)))
  }

  @Test func `a file that becomes a folder is a folder`() throws {
    let overlay = OverlaySnapshot(
      base: base, files: [try RecordPath("d"): nil, try RecordPath("d/e.md"): Array("x".utf8)])
    #expect(try names(overlay, in: nil) == [".hoso/", "2024-2025/", "a/", "d/"])
    #expect(try overlay.entry(at: RecordPath("d"))?.isFolder == true)
    #expect(try overlay.bytes(at: RecordPath("d")) == nil)
  }
}
