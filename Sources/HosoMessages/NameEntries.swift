/// Texts for faults of names and places.
enum NameEntries {
  static let nameNotUTF8 = CatalogueEntry(
    vi: Words(
      summary: "tên '{name}' có kí tự không đọc được (không phải UTF-8)",
      fix: "đổi tên tệp hoặc thư mục, chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ 'bai-12.md'",
      rule: "Tên tệp và thư mục được viết bằng mã UTF-8"),
    en: Words(
      summary: "name '{name}' is not UTF-8",
      fix: "rename the file or folder; use lower-case letters, digits and hyphens, such as 'bai-12.md'",
      rule: "Names of files and folders are UTF-8"))

  static let nameNotNFC = CatalogueEntry(
    vi: Words(
      summary: "tên '{name}' có dấu tiếng Việt gõ ở dạng tổ hợp, trên máy khác sẽ thành tên khác",
      fix: "đổi tên, chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ 'bai-12.md'",
      rule: "Tên dùng chữ có dấu ở dạng dựng sẵn (NFC), để mọi máy coi là cùng một tên"),
    en: Words(
      summary: "name '{name}' is not in composed form (NFC) and is another name on some computers",
      fix: "rename it; use lower-case letters without marks, digits and hyphens, such as 'bai-12.md'",
      rule: "Names are in Unicode's composed form (NFC), so that every computer takes them for the same name"))

  static let nameNotPortable = CatalogueEntry(
    vi: Words(
      summary: "tên '{name}' có kí tự mà một số máy không dùng được",
      fix: """
        đổi tên, chỉ dùng chữ thường không dấu, chữ số, dấu gạch nối và dấu chấm; không bắt đầu bằng '-', '~' \
        hay dấu cách, không kết thúc bằng dấu chấm hay dấu cách
        """,
      rule: "Tên chỉ có những kí tự dùng được trên Windows, macOS và thẻ nhớ"),
    en: Words(
      summary: "name '{name}' cannot be used on every computer",
      fix: """
        rename it; use lower-case letters, digits, hyphens and dots; do not begin with '-', '~' or a space, nor \
        end with a dot or a space
        """,
      rule: "Names hold only characters that Windows, macOS and memory sticks can carry"))

  static let nameReserved = CatalogueEntry(
    vi: Words(
      summary: "tên '{name}' là tên riêng của Windows, máy Windows không mở được",
      fix: "đổi sang tên khác, ví dụ thêm chữ phía trước: 'bai-{name}'",
      rule: "Tên không trùng với tên thiết bị của Windows như con, nul, com1, cũng không bắt đầu bằng '.hoso'"),
    en: Words(
      summary: "name '{name}' is reserved by Windows and cannot be opened there",
      fix: "choose another name, for instance with a word in front: 'bai-{name}'",
      rule: "Names are none of the device names of Windows, such as con, nul or com1, and do not begin with '.hoso'"))

  static let nameTooLong = CatalogueEntry(
    vi: Words(
      summary: "tên '{name}' quá dài (hơn 120 byte)",
      fix: "rút ngắn tên, chỉ giữ vài từ chính",
      rule: "Mỗi tên dài nhiều nhất 120 byte"),
    en: Words(
      summary: "name '{name}' is too long (more than 120 bytes)",
      fix: "shorten the name to its few main words",
      rule: "A name has at most 120 bytes"))

  static let pathTooDeep = CatalogueEntry(
    vi: Words(
      summary: "tệp nằm quá sâu: hơn {limit} tầng thư mục, hoặc cả đường dẫn dài hơn 500 byte",
      fix: "chuyển tệp lên thư mục cao hơn hoặc rút ngắn tên các thư mục",
      rule: "Tệp nằm dưới nhiều nhất 12 tầng thư mục và cả đường dẫn dài nhiều nhất 500 byte"),
    en: Words(
      summary: "the file lies too deep: more than {limit} folders, or a path of more than 500 bytes",
      fix: "move the file to a higher folder or shorten the folders' names",
      rule: "A file lies below at most 12 folders, and its whole path has at most 500 bytes"))

  static let nameTwin = CatalogueEntry(
    vi: Words(
      summary: "trong cùng thư mục đã có '{name}', chỉ khác chữ hoa chữ thường hoặc cách gõ dấu",
      fix: "đổi tên một trong hai để chúng khác nhau rõ ràng, hoặc xoá bản thừa",
      rule: "Hai tên trong một thư mục không chỉ khác nhau ở chữ hoa, chữ thường hay cách gõ dấu"),
    en: Words(
      summary: "the folder already holds '{name}', which differs only in case or in how marks are typed",
      fix: "rename one of the two so that they differ clearly, or remove the one too many",
      rule: "No two names in a folder differ only in case or in how marks are typed"))

  static let fileMode = CatalogueEntry(
    vi: Words(
      summary: "đây không phải tệp thường (kiểu {mode})",
      fix: "thay bằng một tệp thường chứa nội dung của hồ sơ",
      rule: "Hồ sơ là tệp thường: không phải lối tắt, chương trình hay kho con"),
    en: Words(
      summary: "this is no plain file (mode {mode})",
      fix: "put a plain file with the record's content in its place",
      rule: "Records are plain files: no links, no programs, no repositories within"))

  static let gitControlFile = CatalogueEntry(
    vi: Words(
      summary: "'{name}' là tệp điều khiển của git, không được nằm trong kho hồ sơ",
      fix: "xoá tệp này; thiết lập riêng của máy đặt trong '.git/info' trên máy mình",
      rule: "Kho hồ sơ không có tệp điều khiển của git vì tệp ấy có thể làm đổi nội dung hồ sơ"),
    en: Words(
      summary: "'{name}' controls git and may not lie among the records",
      fix: "remove this file; keep settings of your own computer in '.git/info' there",
      rule: "The repository holds no file that controls git, because such a file can change what records say"))

  static let unplacedRecord = CatalogueEntry(
    vi: Words(
      summary: "không có loại hồ sơ nào được đặt ở chỗ này",
      fix: "chuyển tệp về đúng chỗ⟦, chẳng hạn '{template}'⟧",
      rule: """
        Mỗi tệp nằm đúng chỗ mà một loại hồ sơ trong .hoso/kinds quy định; tệp kèm theo nằm trong thư mục \
        dinh-kem cạnh hồ sơ
        """),
    en: Words(
      summary: "no kind of record belongs in this place",
      fix: "move the file to where its kind belongs⟦, such as '{template}'⟧",
      rule: """
        Every file lies where a kind of .hoso/kinds puts it; files that go with a record lie in a folder \
        dinh-kem beside it
        """))

  static let placeReference = CatalogueEntry(
    vi: Words(
      summary: "đường dẫn nhắc đến '{value}' nhưng danh sách '{list}' không có",
      fix: "chuyển tệp sang thư mục có tên đúng; nếu danh sách thiếu, nhờ quản trị viên bổ sung vào .hoso/{list}",
      rule: """
        Tổ, người, lớp, môn, năm học và tuần trong đường dẫn có trong danh sách của trường, và người thuộc đúng \
        tổ
        """),
    en: Words(
      summary: "the path names '{value}', which is not in '{list}'",
      fix: """
        move the file to a folder with the right name; where the list lacks it, ask the administrator to add it \
        to .hoso/{list}
        """,
      rule: """
        The team, person, class, subject, year and week in a path are in the school's lists, and the person \
        belongs to the team
        """))
}
