/// A Word or OpenDocument file turned into the records that it holds: one, or the lessons of a week.
package struct ConvertedFile: Hashable, Sendable {
  /// At least one, in the order of the file.
  package let lessons: [ConvertedDocument]
  /// What was lost, no one knows in which lesson; empty where there is one lesson, whose own losses are all.
  package let losses: [Loss]
}
