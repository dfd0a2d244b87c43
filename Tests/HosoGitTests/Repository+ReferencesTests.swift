internal import Foundation
internal import GitObjects
internal import HosoGit
internal import Testing

struct RepositoryReferencesTests {
  private static let main = "refs/heads/main"
  private let git: GitFolder
  private let commits: [ObjectID]

  init() throws {
    git = try GitFolder()
    let tree = try git.repository.tree(nil, with: [TreeEdit(path: "a", blob: git.blob("a"))])
    let first = try git.commit(tree)
    commits = [first, try git.commit(tree, [first], "Một"), try git.commit(tree, [first], "Hai")]
  }

  @Test func `a reference moves from where it is`() throws {
    #expect(try git.repository.reference(Self.main) == nil)
    try git.repository.move(Self.main, from: nil, to: commits[0], log: "test")
    try git.repository.move(Self.main, from: commits[0], to: commits[1], log: "test")
    #expect(try git.repository.reference(Self.main) == commits[1])
    #expect(try git.lines("rev-parse", "main") == [commits[1].hexadecimal])
  }

  @Test func `a reference that has moved meanwhile stays where it is`() throws {
    try git.repository.move(Self.main, from: nil, to: commits[0], log: "test")
    try git.git("update-ref", Self.main, commits[1].hexadecimal)
    let error = #expect(throws: GitError.self) {
      try git.repository.move(Self.main, from: commits[0], to: commits[2], log: "test")
    }
    #expect(error?.isConflict == true)
    #expect(try git.repository.reference(Self.main) == commits[1])
  }

  @Test func `a reference is not made over one that exists`() throws {
    try git.repository.move(Self.main, from: nil, to: commits[0], log: "test")
    let error = #expect(throws: GitError.self) {
      try git.repository.move(Self.main, from: nil, to: commits[1], log: "test")
    }
    #expect(error?.isConflict == true)
    #expect(try git.repository.reference(Self.main) == commits[0])
  }

  @Test func `a reference that was deleted meanwhile is not made again`() throws {
    try git.repository.move(Self.main, from: nil, to: commits[0], log: "test")
    try git.git("update-ref", "-d", Self.main)
    #expect(throws: GitError.self) {
      try git.repository.move(Self.main, from: commits[0], to: commits[1], log: "test")
    }
    #expect(try git.repository.reference(Self.main) == nil)
  }

  @Test func `the references below a prefix come by name`() throws {
    for name in ["refs/tags/b", "refs/tags/a/2/x", "refs/tags/a/1", "refs/heads/z"] {
      try git.repository.move(name, from: nil, to: commits[0], log: "test")
    }
    try git.git("pack-refs", "--all")
    try git.repository.move("refs/tags/á", from: nil, to: commits[1], log: "test")
    let found = try git.repository.references(below: "refs/tags/")
    #expect(found.map(\.name) == ["refs/tags/a/1", "refs/tags/a/2/x", "refs/tags/b", "refs/tags/á"])
    #expect(found.map(\.id) == [commits[0], commits[0], commits[0], commits[1]])
  }

  @Test func `a move is logged where git logs it, in its words`() throws {
    try git.git("config", "user.name", "Nguyễn Văn An")
    try git.git("config", "user.email", "nva@truong.edu.vn")
    try git.repository.move(Self.main, from: nil, to: commits[0], log: "một")
    try git.repository.move(Self.main, from: commits[0], to: commits[1], log: "hai")
    for log in ["main", "HEAD"] {
      let moves = try git.lines("log", "--walk-reflogs", "--format=%H %gn <%ge> %gs", log)
      #expect(
        moves == [
          "\(commits[1].hexadecimal) Nguyễn Văn An <nva@truong.edu.vn> hai",
          "\(commits[0].hexadecimal) Nguyễn Văn An <nva@truong.edu.vn> một",
        ])
      #expect(try git.lines("rev-parse", log + "@{1}") == [commits[0].hexadecimal])
    }
  }

  @Test func `a packed reference moves, and git sees where it is now`() throws {
    try git.repository.move(Self.main, from: nil, to: commits[0], log: "test")
    try git.git("pack-refs", "--all", "--prune")
    try git.repository.move(Self.main, from: commits[0], to: commits[2], log: "test")
    #expect(try git.lines("rev-parse", "main") == [commits[2].hexadecimal])
    #expect(try git.lines("fsck", "--no-dangling") == [])
  }

  @Test func `a reference that another program holds stays where it is, and so does its lock`() throws {
    try git.repository.move(Self.main, from: nil, to: commits[0], log: "test")
    let lock = git.folder.appending(path: ".git/refs/heads/main.lock")
    try Data().write(to: lock)
    let holder = try FileHandle(forWritingTo: lock)
    defer { try? holder.close() }
    let error = #expect(throws: GitError.self) {
      try git.repository.move(Self.main, from: commits[0], to: commits[1], log: "test")
    }
    #expect(error?.isConflict == true)
    #expect(try git.repository.reference(Self.main) == commits[0])
    #expect(FileManager.default.fileExists(atPath: lock.path))
  }

  @Test func `a move that fails leaves no lock behind`() throws {
    try git.repository.move(Self.main, from: nil, to: commits[0], log: "test")
    _ = try? git.repository.move(Self.main, from: commits[1], to: commits[2], log: "test")
    try git.repository.move(Self.main, from: commits[0], to: commits[1], log: "test")
    #expect(try git.repository.reference(Self.main) == commits[1])
  }
}
