import Foundation
import HosoCore
import Testing

@testable import HosoFormats

struct SheetRoundTripTests {
  private static let nasty = [
    "001204012345", "=SUM(A1)", "=1+1", "-5", "+84 912 345 678", "@x", "1e5", "8,5", "a \"b\" c", "a,b;c",
    "dòng 1\ndòng 2",
    "\nđầu", "cuối\n", "  hai  dấu cách  ", "a\tb", " ", "TRUE", "#N/A", "#DIV/0!", "2016-02-29", "29/02/2016", "00:30",
    "1/2",
    "'x", "<b>&amp;</b>", "a_x000D_b", "Nguyễn Thị Ánh Nguyệt", "e\u{301}", "\u{00A0}x", "123456789012345678", "0",
    "00", "🙂",
    "{}", "http://x.example/?a=1&b=2", "-", "“ngoặc”",
  ]
  private static let dates = [
    "2016-02-29", "2000-02-29", "1900-02-28", "1900-03-01", "2015-09-05", "9999-12-31", "1850-01-01", "",
  ]
  private static let numbers = ["8.5", "10", "0", "7.25", "-3", "8.50", "08", "0.1", "123456789012345", "x", ""]

  /// Rows that a record may hold; the same in each run.
  private static func rows(seed: UInt64) -> [[String]] {
    var chance = Chance(seed: seed)
    return (0..<60).map { index in
      [
        "k\(index)" + (nasty.randomElement(using: &chance) ?? ""),
        Bool.random(using: &chance) ? "" : nasty[index % nasty.count],
        dates.randomElement(using: &chance) ?? "", numbers.randomElement(using: &chance) ?? "",
      ]
    }
  }

  @Test(arguments: [SheetExport.Format.xlsx, .ods], [1, 2, 3] as [UInt64])
  func `what is exported comes back byte for byte`(format: SheetExport.Format, seed: UInt64) async throws {
    let kind = SheetFixtures.kind
    let rows = Self.rows(seed: seed)
    let language: Language = seed == 1 ? .english : .vietnamese
    let bytes = try await SheetExport(kind, in: language).bytes(of: rows, title: "Lớp 4A: [a/b]", as: format)
    let workbook = try await SheetIntake().workbook(bytes, ending: format.rawValue)
    let table = try TableIntake(kind, sheet: nil, language: language).table(in: workbook)
    for (index, row) in table.rows.enumerated() { #expect(row.cells == rows[index], "\(index)") }
    #expect(StoredTable(kind: kind, rows: table.rows.map(\.cells)).bytes == StoredTable(kind: kind, rows: rows).bytes)
    #expect(table.notices.isEmpty)
  }

  @Test
  func `a CSV export guards formulas and leaves numbers`() async throws {
    let bytes = try await SheetExport(SheetFixtures.kind, in: .vietnamese).bytes(
      of: [["=1+1", "-5", "2016-02-29", "-5"]], title: "", as: .csv)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "\u{FEFF}Mã học sinh,Họ và tên,Ngày sinh,\"Toán, giữa kì\"\r\n'=1+1,'-5,2016-02-29,-5\r\n")
  }

  @Test
  func `a stored table is read and written alike`() {
    let rows = [["a,b", "\"", "x\ny", ""]]
    let bytes = StoredTable(kind: SheetFixtures.kind, rows: rows).bytes
    #expect(StoredTable(rowsOf: SheetFixtures.kind, in: bytes)?.rows == rows)
    #expect(StoredTable(rowsOf: SheetFixtures.kind, in: Array("ma\n1\n".utf8)) == nil)
    #expect(StoredTable(rowsOf: SheetFixtures.kind, in: bytes + Array("1,2\n".utf8)) == nil)
  }
}
