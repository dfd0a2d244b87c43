internal import GitObjects
package import HosoCore
internal import HosoStore

/// `hoso correction list` and `show`: the corrections of a year and how far they have come.
package struct CorrectionsAction {
  /// What was found.
  package struct Report: Sendable {
    package let year: String
    package let rulebook: Rulebook
    package let corrections: [CorrectionStatus]
    /// Every commit of `main`, oldest first.
    package let commits: [CommitSummary]
    package let moment: Moment
  }

  private let year: String?
  private let name: String?

  /// `name` is the one case to show; nil for all of the year.
  package init(year: String? = nil, case name: String? = nil) {
    self.year = year
    self.name = name
  }

  package func perform(in workspace: Workspace) throws -> Report {
    let store = workspace.store
    let tip = try store.existingTip()
    let rulebook = try store.rulebook(at: tip)
    let folder = try name.map { try workspace.caseFolder($0, rulebook, in: store.snapshot(of: tip)) }
    let year = folder?.year ?? year ?? rulebook.school.year
    let history = try store.history(of: tip)
    let receptions = try store.receptions(history, offset: rulebook.school.offset)
    let corrections = try store.corrections(of: year, history, under: rulebook, store.locks(at: tip), receptions)
    return Report(
      year: year, rulebook: rulebook,
      corrections: corrections.filter { status in folder.map { $0 == status.folder } ?? true },
      commits: store.summaries(history, under: rulebook, receptions), moment: workspace.moment(rulebook))
  }
}
