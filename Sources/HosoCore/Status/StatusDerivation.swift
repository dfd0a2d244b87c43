package import GitObjects

/// Derives the status of a year's records from versions, decisions and rules.
package struct StatusDerivation {
  private let rulebook: Rulebook
  private let year: String
  private let commits: [CommitSummary]
  private let decisions: [RecordedDecision]
  private let byPath: [RecordPath: [Int]]
  private let gate: Gate
  /// Whether two contents of a record differ only in sections that are written after the approval.
  private let differOnlyInOpenSections: (Kind, ObjectID, ObjectID) throws -> Bool

  package init(
    rulebook: Rulebook, year: String, commits: [CommitSummary], decisions: [RecordedDecision],
    reader: any RecordReading, differOnlyInOpenSections: @escaping (Kind, ObjectID, ObjectID) throws -> Bool
  ) {
    self.rulebook = rulebook
    self.year = year
    self.commits = commits
    self.decisions = decisions
    self.gate = Gate(rulebook: rulebook, reader: reader)
    self.differOnlyInOpenSections = differOnlyInOpenSections
    var byPath: [RecordPath: [Int]] = [:]
    for (index, decision) in decisions.enumerated() where decision.isValid {
      for item in decision.decision.items { byPath[item.path, default: []].append(index) }
    }
    self.byPath = byPath
  }

  /// The status of the record at `path`, which lies at the tip with `versions`; nil where no kind keeps records there.
  package func status(of path: RecordPath, versions: [RecordVersion]) throws -> RecordStatus? {
    guard let blob = versions.last?.blob, let (index, place) = rulebook.placement(of: path), place[.year] == year
    else { return nil }
    let kind = rulebook.kinds[index]
    let first = versions.lastIndex { $0.blob == nil }.map { $0 + 1 } ?? 0
    let over = byPath[path] ?? []
    let (state, openSteps) = try standing(of: path, kind, blob, over)
    return RecordStatus(
      path: path, kind: index, place: place, blob: blob, versions: versions, state: state,
      submittedAt: commits[versions[first].commit].moment, dueAt: rulebook.dueMoment(of: kind, place), decisions: over,
      openSteps: openSteps)
  }

  /// How far the content has come, and the steps of approval that it lacks.
  private func standing(
    of path: RecordPath, _ kind: Kind, _ blob: ObjectID, _ over: [Int]
  ) throws -> (state: RecordState, openSteps: [Int]) {
    guard !kind.approvals.isEmpty else { return (.kept, []) }
    var steps = Set(kind.approvals.indices)
    var wasApproved = false
    for index in over.reversed() {
      let decision = decisions[index].decision
      guard let item = decision.items.first(where: { $0.path == path }) else { continue }
      let speaksOfThis =
        try item.blob == blob
        || (decision.verb == .approve && differOnlyInOpenSections(kind, item.blob, blob))
      switch decision.verb {
      case .return:
        // What was decided before a return no longer counts: another content begins anew.
        if speaksOfThis { return (.returned, Array(kind.approvals.indices)) }
        return (wasApproved && steps.count == kind.approvals.count ? .changed : .submitted, steps.sorted())
      case .approve:
        guard let step = kind.approvals.firstIndex(where: { $0.by.contains(decision.role) }) else { continue }
        if speaksOfThis { steps.remove(step) } else { wasApproved = true }
      }
      if steps.isEmpty { return (.approved, []) }
    }
    return (wasApproved && steps.count == kind.approvals.count ? .changed : .submitted, steps.sorted())
  }

  /// The whole view of the year at the newest commit, as of `moment`, else of the time of that commit.
  package func view(
    of records: [RecordStatus], contents: RecordContents = .unread, at moment: Moment? = nil
  ) -> SchoolView {
    SchoolView(
      rulebook: rulebook, year: year, commits: commits, records: records, decisions: decisions,
      obligations: Obligations(rulebook: rulebook, year: year).all(answeredBy: records, contents: contents),
      moment: moment ?? commits.last?.moment ?? Moment(seconds: 0, offset: rulebook.school.offset),
      contents: contents)
  }
}
