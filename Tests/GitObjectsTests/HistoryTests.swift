internal import GitObjects
internal import Testing

struct HistoryTests {
  @Test func `the composed and the decomposed form of a path are two paths`() {
    let paths = ["Kế", "Ke\u{302}\u{301}"].map { PathBytes(bytes: Array($0.utf8)) }
    #expect(paths[0] != paths[1])
    #expect(Set(paths).count == 2)
  }

  @Test func `the changes of a path are in the order of the commits`() {
    let changes = [0, 1, 0, 0].enumerated().map { History.Change(path: $1, commit: Int32($0), blob: .zero) }
    let paths = ["a", "b", "c"].map { PathBytes(bytes: Array($0.utf8)) }
    #expect(History(commits: [], details: [], paths: paths, changes: changes).changesByPath() == [[0, 2, 3], [1], []])
  }
}
