package import HosoCore

/// The words for what an office file cannot bring along, and for why one is refused.
package enum OfficeText {
  /// What a notice says, as one line.
  package static func text(of notice: Notice, in language: Language) -> String {
    TextTemplate(words(for: notice.id)(language)).filled(notice.facts)
  }

  private static func words(for id: Notice.ID) -> Localized {
    switch id {
    case .mergedCell:
      Localized(
        vi: "bảng {table}: ô gộp {rows} hàng × {columns} cột đã tách; chữ nằm ở ô đầu",
        en: "table {table}: a cell over {rows} rows × {columns} columns was split; its text stands in the first cell")
    case .nestedTable:
      Localized(
        vi: "bảng {table}: bảng lồng trong ô đã thành các dòng chữ",
        en: "table {table}: a table inside a cell became lines of text")
    case .equation:
      Localized(
        vi: "{count} công thức đã thành chữ thường, cần xem lại", en: "{count} equations became plain text; check them")
    case .footnote:
      Localized(vi: "{count} chú thích cuối trang nay đặt trong ngoặc", en: "{count} footnotes now stand in brackets")
    case .picture:
      Localized(
        vi: "{count} hình dạng {format} không hiển thị được trên trang; vẫn có trong bản gốc",
        en: "{count} pictures of format {format} cannot be shown; they remain in the original")
    case .drawing:
      Localized(vi: "{count} hình vẽ (đường, mũi tên, biểu đồ) không chuyển được", en: "{count} drawings were left out")
    case .textBox:
      Localized(
        vi: "{count} hộp văn bản không chuyển được, chữ bên trong cần chép lại",
        en: "{count} text boxes were left out with their text; copy it by hand")
    case .embeddedObject:
      Localized(
        vi: "{count} đối tượng nhúng (ví dụ công thức MathType) không chuyển được",
        en: "{count} embedded objects, such as MathType equations, were left out")
    case .underline:
      Localized(vi: "{count} chỗ gạch chân nay là chữ thường", en: "{count} underlined passages are plain now")
    case .struckText:
      Localized(vi: "{count} chỗ gạch ngang nay là chữ thường", en: "{count} struck passages are plain now")
    case .symbol:
      Localized(vi: "{count} kí hiệu đặc biệt thay bằng □, cần gõ lại", en: "{count} symbols became □; type them again")
    case .legacyFont:
      Localized(
        vi: "có chữ dùng phông cũ {name} (VNI, TCVN3) nên đọc không được; hãy chuyển sang Unicode rồi nộp lại",
        en: "text in the old font {name} reads as nonsense; convert it to Unicode and submit again")
    case .missingText:
      Localized(
        vi: "khoảng {count} chữ trong tệp không chuyển được", en: "about {count} characters of the file did not arrive")
    case .unknown: Localized(vi: "không chuyển được: {name}", en: "not carried over: {name}")
    case .sheetTitle: SheetText.title
    case .sheetFormula: SheetText.formula
    case .sheetComment: SheetText.comment
    case .sheetMerged: SheetText.merged
    case .sheetColour: SheetText.colour
    case .sheetHiddenRow: SheetText.hiddenRow
    case .sheetHiddenColumn: SheetText.hiddenColumn
    case .sheetHidden: SheetText.hidden
    case .sheetOther: SheetText.other
    case .sheetCounting: SheetText.counting
    case .sheetColumn: SheetText.column
    case .sheetMissing: SheetText.missing
    }
  }
}
