internal import Foundation
internal import GitObjects
internal import HosoCore
internal import HosoStore
internal import Testing

/// The cases T120 to T124 of `Docs/Threats.md`: what is too large is refused before it is read, and soon.
struct TreeLimitTests {
  private let repository: RawRepository

  init() throws { repository = try RawRepository() }

  private func found(
    _ object: RawObject, from base: RawObject? = nil, within limit: Duration = .seconds(5)
  ) throws -> [String] {
    let (old, new) = (try base.map(repository.write), try repository.write(object))
    var found: [String] = []
    let time = try ContinuousClock().measure {
      found = try repository.store().comparison(from: old, to: new).found
    }
    #expect(time < limit)
    return found
  }

  @Test(arguments: [10, 1_000], [true, false])
  func `T122 few trees that stand for very many files are refused soon`(width: Int, hasFiles: Bool) throws {
    var object = hasFiles ? RawObject.text("x") : .absent
    for level in 0..<11 {
      let mode = level == 0 && hasFiles ? "100644" : "40000"
      object = .id(
        try repository.write(.folder((0..<width).map { RawEntry(mode, "thu-muc-\(1000 + $0)", object) })))
    }
    #expect(try found(object, within: .seconds(2)).contains { $0.hasPrefix("change-too-large ") })
  }

  @Test func `T122 trees without an end that is allowed are refused soon`() throws {
    var object = RawObject.text("x")
    for level in 0..<40 {
      object = .id(
        try repository.write(.folder((0..<4).map { RawEntry(level == 0 ? "100644" : "40000", "f\($0)", object) })))
    }
    let found = try found(object, within: .seconds(2))
    #expect(Set(found) == ["path-too-deep", "change-too-large paths"])
  }

  @Test func `T123 fifteen hundred nested folders are refused`() throws {
    let deep = String(repeating: "f/", count: 1_500)
    let script = """
      blob\nmark :1\ndata 1\nx\ncommit refs/heads/deep\ncommitter A <a@b> 1 +0700\ndata 1\nx\nM 100644 :1 \(deep)x.md\n
      """
    try repository.folder.git("fast-import", "--quiet", input: Array(script.utf8))
    let tree = try #require(ObjectID(hexadecimal: repository.folder.gitLine("rev-parse", "refs/heads/deep^{tree}")))
    #expect(try found(.id(tree)) == ["path-too-deep"])
    // Nor is what lies so deep followed to say what is removed.
    #expect(try found(TreeCase.school, from: .id(tree)) == ["path-too-deep"])
  }

  @Test(arguments: [(12, []), (13, ["path-too-deep"])] as [(Int, [String])])
  func `a file lies below at most twelve folders`(folders: Int, faults: [String]) throws {
    var entry = RawEntry.file("x.md")
    for _ in 0..<folders { entry = RawEntry("40000", "f", .folder([entry])) }
    #expect(try found(.folder([entry])) == faults)
  }

  @Test func `T123 a path of six thousand bytes is refused`() throws {
    var entry = RawEntry.file("x.md")
    for _ in 0..<12 { entry = RawEntry("40000", String(repeating: "a", count: 500), .folder([entry])) }
    #expect(try found(.folder([entry])) == ["name-too-long", "path-too-deep"])
    let long = String(repeating: "a", count: 100)
    let path = RawObject.folder([.folder(long, .folder(long, .folder(long, .folder(long, .file(long + ".md")))))])
    #expect(try found(path) == ["path-too-deep"])
  }

  /// The bytes of a tree with this many files.
  private func bytes(_ count: Int) throws -> [UInt8] {
    let id = try repository.write(.text("x"))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * 40)
    for number in 1_000_000..<(1_000_000 + count) {
      bytes += repository.stored("100644", Array("f\(number)".utf8), id)
    }
    return bytes
  }

  private func tree(_ bytes: [UInt8]) throws -> RawObject { .id(try repository.write("tree", bytes)) }

  @Test func `T124 sixty thousand files in a folder are refused, and one more among as many is not`() throws {
    let id = try repository.write(.text("x"))
    let files = try bytes(60_000)
    let many = try tree(files)
    #expect(try found(many) == ["change-too-large paths"])
    #expect(try found(tree(files + repository.stored("100644", Array("z.md".utf8), id)), from: many) == [])
    let twin = repository.stored("100644", Array("F1000007".utf8), id)
    #expect(try found(tree(twin + files), from: many) == ["name-twin"])
  }

  @Test func `at most five thousand files change`() throws {
    #expect(try found(tree(bytes(5_000))) == [])
    #expect(try found(tree(bytes(5_001))) == ["change-too-large paths"])
    let comparison = try repository.store().comparison(
      from: repository.write(TreeCase.school), to: repository.write(tree(bytes(5_001))))
    #expect(comparison.changes == [])
    // Many commits together may change more.
    let unlimited = try repository.store().comparison(
      from: nil, to: repository.write(tree(bytes(5_001))), isLimited: false)
    #expect(unlimited.faults == [] && unlimited.changes.count == 5_001)
  }

  /// Which of these trees, each against the small school, are compared ahead; all as each is alone.
  private func compared(_ objects: [RawObject]) throws -> [Bool] {
    let school = try repository.write(TreeCase.school)
    let trees = try objects.map(repository.write)
    let ahead = try repository.store().comparisons(of: trees.map { (base: school, tree: $0) })
    for (known, tree) in zip(ahead, trees) {
      guard let known else { continue }
      let alone = try repository.store().comparison(from: school, to: tree, checksSizes: false)
      #expect(known.changes == alone.changes && known.found == alone.found)
    }
    return ahead.map { $0 != nil }
  }

  @Test func `pairs are compared ahead until one has a fault, cannot be read, or much has changed`() throws {
    let sound = TreeCase.school.with([.file("them.md", "z")], at: ["to-van", "b"])
    let wrong = TreeCase.school.with([.file("CON")], at: ["to-toan", "a"])
    let lost = TreeCase.school.with([RawEntry("100644", "mat.md", .absent)], at: ["to-van", "b"])
    let large = TreeCase.school.with([.file("lon.pdf", String(repeating: "x", count: 1 << 20))], at: ["to-van", "b"])
    #expect(try compared([sound, sound, TreeCase.school]) == [true, true, true])
    #expect(try compared([sound, wrong, sound]) == [true, true, false])
    #expect(try compared([sound, lost, sound]) == [true, false, false])
    #expect(try compared([sound, large, sound]) == [true, true, false])
    #expect(try compared([sound, tree(bytes(4_997)), sound]) == [true, true, false])
    let store = try repository.store()
    // The first one has no tree before it.
    let first = store.comparisons(of: [(base: nil, tree: try repository.write(TreeCase.school))])
    #expect(first.first??.changes.count == 3)
    #expect(store.comparisons(of: []).isEmpty)
  }

  @Test func `folders with more than two hundred thousand entries are not walked`() throws {
    let files = try bytes(200_001)
    #expect(try found(tree(files), from: tree(files.dropLast(36) + [])) == ["change-too-large entries"])
  }

  @Test(
    arguments: [(32 << 20, []), (32 << 20 + 1, ["file-too-large"]), (48 << 20, ["file-too-large"])] as [(Int, [String])]
  )
  func `T121 a file has at most 32 MB`(size: Int, faults: [String]) throws {
    let blob = try repository.write("blob", [UInt8](repeating: 0, count: size))
    let folder = RawObject.folder([RawEntry("100644", "x.pdf", .id(blob))])
    #expect(try found(folder) == faults)
    let tree = try repository.write(folder)
    #expect(try repository.store().comparison(from: nil, to: tree, checksSizes: false).found == faults)
  }

  @Test func `what is larger than libgit2 may take is no comparison, also where no size is asked`() throws {
    let blob = try repository.write("blob", [UInt8](repeating: 0, count: 64 << 20))
    let tree = try repository.write(.folder([RawEntry("100644", "x.pdf", .id(blob))]))
    #expect(throws: Problem.self) { try repository.store().comparison(from: nil, to: tree, checksSizes: false) }
  }

  @Test(arguments: [("blob", "100644", "file-too-large"), ("tree", "40000", "change-too-large tree")])
  func `T120 a header that promises a terabyte is believed and nothing is read`(
    kind: String, mode: String, fault: String
  ) throws {
    let id = try #require(ObjectID(hexadecimal: "ab" + String(repeating: "c", count: 38)))
    try repository.store(header: "\(kind) \(1 << 40)", as: id)
    #expect(try found(.folder([RawEntry(mode, "x", .id(id))])) == [fault])
  }

  @Test func `T120 folders whose lists are too long together are not all read`() throws {
    let id = try repository.write(.text("x"))
    let name = [UInt8](repeating: 0x61, count: 1 << 20)
    let long = try repository.write("tree", repository.stored("100644", name, id))
    let promise = try #require(ObjectID(hexadecimal: "ac" + String(repeating: "d", count: 38)))
    try repository.store(header: "tree \(64 << 20)", as: promise)
    let folders = [RawEntry("40000", "a", .id(long)), RawEntry("40000", "b", .id(promise))]
    #expect(try found(.folder(folders)) == ["change-too-large tree", "name-too-long", "path-too-deep"])
  }
}

extension RawRepository {
  /// Writes a loose object that has only its header, uncompressed within zlib's frame.
  func store(header: String, as id: ObjectID) throws {
    let bytes = Array(header.utf8) + [0]
    let (low, high) = bytes.reduce((UInt32(1), UInt32(0))) { sum, byte in
      let low = (sum.0 + UInt32(byte)) % 65_521
      return (low, (sum.1 + low) % 65_521)
    }
    let count = UInt8(bytes.count)
    let sum = [high >> 8, high & 255, low >> 8, low & 255].map { UInt8($0) }
    let name = id.hexadecimal
    let place = "\(folder.path)/objects/\(name.prefix(2))"
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try Data([0x78, 0x01, 0x01, count, 0, ~count, 0xFF] + bytes + sum)
      .write(to: URL(filePath: place + "/" + name.dropFirst(2)))
  }
}
