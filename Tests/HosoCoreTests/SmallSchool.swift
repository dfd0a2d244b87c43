internal import GitObjects
internal import HosoCore

/// A school of two teams, as small as the tests need it.
enum SmallSchool {
  static let year = "2024-2025"
  static let offset = 420
  static let today = SchoolDate(day: 20_000)

  /// - an, binh (head): team to-1; cuc: team to-2, teaches 4a; dung: principal; em: vice principal;
  ///   giang: left in June 2024. The homeroom teacher of 4a is an.
  static let people = [
    person("an", [.teacher], team: "to-1"), person("binh", [.headOfTeam, .teacher], team: "to-1"),
    person("cuc", [.teacher], team: "to-2"), person("dung", [.principal]), person("em", [.vicePrincipal]),
    person("giang", [.teacher], team: "to-1", to: SchoolDate("2024-06-30")),
  ]

  private static func person(
    _ id: ListID, _ roles: [SchoolRole], team: ListID? = nil, to: SchoolDate? = nil
  ) -> Person {
    Person(
      id: id, name: id, email: "\(id)@truong.edu.vn", roles: roles, team: team, from: nil, to: to,
      line: 2 + (id.utf8.first.map(Int.init) ?? 0))
  }

  static func person(_ id: ListID) -> Person { people.first { $0.id == id } ?? people[0] }

  /// The rules, with these lines of `access.csv`: `folder,who,role[,limited[,from[,to]]]`.
  static func rulebook(
    access: [String] = [], kinds: [Kind] = [lessonPlan], policy: Int = 7, predecessor: ObjectID? = nil,
    tree: ObjectID? = nil, name: String = "Suối Mây", signsCommits: Bool = false, delegations: [Delegation] = []
  ) throws -> Rulebook {
    let school = School(
      id: "suoi-may", name: name, level: "primary", language: .vietnamese, offset: offset, profile: "000",
      year: year, policy: policy, predecessor: predecessor, signsCommits: signsCommits)
    let teams = [
      "to-1": Team(id: "to-1", title: "Tổ 1", head: "binh"), "to-2": Team(id: "to-2", title: "Tổ 2", head: "cuc"),
    ]
    return Rulebook(
      school: school, people: Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) }), teams: teams,
      classes: ["4a": SchoolClass(id: "4a", title: "Lớp 4A", grade: 4, homeroom: "an")], subjects: [:],
      grants: try access.enumerated().map { try grant($1, line: $0 + 2) }, kinds: kinds,
      calendars: [year: calendar],
      assignments: [
        year: [
          Assignment(person: "an", schoolClass: "4a", subject: "toan", periods: 5),
          Assignment(person: "cuc", schoolClass: "4a", subject: "tieng-anh", periods: 4),
        ]
      ], signers: [], tree: tree, delegations: delegations)
  }

  private struct NoGrant: Error { let line: String }

  private static func grant(_ line: String, line number: Int) throws -> AccessGrant {
    let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init) + ["", "", ""]
    guard let grantee = AccessGrant.Grantee(cells[1]), let role = DriveRole(rawValue: cells[2]) else {
      throw NoGrant(line: line)
    }
    return AccessGrant(
      folder: try PathTemplate(cells[0]), grantee: grantee, role: role, isLimited: cells[3] == "limited",
      from: SchoolDate(cells[4]), to: SchoolDate(cells[5]), line: number)
  }

  /// Weeks 1 to 3 from Monday 9 September 2024; two terms.
  static let calendar = SchoolCalendar(
    year: year,
    spans: [span(.term, "1", "2024-09-05", "2025-01-17"), span(.term, "2", "2025-01-20", "2025-05-30")]
      + [
        span(.week, "1", "2024-09-09", "2024-09-13"), span(.week, "2", "2024-09-16", "2024-09-20"),
        span(.week, "3", "2024-09-30", "2024-10-04"),
      ])

  private static func span(
    _ period: SchoolCalendar.Period, _ id: ListID, _ from: String, _ to: String
  ) -> SchoolCalendar.Span {
    SchoolCalendar.Span(
      period: period, id: id, title: id, from: SchoolDate(from) ?? today, to: SchoolDate(to) ?? today, isOnline: false,
      line: 1)
  }

  /// Due on Saturday of the week before at 17:00; one step of approval.
  static let lessonPlan = kind(
    "lesson-plan", "{year}/ke-hoach-bai-day/{team}/{person}/tuan-{week:2}/{slug}.md",
    expectation: Kind.Expectation(owner: .teacher, rhythm: .week, atLeast: 1),
    deadline: Kind.Deadline(weekday: 6, week: -1, minutes: 17 * 60), approvals: [[.headOfTeam, .vicePrincipal]])

  static func kind(
    _ id: String, _ place: String, expectation: Kind.Expectation? = nil, deadline: Kind.Deadline? = nil,
    approvals: [[SchoolRole]] = [], hasOrder: Bool = true
  ) -> Kind {
    do {
      return Kind(
        id: id, code: "K1", title: Localized(vi: id, en: id), place: try PathTemplate(place), format: .markdown,
        fields: [], expectation: expectation, deadline: deadline, approvals: approvals.map { Kind.Approval(by: $0) },
        hasOrder: hasOrder)
    } catch { preconditionFailure("the templates of these tests are sound: \(error)") }
  }
}
