internal import GitObjects
internal import HosoGit
internal import Testing

struct RepositoryObjectsTests {
  @Test func `objects written here are read by git`() throws {
    let git = try GitFolder()
    let blob = try git.blob("Kế hoạch bài dạy\n")
    let tree = try git.repository.tree(nil, with: [TreeEdit(path: "tổ 4/an.md", blob: blob)])
    let commit = try git.commit(tree)
    let tagger = Identity(name: "Lê Thị Hoa", email: "lth@truong.edu.vn", time: 1_728_000_000, offset: 420)
    let tag = try git.repository.write(
      TagObject.payload(object: commit, name: "duyet", tagger: tagger, message: "Duyệt\n"), as: .tag)
    for (id, kind, word) in [
      (blob, ObjectKind.blob, "blob"), (tree, .tree, "tree"), (commit, .commit, "commit"), (tag, .tag, "tag"),
    ] {
      #expect(try git.git("cat-file", word, id.hexadecimal) == git.repository.bytes(of: id, kind))
    }
    try git.repository.move("refs/heads/main", from: nil, to: commit, log: "test")
    try git.repository.move("refs/tags/duyet", from: nil, to: tag, log: "test")
    #expect(try git.lines("fsck", "--strict", "--full") == [])
    #expect(try git.lines("ls-tree", "-r", "-z", "--name-only", "main") == ["tổ 4/an.md\0"])
  }

  @Test(arguments: [[], [0], Array("hello\n".utf8), Array(repeating: 0xFF, count: 100_000)] as [[UInt8]])
  func `a blob has the name that git gives it`(bytes: [UInt8]) throws {
    let git = try GitFolder()
    let name = try git.lines("hash-object", "--stdin", input: bytes)
    #expect([try Repository.blobID(of: bytes).hexadecimal] == name)
    let written = try git.repository.write(bytes, as: .blob)
    #expect([written.hexadecimal] == name)
    #expect(try git.repository.size(of: written) == bytes.count)
  }

  @Test(arguments: [false, true])
  func `an object that is larger than any file may be is not taken into memory`(isPacked: Bool) throws {
    let git = try GitFolder()
    let name = try git.lines("hash-object", "-w", "--stdin", input: [UInt8](repeating: 0, count: 64 << 20))
    let id = try #require(ObjectID(hexadecimal: name[0]))
    if isPacked {
      try git.git("update-ref", "refs/tags/large", id.hexadecimal)
      try git.git("repack", "-adq")
    }
    let repository = try git.reopened()
    #expect(try repository.header(of: id)?.size == 64 << 20)
    let error = #expect(throws: GitError.self) { try repository.bytes(of: id, .blob) }
    #expect(error?.isUnreadableObject == true)
  }

  @Test func `a lie about an object's kind is an error`() throws {
    let git = try GitFolder()
    let blob = try git.blob("x")
    #expect(throws: GitError.self) { try git.repository.bytes(of: blob, .commit) }
    #expect(throws: GitError.self) { try git.repository.bytes(of: blob, .tree) }
  }

  @Test func `a missing object is an error that says so`() throws {
    let git = try GitFolder()
    let blob = try git.blob("x")
    try git.remove(blob)
    #expect(!git.repository.contains(blob))
    let error = #expect(throws: GitError.self) { try git.repository.bytes(of: blob, .blob) }
    #expect(error?.isNotFound == true)
  }

  /// libgit2 would read on for ever in some of these.
  @Test(.timeLimit(.minutes(2))) func `an object that is damaged at any byte, or cut anywhere, is an error`() throws {
    let git = try GitFolder()
    let bytes = Array((0..<40).map { "Hàng \($0): \($0 * $0 % 97)\n" }.joined().utf8)
    let blob = try git.repository.write(bytes, as: .blob)
    let sound = try git.looseBytes(of: blob)
    for offset in sound.indices {
      var damaged = sound
      damaged[offset] ^= 0xFF
      for kept in [damaged, Array(sound[..<offset])] {
        try git.setLooseBytes(of: blob, to: kept)
        let repository = try git.reopened()
        #expect(throws: GitError.self, "byte \(offset)") { try repository.bytes(of: blob, .blob) }
      }
    }
    try git.setLooseBytes(of: blob, to: sound)
    #expect(try git.reopened().bytes(of: blob, .blob) == bytes)
  }

  /// libgit2 would write past its memory in the second and third of these.
  @Test(arguments: [
    ("blob 60", true), ("blob 12", false), ("blob 59", false), ("blob 61", false), ("blob 0x3c", false),
  ])
  func `an object that holds more or less than it says is an error`(header: String, isSound: Bool) throws {
    let git = try GitFolder()
    let bytes = Array((String(repeating: "Hàng 1 ", count: 7) + "abcd").utf8)
    #expect(bytes.count == 60)
    let blob = try git.repository.write(bytes, as: .blob)
    try git.setLooseBytes(of: blob, to: Self.zlib(Array(header.utf8) + [0] + bytes))
    if isSound {
      #expect(try git.reopened().bytes(of: blob, .blob) == bytes)
    } else {
      let repository = try git.reopened()
      #expect(throws: GitError.self) { try repository.bytes(of: blob, .blob) }
    }
  }

  /// Few questions about one folder of `objects` are answered by name, more by its list: each way finds it, asked once or twice.
  @Test(arguments: 0..<6)
  func `a damaged object is found whichever of its folder is asked for first`(damaged: Int) throws {
    let git = try GitFolder()
    var found: [(id: ObjectID, bytes: [UInt8])] = []
    var number = 0
    while found.count < 6 {
      let bytes = Array("Bài \(number): so sánh các số\n".utf8)
      let id = try Repository.blobID(of: bytes)
      if found.isEmpty || id.firstByte == found[0].id.firstByte { found.append((id, bytes)) }
      number += 1
    }
    for object in found { #expect(try git.repository.write(object.bytes, as: .blob) == object.id) }
    try git.setLooseBytes(
      of: found[damaged].id, to: Self.zlib(Array("blob 3".utf8) + [0] + found[damaged].bytes))
    let repository = try git.reopened()
    for _ in 0..<2 {
      for (index, object) in found.enumerated() {
        if index == damaged {
          #expect(throws: GitError.self) { try repository.bytes(of: object.id, .blob) }
        } else {
          #expect(try repository.bytes(of: object.id, .blob) == object.bytes)
        }
      }
    }
  }

  @Test func `an object of another repository is looked at like one's own`() throws {
    let (git, other) = (try GitFolder(), try GitFolder())
    let bytes = Array("Bài 1\n".utf8)
    let blob = try other.repository.write(bytes, as: .blob)
    try git.setAlternate(to: other)
    #expect(try git.reopened().bytes(of: blob, .blob) == bytes)
    try other.setLooseBytes(of: blob, to: Self.zlib(Array("blob 3".utf8) + [0] + bytes))
    let repository = try git.reopened()
    #expect(throws: GitError.self) { try repository.bytes(of: blob, .blob) }
  }

  /// `bytes`, fewer than 65,536, as a zlib stream of one stored block (RFC 1950, RFC 1951).
  private static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    let count = UInt16(bytes.count)
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    let check = b << 16 | a
    let length = [count, ~count].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return [0x78, 0x01, 0x01] + length + bytes + [24, 16, 8, 0].map { UInt8(check >> $0 & 0xFF) }
  }
}
