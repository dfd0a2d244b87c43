internal import HosoCore

/// What is asked of single values in `corrections.yml`.
enum CorrectionHints {
  /// What `key` may be, on one line; nil where another file has the same key.
  static func fix(_ key: String) -> Localized? {
    switch key {
    case "format": return Localized(vi: "viết 'format: 1'", en: "write 'format: 1'")
    case "id":
      return Localized(
        vi: "viết mã thủ tục bằng chữ thường không dấu, chữ số và dấu gạch nối, như 'locked-data'",
        en: "write the procedure's id in lower-case letters, digits and hyphens, such as 'locked-data'")
    case "procedures":
      return Localized(vi: "ghi ít nhất một thủ tục", en: "list one procedure at least")
    case "clause":
      return Localized(vi: "ghi điều khoản của quy chế, như '003 PL II.1-2'", en: "name the clause, as '003 PL II.1-2'")
    case "signers":
      return Localized(
        vi: "ghi mỗi chữ kí cần có một dòng 'by: [role:principal]'",
        en: "give each consent that is asked for an entry such as 'by: [role:principal]'")
    case "by", "apply":
      return Localized(
        vi: "ghi trong ngoặc vuông các từ requester, head-of-team, role:… hoặc person:…",
        en: "list in brackets words of: requester, head-of-team, role:…, person:…")
    case "columns":
      return Localized(
        vi: "ghi tên cột có trong các loại hồ sơ của thủ tục", en: "name columns that the kinds of the procedure have")
    case "limit":
      return Localized(
        vi: "viết như 'days: 7, before: [cuoi-ki-1]' hoặc 'days: 3, after: ngay-in', trong ngoặc nhọn",
        en: "write it as 'days: 7, before: [cuoi-ki-1]' or 'days: 3, after: ngay-in', in braces")
    case "after":
      return Localized(
        vi: "ghi tên một thông tin kiểu ngày của biên bản chỉnh sửa", en: "name a field of type date of the minutes")
    default: return nil
    }
  }
}
