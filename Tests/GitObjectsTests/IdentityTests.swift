internal import GitObjects
internal import Testing

struct IdentityTests {
  @Test(arguments: [
    "Nguyễn Văn An <nva@truong.edu.vn> 1728000000 +0700", "A <a@b> 0 +0000", "A B <a> 4102444800 +1459",
    "O'Brien, Jr. (x) <a@b> 1 -0930",
  ])
  func `an identity is written as it was read`(header: String) throws {
    #expect(try Identity(strict: Array(header.utf8)[...]).header == header)
  }

  @Test(arguments: [
    HostileObject("two pairs", "Hiệu trưởng <ht@truong.edu.vn> <a@truong.edu.vn> 1 +0700", "identity-brackets"),
    HostileObject("no brackets", "a@truong.edu.vn 1 +0700", "identity-brackets"),
    HostileObject("no end", "A <a@b 1 +0700", "identity-brackets"),
    HostileObject("bracket in the name", "A > B <a@b> 1 +0700", "identity-brackets"),
    HostileObject("bracket behind", "A <a@b> 1 +0700>", "identity-brackets"),
    HostileObject("bracket under a mark", "A <\u{301}x@y> <a@b> 1 +0700", "identity-brackets"),
    HostileObject("closing bracket under a mark", "A <x@y>\u{301} 9 +0700 a@b> 1 +0700", "identity-brackets"),
    HostileObject("no address", "A <> 1 +0700", "identity-empty"),
    HostileObject("no name", " <a@b> 1 +0700", "identity-empty"),
    HostileObject("nothing before", "<a@b> 1 +0700", "identity-empty"),
    HostileObject("no space before", "A<a@b> 1 +0700", "identity-empty"),
    HostileObject("two spaces before", "A  <a@b> 1 +0700", "identity-spaces"),
    HostileObject("space at the start", " A <a@b> 1 +0700", "identity-spaces"),
    HostileObject("full stop behind the name", "A. <a@b> 1 +0700", "identity-ends"),
    HostileObject("quoted name", "\"A\" <a@b> 1 +0700", "identity-ends"),
    HostileObject("apostrophe before the name", "'A <a@b> 1 +0700", "identity-ends"),
    HostileObject("colon before the address", "A <:a@b> 1 +0700", "identity-ends"),
    HostileObject("full stop behind the address", "A <a@b.> 1 +0700", "identity-ends"),
    HostileObject("space in the address", "A <a @b> 1 +0700", "identity-spaces"),
    HostileObject("spaces around the address", "A < a@b > 1 +0700", "identity-spaces"),
    HostileObject("invisible letter", "A\u{3164} <a@b> 1 +0700", "identity-control"),
    HostileObject("second control set", "A\u{9B} <a@b> 1 +0700", "identity-control"),
    HostileObject("right-to-left override", "A\u{202E}nA <a@b> 1 +0700", "identity-control"),
    HostileObject("zero-width space", "A\u{200B} <a@b> 1 +0700", "identity-control"),
    HostileObject("isolate in the address", "A <a\u{2066}@b> 1 +0700", "identity-control"),
    HostileObject("escape", "A\u{1B}[2J <a@b> 1 +0700", "identity-control"),
    HostileObject("tab", "A\tB <a@b> 1 +0700", "identity-control"),
    HostileObject("line separator", "A\u{2028}B <a@b> 1 +0700", "identity-control"),
    HostileObject("tag character", "A\u{E0041} <a@b> 1 +0700", "identity-control"),
    HostileObject("leading zero", "A <a@b> 0001728000000 +0700", "identity-date"),
    HostileObject("negative time", "A <a@b> -1 +0700", "identity-date"),
    HostileObject("plus sign", "A <a@b> +1 +0700", "identity-date"),
    HostileObject("time beyond 64 bits", "A <a@b> 18446744073709551617 +0700", "identity-date"),
    HostileObject("time behind 2100", "A <a@b> 4102444801 +0700", "identity-date"),
    HostileObject("no zone", "A <a@b> 1", "identity-date"),
    HostileObject("no time", "A <a@b>", "identity-date"),
    HostileObject("two spaces", "A <a@b>  1 +0700", "identity-date"),
    HostileObject("no space behind", "A <a@b>1 +0700", "identity-date"),
    HostileObject("text behind", "A <a@b> 1 +0700 x", "identity-date"),
    HostileObject("zone -0000", "A <a@b> 1 -0000", "identity-zone"),
    HostileObject("zone +9999", "A <a@b> 1 +9999", "identity-zone"),
    HostileObject("zone +1500", "A <a@b> 1 +1500", "identity-zone"),
    HostileObject("zone +0760", "A <a@b> 1 +0760", "identity-zone"),
    HostileObject("zone +07:00", "A <a@b> 1 +07:00", "identity-zone"),
    HostileObject("zone without sign", "A <a@b> 1 00700", "identity-zone"),
    HostileObject("zone Z", "A <a@b> 1 Z", "identity-zone"),
    HostileObject("empty zone", "A <a@b> 1 ", "identity-zone"),
    HostileObject("not UTF-8", [0x41, 0xFF] + Array(" <a@b> 1 +0700".utf8), "identity-not-utf8"),
  ])
  func `an identity that two readers could take otherwise is refused`(object: HostileObject) {
    object.isRefused { (bytes) throws(MalformedObject) in _ = try Identity(strict: bytes[...]) }
  }
}
