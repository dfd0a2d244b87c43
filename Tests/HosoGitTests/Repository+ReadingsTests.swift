internal import GitObjects
internal import HosoGit
internal import Testing

struct RepositoryReadingsTests {
  private let folder: GitFolder
  private let id: ObjectID
  private let commit: CommitObject

  init() throws {
    folder = try GitFolder()
    let tree = try folder.repository.tree(nil, with: [TreeEdit(path: "a.md", blob: folder.blob("x"))])
    let first = try folder.commit(tree)
    id = try folder.commit(tree, [first], "Nộp\n\nHai dòng")
    commit = try folder.repository.commit(id)
  }

  private func copy(
    tree: ObjectID? = nil, parents: [ObjectID]? = nil, author: Identity? = nil, committer: Identity? = nil,
    message: String? = nil
  ) -> CommitObject {
    CommitObject(
      tree: tree ?? commit.tree, parents: parents ?? commit.parents, author: author ?? commit.author,
      committer: committer ?? commit.committer, message: message ?? commit.message)
  }

  private func expectDifference(_ other: CommitObject) {
    let error = #expect(throws: MalformedObject.self) { try folder.repository.requireOneReading(of: id, as: other) }
    #expect(error?.reason == "readers-differ")
  }

  @Test func `a commit is for libgit2 what it is for us`() throws {
    try folder.repository.requireOneReading(of: id, as: commit)
    try folder.repository.requireOneReading(of: id, as: copy())
  }

  @Test func `any field that libgit2 reads otherwise is told`() throws {
    expectDifference(copy(tree: id))
    expectDifference(copy(parents: []))
    expectDifference(copy(parents: commit.parents + commit.parents))
    expectDifference(copy(parents: [id]))
    expectDifference(copy(message: "Nộp"))
    expectDifference(copy(message: commit.message + "\n"))
    let one = commit.author
    for other in [
      Identity(name: one.name + " ", email: one.email, time: one.time, offset: one.offset),
      Identity(name: one.name, email: "x", time: one.time, offset: one.offset),
      Identity(name: one.name, email: one.email, time: one.time + 1, offset: one.offset),
      Identity(name: one.name, email: one.email, time: one.time, offset: -one.offset),
    ] {
      expectDifference(copy(author: other))
      expectDifference(copy(committer: other))
    }
  }

  @Test func `what libgit2 cannot read at all has not one reading`() throws {
    let other = try folder.repository.write(Array("tree x\n".utf8), as: .commit)
    let error = #expect(throws: MalformedObject.self) {
      try folder.repository.requireOneReading(of: other, as: commit)
    }
    #expect(error?.reason == "readers-differ")
  }

  @Test func `a tag is for libgit2 what it is for us, with its signature`() throws {
    let signature = "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"
    let payload = TagObject.payload(object: id, name: "duyet/1", tagger: commit.author, message: "Duyệt\n\nhai\n")
    let tag = try TagObject(strict: payload + Array(signature.utf8))
    let name = try folder.repository.write(payload + Array(signature.utf8), as: .tag)
    try folder.repository.requireOneReading(of: name, as: tag)
    let unsigned = try TagObject(strict: payload)
    let other = try TagObject(
      strict: TagObject.payload(object: id, name: "duyet/2", tagger: commit.author, message: "Duyệt\n\nhai\n"))
    for tag in [unsigned, other] {
      let error = #expect(throws: MalformedObject.self) { try folder.repository.requireOneReading(of: name, as: tag) }
      #expect(error?.reason == "readers-differ")
    }
  }

  /// Every identity that is accepted, whatever its letters, is the same for both.
  @Test func `letters of all kinds are read alike`() throws {
    var chance = Chance(seed: 47)
    var read = 0
    for _ in 0..<600 {
      let letters = (0..<Int.random(in: 1...4, using: &chance)).map { _ in Self.scalar(&chance) }
      let name = String(String.UnicodeScalarView(letters))
      let email = String(String.UnicodeScalarView([Self.scalar(&chance), "@", Self.scalar(&chance)]))
      let message = String(String.UnicodeScalarView([Self.scalar(&chance), "\n", Self.scalar(&chance)]))
      let zone = ["+0700", "-0930", "+0000", "+1459", "-1400"][Int.random(in: 0..<5, using: &chance)]
      let time = Int64.random(in: 0...4_102_444_800, using: &chance)
      let person = "\(name) <\(email)> \(time) \(zone)\n"
      let bytes = Array("tree \(commit.tree)\nauthor \(person)committer \(person)\n\(message)".utf8)
      guard let commit = try? CommitObject(strict: bytes) else { continue }
      let id = try folder.repository.write(bytes, as: .commit)
      try folder.repository.requireOneReading(of: id, as: commit)
      #expect(commit.bytes == bytes)
      read += 1
    }
    #expect(read > 100)
  }

  private static func scalar(_ chance: inout Chance) -> Unicode.Scalar {
    let range: ClosedRange<UInt32> =
      [0...0x7F, 0x80...0x7FF, 0x800...0xFFFF, 0x10000...0x10FFFF][Int.random(in: 0..<4, using: &chance)]
    return Unicode.Scalar(UInt32.random(in: range, using: &chance)) ?? "?"
  }

  @Test func `a header tells kind and size without the object`() throws {
    let blob = try folder.blob("xyz")
    #expect(try folder.repository.header(of: blob)?.kind == .blob)
    #expect(try folder.repository.header(of: blob)?.size == 3)
    #expect(try folder.repository.header(of: id)?.kind == .commit)
    try folder.remove(blob)
    #expect(try folder.repository.header(of: blob)?.kind == nil)
    #expect(try folder.repository.header(of: .zero) == nil)
  }
}
