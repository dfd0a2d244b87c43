package import GitObjects

/// Derives the status of a year's records from versions, decisions and rules.
package struct StatusDerivation {
  private let rulebook: Rulebook
  private let year: String
  private let commits: [CommitSummary]
  private let decisions: [RecordedDecision]
  private let byPath: [RecordPath: [Int]]
  /// Whether two contents of a record differ only in sections that are written after the approval.
  private let differOnlyInOpenSections: (Kind, ObjectID, ObjectID) throws -> Bool

  package init(
    rulebook: Rulebook, year: String, commits: [CommitSummary], decisions: [RecordedDecision],
    differOnlyInOpenSections: @escaping (Kind, ObjectID, ObjectID) throws -> Bool
  ) {
    self.rulebook = rulebook
    self.year = year
    self.commits = commits
    self.decisions = decisions
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
    let progress = try progress(of: path, kind, blob, over)
    let authors = Set(versions.compactMap { commits[$0.commit].person })
    return RecordStatus(
      path: path, kind: index, place: place, blob: blob, versions: versions, state: progress.state,
      submittedAt: commits[versions[first].commit].moment, dueAt: rulebook.dueMoment(of: kind, place), decisions: over,
      openSteps: progress.openSteps, waiting: waiting(progress, path, kind, place, authors), returned: progress.returned
    )
  }

  /// How far a record has come, by the decisions over it.
  private struct Progress {
    var state: RecordState
    var chain: ApprovalChain
    /// The decision that sent it back.
    var returned: Int?
    /// The steps that this content lacks; all of them where it was returned.
    var openSteps: [Int] = []
  }

  private func progress(of path: RecordPath, _ kind: Kind, _ blob: ObjectID, _ over: [Int]) throws -> Progress {
    var progress = Progress(state: .kept, chain: ApprovalChain(of: kind))
    guard !kind.approvals.isEmpty else { return progress }
    var wasApproved = false
    for index in over {
      let decision = decisions[index].decision
      guard let item = decision.items.first(where: { $0.path == path }) else { continue }
      let isSame = item.blob == blob
      let speaksOfThis =
        try isSame || (decision.verb == .approve && differOnlyInOpenSections(kind, item.blob, blob))
      switch decision.verb {
      case .return:
        // What was decided before a return no longer counts: another content begins anew.
        progress.returned = isSame ? index : nil
        wasApproved = false
      case .approve:
        if speaksOfThis { progress.returned = nil } else { wasApproved = true }
      }
      progress.chain.add(
        EarlierDecision(verb: decision.verb, role: decision.role, isOverThisContent: speaksOfThis))
    }
    let isUntouched = progress.chain.open.count == kind.approvals.count
    progress.state =
      progress.returned != nil
      ? .returned : progress.chain.isComplete ? .approved : wasApproved && isUntouched ? .changed : .submitted
    let isReturned = progress.state == .returned
    progress.openSteps = isReturned ? Array(kind.approvals.indices) : progress.chain.open.sorted()
    return progress
  }

  private func waiting(
    _ progress: Progress, _ path: RecordPath, _ kind: Kind, _ place: Place, _ authors: Set<ListID>
  ) -> Waiting? {
    guard progress.state == .submitted || progress.state == .changed, let first = progress.chain.current.first else {
      return nil
    }
    let date = (commits.last?.moment ?? Moment(seconds: 0, offset: rulebook.school.offset)).date
    var people: [ListID] = []
    for step in progress.chain.current {
      for person in rulebook.deciders(
        in: kind.approvals[step].by, over: path, kind, place, authors: authors, on: date)
      where !people.contains(person) { people.append(person) }
    }
    return Waiting(
      step: first + 1, count: kind.approvals.count,
      roles: progress.chain.current.flatMap { kind.approvals[$0].by }, people: people)
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
