/// Texts for opening a school year.
enum YearEntries {
  static let assignmentMissing = CatalogueEntry(
    vi: Words(
      summary: "chưa phân công ai dạy⟦ môn '{subject}'⟧⟦ lớp '{class}'⟧",
      fix: "thêm dòng phân công còn thiếu vào tệp CSV rồi chạy lại",
      rule: "Khi mở năm học, lớp nào, môn nào cũng có người dạy, mỗi lớp có đủ các môn mà khối ấy học năm trước"),
    en: Words(
      summary: "nobody is assigned to teach⟦ '{subject}'⟧⟦ in class '{class}'⟧",
      fix: "add the missing line to the CSV file and run the command again",
      rule: """
        When a year is opened each class and subject has a teacher, and each class the subjects that its grade \
        had the year before
        """))

  static let yearExists = CatalogueEntry(
    vi: Words(
      summary: "năm học⟦ '{year}'⟧ đã mở rồi⟦ ({path})⟧",
      fix: "không cần mở lại; sửa lịch và phân công trong .hoso rồi nộp bằng 'hoso submit'",
      rule: "Mỗi năm học mở một lần"),
    en: Words(
      summary: "the year⟦ '{year}'⟧ is open already⟦ ({path})⟧",
      fix: "there is nothing to open; change calendar and assignments in .hoso and submit them with 'hoso submit'",
      rule: "A year is opened once"))
}
