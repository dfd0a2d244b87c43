internal import Foundation
internal import GitObjects
internal import HosoCore
internal import HosoStore
internal import Testing

struct IndexUpdateTests {
  private let school: SmallSchool

  init() throws {
    school = try SmallSchool()
    try school.folder.git("reset", "--quiet", "--hard")
  }

  /// Writes files into the working tree (nil removes one) and commits them with the index.
  private func submit(_ files: [String: String?], onto base: ObjectID? = nil) throws {
    var contents: [RecordPath: [UInt8]?] = [:]
    for (path, text) in files {
      let place = URL(filePath: school.folder.path).appending(path: path)
      if let text {
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
      } else {
        try FileManager.default.removeItem(at: place)
      }
      contents.updateValue(text.map { Array($0.utf8) }, forKey: try RecordPath(path))
    }
    let index = try school.store.updateIndex(contents)
    let plan = try CommitPlan(
      base: base ?? school.store.existingTip(), files: contents, person: school.person("nva"),
      moment: SmallSchool.moment(120), message: "Nộp")
    _ = try school.store.write(plan, index: index)
  }

  private func expectSoundIndex() throws {
    #expect(try school.folder.git("status", "--porcelain") == [])
    #expect(try school.folder.git("diff-index", "--cached", "HEAD") == [])
    // Git looks at the checksum of the index here, and at nothing of it elsewhere.
    #expect(try school.folder.git("fsck", "--strict", "--no-dangling") == [])
  }

  @Test(arguments: ["2", "4"])
  func `after changed, new and removed files git finds nothing to do`(version: String) throws {
    try school.folder.git("update-index", "--index-version", version)
    try submit([SmallSchool.plan: "# Đổi\n"])
    try expectSoundIndex()
    try submit([
      "000.md": "trước mọi tệp", "2024-2025/giua.md": "giữa", "zzz/cuoi.md": "cuối", SmallSchool.plan: "# Đổi nữa\n",
    ])
    try expectSoundIndex()
    try submit(["000.md": nil, "zzz/cuoi.md": nil, SmallSchool.planOfHead: nil])
    try expectSoundIndex()
  }

  @Test func `an entry that a merge left in three stages becomes one`() throws {
    let blob = try school.folder.gitLine("rev-parse", "main:" + SmallSchool.plan)
    let stages = (1...3).map { "100644 \(blob) \($0)\t\(SmallSchool.plan)\n" }.joined()
    let input = "0 \(ObjectID.zero.hexadecimal)\t\(SmallSchool.plan)\n" + stages
    try school.folder.git("update-index", "--index-info", input: Array(input.utf8))
    #expect(try school.folder.git("status", "--porcelain") != [])
    try submit([SmallSchool.plan: "# Xong\n"])
    try expectSoundIndex()
  }

  @Test func `a commit that fails leaves the index as it was, and free`() throws {
    let tip = try school.store.existingTip()
    try submit([SmallSchool.plan: "# Một\n"])
    let index = try school.folder.git("ls-files", "--stage")
    #expect(throws: Problem.self) { try submit([SmallSchool.plan: "# Hai\n"], onto: tip) }
    #expect(try school.folder.git("ls-files", "--stage") == index)
    try school.folder.git("add", SmallSchool.plan)
  }

  @Test func `an index that another program holds stays as it is, and the commit stands`() throws {
    let lock = URL(filePath: school.folder.path).appending(path: ".git/index.lock")
    try Data().write(to: lock)
    // A lock that nobody holds open is a dead program's.
    let holder = try FileHandle(forWritingTo: lock)
    defer { try? holder.close() }
    let index = try school.folder.git("ls-files", "--stage")
    try submit([SmallSchool.plan: "# Một\n"])
    #expect(try school.folder.git("show", "main:" + SmallSchool.plan) == Array("# Một\n".utf8))
    #expect(try school.folder.git("ls-files", "--stage") == index)
    #expect(FileManager.default.fileExists(atPath: lock.path))
  }

  private var folder: URL { URL(filePath: school.folder.path).appending(path: ".git") }

  private func inode(_ name: String) throws -> Int? {
    let values = try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)
    return (values[.systemFileNumber] as? NSNumber)?.intValue
  }

  @Test func `the index before the last is written over, and nothing else is left`() throws {
    try submit([SmallSchool.plan: "# Một\n"])
    let first = try inode("index")
    try submit([SmallSchool.plan: "# Hai\n"])
    #expect(try inode("index.hoso") == first)
    let second = try inode("index")
    try submit([SmallSchool.plan: "# Ba\n", "zzz/cuoi.md": "cuối"])
    #expect(try inode("index") == first)
    #expect(try inode("index.hoso") == second)
    try expectSoundIndex()
    try submit(["zzz/cuoi.md": nil])
    try expectSoundIndex()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.filter { $0.hasPrefix("index") }.sorted() == ["index", "index.hoso"])
  }

  @Test func `who still reads an index before the last keeps what he opened`() throws {
    try submit([SmallSchool.plan: "# Một\n"])
    let reader = try FileHandle(forReadingFrom: folder.appending(path: "index"))
    defer { try? reader.close() }
    let opened = try Data(contentsOf: folder.appending(path: "index"))
    for text in ["# Hai\n", "# Ba\n", "# Bốn\n"] { try submit([SmallSchool.plan: text]) }
    #expect(try reader.readToEnd() == opened)
    try expectSoundIndex()
  }

  @Test func `a spare index of any content or kind does no harm`() throws {
    let spare = folder.appending(path: "index.hoso")
    let other = folder.appending(path: "../ngoai-kho.txt")
    let files = FileManager.default
    for bytes in [Data(), Data(repeating: 7, count: 100), Data(repeating: 7, count: 300_000)] {
      try bytes.write(to: spare)
      try submit([SmallSchool.plan: "# \(bytes.count)\n"])
      try expectSoundIndex()
    }
    // A second name of a file, and a link: what they lead to is not written over.
    for isLink in [false, true] {
      try Data("của người khác".utf8).write(to: other)
      try files.removeItem(at: spare)
      if isLink {
        try files.createSymbolicLink(at: spare, withDestinationURL: other)
      } else {
        try files.linkItem(at: other, to: spare)
      }
      try submit([SmallSchool.plan: "# liên kết \(isLink)\n"])
      #expect(try String(contentsOf: other, encoding: .utf8) == "của người khác")
      try files.removeItem(at: other)
      try expectSoundIndex()
    }
    try files.removeItem(at: spare)
    try files.createDirectory(at: spare, withIntermediateDirectories: true)
    try submit([SmallSchool.plan: "# thư mục\n"])
    try expectSoundIndex()
    // Nobody would ever write into it.
    try files.removeItem(at: spare)
    try #require(mkfifo(spare.path, 0o600) == 0)
    try submit([SmallSchool.plan: "# đường ống\n"])
    try expectSoundIndex()
  }
}
