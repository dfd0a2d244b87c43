internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoMessages
internal import HosoStore

/// `hoso report`: one report over a school year, or a part of it.
package struct ReportAction {
  private let id: ReportID
  private let scope: ReportScope
  private let year: String?
  private let moment: Int64?

  /// `moment`, in seconds since 1970, is "now" for what is late, missing or due; nil means the workspace's.
  package init(_ id: ReportID, _ scope: ReportScope, year: String?, at moment: Int64?) {
    self.id = id
    self.scope = scope
    self.year = year
    self.moment = moment
  }

  /// Reads the view once, and of contents only what the report asks for; `report` gets what is wrong with tags.
  package func perform(
    in workspace: Workspace, report: (Diagnostic) -> Void
  ) throws -> (report: Report, rulebook: Rulebook) {
    let store = workspace.store
    let view = try store.view(year: year, at: moment ?? workspace.now, report: report)
    try require(scope, in: view)
    var scope = scope
    // Whoever asks for evidence without a name means his own.
    if id == .evidence, scope.person == nil, scope.team == nil {
      let email = try store.configuredEmail()
      guard let own = email.flatMap({ view.rulebook.person(email: $0) }) else {
        throw Problem(.missingOption, ["option": "--person"])
      }
      scope.person = own.id
    }
    let source = ReportSource(view: view, at: view.moment, reader: workspace.reader) { try store.bytes(of: $0) }
    return (try id.report(from: source, scope), view.rulebook)
  }

  /// Says no to a name that the school does not know, and to a part that the report cannot be restricted to: an empty report
  /// would read as good news, a full one as the part's.
  private func require(_ scope: ReportScope, in view: SchoolView) throws(Problem) {
    let rulebook = view.rulebook
    if let part = scope.parts.first(where: { !id.parts.contains($0) }) {
      throw Problem(.invalidOption, ["option": "--\(part.rawValue)"])
    }
    if let person = scope.person, rulebook.people[person] == nil {
      throw Problem(.unknownPersonName, ["person": person])
    }
    if let kind = scope.kind, rulebook.kind(kind) == nil {
      throw Problem(.unknownKind, ["kind": kind, "known": rulebook.kinds.map(\.id).joined(separator: ", ")])
    }
    let calendar = rulebook.calendars[view.year]
    let known: [(option: String, isKnown: Bool)] = [
      ("--team", scope.team.map { rulebook.teams[$0] != nil } ?? true),
      ("--class", scope.schoolClass.map { rulebook.classes[$0] != nil } ?? true),
      ("--term", scope.term.map { (1...max(1, calendar?.all(.term).count ?? 0)).contains($0) } ?? true),
      ("--week", scope.week.map { calendar?.week($0) != nil } ?? true),
      ("--month", scope.month.map { (1...12).contains($0) } ?? true),
      ("--by", scope.grouping.map { id.groupings.contains($0) } ?? true),
    ]
    if let unknown = known.first(where: { !$0.isKnown }) { throw Problem(.invalidOption, ["option": unknown.option]) }
  }
}
