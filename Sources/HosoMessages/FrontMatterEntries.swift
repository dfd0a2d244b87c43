/// Texts for faults in how the front matter is written.
enum FrontMatterEntries {
  static let frontMatterMissing = CatalogueEntry(
    vi: Words(
      summary: "thiếu phần đầu của hồ sơ",
      fix: "viết ở dòng đầu tiên '---', dưới đó mỗi thông tin một dòng như 'mon: toan', rồi một dòng '---' nữa",
      rule: "Hồ sơ bắt đầu bằng phần đầu nằm giữa hai dòng '---'"),
    en: Words(
      summary: "the front matter is missing",
      fix: """
        begin the file with a line '---', then one line for each field such as 'mon: toan', then another line \
        '---'
        """,
      rule: "A record begins with its front matter between two lines '---'"))

  static let frontMatterUnclosed = CatalogueEntry(
    vi: Words(
      summary: "phần đầu chưa được đóng lại",
      fix: "thêm một dòng chỉ có '---' ngay sau dòng thông tin cuối cùng của phần đầu",
      rule: "Phần đầu kết thúc bằng một dòng '---'"),
    en: Words(
      summary: "the front matter is not closed",
      fix: "add a line with nothing but '---' after the last field",
      rule: "The front matter ends with a line '---'"))

  static let yamlSyntax = CatalogueEntry(
    vi: Words(
      summary: "không đọc được dòng này⟦: {detail}⟧",
      fix: """
        viết mỗi thông tin trên một dòng, dạng 'tên: giá trị', có một dấu cách sau dấu hai chấm; giá trị có dấu \
        hai chấm thì đặt trong ngoặc kép
        """,
      rule: "Phần đầu của hồ sơ và tệp quy định .yml viết đúng dạng YAML đơn giản, mỗi dòng một thông tin"),
    en: Words(
      summary: "this line cannot be read⟦: {detail}⟧",
      fix: """
        write one field a line as 'name: value', with a space after the colon; put a value that holds a colon \
        into double quotes
        """,
      rule: "Front matter and .yml rule files are plain YAML, one field a line"))

  static let yamlAnchor = CatalogueEntry(
    vi: Words(
      summary: "có kí hiệu đặc biệt của YAML không được dùng ở đây",
      fix: """
        nếu giá trị bắt đầu bằng '&', '*' hoặc '!' thì đặt giá trị trong ngoặc kép; bỏ '<<', dấu tab đầu dòng và \
        dòng bắt đầu bằng '---' hay '%'
        """,
      rule: "Phần đầu và tệp .yml không dùng neo, bí danh, thẻ kiểu hay nhiều tài liệu của YAML"),
    en: Words(
      summary: "a special sign of YAML is not allowed here",
      fix: """
        put a value that begins with '&', '*' or '!' into double quotes; remove '<<', tabs at the start of a \
        line, and lines that begin with '---' or '%'
        """,
      rule: "Front matter and .yml files use no anchors, aliases, tags or several documents of YAML"))

  static let duplicateField = CatalogueEntry(
    vi: Words(
      summary: "'{field}' được viết hai lần",
      fix: "giữ lại một dòng '{field}: …' có giá trị đúng và xoá dòng kia",
      rule: "Mỗi thông tin chỉ được viết một lần"),
    en: Words(
      summary: "field '{field}' is given twice",
      fix: "keep one line '{field}: …' with the right value and delete the other",
      rule: "Each field is given once"))
}
