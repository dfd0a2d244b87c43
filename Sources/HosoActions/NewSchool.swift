internal import HosoCore
internal import HosoFormats

/// The rule files of a school that begins: kinds, rights and retention of its profile, empty lists, a calendar.
struct NewSchool {
  let answers: InitAction.Answers
  let profile: SchoolProfile
  /// The school level: the one asked for, else the profile's usual one.
  let level: String
  /// Kinds that the school keeps though its profile does not have them.
  private let also: [ListID]

  init(_ answers: InitAction.Answers) throws(Problem) {
    self.answers = answers
    profile = try Profiles.profile(answers.profile)
    level = answers.level ?? profile.levels[0]
    guard profile.levels.contains(level) else {
      throw Problem(
        .profileLevel, ["profile": profile.id, "level": level, "levels": profile.levels.joined(separator: ", ")])
    }
    guard let start = Int(answers.year.prefix(4)), answers.year == "\(start)-\(start + 1)" else {
      throw Problem(.invalidOption, ["option": "--year"])
    }
    var also: [ListID] = []
    for name in answers.also {
      let kinds = Profiles.kinds(named: name)
      guard !kinds.isEmpty else {
        throw Problem(.unknownKind, ["kind": name, "known": Profiles.kinds.joined(separator: ", ")])
      }
      also += kinds
    }
    self.also = also
  }

  /// Each file's text, by its name below `.hoso/`.
  func files(email: String, key: String) -> [String: String] {
    var files: [String: String] = [:]
    for kind in Set(profile.kinds + also) {
      files["kinds/\(kind).yml"] = profile.kindFile(kind, level: level)
    }
    let places = files.values.compactMap(Self.place)
    files["access.csv"] = profile.access(for: places)
    files["retention.csv"] = profile.retention
    files["corrections.yml"] = profile.corrections
    files["subjects.csv"] = Profiles.subjects(of: level)
    files["school.yml"] = school
    files["people.csv"] =
      "id,name,email,roles,team,from,to\n\(answers.person),\(answers.personName),\(email),admin,,,\n"
    files["teams.csv"] = "id,title,head\n"
    files["classes.csv"] = "id,title,grade,homeroom\n"
    files["calendar/\(answers.year).csv"] = SchoolYearTemplate(start: Int(answers.year.prefix(4)) ?? 0).text
    files["assignments/\(answers.year).csv"] = "person,class,subject,periods\n"
    files["allowed_signers"] = "\(email) namespaces=\"git\" \(key)\n"
    return files
  }

  /// The place that a kind's file gives its records.
  private static func place(of kind: String) -> PathTemplate? {
    let line = kind.split(separator: "\n").first { $0.hasPrefix("place: ") }
    return line.flatMap { try? PathTemplate($0.dropFirst(7).filter { $0 != "\"" }) }
  }

  private var school: String {
    """
    format: 1
    id: \(answers.id)
    name: \(RecordTemplate.scalar(answers.name))
    level: \(level)
    language: vi
    timezone: Asia/Ho_Chi_Minh
    profile: "\(profile.id)"
    year: \(answers.year)
    policy: 1

    """
  }
}
