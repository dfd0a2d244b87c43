/// Texts for lesson plans that disagree with the curriculum.
enum LessonEntries {
  static let lessonUnknown = CatalogueEntry(
    vi: Words(
      summary: "phân phối chương trình không có bài mang số ở '{field}'",
      fix: "sửa '{field}' theo cột bai-so của {list}, hoặc báo tổ trưởng bổ sung bài vào phân phối chương trình",
      rule: "Số bài của kế hoạch bài dạy có trong phân phối chương trình của môn và khối"),
    en: Words(
      summary: "the curriculum has no lesson with the number in '{field}'",
      fix: "correct '{field}' by the column bai-so of {list}, or ask the head of team to add the lesson there",
      rule: "The number in a lesson plan is that of a lesson in the curriculum of subject and grade"))

  static let lessonDiffers = CatalogueEntry(
    vi: Words(
      summary: "'{field}' khác với bài {number} trong phân phối chương trình",
      fix: "sửa '{field}' theo {list}, hoặc báo tổ trưởng nếu phân phối chương trình đã đổi",
      rule: "Tên bài và số tiết của kế hoạch bài dạy khớp với phân phối chương trình"),
    en: Words(
      summary: "'{field}' differs from lesson {number} of the curriculum",
      fix: "correct '{field}' by {list}, or tell the head of team if the curriculum has changed",
      rule: "Title and periods of a lesson plan are those of the curriculum"))
}
