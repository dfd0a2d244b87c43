internal import HosoCore
internal import Testing

struct CellReplacementTests {
  private static let book = "ma,toan,ghi-chu\n4a-01,7,\"Giỏi, chăm\"\n4a-02,9,\n4a-03,,\"Nói \"\"vâng\"\"\"\n"

  private static func cell(_ key: String, _ column: String, _ old: String, _ new: String) throws -> CorrectionCase.Cell
  {
    CorrectionCase.Cell(
      path: try RecordPath("2024-2025/lop/4a/so-diem/hoc-ki-1.csv"), key: key, column: column, old: old, new: new,
      reason: "nhầm")
  }

  private static func replaced(_ cells: [CorrectionCase.Cell], in book: String = book) throws -> String {
    let bytes = try CellReplacement.bytes(of: Array(book.utf8), replacing: cells, key: "ma")
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func fault(_ cells: [CorrectionCase.Cell], in book: String = book) throws -> String? {
    do {
      _ = try CellReplacement.bytes(of: Array(book.utf8), replacing: cells, key: "ma")
      return nil
    } catch { return error.detail }
  }

  @Test func `the named cells change and not a byte else`() throws {
    let text = try Self.replaced([Self.cell("4a-02", "toan", "9", "8"), Self.cell("4a-03", "toan", "", "5")])
    #expect(
      text == "ma,toan,ghi-chu\n4a-01,7,\"Giỏi, chăm\"\n4a-02,8,\n4a-03,5,\"Nói \"\"vâng\"\"\"\n")
  }

  @Test func `a value is quoted only where it must be`() throws {
    #expect(try Self.replaced([Self.cell("4a-01", "ghi-chu", "Giỏi, chăm", "Giỏi")]).contains("4a-01,7,Giỏi\n"))
    #expect(try Self.replaced([Self.cell("4a-02", "ghi-chu", "", "a,b")]).contains("4a-02,9,\"a,b\"\n"))
    #expect(try Self.replaced([Self.cell("4a-02", "ghi-chu", "", "a\"b")]).contains("4a-02,9,\"a\"\"b\"\n"))
    #expect(try Self.replaced([Self.cell("4a-01", "toan", "7", "")]).contains("4a-01,,\"Giỏi, chăm\"\n"))
  }

  @Test func `a cell of the last line is found with and without its line feed`() throws {
    let cell = try Self.cell("4a-03", "ghi-chu", "Nói \"vâng\"", "Nói")
    #expect(try Self.replaced([cell]).hasSuffix("4a-03,,Nói\n"))
    #expect(try Self.replaced([cell], in: String(Self.book.dropLast())).hasSuffix("4a-03,,Nói"))
  }

  @Test func `what the book does not hold is refused`() throws {
    #expect(try Self.fault([Self.cell("4a-09", "toan", "9", "8")]) == "key")
    #expect(try Self.fault([Self.cell("4a-02", "van", "9", "8")]) == "column")
    #expect(try Self.fault([Self.cell("4a-02", "toan", "10", "8")]) == "value")
    #expect(try Self.fault([Self.cell("4a-02", "toan", "9", "8"), Self.cell("4a-02", "toan", "9", "7")]) == "twice")
    let twin = Self.book + "4a-02,1,\n"
    #expect(try Self.fault([Self.cell("4a-02", "toan", "9", "8")], in: twin) == "key")
    #expect(try Self.fault([Self.cell("4a-02", "toan", "9", "8")], in: "ma,toan\n4a-02,\"9") == "unreadable")
    #expect(try Self.fault([Self.cell("4a-02", "toan", "9", "8")], in: "id,toan\n4a-02,9\n") == "unreadable")
  }

  @Test func `composed and decomposed letters are two values`() throws {
    let book = "ma,ten\n1,Ba\u{300}\n"
    #expect(try Self.fault([Self.cell("1", "ten", "B\u{E0}", "Bá")], in: book) == "value")
    #expect(try Self.fault([Self.cell("1", "ten", "Ba\u{300}", "B\u{E0}")], in: book) == nil)
  }
}
