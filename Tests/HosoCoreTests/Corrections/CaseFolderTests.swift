internal import HosoCore
internal import Testing

struct CaseFolderTests {
  @Test func `the files of a case belong to it, and nothing beside it`() throws {
    let folder = try #require(CaseFolder(year: "2024-2025", name: "toan-4a"))
    #expect(CaseFolder(containing: folder.minutes) == folder)
    #expect(CaseFolder(containing: try RecordPath("2024-2025/chinh-sua/toan-4a/dinh-kem/bai.pdf")) == folder)
    for text in [
      "2024-2025/chinh-sua/toan-4a", "2024-2025/chinh-sua.csv/a/b", "2024-2025/chinh-suas/a/b", "2024-2025/lop/a/b",
      "chinh-sua/2024-2025/a/b", "2024/chinh-sua/a/b",
    ] {
      #expect(CaseFolder(containing: try RecordPath(text)) == nil, "\(text)")
    }
    #expect(CaseFolder(try RecordPath("2024-2025/chinh-sua/toan-4a/x")) == nil)
    #expect(CaseFolder(try RecordPath("2024-2025/chinh-sua")) == nil)
  }

  @Test func `a lock of the whole year leaves the cases open`() throws {
    let lock = try LockSchool.lock("lock/1", ["2024-2025"])
    let locks = Locks([lock])
    #expect(locks.lock(on: try RecordPath("2024-2025/chinh-sua/toan-4a/bien-ban.md")) == nil)
    #expect(locks.lock(on: try RecordPath("2024-2025/chinh-sua/x.md")) == lock)
  }
}
