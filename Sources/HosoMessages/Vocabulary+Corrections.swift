package import HosoCore

extension Vocabulary {
  /// As whom somebody signs a correction, as `corrections.yml` writes it or a role alone; other texts stay as they are.
  package static func name(ofSigner text: String) -> Localized {
    if let role = SchoolRole(rawValue: text) { return name(of: role) }
    return switch CorrectionProcedure.Signer(text) {
    case .requester: Localized(vi: "người đề nghị", en: "requester")
    case .headOfTeam: Localized(vi: "tổ trưởng của người đề nghị", en: "head of the requester's team")
    case .role(let role): name(of: role)
    case .person(let id): Localized(vi: id, en: id)
    case nil: Localized(vi: text, en: text)
    }
  }

  /// Where a correction stands.
  package static func name(of state: CorrectionStatus.State) -> Localized {
    switch state {
    case .open: Localized(vi: "chờ đồng ý", en: "open")
    case .consented: Localized(vi: "đủ chữ kí, chờ sửa", en: "consented")
    case .applied: Localized(vi: "đã sửa", en: "corrected")
    case .refused: Localized(vi: "không được đồng ý", en: "refused")
    case .withdrawn: Localized(vi: "đã rút", en: "withdrawn")
    case .stale: Localized(vi: "không còn khớp, phải lập lại", en: "out of date")
    }
  }

  /// What is wrong with a case, a consent, or the commit that corrects.
  static func detail(ofCorrection reason: String) -> Localized? {
    switch reason {
    // The case.
    case "missing": Localized(vi: "thiếu tệp này", en: "this file is missing")
    case "unreadable": Localized(vi: "tệp không đọc được hoặc sai cột", en: "it cannot be read, or has other columns")
    case "unjudged": Localized(vi: "không xét được ở đây", en: "it cannot be judged here")
    case "fields":
      Localized(vi: "thiếu người đề nghị hoặc thủ tục", en: "it does not say who requests it or by which procedure")
    case "record":
      Localized(
        vi: "dòng không có đường dẫn, mã bản cũ và mã bản mới khác nhau",
        en: "the row has no path with two different contents")
    case "path": Localized(vi: "dòng không có đường dẫn đúng", en: "the row has no sound path")
    case "twice": Localized(vi: "nêu hai lần", en: "it is there twice")
    case "too-many": Localized(vi: "quá nhiều dòng", en: "it has too many rows")
    case "no-record": Localized(vi: "không phải chỗ của một hồ sơ", en: "no record can lie there")
    case "no-cells": Localized(vi: "sổ này chưa có ô nào trong o-sua.csv", en: "o-sua.csv names no cell of this book")
    case "no-text":
      Localized(
        vi: "trong dinh-kem chưa có bản mới (.md) đúng mã ban-moi",
        en: "dinh-kem holds no new text (.md) with the content of ban-moi")
    case "no-book": Localized(vi: "hồ sơ này không sửa theo ô", en: "this record has no cells")
    case "key-column": Localized(vi: "không được sửa cột khoá", en: "the key's own column is not corrected")
    case "column": Localized(vi: "sổ không có cột này", en: "the book has no such column")
    case "key": Localized(vi: "sổ không có dòng này", en: "the book has no such row")
    case "same-value": Localized(vi: "giá trị mới giống giá trị cũ", en: "old and new value are the same")
    case "not-listed": Localized(vi: "hồ sơ này không có trong ho-so.csv", en: "ho-so.csv does not list this record")
    case "blob":
      Localized(vi: "mã bản mới không phải kết quả của các ô", en: "the new content is not what the cells give")
    // The commit.
    case "removed": Localized(vi: "hồ sơ bị xoá", en: "the record is gone")
    case "cell": Localized(vi: "có ô khác với các ô đã kí", en: "a cell differs from those that were signed")
    case "header": Localized(vi: "hàng tên cột bị đổi", en: "the header differs")
    case "rows": Localized(vi: "số dòng hoặc số ô bị đổi", en: "rows or cells were added or taken away")
    case "order": Localized(vi: "thứ tự dòng bị đổi", en: "the rows stand in another order")
    case "bytes":
      Localized(
        vi: "cách viết bị đổi (dấu ngoặc kép, xuống dòng)", en: "quotes or line ends differ, though no value does")
    case "text": Localized(vi: "không phải bản mới đã kí", en: "it is not the text that was signed")
    // The consents.
    case "absent": Localized(vi: "không có chữ kí này", en: "there is no such consent")
    case "moved": Localized(vi: "chữ kí đã bị thay bằng chữ kí khác", en: "another object has its name now")
    case "other-case": Localized(vi: "kí cho hồ sơ chỉnh sửa khác", en: "it is for another case")
    case "case-changed":
      Localized(
        vi: "biên bản, các ô hoặc minh chứng đã đổi sau khi kí", en: "minutes, cells or evidence changed since")
    case "procedure": Localized(vi: "kí theo thủ tục khác", en: "it follows another procedure")
    case "records": Localized(vi: "kí cho nội dung khác", en: "it is over other records or contents")
    case "person": Localized(vi: "ghi sai người kí hoặc tư cách", en: "the list says another person or capacity")
    case "not-entitled":
      Localized(vi: "người kí không còn tư cách ấy", en: "the person does not have this capacity any more")
    // The time.
    case "no-test": Localized(vi: "lịch năm học chưa ghi kì kiểm tra ấy", en: "the calendar does not have the test")
    case "no-date": Localized(vi: "biên bản chưa ghi ngày tính hạn", en: "the minutes do not give the date")
    default: nil
    }
  }
}
