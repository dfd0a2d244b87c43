package import HosoCore

/// A fault with the commit, tag or receipt in which it stands.
package struct Finding: Sendable {
  /// A commit's short name, a reference, or `receipt 42`.
  package let place: String
  package let diagnostic: Diagnostic

  init(_ place: String, _ diagnostic: Diagnostic) {
    self.place = place
    self.diagnostic = diagnostic
  }
}
