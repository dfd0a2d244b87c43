import Foundation
import HosoArchive
import Testing

struct BagCheckTests {
  private static let plan = "data/records/2024-2025/ke-hoach-bai-day/to-4-5/nva/tuan-05/toan-4a-bai-14.md"

  /// A way to tamper, and what must be found.
  struct Tampering: CustomTestStringConvertible {
    let testDescription: String
    let expected: [BagFault]
    let apply: @Sendable (TemporaryBag) throws -> Void

    init(_ name: String, _ expected: [BagFault], _ apply: @escaping @Sendable (TemporaryBag) throws -> Void) {
      testDescription = name
      self.expected = expected
      self.apply = apply
    }
  }

  @Test(arguments: tamperings)
  func `what was tampered with is named`(tampering: Tampering) throws {
    let bag = try TemporaryBag.filled()
    try tampering.apply(bag)
    #expect(try bag.faults() == tampering.expected)
  }

  private static let tamperings = [
    Tampering("one bit of a record", [BagFault(.fileAltered, plan)]) { bag in
      try bag.replace("# B", by: "# C", in: plan)
    },
    Tampering("one bit in the middle of the bundle", [BagFault(.fileAltered, "data/school.bundle")]) { bag in
      let place = URL(filePath: bag.folder + "/data/school.bundle")
      var bytes = try Data(contentsOf: place)
      bytes[400_000] ^= 1
      try bytes.write(to: place)
    },
    Tampering(
      "a shorter record", [BagFault(.oxumMismatch, "bag-info.txt"), BagFault(.fileAltered, plan)]
    ) { bag in try bag.write("", to: plan) },
    Tampering(
      "a record taken away", [BagFault(.oxumMismatch, "bag-info.txt"), BagFault(.fileMissing, plan)]
    ) { bag in try bag.remove(plan) },
    Tampering(
      "a record slipped in", [BagFault(.oxumMismatch, "bag-info.txt"), BagFault(.fileExtra, "data/records/x.md")]
    ) { bag in try bag.write("x", to: "data/records/x.md") },
    Tampering(
      "an empty record moved", [BagFault(.fileMissing, "data/records/rong.md"), BagFault(.fileExtra, "data/rong.md")]
    ) { bag in
      try FileManager.default.moveItem(
        atPath: bag.folder + "/data/records/rong.md", toPath: bag.folder + "/data/rong.md")
    },
    Tampering("a hidden folder", [BagFault(.oxumMismatch, "bag-info.txt"), BagFault(.fileExtra, "data/.git/config")]) {
      try $0.write("x", to: "data/.git/config")
    },
    Tampering(
      "a record made a link",
      [BagFault(.oxumMismatch, "bag-info.txt"), BagFault(.fileMissing, plan), BagFault(.notAFile, plan)]
    ) { bag in
      try FileManager.default.moveItem(atPath: bag.folder + "/" + plan, toPath: bag.parent + "/aside.md")
      try FileManager.default.createSymbolicLink(
        atPath: bag.folder + "/" + plan, withDestinationPath: bag.parent + "/aside.md")
    },
    Tampering("other information", [BagFault(.fileAltered, "bag-info.txt")]) {
      try $0.replace("2025-06-30", by: "2026-06-30", in: "bag-info.txt")
    },
    Tampering(
      "another payload size", [BagFault(.fileAltered, "bag-info.txt"), BagFault(.oxumMismatch, "bag-info.txt")]
    ) { try $0.replace("700046.4", by: "700046.5", in: "bag-info.txt") },
    Tampering("no information", [BagFault(.fileMissing, "bag-info.txt"), BagFault(.oxumMismatch, "bag-info.txt")]) {
      try $0.remove("bag-info.txt")
    },
    Tampering(
      "a line gone from one manifest", [BagFault(.fileExtra, plan), BagFault(.fileAltered, "manifest-sha256.txt")]
    ) { bag in
      let lines = try bag.text(of: "manifest-sha256.txt").split(separator: "\n").filter { !$0.hasSuffix(plan) }
      try bag.write(lines.joined(separator: "\n") + "\n", to: "manifest-sha256.txt")
    },
    Tampering(
      "a declaration of another version", [BagFault(.declaration, "bagit.txt"), BagFault(.fileAltered, "bagit.txt")]
    ) {
      try $0.replace("1.0", by: "2.0", in: "bagit.txt")
    },
    Tampering("no declaration", [BagFault(.declaration, "bagit.txt"), BagFault(.fileMissing, "bagit.txt")]) {
      try $0.remove("bagit.txt")
    },
    Tampering(
      "no SHA-512 of the payload",
      [BagFault(.fileMissing, "manifest-sha512.txt"), BagFault(.manifestMissing, "manifest-sha512.txt")]
    ) { try $0.remove("manifest-sha512.txt") },
    Tampering("no SHA-256 of the tags", [BagFault(.manifestMissing, "tagmanifest-sha256.txt")]) {
      try $0.remove("tagmanifest-sha256.txt")
    },
    Tampering("a tag file slipped in", [BagFault(.fileExtra, "notes.txt")]) { try $0.write("x", to: "notes.txt") },
    Tampering(
      "a manifest of a weak checksum",
      [BagFault(.algorithmUnknown, "manifest-md5.txt"), BagFault(.fileExtra, "manifest-md5.txt")]
    ) { try $0.write("x", to: "manifest-md5.txt") },
  ]

  @Test(arguments: ["../../etc/passwd", "/etc/passwd", "~/x", "data/../bag-info.txt", "data//a", "bag-info.txt"])
  func `a manifest that points elsewhere is refused`(path: String) throws {
    let bag = try TemporaryBag.filled()
    let text = try bag.text(of: "manifest-sha256.txt")
    try bag.write(text + String(repeating: "0", count: 64) + "  " + path + "\n", to: "manifest-sha256.txt")
    #expect(try bag.faults().contains(BagFault(.unsafePath, "manifest-sha256.txt", line: 5)))
  }

  @Test(arguments: ["zz  data/a", "00  data/a", "data/a", "e3b0", " "])
  func `a manifest line that is none is named`(line: String) throws {
    let bag = try TemporaryBag.filled()
    try bag.write(line + "\n" + bag.text(of: "manifest-sha256.txt"), to: "manifest-sha256.txt")
    #expect(try bag.faults().contains(BagFault(.manifestLine, "manifest-sha256.txt", line: 1)))
  }

  @Test func `names in a manifest that differ in composition alone are named`() throws {
    let bag = try TemporaryBag.filled()
    let zeros = String(repeating: "0", count: 64)
    let text = try bag.text(of: "manifest-sha256.txt")
    try bag.write(text + "\(zeros)  data/\u{1EA1}\n\(zeros)  data/a\u{323}\n", to: "manifest-sha256.txt")
    #expect(try bag.faults().contains { $0.id == .nameTwin })
  }

  @Test(arguments: [
    "BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n",
    "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n",
    "\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "BagIt-Version: 1.0\n", "",
  ])
  func `a declaration is read to the letter`(text: String) throws {
    let bag = try TemporaryBag.filled()
    try bag.write(text, to: "bagit.txt")
    #expect(try bag.faults(.standard).contains(BagFault(.declaration, "bagit.txt")))
  }

  @Test func `a bag by others is held against the standard alone`() throws {
    let bag = try TemporaryBag()
    try bag.write("BagIt-Version: 1.0\r\nTag-File-Character-Encoding: UTF-8\r\n", to: "bagit.txt")
    try bag.write("", to: "data/100%.txt")
    try bag.write("notes", to: "notes.txt")
    try bag.write("Contact-Name: An\n\tBinh\nContact-Name: Chi\n", to: "bag-info.txt")
    let empty = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"
    try bag.write("\(empty)\t data/100%25.txt\r\n", to: "manifest-sha256.txt")
    let check = try BagCheck(folder: bag.folder, form: .standard)
    #expect(check.faults == [])
    #expect(check.information.values("Contact-Name") == ["An Binh", "Chi"])
    #expect(try !bag.faults(.hoso).isEmpty)
  }

  @Test func `a folder that is not there is an error`() throws {
    #expect(throws: BagError.self) { try BagCheck(folder: "/tmp/hoso-no-such-bag") }
  }
}
