internal import GitObjects
package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso approve` and `hoso return`: one signed tag over a record, a folder, or a team's week.
package struct DecideAction {
  /// What came of it.
  package enum Outcome: Sendable {
    case decided(Decided)
    case refused([Diagnostic])
  }

  /// A decision that stands.
  package struct Decided: Sendable {
    /// The tag's name, without `refs/tags/`.
    package let tag: String
    package let decision: Decision
    /// The decider's own records in the folder, which he leaves to somebody else.
    package let leftOut: [RecordPath]
    /// Records that he may decide over in another role too, which another tag must say.
    package let inOtherRole: [RecordPath]
  }

  /// What the decision is over.
  package struct Selection: Sendable {
    package let paths: [String]
    package let team: String?
    package let week: Int?
    package let kind: String?

    package init(paths: [String], team: String? = nil, week: Int? = nil, kind: String? = nil) {
      self.paths = paths
      self.team = team
      self.week = week
      self.kind = kind
    }
  }

  private let verb: Decision.Verb
  private let selection: Selection
  private let reason: String
  private let isDryRun: Bool

  package init(_ verb: Decision.Verb, over selection: Selection, reason: String, isDryRun: Bool = false) {
    self.verb = verb
    self.selection = selection
    self.reason = reason
    self.isDryRun = isDryRun
  }

  package func perform(in workspace: Workspace) async throws -> Outcome {
    let store = workspace.store
    // A decision is over what the server has received, as this clone last saw it.
    let tip = try store.remoteTip() ?? store.existingTip()
    let rulebook = try store.rulebook(at: tip)
    let moment = workspace.moment(rulebook)
    let identity = try store.identify(under: rulebook, at: moment)
    let history = try store.history(of: tip)
    let reader = DecisionReader(store: store, history: history, reader: workspace.reader)
    let snapshot = try store.snapshot(of: tip)
    let gate = Gate(rulebook: rulebook, reader: workspace.reader)
    let view = try store.view(year: try year(in: workspace, rulebook), history: history)
    let earlier = EarlierDecisions(view.decisions)
    func content(_ path: RecordPath) throws -> DecidedContent {
      try reader.content(
        of: path, at: history.commits.count - 1, in: snapshot, under: rulebook, after: earlier)
    }

    let (named, inFolders) = try chosen(from: view, in: workspace)
    var choice = Choice(person: identity.person)
    for (record, isNamed) in named.map({ ($0, true) }) + inFolders.map({ ($0, false) }) {
      let content = try content(record.path)
      let kind = view.kind(of: record)
      let mandate = gate.mandate(
        of: identity.person, over: record.path, kind, record.place, ApprovalChain(of: kind, after: content.earlier),
        authors: content.authors, on: moment.date)
      choice.add(record, content, mandate, isNamed: isNamed, verb)
    }
    guard !choice.items.isEmpty else { throw Problem(.nothingToDecide) }
    let decision = Decision(
      verb: verb, role: choice.mandate?.role ?? identity.person.roles.first ?? .teacher, person: identity.person.id,
      moment: moment, commit: tip, items: choice.items.sorted { $0.path < $1.path }, reason: reason,
      policy: rulebook.school.policy, onBehalfOf: choice.mandate?.giver)
    let review = try gate.review(decision, content: content)
    guard review.isAccepted else { return .refused(review.diagnostics) }
    let tag =
      isDryRun
      ? ""
      : try await store.write(decision, subject: subject(decision, rulebook), year: view.year, by: identity)
    return .decided(Decided(tag: tag, decision: decision, leftOut: choice.leftOut, inOtherRole: choice.inOtherRole))
  }

  /// The year in which the named records lie; nil for the school's present one.
  private func year(in workspace: Workspace, _ rulebook: Rulebook) throws -> String? {
    guard let first = selection.paths.first, let name = try workspace.path(first)?.components.first.map(String.init),
      rulebook.calendars[name] != nil
    else { return nil }
    return name
  }

  /// The records named one by one, and those found in named folders or by team and week that wait for a decision.
  private func chosen(
    from view: SchoolView, in workspace: Workspace
  ) throws -> (named: [RecordStatus], inFolders: [RecordStatus]) {
    var named: [RecordStatus] = []
    var folders: [RecordPath?] = []
    for text in selection.paths {
      let path = try workspace.path(text)
      if let record = view.records.first(where: { $0.path == path }) {
        named.append(record)
      } else if let path, !view.records.contains(where: { $0.path.isWithin(path) }) {
        throw Problem(.noSuchFile, ["path": text])
      } else {
        folders.append(path)
      }
    }
    if let team = selection.team, view.rulebook.teams[team] == nil {
      throw Problem(.invalidOption, ["option": "--team"])
    }
    if let kind = selection.kind, view.rulebook.kind(kind) == nil {
      throw Problem(.unknownKind, ["kind": kind, "known": view.rulebook.kinds.map(\.id).joined(separator: ", ")])
    }
    if selection.paths.isEmpty {
      guard selection.team != nil || selection.week != nil else { throw Problem(.missingOption, ["option": "PATH"]) }
      folders.append(nil)
    }
    let found = view.records.filter { record in
      let waits = record.state == .submitted || record.state == .changed
      let fits = folders.contains { folder in folder.map { record.path.isWithin($0) } ?? true }
      return waits && fits && !view.kind(of: record).approvals.isEmpty
        && (selection.team == nil || record.place[.team] == selection.team)
        && (selection.week == nil || record.place.week == selection.week)
        && (selection.kind == nil || view.kind(of: record).id == selection.kind)
    }
    return (named, found.filter { record in !named.contains { $0.path == record.path } })
  }

  /// The tag's first line, for people who read it with git.
  private func subject(_ decision: Decision, _ rulebook: Rulebook) -> String {
    let language = rulebook.school.language
    let count = decision.items.count
    switch (verb, language) {
    case (.approve, .vietnamese): return "Duyệt \(count) hồ sơ"
    case (.approve, .english): return count == 1 ? "Approve 1 record" : "Approve \(count) records"
    case (.return, .vietnamese): return "Trả lại \(count) hồ sơ"
    case (.return, .english): return count == 1 ? "Return 1 record" : "Return \(count) records"
    }
  }
}

extension DecideAction {
  /// What of the chosen records one tag can decide: it names one role, and at most one person on whose behalf.
  private struct Choice {
    let person: Person
    var items: [Decision.Item] = []
    var mandate: Mandate?
    var leftOut: [RecordPath] = []
    var inOtherRole: [RecordPath] = []

    mutating func add(
      _ record: RecordStatus, _ content: DecidedContent, _ found: (mandate: Mandate, turn: ApprovalChain.Turn)?,
      isNamed: Bool, _ verb: Decision.Verb
    ) {
      if !isNamed {
        if content.authors.contains(person.id) { return leftOut.append(record.path) }
        guard let found else { return }
        // Of a folder, only that is approved whose turn it is.
        if verb == .approve, case .takes = found.turn {} else if verb == .approve { return }
      }
      if let found {
        let isOther = mandate.map { $0.role != found.mandate.role || $0.giver != found.mandate.giver } ?? false
        if isOther { return inOtherRole.append(record.path) }
        mandate = mandate ?? found.mandate
      }
      items.append(Decision.Item(path: record.path, blob: record.blob, author: content.lastAuthor ?? ""))
    }
  }
}
