/// Texts for wrong usage of a command.
enum UsageEntries {
  static let unknownKind = CatalogueEntry(
    vi: Words(
      summary: "không có loại hồ sơ⟦ '{kind}'⟧",
      fix: "chọn một loại hồ sơ có trong .hoso/kinds⟦: {known}⟧",
      rule: "Loại hồ sơ nêu trong lệnh có trong .hoso/kinds"),
    en: Words(
      summary: "there is no kind of record⟦ '{kind}'⟧",
      fix: "choose a kind of .hoso/kinds⟦: {known}⟧",
      rule: "A kind named in a command is in .hoso/kinds"))

  static let unknownReport = CatalogueEntry(
    vi: Words(
      summary: "không có báo cáo tên⟦ '{report}'⟧",
      fix: "chọn một báo cáo⟦: {known}⟧; 'hoso bao-cao' cho biết từng báo cáo",
      rule: "Báo cáo nêu trong lệnh là một báo cáo mà hoso lập được"),
    en: Words(
      summary: "there is no report⟦ '{report}'⟧",
      fix: "choose a report⟦: {known}⟧; 'hoso report' tells what they are",
      rule: "A report named in a command is one that hoso makes"))

  static let unknownVerb = CatalogueEntry(
    vi: Words(
      summary: "không có việc tên⟦ '{verb}'⟧",
      fix: "chọn một trong⟦: {known}⟧⟦ ({words})⟧",
      rule: "Việc nêu trong lệnh là một việc mà hoso biết"),
    en: Words(
      summary: "there is no verb⟦ '{verb}'⟧",
      fix: "choose one of⟦: {known}⟧",
      rule: "A verb named in a command is one that hoso knows"))

  static let unknownPersonName = CatalogueEntry(
    vi: Words(
      summary: "không có người⟦ '{person}'⟧ trong .hoso/people.csv",
      fix: "dùng mã ở cột id hoặc địa chỉ thư ở cột email của .hoso/people.csv",
      rule: "Người nêu trong lệnh có trong .hoso/people.csv"),
    en: Words(
      summary: "there is no person⟦ '{person}'⟧ in .hoso/people.csv",
      fix: "use an id or an address of .hoso/people.csv",
      rule: "A person named in a command is in .hoso/people.csv"))

  static let missingOption = CatalogueEntry(
    vi: Words(
      summary: "lệnh còn thiếu⟦ '{option}'⟧",
      fix: "thêm⟦ '{option}'⟧ vào lệnh; dùng --help để xem cách viết",
      rule: "Lệnh có đủ những gì nó cần"),
    en: Words(
      summary: "⟦'{option}' ⟧is missing",
      fix: "add⟦ '{option}'⟧ to the command; --help shows how",
      rule: "A command has what it needs"))

  static let invalidOption = CatalogueEntry(
    vi: Words(
      summary: "giá trị⟦ của '{option}'⟧ không dùng được",
      fix: "sửa giá trị⟦ của '{option}'⟧; dùng --help để xem cách viết",
      rule: "Giá trị trong lệnh đúng dạng"),
    en: Words(
      summary: "the value⟦ of '{option}'⟧ cannot be used",
      fix: "correct the value⟦ of '{option}'⟧; --help shows how",
      rule: "Values in a command have their form"))

  static let badClock = CatalogueEntry(
    vi: Words(
      summary: "thời điểm⟦ '{value}'⟧ không đọc được",
      fix: "viết thời điểm dạng 2024-10-05T08:15:00+07:00",
      rule: "Thời điểm nêu trong lệnh có thật"),
    en: Words(
      summary: "the time⟦ '{value}'⟧ cannot be read",
      fix: "write the time as 2024-10-05T08:15:00+07:00",
      rule: "A time given to a command exists"))

  static let unknownYear = CatalogueEntry(
    vi: Words(
      summary: "chưa có lịch của năm học⟦ '{year}'⟧",
      fix: "viết năm học dạng 2024-2025; nếu đúng, nhờ quản trị viên thêm .hoso/calendar/⟦{year}⟧.csv",
      rule: "Năm học có lịch trong .hoso/calendar"),
    en: Words(
      summary: "there is no calendar of the school year⟦ '{year}'⟧",
      fix: """
        write the year as 2024-2025; if it is right, ask the administrator to add .hoso/calendar/⟦{year}⟧.csv
        """,
      rule: "A school year has its calendar in .hoso/calendar"))

  static let tooManyRecords = CatalogueEntry(
    vi: Words(
      summary: "một quyết định không nêu được nhiều hồ sơ đến thế",
      fix: "quyết định từng phần: từng thư mục, từng tổ với --team hoặc từng tuần với --week",
      rule: "Một quyết định dài nhất 64 KB, khoảng 400 hồ sơ"),
    en: Words(
      summary: "one decision cannot name that many records",
      fix: "decide in parts: by folder, by team with --team or by week with --week",
      rule: "A decision holds at most 64 KB, about 400 records"))

  static let unknownProfile = CatalogueEntry(
    vi: Words(
      summary: "không có quy chế mẫu⟦ '{profile}'⟧",
      fix: "chọn một trong⟦: {known}⟧; 'hoso profiles' cho biết mỗi quy chế dành cho ai",
      rule: "Quy chế nêu khi lập kho là một quy chế mẫu có trong chương trình"),
    en: Words(
      summary: "there is no profile⟦ '{profile}'⟧",
      fix: "choose one of⟦: {known}⟧; 'hoso profiles' says whom each is for",
      rule: "A profile named for a new school is one of those in the program"))

  static let profileLevel = CatalogueEntry(
    vi: Words(
      summary: "quy chế mẫu⟦ '{profile}'⟧ không dành cho cấp học⟦ '{level}'⟧",
      fix: "chọn cấp học⟦ {levels}⟧, hoặc chọn quy chế khác; xem 'hoso profiles'",
      rule: "Quy chế mẫu được chọn dành cho cấp học của trường"),
    en: Words(
      summary: "profile⟦ '{profile}'⟧ is not for the level⟦ '{level}'⟧",
      fix: "choose the level⟦ {levels}⟧, or another profile; see 'hoso profiles'",
      rule: "The profile chosen is for the school's level"))
}
