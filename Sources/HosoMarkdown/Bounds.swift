/// How far a text may go before it is printed as plain text.
///
/// Measured on libcmark 0.30.2, whose time is quadratic in the depth of containers and in the brackets of one
/// paragraph: 256 KiB of `![[]()` take 1.4 s, of nested `- ` and blank lines 4.5 s. Lesson plans of a megabyte
/// stay far below each bound.
enum Bounds {
  /// Bytes of text.
  static let size = 2 << 20
  /// Quotes and list items around one line.
  static let nesting = 32
  /// The sum over all paragraphs of the square of their inline marks: ``SourceScan`` counts brackets, `<`,
  /// backticks and runs of `*` or `_`. 31,000 marks in one paragraph reach it, which is about 0.2 s.
  static let work = 1_000_000_000
  /// Cells of tables in one text.
  static let cells = 200_000
  /// Bytes of HTML for one byte of text.
  static let growth = 20
  /// Bytes of HTML that any text may give.
  static let smallOutput = 4096
}
