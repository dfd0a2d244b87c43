/// How far a text may go before it is printed as plain text.
///
/// The figures follow from measurements of libcmark 0.30.2, whose time is quadratic in each of the counts
/// that ``SourceScan`` weighs; they leave prose and lesson plans of a megabyte far below.
enum Bounds {
  /// Bytes of text.
  static let size = 2 << 20
  /// Quotes and list items around one line.
  static let nesting = 32
  /// The sum of what ``SourceScan`` expects libcmark to do, in steps of a few nanoseconds.
  static let work = 60_000_000
  /// Cells of tables in one text.
  static let cells = 200_000
  /// Bytes of HTML for one byte of text.
  static let growth = 20
  /// Bytes of HTML that any text may give.
  static let smallOutput = 4096
}
