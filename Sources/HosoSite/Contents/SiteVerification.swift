package import HosoCore

/// What the page on verification says beside the view.
package struct SiteVerification: Sendable {
  /// Something that does not follow, and the commit, tag or receipt in which it stands.
  package struct Fault: Sendable {
    package let place: String
    package let diagnostic: Diagnostic

    package init(place: String, diagnostic: Diagnostic) {
      self.place = place
      self.diagnostic = diagnostic
    }
  }

  /// Signed decisions, locks among them.
  package let decisions: Int
  /// The head of the journal, whose number is that of the receipts; nil where this copy has none.
  package let head: JournalHead?
  /// What was found, oldest first; nil where nothing was verified.
  package let faults: [Fault]?
  /// What holds only if people confirm it.
  package let notices: [Fault]

  package init(decisions: Int, head: JournalHead?, faults: [Fault]?, notices: [Fault] = []) {
    self.decisions = decisions
    self.head = head
    self.faults = faults
    self.notices = notices
  }
}
