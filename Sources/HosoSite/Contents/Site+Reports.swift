internal import HosoCore
internal import HosoMessages

/// The reports as the site shows them.
extension Site {
  /// Whether a person has a sheet of evidence.
  func hasEvidence(_ person: ListID) -> Bool { reports.recordsOfPerson[person]?.isEmpty == false }
}

extension ReportScope {
  /// The farthest come first: a page need not leave any out.
  fileprivate static var everyDifference: ReportScope {
    var scope = ReportScope()
    scope.deviation = 0
    return scope
  }
}

extension ReportID {
  /// What the report's page shows: the report of the year, or one table for each way of counting.
  var scopesOfSite: [ReportScope] {
    switch self {
    case .late: [.team, .person, .week, .kind].map { ReportScope(by: $0) }
    case .statistics: [.kind, .state, .team, .person, .schoolClass, .term, .month, .week].map { ReportScope(by: $0) }
    case .outliers: [.everyDifference]
    default: [ReportScope()]
    }
  }
}
