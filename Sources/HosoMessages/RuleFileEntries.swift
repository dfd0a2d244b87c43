/// Texts for faults of the school's rule files.
enum RuleFileEntries {
  static let ruleFileMissing = CatalogueEntry(
    vi: Words(
      summary: "thiếu tệp quy định này",
      fix: "thêm lại tệp vào thư mục .hoso; có thể lấy bản cũ từ lịch sử",
      rule: "Thư mục .hoso có đủ các tệp quy định"),
    en: Words(
      summary: "this rule file is missing",
      fix: "put the file back into .hoso; its last version is in the history",
      rule: "The folder .hoso holds every rule file"))

  static let ruleFileInvalid = CatalogueEntry(
    vi: Words(
      summary: "'{key}' không hợp lệ",
      fix: "sửa '{key}' theo mẫu trong Docs/Formats.md",
      rule: "Mỗi giá trị trong tệp quy định đúng dạng mà hoso đọc được"),
    en: Words(
      summary: "'{key}' is not valid",
      fix: "correct '{key}' as Docs/Formats.md describes",
      rule: "Every value of a rule file has the form that hoso reads"))

  static let ruleUnknownKey = CatalogueEntry(
    vi: Words(
      summary: "hoso không có quy định tên '{key}'",
      fix: "sửa lại tên cho đúng hoặc xoá dòng '{key}: …'",
      rule: "Tệp quy định chỉ có những khoá mà hoso biết, để khoá gõ sai không thành quy định vô hiệu"),
    en: Words(
      summary: "there is no rule key '{key}'",
      fix: "correct the name or delete the line '{key}: …'",
      rule: """
        Rule files hold only keys that hoso knows, so that a misspelt key is not a rule that silently does not \
        hold
        """))

  static let ruleUnknownReference = CatalogueEntry(
    vi: Words(
      summary: "'{value}' không có trong '{list}'",
      fix: "sửa lại mã '{value}', hoặc thêm nó vào .hoso/{list}",
      rule: "Mã được nhắc trong tệp quy định có trong danh sách tương ứng"),
    en: Words(
      summary: "'{value}' is not in '{list}'",
      fix: "correct '{value}', or add it to .hoso/{list}",
      rule: "What a rule file refers to is in its list"))

  static let ruleDuplicate = CatalogueEntry(
    vi: Words(
      summary: "'{value}' đã được dùng ở chỗ khác",
      fix: "đổi một trong hai chỗ sang giá trị khác, hoặc xoá dòng thừa",
      rule: "Mã, địa chỉ thư và chỗ đặt hồ sơ không trùng nhau"),
    en: Words(
      summary: "'{value}' is already used elsewhere",
      fix: "give one of the two another value, or delete the one too many",
      rule: "Ids, addresses and places of kinds are used once"))

  static let calendarOverlap = CatalogueEntry(
    vi: Words(
      summary: "khoảng ngày này chồng lên khoảng ngày ở dòng {other}",
      fix: "sửa cột from, to của một trong hai dòng để không có ngày chung",
      rule: "Các học kì, tuần và kì nghỉ cùng loại không chồng lên nhau"),
    en: Words(
      summary: "these days overlap with those in line {other}",
      fix: "change from or to in one of the two lines so that they share no day",
      rule: "Terms, weeks and holidays do not overlap with others of their sort"))

  static let keyNotListed = CatalogueEntry(
    vi: Words(
      summary: "khoá kí không có trong .hoso/allowed_signers",
      fix: "nhờ quản trị viên thêm khoá công khai của người kí vào .hoso/allowed_signers",
      rule: "Chữ kí dùng khoá đã đăng kí của người kí"),
    en: Words(
      summary: "the signing key is not in .hoso/allowed_signers",
      fix: "ask the administrator to add the signer's public key to .hoso/allowed_signers",
      rule: "Signatures use a key that is listed for the signer"))

  static let retentionUnverified = CatalogueEntry(
    vi: Words(
      summary: "thời hạn bảo quản của '{kind}' chưa có người kiểm chứng",
      fix: "ghi 'verified_by' và 'verified_on' của người đã đối chiếu với văn bản gốc, hoặc để trống 'period'",
      rule: "Thời hạn bảo quản chỉ có hiệu lực khi có người đã đối chiếu với văn bản gốc"),
    en: Words(
      summary: "nobody has verified how long '{kind}' is kept",
      fix: "give 'verified_by' and 'verified_on' of who held it against the source, or leave 'period' empty",
      rule: "A period of retention stands only where somebody has held it against its source"))
}
