import Foundation
import HosoCore
import Testing

@testable import HosoFormats

struct OfficeIntakeTests {
  @Test(arguments: [
    "lesson.docx", "in-table.docx", "numbered.docx", "losses.docx", "text.odt", "ordinary.docx", "lost-table.docx",
  ])
  func `a document becomes the expected record`(name: String) async throws {
    let ending = String(name.suffix(4)).replacing(".", with: "")
    let document = try await OfficeIntake().convert(
      OfficeFixtures.bytes(name), ending: ending, sections: OfficeFixtures.sections)
    let base = name.prefix { $0 != "." }
    try OfficeFixtures.expect(document.markdown, equals: base + ".expected.md")
    try OfficeFixtures.expect(OfficeFixtures.summary(document), equals: base + ".expected.txt")
  }

  @Test
  func `pictures are the bytes of the file`() async throws {
    let document = try await OfficeIntake().convert(
      OfficeFixtures.bytes("lesson.docx"), ending: "docx", sections: OfficeFixtures.sections)
    #expect(document.pictures.count == 2)
    #expect(document.pictures.allSatisfy { $0.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) })
    #expect(document.pictures.allSatisfy { document.markdown.contains("](dinh-kem/\($0.name))") })
  }

  @Test
  func `lines have no blanks at the end and one title`() async throws {
    for name in ["lesson.docx", "in-table.docx", "numbered.docx", "losses.docx"] {
      let text = try await OfficeIntake().convert(
        OfficeFixtures.bytes(name), ending: "docx", sections: OfficeFixtures.sections
      ).markdown
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(!lines.contains { $0.hasSuffix(" ") })
      #expect(lines.filter { $0.hasPrefix("# ") }.count == 1)
      #expect(text.hasPrefix("# "))
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    }
  }
}

struct OfficeRefusalTests {
  @Test(
    arguments: [
      ("bomb.docx", .zipBomb, nil), ("lying.docx", .zipBomb, "word/document.xml"),
      ("macro.docx", .macros, "word/vbaProject.bin"), ("macro-type.docx", .macros, "[Content_Types].xml"),
      ("dde.docx", .macros, "word/document.xml"),
      ("dotdot.docx", .unsafeName, "word/../../evil.txt"), ("absolute.docx", .unsafeName, "/etc/evil"),
      ("backslash.docx", .unsafeName, "..\\evil.txt"), ("symlink.docx", .unsafeName, "word/media/link"),
      ("twice.docx", .unsafeName, "word/Document.xml"), ("two-names.docx", .unsafeName, "word/styles.xml"),
      ("entity.docx", .externalContent, "word/document.xml"),
      ("template.docx", .externalContent, "word/_rels/document.xml.rels"),
      ("encrypted.docx", .encrypted, nil), ("locked.docx", .encrypted, "[Content_Types].xml"),
      ("old.docx", .oldFile, nil),
      ("truncated.docx", .damaged, nil), ("trailing.docx", .damaged, nil),
      ("plain.docx", .notOfficeFile, nil),
    ] as [(String, OfficeError.Reason, String?)])
  func `a file that is not a plain document is refused before pandoc`(
    name: String, reason: OfficeError.Reason, part: String?
  ) async throws {
    let bytes = try OfficeFixtures.bytes(name)
    await #expect(throws: OfficeError(reason, part: part)) {
      try await OfficeIntake(pandoc: "no-such-program").convert(bytes, ending: "docx", sections: [])
    }
  }

  @Test(arguments: ["", "PK", "PK\u{3}\u{4}", "version https://git-lfs.github.com/spec/v1\n", "%PDF-1.7"])
  func `other bytes are no office file`(text: String) async {
    await #expect(throws: OfficeError.self) {
      try await OfficeIntake(pandoc: "no-such-program").convert(Array(text.utf8), ending: "docx", sections: [])
    }
  }

  @Test
  func `the ending must be that of the content`() async throws {
    let word = try OfficeFixtures.bytes("ordinary.docx")
    let open = try OfficeFixtures.bytes("text.odt")
    for (bytes, ending) in [(word, "odt"), (open, "docx"), (word, "xlsx")] {
      await #expect(throws: OfficeError(.notOfficeFile)) {
        try await OfficeIntake().convert(bytes, ending: ending, sections: [])
      }
    }
    await #expect(throws: OfficeError(.macros)) { try await OfficeIntake().convert(word, ending: "docm", sections: []) }
  }

  @Test
  func `a file cut or changed anywhere is read or refused, never a crash`() throws {
    let whole = try OfficeFixtures.bytes("lesson.docx")
    for length in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: OfficeError.self) { try OfficePackage(Array(whole[..<length]), ending: "docx") }
    }
    var state: UInt64 = 42
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      do throws(OfficeError) { _ = try OfficePackage(bytes, ending: "docx") } catch {}
    }
  }
}

struct PandocProcessTests {
  @Test
  func `a missing pandoc is said`() async throws {
    let bytes = try OfficeFixtures.bytes("ordinary.docx")
    for program in ["no-such-program", "/nonexistent/pandoc"] {
      await #expect(throws: OfficeError(.toolMissing(String(program.split(separator: "/").last!)))) {
        try await OfficeIntake(pandoc: program).convert(bytes, ending: "docx", sections: [])
      }
    }
  }

  @Test(
    arguments: [
      ("exec /bin/sleep 3600", .timedOut),
      ("exec /usr/bin/yes", .tooLarge),
      ("exit 251", .tooLarge),
      ("echo '[WARNING] x' >&2; echo 'no such reader' >&2; exit 22", .failed("no such reader")),
      ("echo '{}'", .failed("pandoc's answer has no blocks")),
    ] as [(String, OfficeError.Reason)])
  func `a pandoc that misbehaves is ended and said`(script: String, reason: OfficeError.Reason) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appendingPathComponent("pandoc")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    // Only the one that never ends is waited for; on a busy machine the others may take their time.
    let time: Duration = reason == .timedOut ? .seconds(1) : .seconds(600)
    let intake = OfficeIntake(pandoc: program.path, limits: .init(time: time, output: 100_000))
    let bytes = try OfficeFixtures.bytes("ordinary.docx")
    await #expect(throws: OfficeError(reason)) { try await intake.convert(bytes, ending: "docx", sections: []) }
  }
}
