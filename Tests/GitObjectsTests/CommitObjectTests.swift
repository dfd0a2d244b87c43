internal import GitObjects
internal import Testing

struct CommitObjectTests {
  private static let emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
  private static let tree = "tree \(emptyTree)\n"
  private static let parent = "parent 1234567890123456789012345678901234567890\n"
  private static let author = "author Nguyễn Văn An <nva@truong.edu.vn> 1728000000 +0700\n"
  private static let committer = "committer Nguyễn Văn An <nva@truong.edu.vn> 1728000000 +0700\n"
  private static let signature = "gpgsig -----BEGIN SSH SIGNATURE-----\n AAAA\n -----END SSH SIGNATURE-----\n"

  @Test(arguments: ["Nộp kế hoạch\n", "Nộp\n\nHai dòng và 😀\n", "không xuống dòng"])
  func `a commit made by git is written as the same bytes`(message: String) throws {
    let repository = try GitRepository()
    let tree = try repository.name("write-tree")
    let first = try repository.name("commit-tree", tree, input: Array(message.utf8))
    let second = try repository.name("commit-tree", tree, "-p", first, input: Array(message.utf8))
    let merge = try repository.name("commit-tree", tree, "-p", first, "-p", second, input: Array(message.utf8))
    for name in [first, second, merge] {
      let bytes = try repository.git("cat-file", "commit", name)
      #expect(try CommitObject(strict: bytes).bytes == bytes)
    }
  }

  @Test func `a signed commit is written as the same bytes`() throws {
    let repository = try GitRepository()
    try repository.useNewKey()
    let tree = try repository.name("write-tree")
    let name = try repository.name("commit-tree", "-S", tree, input: Array("Nộp\n".utf8))
    let bytes = try repository.git("cat-file", "commit", name)
    let commit = try CommitObject(strict: bytes)
    #expect(commit.signature?.hasPrefix("-----BEGIN SSH SIGNATURE-----\n") == true)
    #expect(commit.bytes == bytes)
  }

  @Test func `each header of a commit is read`() throws {
    let repository = try GitRepository()
    let tree = try repository.name("write-tree")
    let first = try repository.name("commit-tree", tree, input: Array("Một\n".utf8))
    let name = try repository.name("commit-tree", tree, "-p", first, input: Array("Hai\n\nThân\n".utf8))
    let commit = try CommitObject(strict: try repository.git("cat-file", "commit", name))
    #expect(commit.tree.hexadecimal == tree)
    #expect(commit.parents.map(\.hexadecimal) == [first])
    #expect(
      commit.author == Identity(name: "Nguyễn Văn An", email: "nva@truong.edu.vn", time: 1_728_000_000, offset: 420))
    #expect(
      commit.committer == Identity(name: "Lê Thị Hoa", email: "lth@truong.edu.vn", time: 1_728_000_060, offset: -570))
    #expect(commit.message == "Hai\n\nThân\n")
    #expect(commit.subject == "Hai")
  }

  @Test func `a commit of ours ends in a line feed`() throws {
    let identity = Identity(name: "A", email: "a@b", time: 1, offset: 0)
    let commit = CommitObject(tree: .zero, parents: [], author: identity, committer: identity, message: "Nộp")
    #expect(try CommitObject(strict: commit.bytes) == commit)
    #expect(commit.message == "Nộp\n")
  }

  @Test(arguments: [
    HostileObject("nothing", "", "header-order"),
    HostileObject("two trees", tree + tree + author + committer + "\nx\n", "header-order"),
    HostileObject("two authors", tree + author + author + committer + "\nx\n", "header-order"),
    HostileObject("two committers", tree + author + committer + committer + "\nx\n", "header-unknown"),
    HostileObject("no author", tree + committer + "\nx\n", "header-order"),
    HostileObject("committer first", tree + committer + author + "\nx\n", "header-order"),
    HostileObject("parent behind author", tree + author + parent + committer + "\nx\n", "header-order"),
    HostileObject("parent behind committer", tree + author + committer + parent + "\nx\n", "header-unknown"),
    HostileObject("unknown header", tree + author + committer + "hoso yes\n\nx\n", "header-unknown"),
    HostileObject("encoding", tree + author + committer + "encoding UTF-7\n\n+ADw-script\n", "header-unknown"),
    HostileObject("mergetag", tree + author + committer + "mergetag object 1\n type tag\n\nx\n", "header-unknown"),
    HostileObject("two signatures", tree + author + committer + signature + signature + "\nx\n", "header-unknown"),
    HostileObject("sha256 signature", tree + author + committer + "gpgsig-sha256 x\n\nx\n", "header-unknown"),
    HostileObject("unended signature", tree + author + committer + "gpgsig a\n b", "header-unended"),
    HostileObject("NUL in the message", tree + author + committer + "\nSửa\n\0xoá điểm\n", "nul-byte"),
    HostileObject("NUL in a header", tree + "author A\0 <a@b> 1 +0700\n" + committer + "\nx\n", "nul-byte"),
    HostileObject("CR LF", "tree \(emptyTree)\r\n" + author + committer + "\nx\n", "object-name"),
    HostileObject("CR in the author", tree + author.dropLast() + "\r\n" + committer + "\nx\n", "identity-control"),
    HostileObject("CR in the message", tree + author + committer + "\nNộp\rXoá\n", "message-control"),
    HostileObject("escape in the message", tree + author + committer + "\n\u{1B}[2J\n", "message-control"),
    HostileObject("DEL in the message", tree + author + committer + "\n\u{7F}\n", "message-control"),
    HostileObject("no blank line", tree + author + committer + "Nộp\n", "header-unknown"),
    HostileObject("end behind committer", tree + author + committer, "header-unknown"),
    HostileObject("unended committer", tree + author + committer.dropLast(), "header-unended"),
    HostileObject("message not UTF-8", Array((tree + author + committer + "\n").utf8) + [0xFF, 0xFE], "not-utf8"),
    HostileObject("tab in the message", tree + author + committer + "\nNộp\tXoá\n", "message-control"),
    HostileObject("second control set in the message", tree + author + committer + "\nx\u{9B}2J\n", "message-control"),
    HostileObject("no message", tree + author + committer + "\n", "message-empty"),
    HostileObject("blank first line", tree + author + committer + "\n \nNộp\n", "message-empty"),
    HostileObject(
      "message of 16 KB and 1", tree + author + committer + "\n" + String(repeating: "a", count: 16_385),
      "message-too-long"),
    HostileObject(
      "32 KB and more", tree + String(repeating: parent, count: 700) + author + committer + "\nx\n", "commit-too-long"),
    HostileObject(
      "escape in the signature", tree + author + committer + "gpgsig a\n \u{1B}\n\nx\n", "header-control"),
    HostileObject("name of the tree too short", "tree 4b825d\n" + author + committer + "\nx\n", "object-name"),
    HostileObject(
      "name of the tree in capitals", "tree \(emptyTree.uppercased())\n" + author + committer + "\nx\n", "object-name"),
    HostileObject("two spaces", "tree  \(emptyTree)\n" + author + committer + "\nx\n", "object-name"),
  ])
  func `a commit of another form is refused with its reason`(object: HostileObject) {
    object.isRefused { (bytes) throws(MalformedObject) in _ = try CommitObject(strict: bytes) }
  }
}
