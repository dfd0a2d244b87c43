/// What a reader of the page has to know about a rendered text beside its HTML.
package struct MarkdownOutline: Sendable, Hashable {
  /// The headings in reading order, also those inside quotes and lists.
  package var headings: [MarkdownHeading] = []
  /// Whether the text went over a bound and was printed as it is, escaped, in `<pre class="plain-text">`.
  package var isPlainText = false
  /// Pieces of HTML, comments too, which were left out. A `<br>` is not one of them.
  package var omittedHTML = 0
  /// Links, and images of this repository, of which only the text was printed.
  package var refusedLinks = 0
  /// Images of other places, of which only the alternative text was printed.
  package var remoteImages = 0

  /// An outline of nothing.
  package init() {}
}

/// One heading of a rendered text.
package struct MarkdownHeading: Sendable, Hashable {
  /// 1...6.
  package let level: Int
  /// The heading without markup. It is not escaped.
  package let text: String
  /// The `id` of its element, unique in the text. It starts with `s-`, so that no heading can take an `id` of the page.
  package let anchor: String
  /// 1-based, counted from the `line` given to the renderer.
  package let line: Int
}
