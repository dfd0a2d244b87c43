internal import GitObjects
internal import HosoCore

/// Reads all of `.hoso/` from one snapshot and checks that the files fit together.
struct RulebookReader {
  let snapshot: any Snapshot
  let log = DiagnosticLog()

  init(snapshot: any Snapshot) { self.snapshot = snapshot }

  /// The rulebook, or nil where a fault leaves none that could judge anything.
  func read(report: (Diagnostic) -> Void) throws -> Rulebook? {
    defer { log.diagnostics.sorted(by: Diagnostic.inReadingOrder).forEach(report) }
    guard let school = try readSchool() else { return nil }
    let teams = try readTeams()
    let people = try readPeople(teams: teams)
    let subjects = try readSubjects()
    let classes = try readClasses(people: people)
    let calendars = try readCalendars(offset: school.offset)
    let assignments = try readAssignments(people: people, classes: classes, subjects: subjects)
    let kinds = try readKinds()
    let grants = try readAccess(people: people, teams: teams)
    let delegations = try readDelegations(people: people, teams: teams, kinds: kinds)
    checkReviews(kinds)
    let retention = try readRetention(people: people)
    checkRetention(kinds, retention)
    let signers = try readSigners(people: people, offset: school.offset)
    for team in teams.values where people[team.head] == nil {
      unknown(team.head, in: "people.csv", at: ".hoso/teams.csv", line: nil)
    }
    let procedures = try readProcedures(kinds: kinds, people: people)
    guard !log.diagnostics.hasErrors else { return nil }
    let folder = try snapshot.entry(at: .rulesFolder)
    let tree = folder.flatMap { $0.isFolder && !$0.id.isZero ? $0.id : nil }
    return Rulebook(
      school: school, people: people, teams: teams, classes: classes, subjects: subjects, grants: grants,
      kinds: kinds, calendars: calendars, assignments: assignments, signers: signers, procedures: procedures,
      tree: tree, retention: retention, delegations: delegations)
  }

  /// The text of a rule file, or nil with the reason reported.
  func text(at path: String, isRequired: Bool = true) throws -> [UInt8]? {
    guard let place = try? RecordPath(path), let bytes = try snapshot.bytes(at: place) else {
      if isRequired { log.report(Diagnostic(.ruleFileMissing, path: path)) }
      return nil
    }
    return TextGuard.check(bytes, path: path, report: log.report) ? bytes : nil
  }

  /// The names of the files in a folder of `.hoso/`, in order.
  func files(in folder: String, ending: String) throws -> [String] {
    guard let path = try? RecordPath(folder) else { return [] }
    return try snapshot.entries(in: path).filter { $0.isFile }
      .map { String(decoding: $0.name, as: UTF8.self) }.filter { $0.hasSuffix(ending) }.sorted()
  }

  func yaml(at path: String) throws -> YAMLMap? {
    guard let bytes = try text(at: path) else { return nil }
    return YAMLMap(String(decoding: bytes, as: UTF8.self), path: path, log: log)
  }

  func invalid(_ key: String, at path: String, line: Int?) {
    log.report(Diagnostic(.ruleFileInvalid, path: path, line: line, facts: ["key": key]))
  }

  func unknown(_ id: String, in list: String, at path: String, line: Int?) {
    // A list that could not be read whole would make everything that refers to it unknown.
    guard !log.diagnostics.contains(where: { $0.path == ".hoso/" + list && $0.severity == .error }) else { return }
    log.report(Diagnostic(.ruleUnknownReference, path: path, line: line, facts: ["value": id, "list": list]))
  }

  func duplicate(_ id: String, at path: String, line: Int) {
    log.report(Diagnostic(.ruleDuplicate, path: path, line: line, facts: ["value": id]))
  }

  /// Whether `text` may be an id: lower-case ASCII letters, digits and inner hyphens.
  static func isID(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, first != 0x2D, last != 0x2D else { return false }
    return text.utf8.count <= 60
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
