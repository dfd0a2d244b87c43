internal import Foundation
internal import GitObjects
internal import HosoGit
internal import Testing

struct RepositoryTreesTests {
  private static let names = [
    "a", "a-b", "a.md", "b", "lớp 4a", "Kế hoạch/tuần 05/bài 1.md", "Kế hoạch/tuần 05/bài 2.md", "Kế hoạch/x",
    "sâu/hai/ba/bốn/năm.csv", "sâu/hai/ba.csv", "z/y",
  ]

  @Test(arguments: 0..<20)
  func `a tree with edits is the tree that git makes`(seed: UInt64) throws {
    let git = try GitFolder()
    var chance = Chance(seed: seed)
    var present: [String: ObjectID] = [:]
    var tree: ObjectID?
    for round in 0..<4 {
      var edits: [TreeEdit] = []
      for name in Self.names.shuffled(using: &chance).prefix(5) {
        if present[name] != nil, Bool.random(using: &chance) {
          present[name] = nil
          edits.append(TreeEdit(path: name, blob: nil))
        } else {
          let blob = try git.blob("\(name) \(round)\n")
          present[name] = blob
          edits.append(TreeEdit(path: name, blob: blob))
        }
      }
      let made = try git.repository.tree(tree, with: edits)
      #expect([made.hexadecimal] == (try Self.tree(present, in: git)))
      tree = made
    }
  }

  @Test func `an edit leaves the base as it was`() throws {
    let git = try GitFolder()
    let base = try git.repository.tree(nil, with: [TreeEdit(path: "a/b.md", blob: git.blob("1"))])
    let bytes = try git.repository.bytes(of: base, .tree)
    _ = try git.repository.tree(base, with: [TreeEdit(path: "a/b.md", blob: git.blob("2"))])
    #expect(try git.repository.bytes(of: base, .tree) == bytes)
  }

  @Test func `a file that is not there cannot be removed`() throws {
    let git = try GitFolder()
    #expect(throws: GitError.self) { try git.repository.tree(nil, with: [TreeEdit(path: "a", blob: nil)]) }
  }

  /// The tree that `git update-index` and `git write-tree` make of these files.
  private static func tree(_ files: [String: ObjectID], in git: GitFolder) throws -> [String] {
    try? FileManager.default.removeItem(at: git.folder.appending(path: ".git/index"))
    let lines = files.map { "100644 \($0.value.hexadecimal)\t\($0.key)\0" }.joined()
    try git.git("update-index", "-z", "--index-info", input: Array(lines.utf8))
    return try git.lines("write-tree")
  }
}
