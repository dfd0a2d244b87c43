/// One thing that is wrong with a record, a rule file or a change: an id and facts; the words come from the catalogue.
package struct Diagnostic: Hashable, Sendable {
  /// How much it stops.
  package enum Severity: String, Sendable {
    /// Stops the action.
    case error
    /// Is shown and does not stop.
    case warning
  }

  package let id: DiagnosticID
  /// The record or rule file, as its bytes decode; nil for a fault of the whole change.
  package let path: String?
  /// 1-based; nil for a fault of the whole file.
  package let line: Int?
  /// 1-based, in bytes; nil where the line is the place.
  package let column: Int?
  /// What the catalogue's text names, such as `field`; never a field's value.
  package let facts: [String: String]

  package init(
    _ id: DiagnosticID, path: String? = nil, line: Int? = nil, column: Int? = nil, facts: [String: String] = [:]
  ) {
    self.id = id
    self.path = path
    self.line = line
    self.column = column
    self.facts = facts
  }

  /// As the id says: only hints are warnings.
  package var severity: Severity { id.isWarning ? .warning : .error }

  /// Order for people: by path, line, column, id.
  package static func inReadingOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let a = (left.path ?? "", left.line ?? 0, left.column ?? 0, left.id.rawValue)
    let b = (right.path ?? "", right.line ?? 0, right.column ?? 0, right.id.rawValue)
    return a < b
  }
}

extension [Diagnostic] {
  /// Whether any of them stops the action.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
