internal import GitObjects
internal import HosoCore
internal import HosoMessages

/// The year as all pages need it: the view, and what is looked up in it, gathered once.
///
/// A class, so that a page holds it without copying what it consists of.
final class Site {
  /// A valid decision over one content of a record.
  struct DecisionOver: Sendable {
    /// Index into the view's decisions.
    let decision: Int
    let blob: ObjectID
  }

  let view: SchoolView
  let rulebook: Rulebook
  let language: Language
  /// What the page on verification says; nil where there is no such page.
  let verification: SiteVerification?
  let folders: FolderTree
  let recordAt: [RecordPath: Int]
  /// The decisions over each record, oldest first.
  let decisionsOver: [[DecisionOver]]
  /// Records by the person in whose folder they lie, and by team; by path.
  let recordsOfPerson: [ListID: [Int]]
  let recordsOfTeam: [ListID: [Int]]
  /// Indices of the obligations that were due and are not met.
  let missing: [Int]
  /// Of these, what a person owes, and what a team and its members owe.
  let missingOfPerson: [ListID: [Int]]
  let missingOfTeam: [ListID: [Int]]
  let counts: StateCounts
  /// Indices of the records that wait for a person's decision, and the notes on a record, oldest first.
  let waitingFor: [ListID: [Int]]
  let notesOn: [RecordPath: [ReviewNote]]
  /// The title of each record, known once its page is made.
  private(set) var titles: [String]
  /// What reports are made from; knows of contents once all records' pages are made.
  private(set) var reports: ReportSource
  let words: ReportWords

  init(view: SchoolView, language: Language, verification: SiteVerification? = nil) {
    self.view = view
    rulebook = view.rulebook
    self.language = language
    self.verification = verification
    folders = FolderTree(view, language)
    var at: [RecordPath: Int] = [:]
    var ofPerson: [ListID: [Int]] = [:]
    var ofTeam: [ListID: [Int]] = [:]
    var counts = StateCounts()
    at.reserveCapacity(view.records.count)
    var waitingFor: [ListID: [Int]] = [:]
    for (index, record) in view.records.enumerated() {
      for person in record.waiting?.people ?? [] { waitingFor[person, default: []].append(index) }
      at[record.path] = index
      counts.add(record)
      if let person = record.place[.person] { ofPerson[person, default: []].append(index) }
      if let team = Self.team(of: record, in: view.rulebook) { ofTeam[team, default: []].append(index) }
    }
    var over = [[DecisionOver]](repeating: [], count: view.records.count)
    for (index, decision) in view.decisions.enumerated() where decision.isValid {
      for item in decision.decision.items {
        if let record = at[item.path] { over[record].append(DecisionOver(decision: index, blob: item.blob)) }
      }
    }
    let missing = view.obligations.indices.filter { view.obligations[$0].isMissing(at: view.moment) }
    var personOwes: [ListID: [Int]] = [:]
    var teamOwes: [ListID: [Int]] = [:]
    for index in missing {
      let obligation = view.obligations[index]
      if let person = obligation.person { personOwes[person, default: []].append(index) }
      if let team = obligation.team { teamOwes[team, default: []].append(index) }
    }
    self.missing = missing
    missingOfPerson = personOwes
    missingOfTeam = teamOwes
    counts.missing = missing.count
    self.counts = counts
    recordAt = at
    self.waitingFor = waitingFor
    notesOn = Dictionary(grouping: view.notes, by: \.record)
    recordsOfPerson = ofPerson
    recordsOfTeam = ofTeam
    decisionsOver = over
    titles = view.records.map { String($0.path.name) }
    reports = ReportSource(view: view, at: view.moment)
    words = ReportWords(view.rulebook, language)
  }

  /// Takes what the records' pages found: titles, and what reports need.
  func take(_ digests: [RecordDigest]) {
    titles = digests.map(\.title)
    reports = ReportSource(view: view, at: view.moment, digests: digests)
  }

  private static func team(of record: RecordStatus, in rulebook: Rulebook) -> ListID? {
    record.place[.team] ?? record.place[.person].flatMap { rulebook.people[$0]?.team }
  }

  func team(of record: RecordStatus) -> ListID? { Self.team(of: record, in: view.rulebook) }

  /// Who made the newest version.
  func lastCommit(of record: RecordStatus) -> CommitSummary? {
    record.versions.last.map { view.commits[$0.commit] }
  }

  /// Teams in a fixed order.
  var teams: [Team] { rulebook.teams.values.sorted { $0.id < $1.id } }

  func members(of team: ListID) -> [Person] { rulebook.peopleInOrder.filter { $0.team == team } }

  func counts(of records: [Int], missing: Int) -> StateCounts {
    var counts = StateCounts()
    for index in records { counts.add(view.records[index]) }
    counts.missing = missing
    return counts
  }

  /// The kinds that are followed in a table of owner and period.
  var trackedKinds: [Int] { rulebook.kinds.indices.filter { rulebook.kinds[$0].expectation != nil } }
}
