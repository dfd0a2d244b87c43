internal import GitObjects
internal import HosoCore
internal import HosoStore

/// `hoso init DIR`: a new school's repository from a profile, with its rules as the first commit.
package struct InitAction {
  /// What only the school can say.
  package struct Answers: Sendable {
    package let id: String
    package let name: String
    /// Nil for the usual one of the profile.
    package let level: String?
    package let year: String
    package let profile: String
    /// Kinds beside those of the profile, by id or code.
    package let also: [String]
    /// The first person: the admin, who then writes the other lists.
    package let person: String
    package let personName: String

    package init(
      id: String, name: String, level: String?, year: String, profile: String, also: [String] = [], person: String,
      personName: String
    ) {
      self.id = id
      self.name = name
      self.level = level
      self.year = year
      self.profile = profile
      self.also = also
      self.person = person
      self.personName = personName
    }
  }

  private let folder: String
  private let answers: Answers
  private let now: Int64

  package init(folder: String, answers: Answers, now: Int64) {
    self.folder = folder
    self.answers = answers
    self.now = now
  }

  package func perform() async throws -> SubmitAction.Outcome {
    guard FileSystem.kind(at: folder + "/.hoso") == nil else {
      throw Problem(.targetExists, ["path": folder + "/.hoso"])
    }
    let school = try NewSchool(answers)
    let isNew = FileSystem.kind(at: folder) == nil
    try FileSystem.makeFolders(folder)
    let folder = FileSystem.real(folder) ?? folder
    do {
      let outcome = try await fill(folder, school)
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

  private func fill(_ folder: String, _ school: NewSchool) async throws -> SubmitAction.Outcome {
    if FileSystem.kind(at: folder + "/.git") == nil {
      try await Tool.run("git", ["init", "--quiet", "--initial-branch=main", folder])
    }
    let store = try SchoolStore(at: folder)
    let key = try store.configuredIdentity()
    let rules = folder + "/.hoso"
    for part in ["kinds", "calendar", "assignments"] { try FileSystem.makeFolders(rules + "/" + part) }
    for (name, text) in school.files(email: key.email, key: key.key).sorted(by: { $0.key < $1.key }) {
      try FileSystem.replace(rules + "/" + name, with: Array(text.utf8))
    }
    let workspace = Workspace(store: store, folder: folder, now: now)
    return try await SubmitAction(paths: [".hoso"], message: "Lập quy tắc hồ sơ năm học \(answers.year)").perform(
      in: workspace)
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
