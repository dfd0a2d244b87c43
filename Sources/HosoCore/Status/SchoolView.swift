package import GitObjects

/// One school year as derived from commits, tags and rules: what the site, the reports and the archive are made of.
package struct SchoolView: Sendable {
  package let rulebook: Rulebook
  package let year: String
  /// Every commit of `main`, oldest first.
  package let commits: [CommitSummary]
  /// The year's records by path.
  package let records: [RecordStatus]
  package let decisions: [RecordedDecision]
  /// In the order kind, owner, period.
  package let obligations: [Obligation]
  /// "Now" for what is late or missing: for site and archive the time of the last commit, so that one commit always gives
  /// one view; for a person who asks, the time at which she does.
  package let moment: Moment
  /// The newest content of each file of the year that lies beside records, in a folder ``AttachmentRule/folder``.
  package let attachments: [RecordPath: ObjectID]
  /// The notes on the year's records, oldest first.
  package let notes: [ReviewNote]
  /// The locks as they stand.
  package let locks: Locks
  /// The year's corrections of what is locked, by their folders.
  package let corrections: [CorrectionStatus]
  /// What was read of the records' contents.
  package let contents: RecordContents

  package init(
    rulebook: Rulebook, year: String, commits: [CommitSummary], records: [RecordStatus],
    decisions: [RecordedDecision], obligations: [Obligation], moment: Moment,
    attachments: [RecordPath: ObjectID] = [:], locks: Locks = .none, corrections: [CorrectionStatus] = [],
    contents: RecordContents = .unread, notes: [ReviewNote] = []
  ) {
    self.rulebook = rulebook
    self.year = year
    self.commits = commits
    self.records = records
    self.decisions = decisions
    self.obligations = obligations
    self.moment = moment
    self.attachments = attachments
    self.locks = locks
    self.corrections = corrections
    self.contents = contents
    self.notes = notes
  }

  /// This view with the files that lie beside the records, the locks, the corrections and the notes.
  package func with(
    _ attachments: [RecordPath: ObjectID], _ locks: Locks = .none, _ corrections: [CorrectionStatus] = [],
    notes: [ReviewNote] = []
  ) -> SchoolView {
    SchoolView(
      rulebook: rulebook, year: year, commits: commits, records: records, decisions: decisions,
      obligations: obligations, moment: moment, attachments: attachments,
      locks: locks, corrections: corrections, contents: contents, notes: notes)
  }

  /// The kind of a record of this view.
  package func kind(of record: RecordStatus) -> Kind { rulebook.kinds[record.kind] }
}
