import HosoCore

extension SampleSchool {
  /// Trường Tiểu học Suối Mây: people, teams, classes, kinds and eight weeks; `schoolName` for tests of hostile names.
  static func rulebook(
    schoolName: String = "Trường Tiểu học Suối Mây", extra: [Person] = []
  ) -> Rulebook {
    var people: [Person] = []
    func add(_ id: ListID, _ name: String, _ roles: [SchoolRole], _ team: ListID?) {
      people.append(
        Person(
          id: id, name: name, email: "\(id)@suoimay.example", roles: roles, team: team, from: nil, to: nil,
          line: people.count + 2))
    }
    add("ptd", "Phạm Thị Duyên", [.principal], nil)
    add("vqh", "Vũ Quốc Hưng", [.vicePrincipal], nil)
    add("tth", "Trần Thu Hằng", [.clerk], nil)
    add("nta", "Nguyễn Thị Ánh", [.headOfTeam, .teacher], "to-1-2-3")
    add("hvb", "Hoàng Văn Bình", [.teacher], "to-1-2-3")
    add("dtc", "Đỗ Thị Cúc", [.teacher], "to-1-2-3")
    add("lth", "Lê Thanh Hà", [.headOfTeam, .teacher], "to-4-5")
    add("nva", "Nguyễn Vân Anh", [.teacher], "to-4-5")
    add("tqd", "Trịnh Quang Đạt", [.teacher], "to-4-5")
    add("bml", "Bùi Mai Lan", [.headOfTeam, .teacher], "to-bo-mon")
    add("pnt", "Phan Ngọc Thạch", [.teacher], "to-bo-mon")
    add("lkv", "Lương Khánh Vy", [.teacher], "to-bo-mon")
    add("lmk", "Lê Minh Khôi", [.teacher, .admin], "to-bo-mon")
    people += extra
    let teams = [
      Team(id: "to-1-2-3", title: "Tổ 1-2-3", head: "nta"), Team(id: "to-4-5", title: "Tổ 4-5", head: "lth"),
      Team(id: "to-bo-mon", title: "Tổ Bộ môn", head: "bml"),
    ]
    let classes = [("1a", "dtc"), ("2a", "nta"), ("3a", "hvb"), ("4a", "nva"), ("4b", "tqd"), ("5a", "lth")].map {
      SchoolClass(id: $0.0, title: "Lớp \($0.0.uppercased())", grade: Int($0.0.prefix(1))!, homeroom: $0.1)
    }
    let subjects = [
      ("toan", "Toán"), ("tieng-viet", "Tiếng Việt"), ("khoa-hoc", "Khoa học"), ("tieng-anh", "Tiếng Anh"),
      ("tin-hoc", "Tin học"), ("gdtc", "Giáo dục thể chất"), ("am-nhac", "Âm nhạc"), ("mi-thuat", "Mĩ thuật"),
      ("dao-duc", "Đạo đức"), ("cong-nghe", "Công nghệ"), ("hdtn", "Hoạt động trải nghiệm"),
      ("lich-su-dia-li", "Lịch sử và Địa lí"), ("tu-nhien-xa-hoi", "Tự nhiên và Xã hội"),
    ].map { Subject(id: $0.0, title: $0.1) }
    func teaches(_ person: ListID, _ schoolClass: ListID, _ subject: ListID) -> Assignment {
      Assignment(person: person, schoolClass: schoolClass, subject: subject, periods: 2)
    }
    let assignments = [
      teaches("nta", "2a", "toan"), teaches("nta", "2a", "tieng-viet"), teaches("hvb", "3a", "toan"),
      teaches("dtc", "1a", "tieng-viet"), teaches("lth", "5a", "toan"), teaches("nva", "4a", "toan"),
      teaches("nva", "4a", "tieng-viet"), teaches("tqd", "4b", "khoa-hoc"), teaches("bml", "4a", "tieng-anh"),
      teaches("bml", "5a", "tieng-anh"), teaches("pnt", "1a", "gdtc"), teaches("lkv", "3a", "am-nhac"),
      teaches("lmk", "3a", "tin-hoc"),
    ]
    let monday = SchoolDate("2024-09-09")!
    let weeks = (1...35).map { week in
      SchoolCalendar.Span(
        period: .week, id: "\(week)", title: "Tuần \(week)", from: monday.adding(days: (week - 1) * 7),
        to: monday.adding(days: (week - 1) * 7 + 4), isOnline: false, line: week + 3)
    }
    let terms = [("1", "2024-09-05", "2025-01-17"), ("2", "2025-01-20", "2025-05-31")].map {
      SchoolCalendar.Span(
        period: .term, id: $0.0, title: "Học kì \($0.0)", from: SchoolDate($0.1)!, to: SchoolDate($0.2)!,
        isOnline: false, line: 2)
    }
    return Rulebook(
      school: School(
        id: "suoi-may", name: schoolName, level: "primary", language: .vietnamese, offset: offset, profile: "000",
        year: year, policy: 1),
      people: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) }),
      teams: Dictionary(uniqueKeysWithValues: teams.map { ($0.id, $0) }),
      classes: Dictionary(uniqueKeysWithValues: classes.map { ($0.id, $0) }),
      subjects: Dictionary(uniqueKeysWithValues: subjects.map { ($0.id, $0) }), grants: [], kinds: kinds,
      calendars: [year: SchoolCalendar(year: year, spans: terms + weeks)], assignments: [year: assignments], signers: []
    )
  }

  private static var kinds: [Kind] {
    func field(
      _ name: String, _ vi: String, _ en: String, _ type: FieldSchema.FieldType = .string,
      _ reference: FieldSchema.Reference? = nil
    ) -> FieldSchema {
      FieldSchema(name: name, title: Localized(vi: vi, en: en), type: type, reference: reference)
    }
    func kind(
      _ id: String, _ vi: String, _ en: String, _ place: String, _ fields: [FieldSchema] = [], csv: Bool = false,
      heading: String? = nil, key: String? = nil, _ expectation: Kind.Expectation? = nil,
      _ deadline: Kind.Deadline? = nil, _ approvals: [Kind.Approval] = []
    ) -> Kind {
      Kind(
        id: id, code: "K", title: Localized(vi: vi, en: en), place: try! PathTemplate("{year}/" + place),
        format: csv ? .csv : .markdown, fields: fields, heading: heading, primaryKey: key, expectation: expectation,
        deadline: deadline, approvals: approvals)
    }
    let number = field("so", "Số", "Number")
    let date = field("ngay", "Ngày", "Date", .date)
    let signer = field("nguoi-ki", "Người kí", "Signed by", .string, .people)
    let month = field("thang", "Tháng", "Month", .integer)
    return [
      kind(
        "lesson-plan", "Kế hoạch bài dạy", "Lesson plan",
        "ke-hoach-bai-day/{team}/{person}/tuan-{week:2}/{slug}.md",
        [
          field("mon", "Môn học", "Subject", .string, .subjects), field("lop", "Lớp", "Class", .string, .classes),
          field("bai", "Bài", "Lesson"), field("so-tiet", "Số tiết", "Periods", .integer),
          field("tuan", "Tuần", "Week", .integer), field("ngay-day", "Ngày dạy", "Taught on", .date),
        ], heading: "bai", Kind.Expectation(owner: .teacher, rhythm: .week, atLeast: 1),
        Kind.Deadline(weekday: 6, week: -1, minutes: 17 * 60), [Kind.Approval(by: [.headOfTeam, .vicePrincipal])]),
      kind(
        "team-minutes", "Biên bản sinh hoạt chuyên môn", "Team minutes",
        "to-chuyen-mon/{team}/bien-ban/{date}-{slug}.md",
        [
          date, field("chu-tri", "Chủ trì", "Chair", .string, .people),
          field("thu-ki", "Thư kí", "Secretary", .string, .people), field("tong-so", "Tổng số", "Members", .integer),
          field("co-mat", "Có mặt", "Present", .integer), field("vang", "Vắng", "Absent", .integer),
        ], Kind.Expectation(owner: .team, rhythm: .month, atLeast: 1)),
      kind(
        "resolution-draft", "Dự thảo nghị quyết tổ", "Draft resolution",
        "to-chuyen-mon/{team}/du-thao-nghi-quyet/thang-{month:2}.md", [month, date]),
      kind(
        "team-resolution", "Nghị quyết tổ", "Team resolution", "to-chuyen-mon/{team}/nghi-quyet/thang-{month:2}.md",
        [month, number, date]),
      kind("team-plan", "Kế hoạch tổ", "Team plan", "to-chuyen-mon/{team}/ke-hoach/{slug}.md", [number, date]),
      kind(
        "school-resolution", "Nghị quyết nhà trường", "School resolution", "nha-truong/nghi-quyet/{date}-{slug}.md",
        [number, date, signer]),
      kind(
        "directive", "Văn bản chỉ đạo", "Directive", "nha-truong/van-ban-chi-dao/{date}-{slug}.md",
        [number, date, signer]),
      kind(
        "school-plan", "Kế hoạch nhà trường", "School plan", "nha-truong/ke-hoach/{slug}.md", [number, date, signer]),
      kind(
        "self-study", "Bồi dưỡng cá nhân", "Self-study", "boi-duong/ca-nhan/{person}/{slug}.md",
        [month, field("so-tiet", "Số tiết", "Periods", .integer)]),
      kind("training", "Bồi dưỡng tại trường", "School training", "boi-duong/nha-truong/{slug}.md", [month]),
      kind(
        "class-list", "Danh sách lớp", "Class list", "lop/{class}/danh-sach.csv",
        [
          field("ma", "Mã", "ID"), field("ho-ten", "Họ và tên", "Name"),
          field("ngay-sinh", "Ngày sinh", "Born", .date), field("gioi-tinh", "Giới tính", "Sex"),
        ], csv: true, key: "ma"),
      kind(
        "gradebook", "Sổ điểm", "Gradebook", "lop/{class}/so-diem/hoc-ki-{term}.csv",
        [
          field("ma", "Mã", "ID"), field("toan-gk", "Toán giữa kì", "Maths, mid-term", .number),
          field("tieng-viet-gk", "Tiếng Việt giữa kì", "Vietnamese, mid-term", .number),
          field("toan-ck", "Toán cuối kì", "Maths, final", .number),
        ], csv: true, key: "ma"),
    ]
  }
}
