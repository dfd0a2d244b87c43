internal import GitObjects
internal import Testing

struct TreeObjectTests {
  private static let blob = "ce013625030ba8dba906f756967f9e9ca394464a"

  @Test func `a tree made by git is read entry by entry`() throws {
    let repository = try GitRepository()
    let blob = try repository.name("hash-object", "-w", "--stdin", input: Array("hello\n".utf8))
    let folder = try repository.name("mktree", input: Array("100644 blob \(blob)\ta\n".utf8))
    let lines = [
      "100644 blob \(blob)\ta-b", "040000 tree \(folder)\ta", "100644 blob \(blob)\ta.md", "100755 blob \(blob)\ta0",
      "120000 blob \(blob)\tliên kết", "040000 tree \(folder)\ttổ 4",
      "160000 commit \(String(repeating: "1", count: 40))\tz",
      "100644 blob \(blob)\tđ",
    ]
    let name = try repository.name("mktree", "--missing", input: Array((lines.joined(separator: "\n") + "\n").utf8))
    let bytes = try repository.git("cat-file", "tree", name)
    let tree = try TreeObject(strict: bytes)
    #expect(tree.entries.flatMap(\.stored) == bytes)
    #expect(tree.entry(named: "tổ 4")?.isFolder == true)
    #expect(tree.entry(named: "a.md")?.isFile == true)
    #expect(tree.entry(named: "a0")?.isFile == false)
    #expect(tree.entry(named: "A") == nil)
  }

  @Test func `an empty tree has no entries`() throws {
    #expect(try TreeObject(strict: []).entries.isEmpty)
  }

  @Test(arguments: [
    HostileObject("not sorted", entry("zz") + entry("aa"), "tree-order"),
    HostileObject("twice the same", entry("zz") + entry("zz"), "tree-order"),
    HostileObject("folder as a file sorts", entry("a", "40000") + entry("a-b"), "tree-order"),
    HostileObject("file and folder", entry("zz") + entry("zz", "40000"), "tree-twins"),
    HostileObject("file and folder apart", entry("zz") + entry("zz-1") + entry("zz", "40000"), "tree-twins"),
    HostileObject("link and folder", entry("zz", "120000") + entry("zz", "40000"), "tree-twins"),
    HostileObject("empty name", entry(""), "tree-name"),
    HostileObject("name .", entry(".", "40000"), "tree-name"),
    HostileObject("name ..", entry("..", "40000"), "tree-name"),
    HostileObject("name with a slash", entry("a/b"), "tree-name"),
    HostileObject("name from the root", entry("/etc/passwd"), "tree-name"),
    HostileObject("name that leads out", entry("../../to-van/b/x"), "tree-name"),
    HostileObject("zero-padded mode", entry("zz", "0100644"), "tree-mode"),
    HostileObject("zero-padded folder", entry("zz", "040000"), "tree-mode"),
    HostileObject("empty mode", entry("zz", ""), "tree-mode"),
    HostileObject("mode with 8", entry("zz", "100684"), "tree-mode"),
    HostileObject("mode in letters", entry("zz", "abcdef"), "tree-mode"),
    HostileObject("mode of seven digits", entry("zz", "1006440"), "tree-mode"),
    HostileObject("no mode's end", "100644", "tree-mode"),
    HostileObject("null object", Array("100644 zz\0".utf8) + [UInt8](repeating: 0, count: 20), "tree-null-object"),
    HostileObject("object cut off", entry("zz").dropLast(), "tree-truncated"),
    HostileObject("name without end", "100644 zz", "tree-truncated"),
  ])
  func `a tree of another form is refused with its reason`(object: HostileObject) {
    object.isRefused { (bytes) throws(MalformedObject) in _ = try TreeObject(strict: bytes) }
  }

  private static func entry(_ name: String, _ mode: String = "100644") -> [UInt8] {
    Array("\(mode) \(name)\0".utf8) + (ObjectID(hexadecimal: blob)?.bytes ?? [])
  }
}

extension TreeEntry {
  /// The bytes of the entry in a tree.
  fileprivate var stored: [UInt8] { Array(String(mode, radix: 8).utf8) + [0x20] + name + [0] + id.bytes }
}

extension HostileObject {
  fileprivate init(_ name: String, _ bytes: ArraySlice<UInt8>, _ reason: String) {
    self.init(name, Array(bytes), reason)
  }
}
