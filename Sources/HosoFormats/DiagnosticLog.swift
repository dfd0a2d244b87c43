package import HosoCore

/// Collects the faults of several files that are read together.
package final class DiagnosticLog {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
