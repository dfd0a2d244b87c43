import Foundation
import HosoCore
import Testing

@testable import HosoFormats

struct SheetRefusalTests {
  private static let encrypted: [UInt8] = {
    var zip = HandmadeZip()
    zip.add("xl/workbook.xml", "<workbook/>", flags: 1)
    return zip.bytes
  }()

  private static let bomb: [UInt8] = {
    var zip = HandmadeZip()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add("xl/workbook.xml", "<workbook/>")
    zip.add("xl/worksheets/sheet1.xml", "<worksheet/>", size: 190 * 1024 * 1024)
    return zip.bytes
  }()

  private static func openDocument(_ content: String, mark: String = "spreadsheet") -> [UInt8] {
    var zip = HandmadeZip()
    zip.add("mimetype", "application/vnd.oasis.opendocument." + mark)
    zip.add("content.xml", content)
    return zip.bytes
  }

  private static let rels = "xl/worksheets/_rels/sheet1.xml.rels"
  private static let cases: [(String, String, [UInt8], OfficeError.Reason, String?)] = [
    ("bomb", "xlsx", bomb, .zipBomb, nil), ("encrypted", "xlsx", encrypted, .encrypted, "xl/workbook.xml"),
    (
      "locked", "xlsx", [0xD0, 0xCF, 0x11, 0xE0] + "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }, .encrypted, nil
    ),
    ("old", "xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1], .oldFile, nil),
    ("xlsm", "xlsm", HandmadeZip.workbook(), .macros, nil),
    (
      "macro, renamed", "xlsx", HandmadeZip.workbook(["xl/vbaProject.bin": "x"]), .macros, "xl/vbaProject.bin"
    ),
    (
      "macro by type", "xlsx",
      HandmadeZip.workbook(["[Content_Types].xml": "<Types>sheet.macroEnabled.main+xml</Types>"]),
      .macros, "[Content_Types].xml"
    ),
    (
      "macro sheet", "xlsx", HandmadeZip.workbook(["xl/macrosheets/sheet1.xml": "<x/>"]), .macros,
      "xl/macrosheets/sheet1.xml"
    ),
    (
      "DDE", "xlsx",
      HandmadeZip.workbook(["xl/externalLinks/externalLink1.xml": "<externalLink><ddeLink/></externalLink>"]),
      .macros, "xl/externalLinks/externalLink1.xml"
    ),
    (
      "another workbook", "xlsx", HandmadeZip.workbook(["xl/externalLinks/externalLink1.xml": "<externalLink/>"]),
      .externalContent, "xl/externalLinks/externalLink1.xml"
    ),
    (
      "a data connection", "xlsx", HandmadeZip.workbook(["xl/connections.xml": "<connections/>"]), .externalContent,
      "xl/connections.xml"
    ),
    (
      "an outer relation", "xlsx",
      HandmadeZip.workbook([
        rels: "<Relationship Type=\"x/oleObject\" Target=\"http://x.example/a\" TargetMode=\"External\"/>"
      ]),
      .externalContent, rels
    ),
    (
      "DOCTYPE", "xlsx", HandmadeZip.workbook(["xl/workbook.xml": "<!DOCTYPE x><workbook/>"]), .externalContent,
      "xl/workbook.xml"
    ),
    ("a Word file", "xlsx", HandmadeZip.workbook().replacing("xl/", with: "wo"), .notOfficeFile, nil),
    ("a text", "ods", openDocument("<x/>", mark: "text"), .notOfficeFile, nil),
    ("a workbook", "ods", HandmadeZip.workbook(), .notOfficeFile, nil),
    ("a page", "xlsx", Array("<html>".utf8), .notOfficeFile, nil),
    ("a Word ending", "docx", HandmadeZip.workbook(), .notOfficeFile, nil),
    ("a source", "ods", openDocument("<table:table-source xlink:href=\"x\"/>"), .externalContent, "content.xml"),
    ("DDE of Calc", "ods", openDocument("<office:dde-source/>"), .macros, "content.xml"),
  ]

  @Test(arguments: cases.indices)
  func `a file that is no plain spreadsheet is refused before the converter`(index: Int) async {
    let (name, ending, bytes, reason, part) = Self.cases[index]
    await #expect(throws: OfficeError(reason, part: part), "\(name)") {
      try await SheetIntake(program: "no-such-program").workbook(bytes, ending: ending)
    }
  }

  @Test
  func `a missing converter is said`() async {
    for program in ["no-such-program", "/nonexistent/ssconvert"] {
      await #expect(throws: OfficeError(.toolMissing(String(program.split(separator: "/").last!)))) {
        try await SheetIntake(program: program).workbook(HandmadeZip.workbook(), ending: "xlsx")
      }
    }
  }

  @Test(
    arguments: [
      ("exec /bin/sleep 3600", .timedOut), ("exec /usr/bin/yes", .tooLarge),
      ("exec /usr/bin/python3 -c 'x = bytearray(3 << 30)'", .failed("")), ("kill -ABRT $$", .tooLarge),
      ("echo 'no such reader' >&2; exit 1", .failed("no such reader")), ("echo nonsense", .notOfficeFile),
    ] as [(String, OfficeError.Reason)])
  func `a converter that misbehaves is ended and said`(script: String, reason: OfficeError.Reason) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appendingPathComponent("ssconvert")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let time: Duration = reason == .timedOut ? .seconds(1) : .seconds(600)
    let intake = SheetIntake(program: program.path, limits: .init(time: time, output: 100_000))
    let error = await #expect(throws: OfficeError.self) {
      try await intake.workbook(HandmadeZip.workbook(), ending: "xlsx")
    }
    // What Python says of too little memory is its own affair.
    if case .failed("") = reason { #expect(error != nil) } else { #expect(error == OfficeError(reason)) }
  }

  @Test(arguments: [
    "<a", "<a b", "<a b='", "<a>&x;</a>", "<!DOCTYPE a>", "<table:table>", "<table:table><table:table-row>",
  ])
  func `markup that breaks off is refused`(text: String) {
    #expect(throws: OfficeError.self) {
      var reader = SheetReader(Array(text.utf8))
      let workbook = try reader.read()
      if workbook.sheets.isEmpty { throw OfficeError(.damaged) }
    }
  }

  @Test(
    arguments: [
      ("table:formula='of:=1/0' office:value-type='string' office:string-value='#DIV/0!'", .error("#DIV/0!")),
      (
        "table:formula='of:=ORG.GNUMERIC.ERROR(&quot;a&quot;)' office:value-type='string' office:string-value='a'",
        .error("a")
      ),
      ("gnm:error-value='#N/A' office:value-type='string' office:string-value='#N/A'", .error("#N/A")),
      ("office:value-type='string'", .text("shown")), ("office:value-type='time'", .other("shown")),
      ("office:value-type='float' office:value='0.850000000000000000022'", .number(0.85, shown: "shown")),
      ("office:value-type='date' office:date-value='2016-02-29T13:05:00'", .date(SchoolDate("2016-02-29")!)),
      ("office:value-type='date' office:date-value=''", .other("shown")), ("table:style-name='a'", nil),
    ] as [(String, SheetValue?)])
  func `a cell of the converter is read by its attributes`(attributes: String, value: SheetValue?) throws {
    let cell = "<table:table-cell \(attributes)><text:p>shown</text:p></table:table-cell>"
    var reader = SheetReader(Array("<table:table><table:table-row>\(cell)</table:table-row></table:table>".utf8))
    #expect(try reader.read().sheets[0].rows.first?.cells.first?.value == value)
  }

  @Test
  func `a sheet of endless repetitions is refused`() {
    let cell =
      "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"><text:p>1</text:p></table:table-cell>"
    let row = "<table:table-row table:number-rows-repeated=\"1048576\">\(cell)</table:table-row>"
    #expect(throws: OfficeError(.tooLarge)) {
      var reader = SheetReader(Array("<table:table>\(row)</table:table>".utf8))
      return try reader.read()
    }
  }
}

extension [UInt8] {
  /// With one name in place of another of the same length.
  fileprivate func replacing(_ old: String, with new: String) -> [UInt8] {
    var bytes = self
    for range in ranges(of: old.utf8) {
      bytes.replaceSubrange(range.lowerBound..<(range.lowerBound + new.utf8.count), with: Array(new.utf8))
    }
    return bytes
  }
}
