internal import Clibcmark

/// Markdown made into safe HTML.
///
/// The language is CommonMark 0.30 with the tables of GitHub Flavored Markdown. No HTML of the text reaches
/// the page but `<br>`, no destination outside the allowed kinds does, and no text can hold the renderer
/// for long: what goes over the bounds of ``SourceScan`` is printed as plain text.
package struct MarkdownRenderer: Sendable {
  /// Answers the `href` or `src` for a relative destination, or nil.
  package typealias Resolve = (_ destination: String, _ isImage: Bool) -> String?

  /// A renderer. It has no state, so that one serves any number of texts.
  package init() {}

  /// Appends `source` as HTML to `html`.
  ///
  /// `source` is UTF-8; bytes that are not become U+FFFD, and so do U+0000, U+FFFE and U+FFFF.
  ///
  /// Destinations `http:`, `https:`, `mailto:` and `tel:` are printed, those starting with `#` are looked up
  /// among the headings, and any other with a scheme, a host or control characters is refused.
  ///
  /// - Parameters:
  ///   - line: the line of its file on which `source` starts.
  ///   - resolve: gets each relative destination and whether it is of an image. The destination is as written
  ///     after CommonMark's own unescaping: `\(` and `&amp;` are resolved, `%20` is **not** decoded, and a
  ///     query or fragment is still there. It may hold `..` and may start with one `/`. The answer is the
  ///     destination to print, which is escaped here; nil prints the text of the link or image instead.
  /// - Returns: the headings, and what was left out.
  package func render(
    _ source: some Collection<UInt8>, from line: Int = 1, into html: inout [UInt8], resolve: Resolve
  ) -> MarkdownOutline {
    let outline = source.withContiguousStorageIfAvailable {
      render(bytes: $0, from: line, into: &html, resolve: resolve)
    }
    if let outline { return outline }
    return Array(source).withUnsafeBufferPointer { render(bytes: $0, from: line, into: &html, resolve: resolve) }
  }

  private func render(
    bytes: UnsafeBufferPointer<UInt8>, from line: Int, into html: inout [UInt8], resolve: Resolve
  ) -> MarkdownOutline {
    let scan = SourceScan(bytes)
    if scan.isWithinBounds && !scan.isWellFormed {
      return wellFormed(bytes).withUnsafeBufferPointer {
        render(bytes: $0, from: line, into: &html, resolve: resolve)
      }
    }
    let start = html.count
    if scan.isWithinBounds,
      let outline = renderParsed(bytes, scan, from: line, into: &html, resolve: resolve),
      html.count - start <= max(Bounds.smallOutput, bytes.count * Bounds.growth)
    {
      return outline
    }
    html.removeSubrange(start...)
    appendPlainText(bytes, to: &html)
    var outline = MarkdownOutline()
    outline.isPlainText = true
    return outline
  }

  private func renderParsed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ scan: SourceScan, from line: Int, into html: inout [UInt8],
    resolve: Resolve
  ) -> MarkdownOutline? {
    guard let document = parse(bytes) else { return nil }
    defer { cmark_node_free(document) }
    if scan.mayHoldTables {
      var tables = Tables(bytes, definitions: scan.mayHoldDefinitions)
      guard tables.insert(into: document) else { return nil }
    }
    var outline = MarkdownOutline()
    outline.headings = anchoredHeadings(in: document, from: line)
    if scan.mayHoldLinksOrHTML {
      makeSafe(document, &outline, resolve: resolve)
    }
    guard let text = cmark_render_html(document, CMARK_OPT_DEFAULT) else { return nil }
    html.append(contentsOf: UnsafeBufferPointer(cString: text))
    cmark_get_default_mem_allocator().pointee.free(text)
    return outline
  }
}
