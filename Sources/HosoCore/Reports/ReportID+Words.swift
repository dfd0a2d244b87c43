extension ReportID {
  /// What it is called.
  package var title: Localized {
    switch self {
    case .late: Localized(vi: "Nộp muộn và chưa nộp", en: "Late and missing")
    case .markEntry: Localized(vi: "Tiến độ nhập điểm", en: "Progress of mark entry")
    case .marks: Localized(vi: "Phổ điểm", en: "Distribution of marks")
    case .corrections: Localized(vi: "Sửa điểm theo giáo viên", en: "Corrections of marks by teacher")
    case .outliers: Localized(vi: "Điểm lệch so với toàn trường", en: "Marks far from the school's mean")
    case .classSize: Localized(vi: "Sĩ số và biến động sĩ số", en: "Class size and its changes")
    case .lists: Localized(vi: "Danh sách theo mức đạt và điểm", en: "Lists by level and mark")
    case .accounts: Localized(vi: "Tài khoản và khoá cần gia hạn", en: "Accounts and keys due for renewal")
    case .agreement: Localized(vi: "Đối chiếu sổ lớp với sổ giáo viên", en: "Class book against teacher's book")
    case .signatures: Localized(vi: "Hồ sơ còn thiếu chữ kí duyệt", en: "Missing signatures")
    case .openUnlocks: Localized(vi: "Đang mở khoá, chưa khoá lại", en: "Unlocked and not locked again")
    case .compliance: Localized(vi: "Kết quả chấp hành của từng người", en: "Compliance per person")
    case .statistics: Localized(vi: "Thống kê hồ sơ", en: "Statistics of records")
    case .tests: Localized(vi: "Số bài kiểm tra so với yêu cầu", en: "Tests given and required")
    case .termSummary: Localized(vi: "Tổng hợp học kì", en: "Term summary")
    case .remarks: Localized(vi: "Nhận xét và lí do trả lại", en: "Remarks and reasons")
    case .evidence: Localized(vi: "Minh chứng công việc", en: "Evidence of work")
    }
  }

  /// What it answers, in one sentence.
  package var purpose: Localized {
    switch self {
    case .late:
      Localized(
        vi: "Ai nộp muộn, ai chưa nộp, theo giáo viên, tổ và tuần.",
        en: "Who is late and who has not submitted, by teacher, team and week.")
    case .markEntry:
      Localized(
        vi: "Mỗi cột điểm của mỗi lớp đã nhập được bao nhiêu ô.",
        en: "How many cells of each column of marks each class has filled.")
    case .marks:
      Localized(
        vi: "Mỗi cột điểm có bao nhiêu điểm ở từng mức, theo lớp và toàn trường.",
        en: "How many marks each column has at each step, by class and for the whole school.")
    case .corrections:
      Localized(
        vi: "Ai đã đổi những điểm đã có trong sổ, bao nhiêu lần.",
        en: "Who changed marks that stood in the book already, and how often.")
    case .outliers:
      Localized(
        vi: "Cột điểm của lớp nào có trung bình lệch xa trung bình toàn trường.",
        en: "Which class's mean in a column lies far from the school's.")
    case .classSize:
      Localized(
        vi: "Số học sinh của từng lớp và số em vào, ra theo tháng.",
        en: "How many pupils each class has, and how many came and went each month.")
    case .lists:
      Localized(
        vi: "Học sinh của từng lớp theo mức đạt, kết luận hoặc khoảng điểm ghi trong sổ.",
        en: "The pupils of each class by the level, conclusion or range of marks that stands in the books.")
    case .accounts:
      Localized(
        vi: "Khoá nào hết hạn hay sắp hết hạn, ai chưa có khoá, ai đã nghỉ mà khoá còn hiệu lực.",
        en: "Which keys have run out or soon will, who has none, who has left and still has a valid one.")
    case .agreement:
      Localized(
        vi: "Chỗ nào sổ của lớp và sổ của giáo viên ghi khác nhau về cùng một học sinh và cột điểm.",
        en: "Where the class's book and the teacher's say different things of one pupil and column.")
    case .signatures:
      Localized(
        vi: "Hồ sơ nào còn thiếu bước duyệt nào, đang chờ ai.",
        en: "Which records lack which step of approval, and for whom they wait.")
    case .openUnlocks:
      Localized(
        vi: "Sổ nào đã mở khoá để sửa mà chưa khoá lại.",
        en: "What was unlocked for a correction and is not locked again.")
    case .compliance:
      Localized(
        vi: "Mỗi người nộp đúng hạn, muộn, còn thiếu, bị trả lại, được duyệt bao nhiêu hồ sơ.",
        en: "How many records each person handed in on time, late, not at all, got back and got approved.")
    case .statistics:
      Localized(
        vi: "Số hồ sơ theo tổ, người, loại, tuần, tháng, học kì, lớp hoặc trạng thái.",
        en: "Counts of records by team, person, kind, week, month, term, class or state.")
    case .tests:
      Localized(
        vi: "Mỗi lớp, mỗi môn đã có điểm của bao nhiêu bài kiểm tra trong lịch.",
        en: "Of how many tests of the calendar each class and subject has marks.")
    case .termSummary:
      Localized(
        vi: "Số liệu của các báo cáo khác trên một trang, theo học kì, để gửi cơ quan quản lí.",
        en: "The figures of the other reports on one sheet, by term, for the authority.")
    case .remarks:
      Localized(
        vi: "Những nhận xét khi duyệt và lí do trả lại của từng sổ, từng hồ sơ.",
        en: "What was remarked when approving and why records were returned, book by book.")
    case .evidence:
      Localized(
        vi: "Việc một người đã làm: ngày, lớp, bài, số tiết, trạng thái, ai duyệt lúc nào.",
        en: "What a person did: date, class, lesson, periods, state, who approved it when.")
    }
  }
}
