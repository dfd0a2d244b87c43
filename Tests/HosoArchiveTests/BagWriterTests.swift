import Foundation
import HosoArchive
import Testing

struct BagWriterTests {
  @Test func `a bag that was written is sound`() throws {
    let bag = try TemporaryBag.filled()
    let check = try BagCheck(folder: bag.folder)
    #expect(check.faults == [])
    #expect(check.fileCount == 4)
    #expect(check.information.values("bagging-date") == ["2025-06-30"])
    #expect(check.information.values("Source-Organization") == ["Trường Tiểu học Suối Mây"])
    #expect(try BagCheck(folder: bag.folder, form: .standard).isSound)
  }

  @Test func `payload and tag files have the bytes that RFC 8493 asks`() throws {
    let bag = try TemporaryBag.filled()
    for (path, text) in TemporaryBag.records { #expect(try bag.text(of: "data/" + path) == text) }
    let source = FileManager.default.contents(atPath: bag.parent + "/school.bundle")
    #expect(FileManager.default.contents(atPath: bag.folder + "/data/school.bundle") == source)
    #expect(try bag.text(of: "bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    #expect(
      try bag.text(of: "bag-info.txt")
        == "Source-Organization: Trường Tiểu học Suối Mây\nBagging-Date: 2025-06-30\nPayload-Oxum: 700046.4\n")
    let lines = try bag.text(of: "manifest-sha256.txt").split(separator: "\n")
    #expect(lines.map { $0.dropFirst(66) } == lines.map { $0.dropFirst(66) }.sorted())
    #expect(
      lines.contains("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/records/rong.md"))
    #expect(
      try bag.text(of: "tagmanifest-sha512.txt").split(separator: "\n").map { $0.dropFirst(130) }
        == ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt"])
  }

  @Test func `the order in which files are added leaves no trace`() throws {
    let one = try TemporaryBag()
    let other = try TemporaryBag()
    for (bag, paths) in [(one, ["b/2", "a", "b/1"]), (other, ["a", "b/1", "b/2"])] {
      var writer = try BagWriter(folder: bag.folder)
      for path in paths { try bag.add(path, at: path, to: &writer) }
      try writer.finish(info: [])
    }
    for name in ["manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"] {
      #expect(try one.text(of: name) == other.text(of: name))
    }
  }

  @Test func `line ends and percent signs in names are encoded in manifests alone`() throws {
    let bag = try TemporaryBag()
    var writer = try BagWriter(folder: bag.folder)
    try bag.add("x", at: "a\nb\rc%0Ad 100%.md", to: &writer)
    try writer.finish(info: [])
    #expect(try bag.text(of: "manifest-sha512.txt").hasSuffix("  data/a%0Ab%0Dc%250Ad 100%25.md\n"))
    #expect(try bag.text(of: "data/a\nb\rc%0Ad 100%.md") == "x")
    #expect(try bag.faults() == [])
  }

  @Test(arguments: ["", "/etc/passwd", "../x", "a/../../x", "a//b", "./a", "a/.", "a\0b", "a/"])
  func `a path that leaves the payload is refused`(path: String) throws {
    let bag = try TemporaryBag()
    #expect(throws: BagError.self) {
      var writer = try BagWriter(folder: bag.folder)
      try bag.add("x", at: path, to: &writer)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: bag.parent) == ["bag"])
  }

  @Test func `names that are one file on some system are refused`() throws {
    for (first, second) in [("Lop/a", "lop/b"), ("a.md", "A.md"), ("\u{1EA1}", "a\u{323}"), ("a", "A/b")] {
      let bag = try TemporaryBag()
      let error = #expect(throws: BagError.self) {
        var writer = try BagWriter(folder: bag.folder)
        try bag.add("x", at: first, to: &writer)
        try bag.add("x", at: second, to: &writer)
      }
      guard case .nameTwin = error?.reason else {
        Issue.record("\(first) and \(second): \(String(describing: error))")
        continue
      }
    }
  }

  @Test func `a file is added once`() throws {
    let bag = try TemporaryBag()
    let error = #expect(throws: BagError.self) {
      var writer = try BagWriter(folder: bag.folder)
      try bag.add("x", at: "a", to: &writer)
      try bag.add("y", at: "a", to: &writer)
    }
    #expect(error?.reason == .alreadyAdded)
  }

  @Test func `an empty folder is taken and a used one is refused`() throws {
    let bag = try TemporaryBag()
    try FileManager.default.createDirectory(atPath: bag.folder, withIntermediateDirectories: false)
    try bag.fill()
    let error = #expect(throws: BagError.self) { _ = try BagWriter(folder: bag.folder) }
    #expect(error?.reason == .notEmpty)
    #expect(try bag.faults() == [])
    #expect(throws: BagError.self) { _ = try BagWriter(folder: bag.parent + "/school.bundle") }
    #expect(throws: BagError.self) { _ = try BagWriter(folder: bag.parent + "/none/bag") }
  }

  @Test func `links and folders are not copied`() throws {
    let bag = try TemporaryBag()
    try FileManager.default.createSymbolicLink(atPath: bag.parent + "/link", withDestinationPath: "/etc/passwd")
    for name in ["link", "."] {
      let error = #expect(throws: BagError.self) {
        var writer = try BagWriter(folder: bag.parent + "/bag-\(name == "." ? "folder" : name)")
        try writer.addFile(at: bag.parent + "/" + name, as: "a")
      }
      #expect(error?.reason == .notAFile)
    }
  }

  @Test(arguments: [("Payload-Oxum", "1.1"), ("a:b", "c"), ("", "c"), ("a", ""), ("a", "b\nc: d"), ("a ", "b")])
  func `a line that would forge another is refused`(label: String, value: String) throws {
    let bag = try TemporaryBag()
    let error = #expect(throws: BagError.self) {
      let writer = try BagWriter(folder: bag.folder)
      try writer.finish(info: [(label, value)])
    }
    #expect(error?.reason == .information)
  }

  @Test func `an unfinished bag is no bag`() throws {
    let bag = try TemporaryBag()
    do {
      var writer = try BagWriter(folder: bag.folder)
      try bag.add("x", at: "a", to: &writer)
    }
    #expect(try bag.faults().contains(BagFault(.declaration, "bagit.txt")))
  }
}
