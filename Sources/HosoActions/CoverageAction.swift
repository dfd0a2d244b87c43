package import HosoCore
internal import HosoStore

/// `hoso coverage`: how far the lesson plans cover the curriculum, by class and week.
package struct CoverageAction {
  private let year: String?
  private let schoolClass: String?
  private let week: Int?

  package init(year: String?, schoolClass: String?, week: Int?) {
    self.year = year
    self.schoolClass = schoolClass
    self.week = week
  }

  /// What is covered, in the view that it was found in.
  package struct Report: Sendable {
    package let view: SchoolView
    /// By class, subject and week; those that were asked for.
    package let rows: [CurriculumCoverage.Row]
    /// How many plans of each class and subject name no lesson's number.
    package let unnumbered: [ClassSubject: Int]
  }

  package func perform(in workspace: Workspace, report: (Diagnostic) -> Void) throws -> Report {
    let view = try workspace.store.readingFast {
      try workspace.store.view(year: year, readsLessons: true, report: report)
    }
    if let schoolClass, view.rulebook.classes[schoolClass] == nil {
      throw Problem(.invalidOption, ["option": "--class \(schoolClass)"])
    }
    let coverage = CurriculumCoverage(of: view)
    return Report(
      view: view,
      rows: coverage.rows.filter {
        (schoolClass == nil || $0.schoolClass == schoolClass) && (week == nil || $0.week == week)
      },
      unnumbered: coverage.unnumbered.filter { schoolClass == nil || $0.key.schoolClass == schoolClass })
  }
}
