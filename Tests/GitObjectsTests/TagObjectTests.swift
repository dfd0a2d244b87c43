internal import GitObjects
internal import Testing

struct TagObjectTests {
  private static let object = "object 1234567890123456789012345678901234567890\n"
  private static let tagger = "tagger Lê Thị Hoa <lth@truong.edu.vn> 1728000000 +0700\n"
  private static let head = object + "type commit\ntag duyet\n"

  @Test func `an unsigned tag made by git is read`() throws {
    let repository = try GitRepository()
    let commit = try repository.name("commit-tree", repository.name("write-tree"), input: Array("Một\n".utf8))
    try repository.git("tag", "--annotate", "-m", "Duyệt\n\nThân", "duyet/tuan-5", commit)
    let bytes = try repository.git("cat-file", "tag", "duyet/tuan-5")
    let tag = try TagObject(strict: bytes)
    #expect(tag.object.hexadecimal == commit)
    #expect(tag.type == "commit")
    #expect(tag.name == "duyet/tuan-5")
    #expect(tag.tagger == Identity(name: "Lê Thị Hoa", email: "lth@truong.edu.vn", time: 1_728_000_060, offset: -570))
    #expect(tag.message == "Duyệt\n\nThân\n")
    #expect(tag.signature == nil)
    #expect(tag.payload == bytes)
    #expect(TagObject.payload(object: tag.object, name: tag.name, tagger: tag.tagger, message: tag.message) == bytes)
  }

  @Test func `payload and signature of a signed tag made by git are its bytes`() throws {
    let repository = try GitRepository()
    try repository.useNewKey()
    let commit = try repository.name("commit-tree", repository.name("write-tree"), input: Array("Một\n".utf8))
    try repository.git("tag", "--sign", "-m", "Duyệt\n\n- dòng", "duyet", commit)
    let bytes = try repository.git("cat-file", "tag", "duyet")
    let tag = try TagObject(strict: bytes)
    let signature = try #require(tag.signature)
    #expect(tag.payload + Array(signature.utf8) == bytes)
    #expect(tag.message == "Duyệt\n\n- dòng\n")
    #expect(signature.hasPrefix("-----BEGIN SSH SIGNATURE-----\n"))
  }

  @Test func `the words of a signature inside a line begin none`() throws {
    let tag = try TagObject(strict: Array((Self.head + Self.tagger + "\nx -----BEGIN SSH SIGNATURE-----\n").utf8))
    #expect(tag.signature == nil)
  }

  @Test(arguments: [
    HostileObject("nothing", "", "header-order"),
    HostileObject("no type", object + "tag duyet\n" + tagger + "\nx\n", "header-order"),
    HostileObject("tag before type", object + "tag duyet\ntype commit\n" + tagger + "\nx\n", "header-order"),
    HostileObject("two objects", object + head + tagger + "\nx\n", "header-order"),
    HostileObject("no tagger", head + "\nx\n", "header-order"),
    HostileObject("two taggers", head + tagger + tagger + "\nx\n", "header-unknown"),
    HostileObject("unknown header", head + tagger + "gpgsig x\n\nx\n", "header-unknown"),
    HostileObject("no blank line", head + tagger + "Duyệt\n", "header-unknown"),
    HostileObject("short object", "object 1234\ntype commit\ntag duyet\n" + tagger + "\nx\n", "object-name"),
    HostileObject("NUL", head + tagger + "\nDuyệt\0\n", "nul-byte"),
    HostileObject("CR", head + tagger + "\nDuyệt\r\n", "message-control"),
    HostileObject("escape in the name", object + "type commit\ntag \u{1B}\n" + tagger + "\nx\n", "header-control"),
    HostileObject(
      "message of 1 MB and 1", head + tagger + "\n" + String(repeating: "a", count: 1_048_577), "message-too-long"),
    HostileObject("unended", object + "type commit", "header-unended"),
    HostileObject("zone -0000", head + "tagger A <a@b> 1 -0000\n\nx\n", "identity-zone"),
    HostileObject("name not UTF-8", Array((object + "type commit\ntag ").utf8) + [0xFF, 0x0A], "not-utf8"),
  ])
  func `a tag of another form is refused with its reason`(object: HostileObject) {
    object.isRefused { (bytes) throws(MalformedObject) in _ = try TagObject(strict: bytes) }
  }
}
