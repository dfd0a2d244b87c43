package import HosoCore

/// Collects the faults of several files that are read together.
package final class DiagnosticLog {
  /// In the order in which they were found.
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  /// Adds a fault.
  package func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
