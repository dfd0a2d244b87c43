internal import GitObjects
internal import HosoCore
internal import HosoStore
internal import Testing

/// What changes, beside what git says.
struct TreeChangeTests {
  private let repository: RawRepository

  init() throws { repository = try RawRepository() }

  /// The tree of these files, written by git.
  private func tree(_ files: [String: String]) throws -> ObjectID {
    var lines = ""
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      lines += "100644 \(try repository.write(.text(text)).hexadecimal)\t\(path)\n"
    }
    try repository.folder.git("read-tree", "--empty")
    try repository.folder.git("update-index", "--add", "--index-info", input: Array(lines.utf8))
    return try #require(ObjectID(hexadecimal: repository.folder.gitLine("write-tree")))
  }

  private func lines(_ comparison: TreeComparison) -> [String] {
    comparison.changes.map { change in
      "\((change.old?.id ?? .zero).hexadecimal) \((change.new?.id ?? .zero).hexadecimal) \(change.path)"
    }
  }

  private func gitLines(_ base: ObjectID, _ tree: ObjectID) throws -> [String] {
    let bytes = try repository.folder.git(
      "-c", "core.quotePath=false", "diff-tree", "-r", "--no-renames", "--full-index", base.hexadecimal,
      tree.hexadecimal)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      let parts = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      return "\(parts[2]) \(parts[3]) \(parts[5])"
    }.sorted { $0.dropFirst(82).utf8.lexicographicallyPrecedes($1.dropFirst(82).utf8) }
  }

  @Test func `what changes between two trees is what git says`() throws {
    var generator = Chance(seed: 20_241_005)
    let parts = ["a", "a-b", "a.md", "b", "đ", "tổ-4", "z"]
    var base: ObjectID?
    for _ in 0..<24 {
      var files: [String: String] = [".hoso/school.yml": "x"]
      for _ in 0..<Int.random(in: 1...14, using: &generator) {
        let depth = Int.random(in: 1...3, using: &generator)
        let path = (0..<depth).map { _ in parts.randomElement(using: &generator) ?? "a" }.joined(separator: "/")
        let isFree = !files.keys.contains { $0.hasPrefix(path + "/") || path.hasPrefix($0 + "/") }
        if isFree { files[path] = ["x", "y", "z"].randomElement(using: &generator) }
      }
      let tree = try tree(files)
      if let base, base != tree {
        let comparison = try repository.store().comparison(from: base, to: tree)
        #expect(comparison.faults == [])
        #expect(try lines(comparison) == gitLines(base, tree))
      }
      base = tree
    }
  }

  @Test func `equal trees give nothing`() throws {
    let tree = try tree(["a/b.md": "x"])
    let comparison = try repository.store().comparison(from: tree, to: tree)
    #expect(comparison.changes == [] && comparison.faults == [])
  }

  @Test func `a name that is wrong may be taken away`() throws {
    let base = TreeCase.school.with([.file("CON"), .file("x:y.md"), RawEntry("100755", "z.md")], at: ["to-toan", "a"])
    let comparison = try repository.store().comparison(
      from: repository.write(base), to: repository.write(TreeCase.school))
    #expect(comparison.faults == [])
    #expect(comparison.changes.map(\.path.text) == ["to-toan/a/CON", "to-toan/a/x:y.md", "to-toan/a/z.md"])
    #expect(comparison.changes.allSatisfy { $0.new == nil })
  }

  @Test func `a name that no path can hold is not taken away unseen`() throws {
    let base = TreeCase.school.with([RawEntry("100644", [0x4B, 0xE9])], at: [])
    let comparison = try repository.store().comparison(
      from: repository.write(base), to: repository.write(TreeCase.school))
    #expect(comparison.found == ["name-not-utf8"])
  }

  @Test func `two names of one tree are no change`() throws {
    let base = TreeCase.school.with([RawEntry("40000", "zz", .emptyTree)], at: [])
    let comparison = try repository.store().comparison(
      from: repository.write(base), to: repository.write(TreeCase.school))
    #expect(comparison.found == ["malformed-object empty"])
  }

  @Test func `a path whose entry becomes a link is said to change`() throws {
    let example = TreeCase("T070", "", RawEntry("120000", "ke-hoach.md"), faults: [])
    let comparison = try example.comparison(in: repository)
    #expect(comparison.changes.map(\.path.text) == ["to-toan/a/ke-hoach.md"])
    #expect(comparison.changes.first?.new?.mode == 0o120000)
  }
}
