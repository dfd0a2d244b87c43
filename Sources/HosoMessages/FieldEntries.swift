/// Texts for faults in what fields say.
enum FieldEntries {
  static let unknownField = CatalogueEntry(
    vi: Words(
      summary: "loại hồ sơ này không có thông tin tên '{field}'",
      fix: "sửa lại tên cho đúng hoặc xoá dòng '{field}: …'⟦; các tên dùng được: {known}⟧",
      rule: "Phần đầu chỉ có những thông tin mà loại hồ sơ quy định, để tên gõ sai không bị bỏ qua"),
    en: Words(
      summary: "this kind of record has no field '{field}'",
      fix: "correct the name or delete the line '{field}: …'⟦; known fields: {known}⟧",
      rule: "The front matter holds only the fields of its kind, so that a misspelt name is not lost in silence"))

  static let missingField = CatalogueEntry(
    vi: Words(
      summary: "thiếu thông tin '{field}'",
      fix: "thêm hoặc điền dòng '{field}: …' vào phần đầu, giữa hai dòng ---",
      rule: "Mọi thông tin bắt buộc đều có và không để trống"),
    en: Words(
      summary: "field '{field}' is missing",
      fix: "add or fill a line '{field}: …' in the front matter, between the two lines ---",
      rule: "Every required field is there and is not empty"))

  static let fieldType = CatalogueEntry(
    vi: Words(
      summary: "'{field}' phải là {type}",
      fix: "viết '{field}' bằng chữ số, không kèm chữ hay dấu cách; số lẻ dùng dấu chấm",
      rule: "Giá trị đúng kiểu của thông tin: số nguyên, số, ngày"),
    en: Words(
      summary: "'{field}' must be {type}",
      fix: "write '{field}' in digits, without words or spaces; the decimal sign is a point",
      rule: "A value is of its field's type: whole number, number, date"))

  static let invalidDate = CatalogueEntry(
    vi: Words(
      summary: "'{field}' không phải là một ngày có thật, viết dạng năm-tháng-ngày",
      fix: "viết '{field}' theo dạng năm-tháng-ngày, ví dụ 2024-10-08",
      rule: "Ngày viết dạng năm-tháng-ngày và có thật trên lịch"),
    en: Words(
      summary: "'{field}' is no existing day written as year-month-day",
      fix: "write '{field}' as year-month-day, such as 2024-10-08",
      rule: "Days are written as year-month-day and exist in the calendar"))

  static let valueNotAllowed = CatalogueEntry(
    vi: Words(
      summary: "giá trị của '{field}' không nằm trong các giá trị cho phép",
      fix: "chọn một trong các giá trị: {allowed}",
      rule: "Giá trị nằm trong danh mục mà loại hồ sơ quy định"),
    en: Words(
      summary: "the value of '{field}' is not one of those allowed",
      fix: "choose one of: {allowed}",
      rule: "A value is one of those that the kind allows"))

  static let valueOutOfRange = CatalogueEntry(
    vi: Words(
      summary: "'{field}' nằm ngoài khoảng từ {minimum} đến {maximum}",
      fix: "viết '{field}' bằng một số từ {minimum} đến {maximum}",
      rule: "Số nằm trong khoảng mà loại hồ sơ quy định, ví dụ điểm từ 0 đến 10"),
    en: Words(
      summary: "'{field}' is not between {minimum} and {maximum}",
      fix: "give '{field}' a number from {minimum} to {maximum}",
      rule: "A number lies within the limits of its kind, such as 0 to 10 for marks"))

  static let valueTooLong = CatalogueEntry(
    vi: Words(
      summary: "'{field}' quá dài (hơn {limit} kí tự)",
      fix: "rút ngắn '{field}' còn nhiều nhất {limit} kí tự; phần chi tiết viết vào nội dung hồ sơ",
      rule: "Giá trị không dài hơn giới hạn của loại hồ sơ"),
    en: Words(
      summary: "'{field}' is too long (more than {limit} characters)",
      fix: "shorten '{field}' to at most {limit} characters; put details into the text of the record",
      rule: "A value is no longer than its kind allows"))

  static let unknownReference = CatalogueEntry(
    vi: Words(
      summary: "giá trị của '{field}' không có trong danh sách '{list}'",
      fix: "sửa '{field}' thành một mã có trong cột đầu của '{list}'",
      rule: "Người, tổ, lớp, môn và học sinh được nhắc đến đều có trong danh sách của trường"),
    en: Words(
      summary: "the value of '{field}' is not in '{list}'",
      fix: "give '{field}' an id from the first column of '{list}'",
      rule: "Persons, teams, classes, subjects and pupils that a record names are in the school's lists"))

  static let placeMismatch = CatalogueEntry(
    vi: Words(
      summary: "'{field}' khác với tên thư mục hoặc tên tệp, theo đó phải là '{expected}'",
      fix: "sửa dòng này thành '{field}: {expected}', hoặc chuyển tệp sang đúng thư mục",
      rule: "Thông tin đã có trong đường dẫn thì phần đầu viết giống như thế"),
    en: Words(
      summary: "'{field}' differs from the file's path, which says '{expected}'",
      fix: "change the line to '{field}: {expected}', or move the file to the right folder",
      rule: "A field that repeats a part of the path says the same as the path"))

  static let dateOutsideWeek = CatalogueEntry(
    vi: Words(
      summary: "'{field}' không thuộc tuần {week} (từ {from} đến {to})",
      fix: "sửa '{field}' thành một ngày từ {from} đến {to}, hoặc chuyển tệp sang thư mục của tuần khác",
      rule: "Ngày dạy nằm trong tuần của thư mục"),
    en: Words(
      summary: "'{field}' is not in week {week} ({from} to {to})",
      fix: "give '{field}' a day from {from} to {to}, or move the file to the folder of another week",
      rule: "The day of a lesson lies in the week of its folder"))

  static let dateOutsideYear = CatalogueEntry(
    vi: Words(
      summary: "'{field}' không thuộc năm học {year}",
      fix: "kiểm tra lại năm trong '{field}'; nếu đúng thì chuyển tệp sang thư mục của năm học ấy",
      rule: "Ngày trong hồ sơ thuộc năm học của thư mục"),
    en: Words(
      summary: "'{field}' is not in the school year {year}",
      fix: "check the year in '{field}'; if it is right, move the file to the folder of that school year",
      rule: "The days in a record lie in the school year of its folder"))

  static let dateOnHoliday = CatalogueEntry(
    vi: Words(
      summary: "'{field}' rơi vào ngày nghỉ '{holiday}'",
      fix: "chọn một ngày dạy khác trong tuần; nếu lịch sai, nhờ quản trị viên sửa trong .hoso/calendar",
      rule: "Ngày dạy không rơi vào ngày nghỉ"),
    en: Words(
      summary: "'{field}' falls on the holiday '{holiday}'",
      fix: """
        choose another day of the week; where the calendar is wrong, ask the administrator to correct \
        .hoso/calendar
        """,
      rule: "The day of a lesson is no holiday"))

  static let notAssigned = CatalogueEntry(
    vi: Words(
      summary: "bảng phân công năm học {year} không giao môn và lớp này cho '{person}'",
      fix: "kiểm tra lại môn và lớp trong phần đầu; nếu dạy thay thì cứ để nguyên",
      rule: "Người soạn được phân công dạy môn ấy ở lớp ấy; chỉ là lời nhắc"),
    en: Words(
      summary: "the assignments of {year} do not give this subject and class to '{person}'",
      fix: "check the subject and the class in the front matter; if this stands in for a colleague, leave it",
      rule: "The owner of a lesson plan teaches that subject to that class; this is only a hint"))

  static let sumMismatch = CatalogueEntry(
    vi: Words(
      summary: "{parts} không bằng {field}",
      fix: "sửa lại các số để {parts} = {field}",
      rule: "Các số phải cộng khớp với nhau, ví dụ có mặt cộng vắng bằng tổng số"),
    en: Words(
      summary: "{parts} is not {field}",
      fix: "correct the numbers so that {parts} = {field}",
      rule: "Numbers that must add up do, such as present and absent to all"))

  static let samePerson = CatalogueEntry(
    vi: Words(
      summary: "'{first}' và '{second}' là cùng một người",
      fix: "ghi một người khác vào '{second}'",
      rule: "Hai việc không được do một người làm, như chủ trì và thư kí, thì do hai người làm"),
    en: Words(
      summary: "'{first}' and '{second}' are the same person",
      fix: "name another person in '{second}'",
      rule: "Two duties that one person may not hold at once, such as chair and secretary, are held by two"))

  static let valueNotMultiple = CatalogueEntry(
    vi: Words(
      summary: "'{field}' không theo bậc {step} của thang",
      fix: "viết '{field}' bằng một số chia hết cho {step}; số lẻ dùng dấu chấm",
      rule: "Điểm theo đúng bậc của thang, ví dụ lẻ đến 0.1 hoặc 0.25"),
    en: Words(
      summary: "'{field}' is not a whole number of steps of {step}",
      fix: "write '{field}' as a multiple of {step}; the decimal sign is a point",
      rule: "Marks lie on the steps of their scale, such as 0.1 or 0.25"))

  static let wrongRole = CatalogueEntry(
    vi: Words(
      summary: "người ghi ở '{field}' không giữ chức vụ cần có: {roles}",
      fix: "ghi vào '{field}' mã của một người giữ chức vụ {roles}",
      rule: "Người được nêu tên giữ chức vụ mà quy định đòi hỏi"),
    en: Words(
      summary: "the person in '{field}' does not hold the office asked for: {roles}",
      fix: "name in '{field}' somebody who is {roles}",
      rule: "A person who is named holds the office that the rules ask for"))
}
