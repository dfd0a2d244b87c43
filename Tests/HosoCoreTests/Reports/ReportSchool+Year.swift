internal import HosoCore

/// Half a school year in which everything happens once.
///
/// | | |
/// | --- | --- |
/// | teams | `to-1`: an (4a, mathematics), binh (head); `to-2`: cuc (English in 4a and 4b), han (head; 4b, mathematics) |
/// | others | dung (principal), em (vice principal), giang (left in June 2024) |
/// | pupils | 4a: p1 p2 p3, in October p4 comes and p3 goes; 4b: q1 q2; 5a has no list and no book |
extension ReportSchool {
  static let now = "2025-01-15 08:00"

  /// With `hasDeadlineOfMarks` each class owes the marks of each test seven working days behind it.
  static func halfYear(hasDeadlineOfMarks: Bool = false) throws -> ReportSchool {
    var school = ReportSchool(rulebook: try rules(hasDeadlineOfMarks))
    try school.handInPlans()
    try school.keepBooks()
    return school
  }

  static let plans = "\(year)/ke-hoach-bai-day"

  /// Plans are due on Saturday of the week before at 17:00: 7, 14 and 28 September.
  private mutating func handInPlans() throws {
    let an = "\(Self.plans)/to-1/an"
    let cuc = "\(Self.plans)/to-2/cuc"
    try commit("\(an)/tuan-01/a.md", Self.plan("Ôn tập", "4a", 2, "2024-09-10"), by: "an", at: "2024-09-06 20:00")
    try commit("\(cuc)/tuan-01/a.md", Self.plan("Unit 1", "4a", 2, "2024-09-11"), by: "cuc", at: "2024-09-07 16:00")
    try decide(.approve, "\(an)/tuan-01/a.md", by: "binh", as: .headOfTeam, at: "2024-09-07 18:00")
    try decide(.approve, "\(an)/tuan-01/a.md", by: "em", as: .vicePrincipal, at: "2024-09-08 08:00", "Câu hỏi rõ.")
    try decide(.approve, "\(cuc)/tuan-01/a.md", by: "em", as: .vicePrincipal, at: "2024-09-08 08:30")
    try commit("\(cuc)/tuan-02/a.md", Self.plan("Unit 2", "4b", 1, "2024-09-18"), by: "cuc", at: "2024-09-14 17:00")
    // One day late, and returned.
    try commit("\(an)/tuan-02/a.md", Self.plan("So sánh", "4a", 1, "2024-09-17"), by: "an", at: "2024-09-15 17:00")
    try decide(.return, "\(an)/tuan-02/a.md", by: "binh", as: .headOfTeam, at: "2024-09-15 19:00", "Thiếu đáp án.")
  }

  private static func plan(_ title: String, _ schoolClass: String, _ periods: Int, _ date: String) -> String {
    "---\nmon: \(title.hasPrefix("Unit") ? "tieng-anh" : "toan")\nlop: \(schoolClass)\nso-tiet: \(periods)\n"
      + "ngay-day: \(date)\n---\n# \(title)\n"
  }

  private mutating func keepBooks() throws {
    let lists = ["4a", "4b"].map { "\(Self.year)/lop/\($0)/danh-sach.csv" }
    try commit(lists[0], "ma,ho-ten\np1,A\np2,B\np3,C\n", by: "em", at: "2024-09-05 08:00")
    try commit(lists[1], "ma,ho-ten\nq1,D\nq2,E\n", by: "em", at: "2024-09-05 09:00")
    try commit(lists[0], "ma,ho-ten\np1,A\np2,B\np3,C\np4,F\n", by: "em", at: "2024-10-10 08:00")
    try commit(lists[0], "ma,ho-ten\np1,A\np2,B\np4,F\n", by: "em", at: "2024-10-20 08:00")

    let book = "\(Self.year)/lop/4a/so-diem/hoc-ki-1.csv"
    let head = "ma,toan-gk,toan-ck,tieng-anh-ck,toan-muc\n"
    try commit(book, head + "p1,8,,,\np2,6,,,\np4,,,,\n", by: "an", at: "2024-11-08 08:00")
    // The mark of p1 is changed, that of p4 entered.
    try commit(book, head + "p1,9,,,\np2,6,,,\np4,7,,,\n", by: "an", at: "2024-11-09 08:00")
    try commit(book, head + "p1,9,10,,T\np2,6,5,,H\np4,7,6,,H\n", by: "an", at: "2025-01-11 08:00")
    try commit(book, head + "p1,9,10,7,T\np2,6,5,,H\np4,7,6,,H\n", by: "cuc", at: "2025-01-12 08:00")
    try commit(book, head + "p1,9,10,6,T\np2,6,5,,H\np4,7,6,,H\n", by: "cuc", at: "2025-01-13 08:00")
    try commit(
      "\(Self.year)/lop/4b/so-diem/hoc-ki-1.csv", head + "q1,4,3,,C\nq2,5,,,\n", by: "han", at: "2025-01-11 09:00")
    // The teacher's own book differs: p4 in the mid-term, p2 without a final mark, p9 unknown to the class.
    try commit(
      "\(Self.year)/so-diem-giao-vien/an/4a/toan-hoc-ki-1.csv",
      "ma,gk,ck,muc\np1,9,10,T\np2,6,,H\np4,8,6,H\np9,5,,\n", by: "an", at: "2025-01-14 08:00")
  }

  private static func rules(_ hasDeadlineOfMarks: Bool) throws -> Rulebook {
    func person(
      _ id: ListID, _ roles: [SchoolRole], _ team: ListID?, _ line: Int, to: SchoolDate? = nil
    ) -> Person {
      Person(
        id: id, name: id, email: "\(id)@truong.example", roles: roles, team: team, from: nil, to: to, line: line)
    }
    let people = [
      person("an", [.teacher], "to-1", 2), person("binh", [.headOfTeam, .teacher], "to-1", 3),
      person("cuc", [.teacher], "to-2", 4), person("dung", [.principal], nil, 5),
      person("em", [.vicePrincipal], nil, 6), person("giang", [.teacher], "to-1", 7, to: SchoolDate("2024-06-30")),
      person("han", [.headOfTeam, .teacher], "to-2", 8),
    ]
    let teams = [Team(id: "to-1", title: "Tổ 1", head: "binh"), Team(id: "to-2", title: "Tổ 2", head: "han")]
    let classes = [("4a", 4, "an"), ("4b", 4, "han"), ("5a", 5, "cuc")].map {
      SchoolClass(id: $0.0, title: "Lớp \($0.0)", grade: $0.1, homeroom: $0.2)
    }
    let assignments = [
      ("an", "4a", "toan"), ("cuc", "4a", "tieng-anh"), ("cuc", "4b", "tieng-anh"), ("han", "4b", "toan"),
    ]
    return Rulebook(
      school: School(
        id: "suoi-may", name: "Suối Mây", level: "primary", language: .vietnamese, offset: offset, profile: "000",
        year: year, policy: 1),
      people: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) }),
      teams: Dictionary(uniqueKeysWithValues: teams.map { ($0.id, $0) }),
      classes: Dictionary(uniqueKeysWithValues: classes.map { ($0.id, $0) }),
      subjects: [
        "toan": Subject(id: "toan", title: "Toán"), "tieng-anh": Subject(id: "tieng-anh", title: "Tiếng Anh"),
      ], grants: [], kinds: try kinds(hasDeadlineOfMarks), calendars: [year: calendar],
      assignments: [
        year: assignments.map { Assignment(person: $0.0, schoolClass: $0.1, subject: $0.2, periods: 4) }
      ], signers: signers)
  }

  private static let calendar = SchoolCalendar(
    year: year,
    spans: [
      span(.term, "1", "2024-09-05", "2025-01-17"), span(.term, "2", "2025-01-20", "2025-05-30"),
      span(.week, "1", "2024-09-09", "2024-09-13"), span(.week, "2", "2024-09-16", "2024-09-20"),
      span(.week, "3", "2024-09-30", "2024-10-04"), span(.test, "giua-ki-1", "2024-11-05", "2024-11-07"),
      span(.test, "cuoi-ki-1", "2025-01-06", "2025-01-10"),
    ])

  private static func span(
    _ period: SchoolCalendar.Period, _ id: ListID, _ from: String, _ to: String
  ) -> SchoolCalendar.Span {
    SchoolCalendar.Span(
      period: period, id: id, title: id, from: SchoolDate(from) ?? SmallSchool.today,
      to: SchoolDate(to) ?? SmallSchool.today, isOnline: false, line: 1)
  }

  /// The keys: an's ends in 16 days, binh's never, cuc's is over, dung's is good, em has none, giang's is still valid,
  /// han has an old and a new one, and one is a stranger's.
  private static let signers = [
    signer("an", until: "2025-02-01 00:00", 1), signer("binh", until: nil, 2),
    signer("cuc", until: "2025-01-01 00:00", 3),
    signer("dung", until: "2026-01-01 00:00", 4), signer("giang", until: nil, 5),
    signer("han", until: "2024-08-01 00:00", 6),
    signer("han", until: "2025-08-01 00:00", 7), signer("xa-la", until: nil, 8),
  ]

  private static func signer(_ person: ListID, until: String?, _ line: Int) -> Signer {
    Signer(
      email: "\(person)@truong.example", keyType: "ssh-ed25519", key: "k\(line)", validAfter: nil,
      validBefore: until.map { moment($0) }, line: line)
  }

  private static func kinds(_ hasDeadlineOfMarks: Bool) throws -> [Kind] {
    func title(_ text: String) -> Localized { Localized(vi: text, en: text) }
    func mark(_ name: String) -> FieldSchema {
      FieldSchema(
        name: name, title: title(name), type: .integer, isRequired: false, minimum: 0, maximum: 10,
        test: hasDeadlineOfMarks ? name.hasSuffix("gk") ? "giua-ki" : "cuoi-ki" : nil)
    }
    func level(_ name: String) -> FieldSchema {
      FieldSchema(name: name, title: title(name), type: .string, isRequired: false, allowed: ["T", "H", "C"])
    }
    let pupil = FieldSchema(name: "ma", title: title("ma"), type: .string)
    let list = try PathTemplate("{year}/lop/{class}/danh-sach.csv")
    let roster = Kind.Roster(field: "ma", resource: list, key: "ma")
    return [
      Kind(
        id: "lesson-plan", code: "K4", title: title("plan"),
        place: try PathTemplate("{year}/ke-hoach-bai-day/{team}/{person}/tuan-{week:2}/{slug}.md"), format: .markdown,
        fields: [
          FieldSchema(name: "mon", title: title("mon"), type: .string, reference: .subjects),
          FieldSchema(name: "lop", title: title("lop"), type: .string, reference: .classes),
          FieldSchema(name: "so-tiet", title: title("so-tiet"), type: .integer),
          FieldSchema(name: "ngay-day", title: title("ngay-day"), type: .date),
        ], expectation: Kind.Expectation(owner: .teacher, rhythm: .week, atLeast: 1),
        deadline: Kind.Deadline(weekday: 6, week: -1, minutes: 17 * 60),
        approvals: [Kind.Approval(by: [.headOfTeam]), Kind.Approval(by: [.vicePrincipal])]),
      Kind(
        id: "class-list", code: "K43", title: title("list"), place: list, format: .csv,
        fields: [pupil, FieldSchema(name: "ho-ten", title: title("ho-ten"), type: .string)], primaryKey: "ma"),
      Kind(
        id: "class-gradebook", code: "K17", title: title("book"),
        place: try PathTemplate("{year}/lop/{class}/so-diem/hoc-ki-{term}.csv"), format: .csv,
        fields: [pupil, mark("toan-gk"), mark("toan-ck"), mark("tieng-anh-ck"), level("toan-muc")], primaryKey: "ma",
        roster: roster,
        expectation: hasDeadlineOfMarks ? Kind.Expectation(owner: .class, rhythm: .test, atLeast: 1) : nil,
        deadline: hasDeadlineOfMarks ? Kind.Deadline(.relative(.after, .test(nil), .workingDays(7))) : nil),
      Kind(
        id: "personal-gradebook", code: "K16", title: title("own book"),
        place: try PathTemplate("{year}/so-diem-giao-vien/{person}/{class}/{subject}-hoc-ki-{term}.csv"), format: .csv,
        fields: [pupil, mark("gk"), mark("ck"), level("muc")], primaryKey: "ma", roster: roster),
    ]
  }
}
