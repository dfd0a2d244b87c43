internal import GitObjects
internal import HosoCore
internal import Testing

/// A school for what is owed: two teams, two classes of grade 4, one of grade 5, a year with tests.
///
/// an and binh (head) are in to-1, cuc (head) in to-2; dung is the principal, em the clerk, giam an inspector. 4a is an's,
/// 4b binh's, 5a cuc's. Kinds, assignments and people's dates are each test's own.
struct ObligationSchool {
  static let year = "2024-2025"

  var kinds: [Kind]
  var assignments: [Assignment] = [
    taught("an", "4a", "toan"), taught("an", "4b", "toan"), taught("binh", "4b", "khoa-hoc"),
    taught("cuc", "5a", "toan"),
  ]
  /// By person: first and last day in the school.
  var stays: [ListID: (from: String?, to: String?)] = [:]

  static func taught(
    _ person: ListID, _ schoolClass: ListID, _ subject: ListID, from: String? = nil, to: String? = nil
  ) -> Assignment {
    Assignment(
      person: person, schoolClass: schoolClass, subject: subject, periods: 5, from: from.flatMap { SchoolDate($0) },
      to: to.flatMap { SchoolDate($0) })
  }

  static func kind(
    _ place: String, _ owner: Kind.Expectation.Owner, _ rhythm: Kind.Expectation.Rhythm, atLeast: Int = 1,
    due: Kind.Deadline? = nil, columns: [ListID] = [], isPlan: Bool = false
  ) -> Kind {
    func field(_ name: String, _ reference: FieldSchema.Reference? = nil, test: ListID? = nil) -> FieldSchema {
      FieldSchema(name: name, title: Localized(vi: name, en: name), type: .string, reference: reference, test: test)
    }
    let fields =
      isPlan
      ? [field("mon", .subjects), field("lop", .classes), field(LessonField.number)]
      : columns.map { field("diem-\($0)", test: $0) }
    do {
      return Kind(
        id: "owed", code: "K1", title: Localized(vi: "Hồ sơ", en: "Record"),
        place: try PathTemplate("{year}/ho-so/\(place)"), format: columns.isEmpty ? .markdown : .csv, fields: fields,
        expectation: Kind.Expectation(owner: owner, rhythm: rhythm, atLeast: atLeast), deadline: due)
    } catch { preconditionFailure("the templates of these tests are sound: \(error)") }
  }

  var rulebook: Rulebook {
    func person(_ id: ListID, _ roles: [SchoolRole], _ team: ListID?, _ line: Int) -> Person {
      Person(
        id: id, name: id, email: "\(id)@truong.example", roles: roles, team: team,
        from: stays[id]?.from.flatMap { SchoolDate($0) }, to: stays[id]?.to.flatMap { SchoolDate($0) }, line: line)
    }
    let people = [
      person("an", [.teacher], "to-1", 2), person("binh", [.headOfTeam, .teacher], "to-1", 3),
      person("cuc", [.headOfTeam, .teacher], "to-2", 4), person("dung", [.principal], nil, 5),
      person("em", [.clerk], nil, 6), person("giam", [.inspector], nil, 7),
    ]
    let classes = [("4a", 4, "an"), ("4b", 4, "binh"), ("5a", 5, "cuc")].map {
      SchoolClass(id: $0.0, title: "Lớp \($0.0)", grade: $0.1, homeroom: $0.2)
    }
    return Rulebook(
      school: School(
        id: "suoi-may", name: "Suối Mây", level: "primary", language: .vietnamese, offset: 420, profile: "000",
        year: Self.year, policy: 1),
      people: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) }),
      teams: [
        "to-1": Team(id: "to-1", title: "Tổ 1", head: "binh"), "to-2": Team(id: "to-2", title: "Tổ 2", head: "cuc"),
      ],
      classes: Dictionary(uniqueKeysWithValues: classes.map { ($0.id, $0) }),
      subjects: ["toan": Subject(id: "toan", title: "Toán"), "khoa-hoc": Subject(id: "khoa-hoc", title: "Khoa học")],
      grants: [], kinds: kinds, calendars: [Self.year: Self.calendar], assignments: [Self.year: assignments],
      signers: [])
  }

  /// Weeks 1 to 4 from Monday 9 September 2024; two terms with two tests each.
  static let calendar = SchoolCalendar(
    year: year,
    spans: [
      span(.term, "1", "2024-09-05", "2025-01-17"), span(.term, "2", "2025-01-20", "2025-05-30"),
      span(.week, "1", "2024-09-09", "2024-09-13"), span(.week, "2", "2024-09-16", "2024-09-20"),
      span(.week, "3", "2024-09-23", "2024-09-27"), span(.week, "4", "2024-09-30", "2024-10-04"),
      span(.test, "giua-ki-1", "2024-11-05", "2024-11-07"), span(.test, "cuoi-ki-1", "2025-01-06", "2025-01-10"),
      span(.test, "giua-ki-2", "2025-03-24", "2025-03-26"),
    ])

  private static func span(
    _ period: SchoolCalendar.Period, _ id: ListID, _ from: String, _ to: String
  ) -> SchoolCalendar.Span {
    let days = [from, to].compactMap { SchoolDate($0) }
    precondition(days.count == 2, "the days of these tests exist")
    return SchoolCalendar.Span(
      period: period, id: id, title: "\(period) \(id)", from: days[0], to: days[1], isOnline: false, line: 1)
  }

  /// A record at each path, in order of the paths given, the first submitted on day 0, each a day later.
  func records(_ paths: [String]) throws -> [RecordStatus] {
    let rulebook = rulebook
    return try paths.enumerated().map { number, text in
      let path = try RecordPath("\(Self.year)/ho-so/\(text)")
      let (kind, place) = try #require(rulebook.placement(of: path), "\(text)")
      return RecordStatus(
        path: path, kind: kind, place: place, blob: .zero, versions: [], state: .submitted,
        submittedAt: Moment(seconds: Int64(number) * 86_400, offset: 420), dueAt: nil, decisions: [])
    }
  }

  /// Everything owed.
  func obligations(_ paths: [String] = [], _ contents: RecordContents = .unread) throws -> [Obligation] {
    Obligations(rulebook: rulebook, year: Self.year).all(answeredBy: try records(paths), contents: contents)
  }

  /// `owner(person) period: records` of each obligation; the person where it is not the owner himself.
  func owed(_ paths: [String] = [], _ contents: RecordContents = .unread) throws -> [String] {
    try obligations(paths, contents).map { each in
      let person = each.person.map { $0 == each.owner ? "" : "(\($0))" } ?? "(-)"
      return "\(each.owner)\(person) \(each.test ?? each.period.map(String.init) ?? "-"): \(each.records.count)"
    }
  }
}
