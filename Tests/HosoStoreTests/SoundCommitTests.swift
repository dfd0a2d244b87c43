internal import GitObjects
internal import HosoCore
internal import HosoStore
internal import Testing

/// The cases T045 to T056 of `Docs/Threats.md`.
struct SoundCommitTests {
  private static let repository = Result { try RawRepository() }
  private static let tree = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"
  private static let person = "Nguyễn Văn An <a@truong.edu.vn> 1700000000 +0700\n"
  private static let author = "author " + person
  private static let committer = "committer " + person
  private static let head = tree + author + committer

  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let reason: String

    init(_ name: String, _ bytes: [UInt8], _ reason: String) {
      testDescription = name
      self.bytes = bytes
      self.reason = reason
    }

    init(_ name: String, _ text: String, _ reason: String) { self.init(name, Array(text.utf8), reason) }
  }

  @Test(arguments: identities + forms)
  func `a commit that could be read otherwise is refused`(example: Example) throws {
    let repository = try Self.repository.get()
    let id = try repository.write("commit", example.bytes)
    let error = #expect(throws: MalformedObject.self) { try repository.store().soundCommit(id) }
    #expect(error?.reason == example.reason)
  }

  private static func by(_ author: String) -> String { tree + "author \(author)\ncommitter \(author)\n\nNộp\n" }

  static let identities: [Example] = [
    Example("T013 time -1", by("A <a@b> -1 +0700"), "identity-date"),
    Example("T013 time beyond 64 bits", by("A <a@b> 18446744073709551617 +0700"), "identity-date"),
    Example("T013 padded time", by("A <a@b> 0001700000000 +0700"), "identity-date"),
    Example("T014 zone +9999", by("A <a@b> 1700000000 +9999"), "identity-zone"),
    Example("T014 zone -0000", by("A <a@b> 1700000000 -0000"), "identity-zone"),
    Example("T014 zone +07:00", by("A <a@b> 1700000000 +07:00"), "identity-zone"),
    Example("T014 no zone", by("A <a@b> 1700000000"), "identity-date"),
    Example("T045 two authors", tree + author + author + committer + "\nx\n", "header-order"),
    Example("T046 two addresses", by("P <ht@truong.edu.vn> <a@truong.edu.vn> 1700000000 +0700"), "identity-brackets"),
    Example("T047 no address", by("A <> 1700000000 +0700"), "identity-empty"),
    Example("T047 no author", tree + committer + "\nx\n", "header-order"),
    Example("T047 committer first", tree + committer + author + "\nx\n", "header-order"),
    Example("T049 override in the name", by("A\u{202E}n <a@b> 1700000000 +0700"), "identity-control"),
    Example("T049 zero width in the name", by("A\u{200B} <a@b> 1700000000 +0700"), "identity-control"),
    Example("T049 filler in the name", by("A\u{3164} <a@b> 1700000000 +0700"), "identity-control"),
    Example("T050 escape in the name", by("A\u{1B}[2J <a@b> 1700000000 +0700"), "identity-control"),
    Example("T050 second control set in the name", by("A\u{9B}2J <a@b> 1700000000 +0700"), "identity-control"),
    Example("space in the address", by("A < a@b > 1700000000 +0700"), "identity-spaces"),
  ]

  static let forms: [Example] = [
    Example("T050 CR in the message", head + "\nNộp\rXoá\n", "message-control"),
    Example("T050 title of the terminal", head + "\n\u{1B}]0;x\u{7}\n", "message-control"),
    Example("T050 second control set", head + "\nx\u{9B}2J\n", "message-control"),
    Example("tab in the message", head + "\nx\ty\n", "message-control"),
    Example("T051 NUL in the message", head + "\nSửa\n\0xoá điểm\n", "nul-byte"),
    Example("T052 NUL in a header", tree + "author A\0 <a@b> 1 +0700\n" + committer + "\nx\n", "nul-byte"),
    Example("T053 encoding", head + "encoding ISO-8859-1\n\nx\n", "header-unknown"),
    Example("T053 UTF-7", head + "encoding UTF-7\n\n+ADw-script\n", "header-unknown"),
    Example("T054 message not UTF-8", Array((head + "\n").utf8) + [0xFF, 0xFE, 0x0A], "not-utf8"),
    Example("T054 no message", head + "\n", "message-empty"),
    Example("T054 blank message", head + "\n\n \n", "message-empty"),
    Example("T054 blank first line", head + "\n \nNộp\n", "message-empty"),
    Example("T054 message of 8 MB", head + "\n" + String(repeating: "a", count: 8 << 20), "commit-too-long"),
    Example("T054 message of 16 KB and 1", head + "\n" + String(repeating: "a", count: 16_385), "message-too-long"),
    Example("T055 two trees", tree + head + "\nx\n", "header-order"),
    Example(
      "T055 parent behind committer", head + "parent \(String(repeating: "1", count: 40))\n\nx\n", "header-unknown"),
    Example("T055 unknown header", head + "hoso 1\n\nx\n", "header-unknown"),
    Example(
      "T055 mergetag", head + "mergetag object \(String(repeating: "1", count: 40))\n type tag\n\nx\n", "header-unknown"
    ),
    Example("T055 CR LF", head.replacing("\n", with: "\r\n") + "\r\nx\r\n", "object-name"),
    Example("T055 no blank line", head + "Nộp\n", "header-unknown"),
    Example("T055 escape in the signature", head + "gpgsig a\n \u{1B}[2J\n\nx\n", "header-control"),
    Example(
      "T056 seven hundred parents",
      tree + String(repeating: "parent \(String(repeating: "1", count: 40))\n", count: 700) + author + committer
        + "\nx\n",
      "commit-too-long"),
  ]

  @Test(arguments: [
    "Nộp kế hoạch tuần 5\n", "Nộp\n\nHai dòng và 😀\n", "không xuống dòng", String(repeating: "a", count: 16_384),
    "Approved-by: Hiệu trưởng\n", "<script>alert(1)</script>\n",
  ])
  func `a commit with one reading is read`(message: String) throws {
    let repository = try Self.repository.get()
    let bytes = Array((Self.head + "\n" + message).utf8)
    let commit = try repository.store().soundCommit(repository.write("commit", bytes))
    #expect(commit.message == message)
    #expect(commit.author.name == "Nguyễn Văn An")
    #expect(commit.bytes == bytes)
  }

  @Test func `what is no commit is none`() throws {
    let repository = try Self.repository.get()
    for id in try [repository.write("blob", Array(Self.head.utf8)), ObjectID.zero] {
      let problem = #expect(throws: Problem.self) { try repository.store().soundCommit(id) }
      #expect(problem?.id == .objectMissing)
    }
  }

  @Test func `a tag is read, and what is none is not`() throws {
    let repository = try Self.repository.get()
    let commit = try repository.write("commit", Array((Self.head + "\nNộp\n").utf8))
    let head = "object \(commit.hexadecimal)\ntype commit\ntag duyet\ntagger \(Self.person)"
    let id = try repository.write("tag", Array((head + "\nDuyệt\n").utf8))
    #expect(try repository.store().soundTag(id).message == "Duyệt\n")
    for text in [
      "object \(commit.hexadecimal)\n" + head + "\nx\n", head + "\nx\0y\n",
      head.replacing("0700", with: "9999") + "\nx\n",
    ] {
      let bad = try repository.write("tag", Array(text.utf8))
      #expect(throws: MalformedObject.self) { try repository.store().soundTag(bad) }
    }
    #expect(throws: Problem.self) { try repository.store().soundTag(commit) }
  }
}
