/// Texts for faults in Markdown.
enum MarkdownEntries {
  static let missingTitle = CatalogueEntry(
    vi: Words(
      summary: "thiếu tên của hồ sơ",
      fix: "thêm sau phần đầu một dòng bắt đầu bằng một dấu thăng và dấu cách: '# Tên hồ sơ'",
      rule: "Mỗi hồ sơ có đúng một tên, viết ở dòng bắt đầu bằng '# '"),
    en: Words(
      summary: "the title is missing",
      fix: "add a line that begins with one hash and a space below the front matter: '# Title'",
      rule: "Each record has exactly one title, in a line that begins with '# '"))

  static let titleMismatch = CatalogueEntry(
    vi: Words(
      summary: "tên hồ sơ ở dòng '# …' khác với '{field}' trong phần đầu",
      fix: "viết hai chỗ giống hệt nhau: dòng '# …' và dòng '{field}: …'",
      rule: "Tên của hồ sơ giống với thông tin tương ứng trong phần đầu"),
    en: Words(
      summary: "the title differs from field '{field}'",
      fix: "make the line '# …' and the line '{field}: …' exactly the same",
      rule: "The title repeats the field that the kind names"))

  static let severalLessons = CatalogueEntry(
    vi: Words(
      summary: "có hơn một dòng tên hồ sơ '# …' trong một tệp",
      fix: "nếu là hai bài thì tách thành hai tệp; nếu là đề mục thì dùng '## …'",
      rule: "Một tệp là một hồ sơ, chỉ có một tên"),
    en: Words(
      summary: "there is more than one title '# …' in this file",
      fix: "put a second lesson into a file of its own; write a section as '## …'",
      rule: "One file holds one record and has one title"))

  static let missingSection = CatalogueEntry(
    vi: Words(
      summary: "thiếu mục '{section}'⟦ trong '{within}'⟧",
      fix: "thêm dòng '{marks} {section}' vào sau mục đứng trước nó, rồi viết nội dung bên dưới",
      rule: "Hồ sơ có đủ các mục mà mẫu quy định"),
    en: Words(
      summary: "section '{section}'⟦ of '{within}'⟧ is missing",
      fix: "add a line '{marks} {section}' after the section that comes before it, and write its text below",
      rule: "A record has every section that its template requires"))

  static let sectionOrder = CatalogueEntry(
    vi: Words(
      summary: "mục '{section}' đứng sau '{after}', không đúng thứ tự của mẫu",
      fix: "chuyển cả mục '{section}' lên trước mục '{after}'",
      rule: "Các mục theo đúng thứ tự của mẫu"),
    en: Words(
      summary: "section '{section}' comes after '{after}', not in the order of the template",
      fix: "move section '{section}' in front of '{after}'",
      rule: "Sections stand in the order of the template"))

  static let duplicateSection = CatalogueEntry(
    vi: Words(
      summary: "mục '{section}' xuất hiện hai lần",
      fix: "gộp hai phần vào một mục '{section}' và xoá dòng tiêu đề thừa",
      rule: "Mỗi mục của mẫu chỉ có một lần"),
    en: Words(
      summary: "section '{section}' is there twice",
      fix: "bring the two parts together in one section '{section}' and delete the second heading",
      rule: "Each section of the template is there once"))

  static let emptySection = CatalogueEntry(
    vi: Words(
      summary: "mục '{section}' chưa có nội dung",
      fix: "viết nội dung bên dưới dòng '{section}'",
      rule: "Mục bắt buộc có nội dung"),
    en: Words(
      summary: "section '{section}' has no text",
      fix: "write its text below the heading '{section}'",
      rule: "A section that must say something does"))

  static let unknownSection = CatalogueEntry(
    vi: Words(
      summary: "mục này không có trong mẫu của loại hồ sơ",
      fix: "nếu gõ sai tên mục thì sửa theo mẫu; nếu là mục thêm thì cứ để nguyên hoặc dùng '###'",
      rule: "Các mục lớn là những mục của mẫu; mục thêm chỉ được nhắc"),
    en: Words(
      summary: "this section is not in the template of its kind",
      fix: "correct a misspelt heading; leave an added one, or write it as '###'",
      rule: "The main sections are those of the template; others are only pointed out"))

  static let brokenLink = CatalogueEntry(
    vi: Words(
      summary: "liên kết hoặc ảnh dẫn đến tệp không có",
      fix: """
        sửa đường dẫn trong ngoặc tròn cho đúng tên tệp, tính từ thư mục của hồ sơ này; nếu tệp chưa được nộp thì nộp cùng \
        lúc; hoặc xoá liên kết
        """,
      rule: "Liên kết và ảnh dẫn đến tệp có trong kho hồ sơ"),
    en: Words(
      summary: "a link or picture leads to a file that does not exist",
      fix: """
        correct the path in the round brackets, as seen from this record's folder; submit the file together with this \
        record if it is not submitted yet; or remove the link
        """,
      rule: "Links and pictures lead to files that are in the repository"))

  static let unsafeLink = CatalogueEntry(
    vi: Words(
      summary: "liên kết thuộc loại không an toàn",
      fix: "chỉ dùng địa chỉ bắt đầu bằng https://, http://, mailto:, tel: hoặc đường dẫn đến tệp trong kho",
      rule: "Liên kết chỉ dẫn đến trang web, thư điện tử, điện thoại hoặc tệp trong kho"),
    en: Words(
      summary: "the link is of an unsafe kind",
      fix: """
        use only addresses that begin with https://, http://, mailto: or tel:, or the path of a file of the \
        repository
        """,
      rule: "Links lead only to the web, to mail, to a telephone number or to files of the repository"))

  static let remoteImage = CatalogueEntry(
    vi: Words(
      summary: "ảnh lấy từ trang web khác nên sẽ không hiện trên trang hồ sơ",
      fix: "tải ảnh về, đặt vào thư mục 'dinh-kem' cạnh hồ sơ và ghi đường dẫn 'dinh-kem/tên-ảnh.png'",
      rule: "Ảnh nằm trong kho hồ sơ, không lấy từ trang web khác"),
    en: Words(
      summary: "the picture lies on another site and will not be shown",
      fix: "save the picture into a folder 'dinh-kem' beside the record and write its path 'dinh-kem/name.png'",
      rule: "Pictures lie in the repository, not on other sites"))

  static let rawHTML = CatalogueEntry(
    vi: Words(
      summary: "có thẻ HTML, sẽ không hiện trên trang hồ sơ",
      fix: "xoá thẻ HTML và viết bằng chữ thường; trong bảng chỉ được dùng <br> để xuống dòng",
      rule: "Hồ sơ không dùng thẻ HTML, trừ <br> trong bảng"),
    en: Words(
      summary: "there is raw HTML, which will not be shown",
      fix: "remove the HTML and write plain text; only <br> is kept, to break a line in a table",
      rule: "Records hold no raw HTML but <br> in tables"))

  static let nestingTooDeep = CatalogueEntry(
    vi: Words(
      summary: "danh sách hoặc trích dẫn lồng nhau quá nhiều tầng",
      fix: "viết lại dòng này với ít tầng hơn",
      rule: "Danh sách và trích dẫn lồng nhau nhiều nhất 32 tầng"),
    en: Words(
      summary: "lists or quotations are nested too deeply",
      fix: "write this line with fewer levels",
      rule: "Lists and quotations are nested at most 32 deep"))
}
