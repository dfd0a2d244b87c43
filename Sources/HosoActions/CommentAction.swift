internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso comment RECORD`: writes a review note on the record's newest version and submits it.
package struct CommentAction {
  /// What came of it.
  package struct Report: Sendable {
    /// Where the note lies; nothing lies there where it was refused.
    package let path: RecordPath
    package let record: RecordPath
    /// The version that the note is about.
    package let version: String
    package let points: Points?
    package let outcome: SubmitAction.Outcome
  }

  private let record: String
  private let text: String
  private let scores: [(criterion: String, points: String)]
  private let kind: ListID?
  private let isDryRun: Bool

  /// `kind` is a kind of note; nil for the first that may be about the record.
  package init(
    record: String, text: String, scores: [(criterion: String, points: String)], kind: ListID? = nil,
    isDryRun: Bool = false
  ) {
    self.record = record
    self.text = text
    self.scores = scores
    self.kind = kind
    self.isDryRun = isDryRun
  }

  package func perform(in workspace: Workspace) async throws -> Report {
    let store = workspace.store
    let tree = try workspace.workingTree()
    let tip = try store.existingTip()
    let rulebook = try store.rulebook(at: tip)
    let moment = workspace.moment(rulebook)
    let identity = try store.identify(under: rulebook, at: moment)
    guard let target = try workspace.path(record), let reviewed = rulebook.kind(at: target)?.kind,
      let entry = try store.snapshot(of: tip).entry(at: target), entry.isFile
    else { throw Problem(.noSuchFile, ["path": record]) }
    let kind = try noteKind(for: reviewed, in: rulebook)
    let scores = try points(under: reviewed)
    let path = try place(of: kind, about: target, by: identity.person, moment.date, rulebook, tree)
    let body = note(kind, about: target, entry.id, scores, rulebook)
    let action = SubmitAction(
      paths: [], message: Localized(vi: "Nhận xét hồ sơ", en: "Review note")(rulebook.school.language),
      isDryRun: isDryRun)
    // In the working tree before it is committed, so that the two never differ.
    if !isDryRun { try tree.write(body, to: path) }
    let outcome: SubmitAction.Outcome
    do {
      outcome = try await action.submit(in: workspace) { _ in CollectedFiles(files: [path: body]) }
    } catch {
      if !isDryRun { try? tree.remove(path) }
      throw error
    }
    if case .refused = outcome, !isDryRun { try tree.remove(path) }
    return Report(
      path: path, record: target, version: entry.id.hexadecimal,
      points: scores.isEmpty ? nil : scores.map(\.points).total, outcome: outcome)
  }

  private func noteKind(for reviewed: Kind, in rulebook: Rulebook) throws(Problem) -> Kind {
    let fitting = rulebook.kinds.filter { $0.reviews?.includes(reviewed) ?? false }
    // A kind of note that is for this kind alone comes before one for all.
    let found =
      kind.map { id in fitting.first { $0.id == id } } ?? fitting.first { $0.reviews != .all } ?? fitting.first
    guard let found else {
      throw Problem(
        .unknownKind, ["kind": kind ?? "review-note", "known": fitting.map(\.id).joined(separator: ", ")])
    }
    return found
  }

  /// The points for each criterion, in the order of the rubric; empty where none are given.
  private func points(under reviewed: Kind) throws(Problem) -> [(criterion: Criterion, points: Points)] {
    guard !scores.isEmpty else { return [] }
    var given: [String: Points] = [:]
    for score in scores {
      guard let points = Points(score.points), given[score.criterion] == nil,
        reviewed.rubric.contains(where: { $0.name == score.criterion })
      else { throw Problem(.invalidOption, ["option": "--score \(score.criterion)=\(score.points)"]) }
      given[score.criterion] = points
    }
    var result: [(criterion: Criterion, points: Points)] = []
    for criterion in reviewed.rubric {
      guard let points = given[criterion.name] else {
        throw Problem(.missingOption, ["option": "--score \(criterion.name)=…"])
      }
      result.append((criterion, points))
    }
    return result
  }

  /// A free path in the person's own folder of notes.
  private func place(
    of kind: Kind, about target: RecordPath, by person: Person, _ date: SchoolDate, _ rulebook: Rulebook,
    _ tree: WorkingTree
  ) throws -> RecordPath {
    let name = target.name.split(separator: ".").first.map(String.init) ?? ""
    let owner = rulebook.kind(at: target)?.place
    // Books of one name lie in several classes.
    let slug = Slug.text(of: [owner?[.schoolClass], owner?[.subject], name].compactMap(\.self).joined(separator: " "))
    for number in 1...99 {
      var place = try PlaceFilling(rulebook: rulebook, person: person, date: date).place(of: kind, [:])
      place[.year] = owner?[.year] ?? rulebook.school.year
      place[.slug] = (slug.isEmpty ? kind.id : slug) + (number > 1 ? "-\(number)" : "")
      do {
        let path = try RecordPath(try kind.place.path(for: place))
        if try tree.entry(at: path) == nil { return path }
        if place[.slug].map({ !path.text.contains($0) }) ?? true { throw Problem(.recordExists, ["path": path.text]) }
      } catch let missing as PathTemplate.Invalid {
        throw Problem(.missingOption, ["option": missing.part])
      }
    }
    throw Problem(.recordExists, ["path": target.text])
  }

  private func note(
    _ kind: Kind, about target: RecordPath, _ version: ObjectID, _ scores: [(criterion: Criterion, points: Points)],
    _ rulebook: Rulebook
  ) -> [UInt8] {
    let language = rulebook.school.language
    var fields = [
      "\(ReviewNote.FieldName.record.rawValue): \(RecordTemplate.scalar(target.text))",
      "\(ReviewNote.FieldName.version.rawValue): \(version.hexadecimal)",
    ]
    if !scores.isEmpty { fields.append("\(ReviewNote.FieldName.points.rawValue): \(scores.map(\.points).total)") }
    var text = "---\n" + fields.joined(separator: "\n") + "\n---\n\n# \(kind.title(language))\n\n\(self.text)\n"
    if !scores.isEmpty { text += "\n" + RubricTable.text(of: scores, in: language) }
    return Array(text.utf8)
  }
}
