/// Texts for reminders that were not sent and lessons that the curriculum does not give.
enum ReminderEntries {
  static let noRemindCommand = CatalogueEntry(
    vi: Words(
      summary: "trường chưa khai báo cách gửi lời nhắc",
      fix: "nhờ quản trị viên thêm vào .hoso/school.yml một dòng như 'remind-command: [msmtp, -a, truong]'",
      rule: "Muốn gửi lời nhắc, .hoso/school.yml nêu chương trình gửi"),
    en: Words(
      summary: "the school has not said how reminders are sent",
      fix: "ask the administrator to add a line such as 'remind-command: [msmtp, -a, school]' to .hoso/school.yml",
      rule: "To send reminders, .hoso/school.yml names the program that does"))

  static let remindNotAllowed = CatalogueEntry(
    vi: Words(
      summary: "máy này chưa cho phép chạy lệnh gửi lời nhắc⟦ '{command}'⟧",
      fix: "nếu tin lệnh này, chạy một lần: git config hoso.remindCommand⟦ '{command}'⟧",
      rule: """
        Lệnh gửi lời nhắc nằm trong kho hồ sơ, nên chỉ chạy trên máy mà chủ máy đã cho phép đúng lệnh đó
        """),
    en: Words(
      summary: "this machine does not allow the command for reminders⟦ '{command}'⟧ yet",
      fix: "if you trust it, run once: git config hoso.remindCommand⟦ '{command}'⟧",
      rule: """
        The command for reminders comes with the repository, so it runs only where the owner of the machine has allowed \
        exactly that command
        """))

  static let notAllSent = CatalogueEntry(
    vi: Words(
      summary: "không gửi được lời nhắc cho⟦ {count} người: {people}⟧⟦ ({detail})⟧",
      fix: "sửa theo lời báo của chương trình gửi thư, rồi gửi lại cho từng người bằng --person",
      rule: "Chương trình gửi thư kết thúc với trạng thái 0 cho mỗi người"),
    en: Words(
      summary: "reminders were not sent⟦ to {people}⟧⟦ ({detail})⟧",
      fix: "mend what the mail program says, then send again to each with --person",
      rule: "The mail program ends with status 0 for each person"))

  static let noCurriculum = CatalogueEntry(
    vi: Words(
      summary: "chưa có phân phối chương trình của⟦ môn '{subject}'⟧⟦ khối {grade}⟧",
      fix: "nêu môn và lớp bằng --set, hoặc nhờ tổ trưởng nộp phân phối chương trình của môn và khối",
      rule: "Muốn lấy bài theo số, môn và khối có phân phối chương trình"),
    en: Words(
      summary: "there is no curriculum⟦ of '{subject}'⟧⟦ for grade {grade}⟧",
      fix: "give subject and class with --set, or ask the head of team to submit the curriculum of subject and grade",
      rule: "A lesson is taken by its number where subject and grade have a curriculum"))

  static let unknownLesson = CatalogueEntry(
    vi: Words(
      summary: "phân phối chương trình không có bài⟦ '{lesson}'⟧⟦: {list}⟧",
      fix: "chọn một số ở cột bai-so của phân phối chương trình",
      rule: "Số bài nêu trong lệnh có trong phân phối chương trình"),
    en: Words(
      summary: "the curriculum has no lesson⟦ '{lesson}'⟧⟦: {list}⟧",
      fix: "choose a number of the column bai-so of the curriculum",
      rule: "The number of a lesson given to a command is in the curriculum"))
}
