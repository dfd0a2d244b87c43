/// Texts for faults of bytes and text.
enum TextEntries {
  static let fileTooLarge = CatalogueEntry(
    vi: Words(
      summary: "tệp quá lớn (hơn {limit})",
      fix: """
        giảm dung lượng ảnh hoặc chia thành nhiều tệp; tệp Word, PDF, ảnh đặt trong thư mục 'dinh-kem' cạnh hồ \
        sơ
        """,
      rule: "Hồ sơ chữ lớn nhất 2 MB, tệp đính kèm lớn nhất 20 MB"),
    en: Words(
      summary: "the file is too large (more than {limit})",
      fix: """
        make its pictures smaller or split it; put Word, PDF and picture files into a folder 'dinh-kem' beside \
        the record
        """,
      rule: "A record of text has at most 2 MB, an attachment at most 20 MB"))

  static let binaryContent = CatalogueEntry(
    vi: Words(
      summary: "tệp không chứa chữ mà chứa dữ liệu máy",
      fix: "mở bản gốc, chép phần chữ vào một tệp chữ mới rồi lưu lại",
      rule: "Hồ sơ là tệp chữ; tệp đính kèm đúng với đuôi tên của nó"),
    en: Words(
      summary: "the file holds data that is no text",
      fix: "open the original, copy its text into a new text file and save that",
      rule: "Records are text; an attachment is what the ending of its name says"))

  static let notUTF8 = CatalogueEntry(
    vi: Words(
      summary: "chữ trong tệp không ở mã UTF-8",
      fix: "mở tệp, chọn Lưu thành (Save As), chọn mã UTF-8 rồi lưu đè",
      rule: "Chữ trong hồ sơ ở mã UTF-8"),
    en: Words(
      summary: "the text is not UTF-8",
      fix: "open the file, choose Save As with the encoding UTF-8, and replace it",
      rule: "The text of a record is UTF-8"))

  static let notNFC = CatalogueEntry(
    vi: Words(
      summary: "có chữ tiếng Việt gõ ở dạng tổ hợp",
      fix: "gõ lại chữ có dấu ở dòng này bằng bộ gõ Unicode dựng sẵn",
      rule: "Chữ có dấu ở dạng dựng sẵn (NFC), để tìm kiếm và so sánh đúng"),
    en: Words(
      summary: "letters with marks are not in composed form (NFC)",
      fix: "type the letters with marks in this line again, with an input method set to precomposed Unicode",
      rule: "Letters with marks are in composed form (NFC), so that searching and comparing work"))

  static let byteOrderMark = CatalogueEntry(
    vi: Words(
      summary: "tệp bắt đầu bằng một dấu ẩn (BOM)",
      fix: "lưu lại tệp với mã 'UTF-8', không chọn 'UTF-8 with BOM'",
      rule: "Hồ sơ không bắt đầu bằng dấu thứ tự byte (BOM)"),
    en: Words(
      summary: "the file begins with a hidden byte order mark",
      fix: "save the file again as 'UTF-8', not as 'UTF-8 with BOM'",
      rule: "A record does not begin with a byte order mark"))

  static let carriageReturn = CatalogueEntry(
    vi: Words(
      summary: "dòng kết thúc theo kiểu Windows (CR LF)",
      fix: "trong trình soạn thảo chọn kiểu xuống dòng 'LF' thay cho 'CRLF' rồi lưu lại",
      rule: "Dòng kết thúc bằng LF, để hồ sơ chỉ thay đổi khi có người sửa chữ"),
    en: Words(
      summary: "a line ends in the Windows way (CR LF)",
      fix: "set line endings in the editor to 'LF' in place of 'CRLF' and save again",
      rule: "Lines end in LF, so that a record changes only when somebody changes its words"))

  static let conflictMarker = CatalogueEntry(
    vi: Words(
      summary: "còn dấu vết hai bản chưa được ghép xong (dòng '<<<<<<<' hoặc '>>>>>>>')",
      fix: "chọn phần nội dung đúng, xoá phần kia và xoá các dòng '<<<<<<<', '=======', '>>>>>>>'",
      rule: "Hồ sơ không còn dấu vết ghép dở hai bản"),
    en: Words(
      summary: "two versions are not fully merged (a line '<<<<<<<' or '>>>>>>>')",
      fix: "keep the right version, delete the other and the lines '<<<<<<<', '=======' and '>>>>>>>'",
      rule: "A record holds no marks of an unfinished merge"))

  static let emptyRecord = CatalogueEntry(
    vi: Words(
      summary: "tệp trống",
      fix: "viết nội dung vào tệp, hoặc xoá tệp nếu không dùng",
      rule: "Hồ sơ có nội dung"),
    en: Words(
      summary: "the file is empty",
      fix: "write the record, or remove the file if it is not needed",
      rule: "A record has content"))
}
