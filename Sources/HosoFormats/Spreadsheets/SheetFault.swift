/// A spreadsheet that was read, but in which the table of a kind is not to be found for sure.
package struct SheetFault: Error, Hashable, Sendable {
  /// What is wrong, a word for the message catalogue.
  package let detail: String
  /// What the catalogue's text names: `sheet`, `row`, `cell`, `columns` …
  package let facts: [String: String]

  init(_ detail: String, _ facts: [String: String] = [:]) {
    self.detail = detail
    self.facts = facts
  }
}
