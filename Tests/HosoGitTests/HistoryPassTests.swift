internal import Foundation
internal import GitObjects
internal import HosoGit
internal import Testing

struct HistoryPassTests {
  /// What one commit did to one path.
  private struct Change: Hashable, Comparable, CustomStringConvertible {
    let commit: String
    let path: [UInt8]
    let blob: String

    var description: String { "\(commit) \(String(decoding: path, as: UTF8.self)) \(blob)" }

    static func < (left: Change, right: Change) -> Bool { left.description < right.description }
  }

  @Test(arguments: [1, 2, 3])
  func `the pass finds what git log finds`(seed: UInt64) throws {
    let git = try GitFolder()
    try git.git("fast-import", "--quiet", input: GeneratedHistory(seed: seed, commits: 300).stream)
    let tip = try #require(try git.repository.reference("refs/heads/main"))
    let history = try git.repository.history(of: tip)
    let found = history.changes.map { change in
      Change(
        commit: history.commits[Int(change.commit)].hexadecimal, path: history.paths[Int(change.path)].bytes,
        blob: change.blob.hexadecimal)
    }
    let expected = try Self.changes(
      git.git("log", "--raw", "--no-renames", "--no-abbrev", "-z", "--reverse", "--format=%H", "main"))
    #expect(expected.count > 300)
    #expect(found.count == expected.count)
    #expect(Set(found).symmetricDifference(expected).sorted().first == nil)
    #expect(try history.commits.map(\.hexadecimal) == git.lines("rev-list", "--reverse", "main"))
    #expect(
      try history.details.map { "\($0.email) \($0.time) \($0.subject)" }
        == git.lines("log", "--reverse", "--format=%ce %ct %s", "main"))
  }

  /// Reads `git log --raw -z`: names of commits, and `:mode mode blob blob status`, each followed by the path.
  private static func changes(_ bytes: [UInt8]) -> [Change] {
    var changes: [Change] = []
    var commit = ""
    var parts = bytes.split(separator: 0)[...]
    while let part = parts.popFirst() {
      // The first change of a commit stands on a new line.
      let text = part.drop { $0 == 0x0A }
      guard text.first == UInt8(ascii: ":") else {
        commit = String(decoding: text, as: UTF8.self)
        continue
      }
      let words = text.split(separator: 0x20)
      guard let path = parts.popFirst() else { break }
      changes.append(Change(commit: commit, path: Array(path), blob: String(decoding: words[3], as: UTF8.self)))
    }
    return changes
  }

  @Test(arguments: [0, 1, 150, 299])
  func `two parts give the history that one gives`(split: Int) throws {
    let git = try GitFolder()
    try git.git("fast-import", "--quiet", input: GeneratedHistory(seed: 4, commits: 300).stream)
    let tip = try #require(try git.repository.reference("refs/heads/main"))
    let whole = try git.repository.history(of: tip)
    let line = try git.repository.commits(to: tip)
    let parts = try [0..<split, split..<line.count].map { range in
      try Repository(containing: git.folder.path).changes(of: range, in: line)
    }
    let joined = line.history(of: parts)
    #expect(joined.commits == whole.commits)
    #expect(joined.paths == whole.paths)
    #expect(
      joined.changes.map { [$0.path, $0.commit] } == whole.changes.map { [$0.path, $0.commit] }
        && joined.changes.map(\.blob) == whole.changes.map(\.blob))
  }

  @Test func `a commit that changes nothing has no changes`() throws {
    let git = try GitFolder()
    let tree = try git.repository.tree(nil, with: [TreeEdit(path: "a", blob: git.blob("a"))])
    let first = try git.commit(tree)
    let history = try git.repository.history(of: git.commit(tree, [first]))
    #expect(history.commits.count == 2)
    #expect(history.changes.map(\.commit) == [0])
  }

  @Test(arguments: ["commit", "tree", "folder"])
  func `a missing object is an error`(missing: String) throws {
    let git = try GitFolder()
    let trees = try ["1", "2"].map {
      try git.repository.tree(nil, with: [TreeEdit(path: "a/b.md", blob: git.blob($0))])
    }
    let first = try git.commit(trees[0])
    let second = try git.commit(trees[1], [first])
    let folder = try #require(try git.repository.tree(trees[0]).entries.first).id
    try git.remove(["commit": first, "tree": trees[0], "folder": folder][missing] ?? .zero)
    // The repository that is open has read the objects already.
    let repository = try Repository(containing: git.folder.path)
    #expect(throws: GitError.self) { try repository.history(of: second) }
  }
}
