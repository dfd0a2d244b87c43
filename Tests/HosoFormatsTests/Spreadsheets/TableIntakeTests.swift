import HosoCore
import Testing

@testable import HosoFormats

struct TableIntakeTests {
  private let row = ["4a-01", "Đặng Quỳnh Anh", "2015-09-12", "8.5"]

  @Test
  func `a header is found below titles, in any order, by title or name in either language`() throws {
    let table = try SheetFixtures.table([
      SheetFixtures.sheet([
        ["TRƯỜNG TIỂU HỌC SUỐI MÂY"], [], ["", "DANH SÁCH LỚP 4A"],
        ["STT", "BORN", "Toán giữa kỳ", "ho-ten", "mã học sinh"],
        ["1", "12/09/2015", "8,5", "Đặng Quỳnh Anh", "4a-01"], [],
        ["2", "20-8-2015", "7", "Trần Bảo Châu", "4a-02"], ["", "", "", "", "", "Người lập bảng"],
      ])
    ])
    #expect(table.rows.map(\.cells) == [row, ["4a-02", "Trần Bảo Châu", "2015-08-20", "7"]])
    #expect(table.rows.map(\.number) == [5, 7])
    #expect(table.columns == [4, 3, 1, 2])
    #expect(SheetFixtures.ids(table) == [.sheetCounting, .sheetTitle])
  }

  @Test
  func `a counting column need not have a name, any other filled one must`() throws {
    let header = ["", "ma", "ho-ten", "ngay-sinh", "toan-gk"]
    let counted = try SheetFixtures.table([SheetFixtures.sheet([header, ["1"] + row, ["2"] + row])])
    #expect(SheetFixtures.ids(counted) == [.sheetCounting])
    let other = try SheetFixtures.table([SheetFixtures.sheet([header, ["5"] + row, ["vắng"] + row])])
    #expect(other.notices == [Notice(.sheetColumn, ["name": "A"])])
  }

  @Test
  func `a column too many is left out and said where all of the kind are there`() throws {
    let table = try SheetFixtures.table([
      SheetFixtures.sheet([["ma", "ho-ten", "ngay-sinh", "toan-gk", "Dân tộc"], row + ["Thái"]])
    ])
    #expect(table.rows.map(\.cells) == [row])
    #expect(table.notices == [Notice(.sheetColumn, ["name": "Dân tộc (E)"])])
  }

  @Test
  func `a column that is not there may stay away unless it is needed`() throws {
    let table = try SheetFixtures.table([SheetFixtures.sheet([["ma", "Ngày sinh"], ["4a-01", "2015-09-12"]])])
    #expect(table.columns == [0, nil, 1, nil])
    #expect(table.notices == [Notice(.sheetMissing, ["name": "Họ và tên; Toán, giữa kì"])])
  }

  @Test(
    arguments: [
      ([["a", "b"], ["1", "2"]], "no-header", [:]),
      ([["ma", "Họ và tên"], ["4a-01", "An"]], "missing-columns", ["row": "1", "columns": "Ngày sinh"]),
      (
        [[], ["ma", "Ngày sinh", "Toán GKI"], ["4a-01", "2015-09-12", "8"]], "unknown-columns",
        ["row": "2", "columns": "Toán GKI (C)", "missing": "Họ và tên; Toán, giữa kì"]
      ),
      ([["ma", "Ngày sinh", "Pupil"], ["4a-01", "2015-09-12", "x"]], "repeated-column", ["cell": "C1"]),
      ([["ma", "Ngày sinh"], ["", ""]], "no-rows", ["row": "1"]),
    ] as [([[String]], String, [String: String])])
  func `what leaves the table in doubt is refused with its place`(
    rows: [[String]], detail: String, facts: [String: String]
  ) {
    let fault = #expect(throws: SheetFault.self) { try SheetFixtures.table([SheetFixtures.sheet(rows)]) }
    #expect(fault?.detail == detail)
    for (name, fact) in facts { #expect(fault?.facts[name] == fact) }
  }

  @Test
  func `of several sheets the one with the table is taken, two of them are refused unless one is named`() throws {
    let good = SheetFixtures.sheet([["ma", "ngay-sinh"], ["4a-01", "2015-09-12"]])
    let twin = SheetFixtures.sheet([["ma", "ngay-sinh"], ["4b-01", "2015-09-12"]], name: "Lớp 4B")
    let other = SheetFixtures.sheet([["Ghi chú"]], name: "Ghi chú")
    let hidden = SheetFixtures.sheet([["ma", "ngay-sinh"]], name: "Cũ", isHidden: true)
    let table = try SheetFixtures.table([other, hidden, good])
    #expect(table.sheet == "Lớp 4A")
    #expect(
      table.notices.suffix(2) == [Notice(.sheetOther, ["name": "Ghi chú"]), Notice(.sheetHidden, ["name": "Cũ"])])
    #expect(throws: SheetFault("several-sheets", ["sheets": "Lớp 4A, Lớp 4B"])) {
      try SheetFixtures.table([good, twin])
    }
    #expect(try SheetFixtures.table([good, twin], named: "lop 4b").rows[0].cells[0] == "4b-01")
    #expect(throws: SheetFault.self) { try SheetFixtures.table([good], named: "4C") }
  }

  @Test
  func `an error of a formula is refused by its cell`() {
    let cells = [
      SheetCell(column: 0, value: .text("4a-01"), isFormula: false),
      SheetCell(column: 1, value: .error("#DIV/0!"), isFormula: true),
    ]
    var sheet = SheetFixtures.sheet([["ma", "ngay-sinh"]])
    let row = Sheet.Row(number: 2, cells: cells, isHidden: false, merged: 0, coloured: 0, comments: 0)
    sheet = Sheet(name: sheet.name, isHidden: false, rows: sheet.rows + [row], hiddenColumns: 0, drawings: 0)
    #expect(throws: SheetFault("error-value", ["sheet": "Lớp 4A", "cell": "B2"])) { try SheetFixtures.table([sheet]) }
  }
}

struct CellTextTests {
  private func field(_ type: FieldSchema.FieldType) -> FieldSchema {
    FieldSchema(name: "x", title: Localized(vi: "x", en: "x"), type: type)
  }

  @Test(
    arguments: [
      (.string, .text("001204012345"), "001204012345"), (.string, .text("8,5"), "8,5"), (.string, .text("1e5"), "1e5"),
      (.string, .number(1_204_012_345, shown: "001204012345"), "001204012345"),
      (.string, .number(1_204_012_345_678, shown: "1.20E+12"), "1204012345678"),
      (.string, .number(7.25, shown: "7.3"), "7.25"),
      (.string, .number(912_345_678, shown: "0912 345 678"), "0912 345 678"),
      (.string, .number(5, shown: "#"), "5"), (.string, .number(0.5, shown: "50%"), "50%"),
      (.string, .date(SchoolDate("2016-02-29")!), "29/02/2016"),
      (.number, .number(0.85, shown: "0.9"), "0.85"), (.number, .number(0.1 + 0.2, shown: "0.3"), "0.3"),
      (.number, .number(10, shown: "10"), "10"), (.number, .number(-0.5, shown: "-0.5"), "-0.5"),
      (.number, .number(0.85, shown: "85%"), "85%"), (.number, .text(" 8,5 "), "8.5"), (.number, .text("8,50"), "8.50"),
      (.number, .text("8,5đ"), "8,5đ"), (.number, .text("1,2,3"), "1,2,3"), (.integer, .text("08"), "08"),
      (.number, .date(SchoolDate("2024-05-08")!), "08/05/2024"), (.number, .other("TRUE"), "TRUE"),
      (.date, .date(SchoolDate("2016-02-29")!), "2016-02-29"), (.date, .text("29/02/2016"), "2016-02-29"),
      (.date, .text("1-3-2016"), "2016-03-01"), (.date, .text("29/02/2015"), "29/02/2015"),
      (.date, .text("2016-02-29"), "2016-02-29"), (.date, .number(45_000, shown: "45000"), "45000"),
      (.date, .text("29/2/16"), "29/2/16"),
    ] as [(FieldSchema.FieldType, SheetValue, String)])
  func `a cell becomes the text of its column's type`(type: FieldSchema.FieldType, value: SheetValue, text: String) {
    #expect(field(type).text(of: value) == text)
  }

  @Test(arguments: ["0", "8.5", "-3", "123456789012345", "0.00001", "7.25", "100", "-0.125"])
  func `a plain number is read and written alike`(text: String) {
    #expect(PlainDecimal.number(text).flatMap(PlainDecimal.text) == text)
  }

  @Test(arguments: ["", "08", "8.50", "8,5", "1e5", "-0", ".5", "5.", "+5", "nan", "1234567890123456", "0x10", " 5"])
  func `another way to write a number is none`(text: String) {
    #expect(PlainDecimal.number(text) == nil)
  }

  @Test
  func `columns have letters`() {
    #expect([0, 25, 26, 701, 702].map(SheetPlace.letters) == ["A", "Z", "AA", "ZZ", "AAA"])
  }
}

struct TableMergeTests {
  private func table(_ rows: [[String]], columns: [Int?] = [0, 1]) -> ConvertedTable {
    ConvertedTable(
      sheet: "x", rows: rows.enumerated().map { .init(cells: $1, number: $0 + 2) }, columns: columns, notices: [])
  }

  @Test
  func `rows keep the record's order by key, new ones come behind`() {
    let merge = TableMerge(
      table([["c", "3"], ["n", "9"], ["a", "1"]]), over: [["a", "1"], ["b", "2"], ["c", ""]], key: 0)
    #expect(merge.rows.map(\.cells) == [["a", "1"], ["c", "3"], ["n", "9"]])
    #expect(merge.rows.map(\.number) == [4, 2, 3])
    #expect((merge.changed, merge.added, merge.removed) == (1, 1, 1))
    #expect(!merge.isUnchanged)
  }

  @Test
  func `a column that the sheet lacks stays as it is`() {
    let merge = TableMerge(
      table([["b", ""], ["a", ""]], columns: [0, nil]), over: [["a", "1"], ["b", "2"]], key: 0)
    #expect(merge.rows.map(\.cells) == [["a", "1"], ["b", "2"]])
    #expect(merge.isUnchanged)
  }

  @Test
  func `two rows with one key stay two, for the rules to name them`() {
    let merge = TableMerge(table([["a", "1"], ["b", "2"], ["a", "3"]]), over: [["b", "2"], ["a", "1"]], key: 0)
    #expect(merge.rows.map(\.cells) == [["b", "2"], ["a", "1"], ["a", "3"]])
  }

  @Test
  func `without a key rows are compared by number`() {
    let merge = TableMerge(table([["a", "1"], ["b", "5"], ["c", "3"]]), over: [["a", "1"], ["b", "2"]], key: nil)
    #expect((merge.changed, merge.added, merge.removed) == (1, 1, 0))
  }
}
