internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso year open YEAR`: calendar and assignments of a new year as one change of the rules; all else stays as it is.
package struct YearOpenAction {
  private let year: String
  private let assignments: String?
  private let isDryRun: Bool

  /// `assignments` is a CSV file with the columns of `assignments/YEAR.csv`; without it nobody teaches anything yet.
  package init(year: String, assignments: String?, isDryRun: Bool = false) {
    self.year = year
    self.assignments = assignments
    self.isDryRun = isDryRun
  }

  package func perform(in workspace: Workspace) async throws -> SubmitAction.Outcome {
    guard let start = Int(year.prefix(4)), year == "\(start)-\(start + 1)" else {
      throw Problem(.invalidOption, ["option": "YEAR"])
    }
    let tree = try workspace.workingTree()
    let store = workspace.store
    let tip = try store.existingTip()
    let base = try store.snapshot(of: tip)
    let rulebook = try store.rulebook(at: tip)
    let calendar = try RecordPath(".hoso/calendar/\(year).csv")
    let list = try RecordPath(".hoso/assignments/\(year).csv")
    for path in [calendar, list] where try base.entry(at: path) != nil || tree.entry(at: path) != nil {
      throw Problem(.yearExists, ["year": year, "path": path.text])
    }
    guard let school = try base.bytes(at: .schoolFile), try tree.bytes(at: .schoolFile) == school,
      let text = YearLine.setting(year: year, in: school)
    else { throw Problem(.editedMeanwhile, ["path": RecordPath.schoolFile.text]) }
    let files: [RecordPath: [UInt8]?] = [
      calendar: Array(SchoolYearTemplate(start: start).text.utf8), list: try assignmentBytes(in: workspace),
      .schoolFile: text,
    ]
    let proposed = OverlaySnapshot(base: base, files: files)
    var faults: [Diagnostic] = []
    let rules = try workspace.reader.rulebook(of: proposed) { faults.append($0) }
    guard let rules, !faults.hasErrors else { return .refused(faults) }
    if assignments != nil {
      let missing = YearAssignments(rules, year, before: rulebook).missing(in: list)
      guard missing.isEmpty else { return .refused(missing) }
    }
    let message = Localized(vi: "Mở năm học \(year)", en: "Open school year \(year)")(rulebook.school.language)
    let outcome = try await SubmitAction(paths: [], message: message, isDryRun: isDryRun).submit(in: workspace) { _ in
      CollectedFiles(files: files)
    }
    if case .committed = outcome, !isDryRun {
      // `school.yml` was written with its count; the year is set in it here.
      let counted = try store.snapshot(of: try store.existingTip())
      for path in files.keys.sorted() {
        if let bytes = try counted.bytes(at: path) { try tree.write(bytes, to: path) }
      }
    }
    return outcome
  }

  private func assignmentBytes(in workspace: Workspace) throws -> [UInt8] {
    guard let file = assignments else { return Array("person,class,subject,periods\n".utf8) }
    let path = file.hasPrefix("/") ? file : workspace.folder + "/" + file
    guard FileSystem.kind(at: path) == .file else { throw Problem(.noSuchFile, ["path": file]) }
    return try FileSystem.read(path)
  }
}

/// What a year's assignments leave uncovered.
struct YearAssignments {
  private let rulebook: Rulebook
  private let assigned: [Assignment]
  private let before: [Assignment]

  /// `before` are the rules that the year follows on: of them, what each grade learnt in their present year.
  init(_ rulebook: Rulebook, _ year: String, before: Rulebook) {
    self.rulebook = rulebook
    assigned = rulebook.assignments(in: year)
    self.before = before.assignments(in: before.school.year)
  }

  /// Each class that nobody teaches, or not in a subject that its grade had before; each subject that nobody teaches.
  func missing(in path: RecordPath) -> [Diagnostic] {
    func fault(_ facts: [String: String]) -> Diagnostic {
      Diagnostic(.assignmentMissing, path: path.text, facts: facts)
    }
    var faults: [Diagnostic] = []
    var learnt: [Int: Set<ListID>] = [:]
    for each in before {
      if let grade = rulebook.classes[each.schoolClass]?.grade { learnt[grade, default: []].insert(each.subject) }
    }
    for schoolClass in rulebook.classes.values.sorted(by: { $0.id < $1.id }) {
      let own = Set(assigned.filter { $0.schoolClass == schoolClass.id }.map(\.subject))
      if own.isEmpty {
        faults.append(fault(["class": schoolClass.id]))
        continue
      }
      for subject in (learnt[schoolClass.grade] ?? []).subtracting(own).sorted() {
        faults.append(fault(["class": schoolClass.id, "subject": subject]))
      }
    }
    let told = Set(faults.compactMap { $0.facts["subject"] })
    let taught = Set(assigned.map(\.subject))
    for subject in rulebook.subjects.keys.sorted() where !taught.contains(subject) && !told.contains(subject) {
      faults.append(fault(["subject": subject]))
    }
    return faults
  }
}
