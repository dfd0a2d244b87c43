extension ReportID {
  /// Makes the report of what `scope` covers.
  ///
  /// - Throws: what reading contents throws.
  package func report(from source: ReportSource, _ scope: ReportScope = ReportScope()) throws -> Report {
    switch self {
    case .late: try LateReport(source: source, scope: scope).report()
    case .markEntry: try MarkEntryReport(source: source, scope: scope).report()
    case .marks: try MarksReport(source: source, scope: scope).report()
    case .corrections: try CorrectionsReport(source: source, scope: scope).report()
    case .outliers: try OutliersReport(source: source, scope: scope).report()
    case .classSize: try ClassSizeReport(source: source, scope: scope).report()
    case .lists: try ListsReport(source: source, scope: scope).report()
    case .accounts: try AccountsReport(source: source, scope: scope).report()
    case .agreement: try AgreementReport(source: source, scope: scope).report()
    case .signatures: try SignaturesReport(source: source, scope: scope).report()
    case .openUnlocks: try OpenUnlocksReport(source: source, scope: scope).report()
    case .compliance: try ComplianceReport(source: source, scope: scope).report()
    case .statistics: try StatisticsReport(source: source, scope: scope).report()
    case .tests: try TestsReport(source: source, scope: scope).report()
    case .termSummary: try TermSummaryReport(source: source, scope: scope).report()
    case .remarks: try RemarksReport(source: source, scope: scope).report()
    case .evidence: try EvidenceReport(source: source, scope: scope).report()
    }
  }
}
