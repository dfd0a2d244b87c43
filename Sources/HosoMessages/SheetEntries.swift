internal import HosoCore

/// Texts for spreadsheets that cannot be taken.
enum SheetEntries {
  /// The words for one reason, by its word; those of every reason where it is none of them.
  static func entry(for detail: String?) -> CatalogueEntry {
    switch detail {
    case "no-header": noHeader
    case "no-rows": noRows
    case "no-sheet": noSheet
    case "several-sheets": severalSheets
    case "repeated-column": repeatedColumn
    case "missing-columns": missingColumns
    case "unknown-columns": unknownColumns
    case "error-value": errorValue
    case "not-a-table": notATable
    case "unsound-record": unsoundRecord
    case "one-at-a-time": oneAtATime
    default: tableFile
    }
  }

  static let tableFile = entry(
    vi: "không lấy được bảng từ⟦ '{path}'⟧", "xuất hồ sơ bằng 'hoso export', điền vào tệp ấy rồi nộp lại",
    en: "no table can be taken from⟦ '{path}'⟧",
    "make a spreadsheet of the record with 'hoso export', fill it in and submit it")

  private static let noHeader = entry(
    vi: "không trang nào của⟦ '{path}'⟧ có hàng tiêu đề của loại hồ sơ này",
    "ghi tên các cột trên một hàng⟦: {columns}⟧; hoặc xuất tệp mẫu bằng 'hoso export'",
    en: "no sheet of⟦ '{path}'⟧ has the header of this kind of record",
    "write the names of the columns into one row⟦: {columns}⟧; or make a file with 'hoso export'")

  private static let noRows = entry(
    vi: "⟦'{path}', ⟧⟦trang '{sheet}': ⟧dưới hàng tiêu đề⟦ ({row})⟧ không có hàng nào",
    "điền bảng rồi nộp lại",
    en: "⟦'{path}', ⟧⟦sheet '{sheet}': ⟧there are no rows below the header⟦ in row {row}⟧",
    "fill in the table and submit it again")

  private static let noSheet = entry(
    vi: "⟦'{path}' ⟧không có trang⟦ '{sheet}'⟧", "chọn một trang có trong tệp⟦: {known}⟧",
    en: "⟦'{path}' ⟧has no sheet⟦ '{sheet}'⟧", "choose a sheet of the file⟦: {known}⟧")

  private static let severalSheets = entry(
    vi: "⟦'{path}' ⟧có nhiều trang cùng chứa bảng này⟦: {sheets}⟧", "nói rõ lấy trang nào bằng --sheet",
    en: "⟦'{path}' ⟧has this table on several sheets⟦: {sheets}⟧", "say with --sheet which one to take")

  private static let repeatedColumn = entry(
    vi: "⟦'{path}', ⟧⟦trang '{sheet}', ⟧⟦ô {cell}: ⟧cột⟦ '{columns}'⟧ có hai lần",
    "xoá hoặc đổi tên một trong hai cột rồi nộp lại",
    en: "⟦'{path}', ⟧⟦sheet '{sheet}', ⟧⟦cell {cell}: ⟧the column⟦ '{columns}'⟧ is there twice",
    "remove or rename one of the two and submit it again")

  private static let missingColumns = entry(
    vi: "⟦'{path}', ⟧⟦trang '{sheet}', ⟧⟦hàng {row}: ⟧thiếu cột⟦ '{columns}'⟧",
    "thêm các cột ấy vào hàng tiêu đề rồi nộp lại",
    en: "⟦'{path}', ⟧⟦sheet '{sheet}', ⟧⟦row {row}: ⟧columns are missing⟦: {columns}⟧",
    "add them to the header and submit the file again")

  private static let unknownColumns = entry(
    vi: "⟦'{path}', ⟧⟦trang '{sheet}', ⟧⟦hàng {row}: ⟧không rõ cột⟦ '{columns}'⟧ là cột nào của hồ sơ",
    "sửa tên cột cho đúng⟦ (còn thiếu: {missing})⟧, hoặc xoá cột ấy khỏi bảng, rồi nộp lại",
    en:
      "⟦'{path}', ⟧⟦sheet '{sheet}', ⟧⟦row {row}: ⟧it is not clear which columns of the record these are⟦: {columns}⟧",
    "correct their names⟦ (still missing: {missing})⟧ or remove them from the sheet, and submit it again")

  private static let errorValue = entry(
    vi: "⟦'{path}', ⟧⟦trang '{sheet}', ⟧⟦ô {cell}: ⟧công thức báo lỗi",
    "sửa công thức hoặc gõ giá trị vào ô ấy rồi nộp lại",
    en: "⟦'{path}', ⟧⟦sheet '{sheet}', ⟧⟦cell {cell}: ⟧the formula gives an error",
    "mend the formula or type the value, and submit it again")

  private static let unsoundRecord = entry(
    vi: "⟦'{path}' ⟧không đúng các cột của loại hồ sơ, hoặc không đọc được",
    "chạy 'hoso check' với tệp ấy, sửa theo lời báo rồi chạy lại",
    en: "⟦'{path}' ⟧has not the columns of its kind, or cannot be read",
    "run 'hoso check' on it, mend it as it says, and run the command again")

  private static let notATable = entry(
    vi: "⟦'{path}': ⟧⟦loại hồ sơ '{kind}' ⟧không phải là bảng", "dùng bảng tính cho loại hồ sơ là bảng⟦: {known}⟧",
    en: "⟦'{path}': ⟧⟦kind '{kind}' ⟧is not a table", "use spreadsheets for kinds that are tables⟦: {known}⟧")

  private static let oneAtATime = entry(
    vi: "mỗi lần chỉ nộp một bảng tính, không kèm tệp khác", "chạy lệnh riêng cho từng bảng tính",
    en: "spreadsheets go one at a time", "run the command for each spreadsheet alone")

  /// A spreadsheet that is no sound file, or holds what it may not.
  static let sheetFile = RefusalEntries.officeFile.saying(
    fix: Localized(
      vi: """
        mở tệp trong Excel hoặc LibreOffice, lưu lại dạng .xlsx không có mật khẩu, macro và liên kết tới tệp khác, rồi \
        chạy lại
        """,
      en: """
        open it in Excel or LibreOffice, save it as .xlsx without password, macros and links to other files, and run \
        the command again
        """))

  /// A program that comes in a package of another name.
  static let packageMissing = RunProblemEntries.toolMissing.saying(
    fix: Localized(
      vi: "nhờ quản trị viên cài bằng 'apt install⟦ {package}⟧' rồi chạy lại lệnh",
      en: "let the administrator run 'apt install⟦ {package}⟧', then run the command again"))

  private static func entry(
    vi summary: String, _ fix: String, en englishSummary: String, _ englishFix: String
  ) -> CatalogueEntry {
    CatalogueEntry(
      vi: Words(
        summary: summary, fix: fix,
        rule: "Bảng tính có đúng một bảng với các cột của loại hồ sơ"),
      en: Words(
        summary: englishSummary, fix: englishFix,
        rule: "A spreadsheet holds exactly one table with the columns of the kind"))
  }
}
