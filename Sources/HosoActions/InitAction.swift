internal import GitObjects
internal import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso init DIR`: a new school's repository from a profile, with its rules as the first commit.
package struct InitAction {
  /// What only the school can say.
  package struct Answers: Sendable {
    package let id: String
    package let name: String
    package let level: String
    package let year: String
    package let profile: String
    /// The first person: the admin, who then writes the other lists.
    package let person: String
    package let personName: String

    package init(
      id: String, name: String, level: String, year: String, profile: String, person: String, personName: String
    ) {
      self.id = id
      self.name = name
      self.level = level
      self.year = year
      self.profile = profile
      self.person = person
      self.personName = personName
    }
  }

  private let folder: String
  private let answers: Answers
  private let source: String
  private let now: Int64

  /// `source` is the folder whose `.hoso/` gives kinds, subjects and access.
  package init(folder: String, answers: Answers, from source: String, now: Int64) {
    self.folder = folder
    self.answers = answers
    self.source = source
    self.now = now
  }

  package func perform() async throws -> SubmitAction.Outcome {
    guard FileSystem.kind(at: folder + "/.hoso") == nil else {
      throw Problem(.targetExists, ["path": folder + "/.hoso"])
    }
    guard let start = Int(answers.year.prefix(4)), answers.year == "\(start)-\(start + 1)" else {
      throw Problem(.invalidOption, ["option": "--year"])
    }
    let isNew = FileSystem.kind(at: folder) == nil
    try FileSystem.makeFolders(folder)
    let folder = FileSystem.real(folder) ?? folder
    do {
      let outcome = try await fill(folder, year: start)
      if case .refused = outcome { try Self.undo(folder, isNew) }
      return outcome
    } catch {
      try? Self.undo(folder, isNew)
      throw error
    }
  }

  /// Takes away what a start that failed has made.
  private static func undo(_ folder: String, _ isNew: Bool) throws {
    try FileSystem.remove(isNew ? folder : folder + "/.hoso")
  }

  private func fill(_ folder: String, year start: Int) async throws -> SubmitAction.Outcome {
    if FileSystem.kind(at: folder + "/.git") == nil {
      try await Tool.run("git", ["init", "--quiet", "--initial-branch=main", folder])
    }
    let store = try SchoolStore(at: folder)
    let key = try store.configuredIdentity()
    let rules = folder + "/.hoso"
    for part in ["kinds", "calendar", "assignments"] { try FileSystem.makeFolders(rules + "/" + part) }
    func put(_ name: String, _ text: String) throws {
      try FileSystem.replace(rules + "/" + name, with: Array(text.utf8))
    }
    let sample = WorkingTree(root: source)
    for entry in try sample.entries(in: try RecordPath(".hoso/kinds")) {
      let name = "kinds/" + String(decoding: entry.name, as: UTF8.self)
      try put(name, String(decoding: try FileSystem.read(source + "/.hoso/" + name), as: UTF8.self))
    }
    for name in ["subjects.csv", "access.csv"] {
      try put(name, String(decoding: try FileSystem.read(source + "/.hoso/" + name), as: UTF8.self))
    }
    try put("school.yml", school)
    try put(
      "people.csv", "id,name,email,roles,team,from,to\n\(answers.person),\(answers.personName),\(key.email),admin,,,\n")
    try put("teams.csv", "id,title,head\n")
    try put("classes.csv", "id,title,grade,homeroom\n")
    try put("calendar/\(answers.year).csv", SchoolYearTemplate(start: start).text)
    try put("assignments/\(answers.year).csv", "person,class,subject,periods\n")
    try put("allowed_signers", "\(key.email) namespaces=\"git\" \(key.key)\n")
    let workspace = Workspace(store: store, folder: folder, now: now)
    return try await SubmitAction(paths: [".hoso"], message: "Lập quy tắc hồ sơ năm học \(answers.year)").perform(
      in: workspace)
  }

  private var school: String {
    """
    format: 1
    id: \(answers.id)
    name: \(RecordTemplate.scalar(answers.name))
    level: \(answers.level)
    language: vi
    timezone: Asia/Ho_Chi_Minh
    profile: "\(answers.profile)"
    year: \(answers.year)
    policy: 1

    """
  }
}

/// A calendar to begin with: two terms and 35 weeks from the first Monday after 5 September; holidays are the school's to add.
struct SchoolYearTemplate {
  let start: Int

  var text: String {
    guard let opening = SchoolDate(year: start, month: 9, day: 5) else { return "" }
    let monday = opening.adding(days: (8 - opening.weekday) % 7)
    let half = monday.adding(days: 18 * 7 - 3)
    let end = monday.adding(days: 37 * 7 - 3)
    var text = "type,id,title,from,to,mode\n"
    text += "term,1,Học kì I,\(opening),\(half),\nterm,2,Học kì II,\(half.adding(days: 3)),\(end),\n"
    // Two weeks in the middle are kept free for Tết.
    for week in 1...35 {
      let first = monday.adding(days: (week - 1 + (week > 20 ? 2 : 0)) * 7)
      text += "week,\(week),Tuần \(week),\(first),\(first.adding(days: 4)),\n"
    }
    return text
  }
}
