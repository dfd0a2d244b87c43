internal import HosoCore

/// Texts for review notes.
enum NoteEntries {
  static let noteRecord = CatalogueEntry(
    vi: Words(
      summary: "không có hồ sơ⟦ '{record}'⟧ mà nhận xét kiểu này nói đến được",
      fix: "ghi ở 'ho-so' đường dẫn của hồ sơ đang có, hoặc viết nhận xét bằng 'hoso comment'",
      rule: "Nhận xét nói về một hồ sơ đang có, thuộc loại mà kiểu nhận xét ấy dành cho"),
    en: Words(
      summary: "there is no record⟦ '{record}'⟧ that a note of this kind may be about",
      fix: "give in 'ho-so' the path of a record that is there, or write the note with 'hoso comment'",
      rule: "A note is about a record that is there, of a kind that such notes are for"))

  static let noteVersion = CatalogueEntry(
    vi: Words(
      summary: "'ban' không phải mã của một phiên bản nào của hồ sơ được nhận xét⟦ '{record}'⟧",
      fix: "viết nhận xét bằng 'hoso comment' để hoso tự ghi phiên bản đã đọc",
      rule: "Nhận xét nêu mã của đúng phiên bản mà người nhận xét đã đọc"),
    en: Words(
      summary: "'ban' names no version of the record⟦ '{record}'⟧",
      fix: "write the note with 'hoso comment', which writes down the version that was read",
      rule: "A note names the version of the record that the reviewer read"))

  static let notePoints = CatalogueEntry(
    vi: Words(
      summary: "điểm cho tiêu chí⟦ '{criterion}'⟧ không đúng bảng tiêu chí⟦ của loại '{kind}'⟧⟦: {reason}⟧",
      fix: "chấm mỗi tiêu chí một lần, điểm từ 0 đến điểm tối đa, tối đa hai chữ số sau dấu chấm",
      rule: "Bảng điểm của nhận xét có đủ các tiêu chí của loại hồ sơ, mỗi tiêu chí một lần, không quá điểm tối đa"),
    en: Words(
      summary: "the points for⟦ '{criterion}'⟧ do not fit the rubric⟦ of '{kind}'⟧⟦: {reason}⟧",
      fix: "give each criterion points once, from 0 to its maximum, with at most two digits behind the point",
      rule: "The table of points has each criterion of the kind once, and no more points than its maximum"))

  static let noteSum = CatalogueEntry(
    vi: Words(
      summary: "tổng điểm⟦ đang ghi là {found}⟧ không bằng tổng các tiêu chí⟦ ({sum})⟧",
      fix: "sửa 'diem' và dòng tổng⟦ thành {sum}⟧, hoặc sửa điểm các tiêu chí",
      rule: "'diem' và dòng tổng bằng tổng điểm các tiêu chí"),
    en: Words(
      summary: "the sum⟦ {found}⟧ is not that of the criteria⟦ ({sum})⟧",
      fix: "correct 'diem' and the row with the sum⟦ to {sum}⟧, or the points of the criteria",
      rule: "'diem' and the row with the sum are the sum of the criteria's points"))

  static let noteOfAnother = CatalogueEntry(
    vi: Words(
      summary: "'{person}' viết nhận xét vào thư mục của người khác⟦ ('{owner}')⟧",
      fix: "mỗi người nhận xét bằng 'hoso comment', nhận xét được đặt vào thư mục của chính mình",
      rule: "Ai nhận xét thì viết vào thư mục nhận xét của chính mình"),
    en: Words(
      summary: "'{person}' writes a note in another's folder⟦ ('{owner}')⟧",
      fix: "let everybody comment with 'hoso comment', which puts the note into his own folder",
      rule: "Who remarks on a record writes it in his own folder of notes"))
}

extension Vocabulary {
  /// Why points do not fit a rubric; nil where only the bare word can be told.
  static func points(_ reason: String) -> Localized? {
    switch reason {
    case "form": Localized(vi: "không phải số điểm", en: "no number of points")
    case "range": Localized(vi: "quá điểm tối đa", en: "more than the maximum")
    case "maximum": Localized(vi: "điểm tối đa ghi khác quy định", en: "another maximum than the kind's")
    case "twice": Localized(vi: "chấm hai lần", en: "given twice")
    case "unknown": Localized(vi: "không có tiêu chí này", en: "there is no such criterion")
    case "missing": Localized(vi: "chưa chấm", en: "not given")
    case "no-rubric": Localized(vi: "loại hồ sơ này không có bảng tiêu chí", en: "the kind has no rubric")
    default: nil
    }
  }
}
