internal import GitObjects
internal import HosoCore

extension RulebookReader {
  /// `school.yml`.
  func readSchool() throws -> School? {
    let path = ".hoso/school.yml"
    guard let map = try yaml(at: path) else { return nil }
    defer { map.finish() }
    guard map.text("format") == "1" else {
      map.invalid("format")
      return nil
    }
    guard let offset = Self.offset(of: map.text("timezone") ?? "") else {
      map.invalid("timezone")
      return nil
    }
    guard let language = Language(rawValue: map.text("language") ?? "") else {
      map.invalid("language")
      return nil
    }
    let number = map.text("policy") ?? ""
    guard let policy = Int(number), String(policy) == number, (1...Self.lastPolicy).contains(policy) else {
      map.invalid("policy")
      return nil
    }
    let predecessor = map.text("predecessor")
    if let predecessor, ObjectID(hexadecimal: predecessor) == nil { map.invalid("predecessor") }
    let signs = map.text("signed-commits") ?? "no"
    if !["yes", "no"].contains(signs) { map.invalid("signed-commits") }
    let saturdays = map.text("working-saturdays") ?? "no"
    if !["yes", "no"].contains(saturdays) { map.invalid("working-saturdays") }
    let command = map.texts("remind-command")
    if !command.isEmpty, !Self.isCommand(command) { map.invalid("remind-command") }
    guard let id = map.text("id"), Self.isID(id) else {
      map.invalid("id")
      return nil
    }
    let level = map.text("level") ?? ""
    if !["primary", "lower-secondary", "upper-secondary"].contains(level) { map.invalid("level") }
    return School(
      id: id, name: map.text("name") ?? "", level: level, language: language, offset: offset,
      profile: map.text("profile") ?? "", year: map.text("year") ?? "", policy: policy,
      predecessor: predecessor.flatMap { ObjectID(hexadecimal: $0) }, signsCommits: signs == "yes",
      worksSaturdays: saturdays == "yes", remindCommand: command)
  }

  /// A program by its name or whole path, which nothing in the repository can take the place of, and its arguments.
  static func isCommand(_ words: [String]) -> Bool {
    guard let program = words.first, !program.isEmpty, words.count <= 20 else { return false }
    return (program.hasPrefix("/") || !program.contains("/")) && !program.hasPrefix("-")
      && words.allSatisfy { $0.utf8.count <= 200 && $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
  }

  /// Far above what a school reaches, far below where adding one overflows.
  private static let lastPolicy = 999_999_999

  /// Minutes east of UTC; Viet Nam has kept +07:00 without summer time since 1975.
  static func offset(of zone: String) -> Int? {
    if zone == "Asia/Ho_Chi_Minh" { return 420 }
    let parts = zone.dropFirst().split(separator: ":")
    guard zone.hasPrefix("+") || zone.hasPrefix("-"), parts.count == 2, let hours = Int(parts[0]),
      let minutes = Int(parts[1]), hours <= 14, minutes < 60
    else { return nil }
    return (zone.hasPrefix("-") ? -1 : 1) * (hours * 60 + minutes)
  }

  /// `teams.csv`.
  func readTeams() throws -> [ListID: Team] {
    byID(try table(at: ".hoso/teams.csv", required: ["id", "title", "head"])) { row in
      Team(id: row["id"], title: row["title"], head: row["head"])
    }
  }

  /// `subjects.csv`.
  func readSubjects() throws -> [ListID: Subject] {
    byID(try table(at: ".hoso/subjects.csv", required: ["id", "title"])) { Subject(id: $0["id"], title: $0["title"]) }
  }

  /// `people.csv`.
  func readPeople(teams: [ListID: Team]) throws -> [ListID: Person] {
    let table = try table(
      at: ".hoso/people.csv", required: ["id", "name", "email", "roles", "team", "from", "to"], dates: ["from", "to"])
    var addresses: Set<String> = []
    return byID(table) { row in
      let roles = row["roles"].split(separator: " ").map(String.init)
      for role in roles where SchoolRole(rawValue: role) == nil { invalid("roles", at: table.path, line: row.line) }
      let team = row["team"].isEmpty ? nil : row["team"]
      if let team, teams[team] == nil { unknown(team, in: "teams.csv", at: table.path, line: row.line) }
      if !Self.isAddress(row["email"]) { invalid("email", at: table.path, line: row.line) }
      if !addresses.insert(row["email"]).inserted { duplicate(row["email"], at: table.path, line: row.line) }
      if !Self.isPersonName(row["name"]) {
        invalid("name", at: table.path, line: row.line)
      }
      if let from = row.date("from"), let to = row.date("to"), to < from {
        invalid("to", at: table.path, line: row.line)
      }
      return Person(
        id: row["id"], name: row["name"], email: row["email"], roles: roles.compactMap(SchoolRole.init), team: team,
        from: row.date("from"), to: row.date("to"), line: row.line)
    }
  }

  /// A name that a commit can carry as it is: git strips spaces and some signs at the ends (`ident.c`).
  static func isPersonName(_ text: String) -> Bool {
    let stripped = " .,:;<>\"\\'"
    guard let first = text.first, let last = text.last else { return false }
    return !text.contains { "<>\n".contains($0) } && !stripped.contains(first) && !stripped.contains(last)
  }

  /// Lower-case ASCII, one `@`, no spaces: what git, OpenSSH and a mail server all read alike.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || ".-_+@".utf8.contains($0)
      }
  }

  /// `classes.csv`.
  func readClasses(people: [ListID: Person]) throws -> [ListID: SchoolClass] {
    let table = try table(at: ".hoso/classes.csv", required: ["id", "title", "grade", "homeroom"])
    return byID(table) { row in
      let homeroom = row["homeroom"].isEmpty ? nil : row["homeroom"]
      if let homeroom, people[homeroom] == nil { unknown(homeroom, in: "people.csv", at: table.path, line: row.line) }
      guard let grade = Int(row["grade"]), (1...12).contains(grade) else {
        invalid("grade", at: table.path, line: row.line)
        return nil
      }
      return SchoolClass(id: row["id"], title: row["title"], grade: grade, homeroom: homeroom)
    }
  }

  /// `assignments/<year>.csv`.
  func readAssignments(
    people: [ListID: Person], classes: [ListID: SchoolClass], subjects: [ListID: Subject]
  ) throws -> [String: [Assignment]] {
    var result: [String: [Assignment]] = [:]
    for name in try files(in: ".hoso/assignments", ending: ".csv") {
      let table = try table(
        at: ".hoso/assignments/\(name)", required: ["person", "class", "subject", "periods"],
        optional: ["from", "to"], dates: ["from", "to"])
      result[String(name.dropLast(4))] = table.rows.compactMap { row in
        if people[row["person"]] == nil { unknown(row["person"], in: "people.csv", at: table.path, line: row.line) }
        if classes[row["class"]] == nil { unknown(row["class"], in: "classes.csv", at: table.path, line: row.line) }
        if subjects[row["subject"]] == nil {
          unknown(row["subject"], in: "subjects.csv", at: table.path, line: row.line)
        }
        guard let periods = Int(row["periods"]), (0...60).contains(periods) else {
          invalid("periods", at: table.path, line: row.line)
          return nil
        }
        if let from = row.date("from"), let to = row.date("to"), to < from {
          invalid("to", at: table.path, line: row.line)
        }
        return Assignment(
          person: row["person"], schoolClass: row["class"], subject: row["subject"], periods: periods,
          from: row.date("from"), to: row.date("to"))
      }
    }
    return result
  }

  /// `calendar/<year>.csv`.
  func readCalendars(offset: Int) throws -> [String: SchoolCalendar] {
    var result: [String: SchoolCalendar] = [:]
    for name in try files(in: ".hoso/calendar", ending: ".csv") {
      let table = try table(
        at: ".hoso/calendar/\(name)", required: ["type", "id", "title", "from", "to", "mode"], dates: ["from", "to"])
      var spans: [SchoolCalendar.Span] = []
      for row in table.rows {
        guard let period = SchoolCalendar.Period(rawValue: row["type"]) else {
          invalid("type", at: table.path, line: row.line)
          continue
        }
        guard let from = row.date("from"), let to = row.date("to"), from <= to else {
          invalid("to", at: table.path, line: row.line)
          continue
        }
        if !["", "online"].contains(row["mode"]) { invalid("mode", at: table.path, line: row.line) }
        if period == .week, Int(row["id"]) == nil { invalid("id", at: table.path, line: row.line) }
        let overlap = spans.first { $0.period == period && $0.from <= to && from <= $0.to }
        if let overlap, period != .test {
          log.report(
            Diagnostic(.calendarOverlap, path: table.path, line: row.line, facts: ["other": String(overlap.line)]))
        }
        spans.append(
          SchoolCalendar.Span(
            period: period, id: row["id"], title: row["title"], from: from, to: to, isOnline: row["mode"] == "online",
            line: row.line))
      }
      let year = String(name.dropLast(4))
      result[year] = SchoolCalendar(year: year, spans: spans)
    }
    return result
  }
}
