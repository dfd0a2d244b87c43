internal import HosoCore
internal import HosoMarkdown

/// The Markdown of a record as HTML; the one place that calls the renderer.
struct RecordBody {
  let html: [UInt8]
  let outline: MarkdownOutline

  /// - Parameters:
  ///   - isTitleShown: whether the page prints the level-1 heading itself, so that it is left out here.
  ///   - href: the way to a record, folder or attachment, or nil where the site has none; for a picture, only to one.
  init(
    _ bytes: [UInt8], of record: Record, isTitleShown: Bool, renderer: MarkdownRenderer,
    href: (RecordPath, _ isPicture: Bool) -> String?
  ) {
    var start = min(max(record.body.offset, 0), bytes.count)
    var line = record.body.line
    if isTitleShown { Self.skipTitle(bytes, &start, &line) }
    var html: [UInt8] = []
    html.reserveCapacity((bytes.count - start) * 3 / 2 + 256)
    outline = renderer.render(bytes[start...], from: line, into: &html) { destination, isImage in
      guard case .relative(let target) = LinkTarget(destination), let path = record.path.resolving(target)
      else { return nil }
      if isImage { return href(path, true) }
      let fragment = destination.firstIndex(of: "#").map { String(destination[$0...]) } ?? ""
      return href(path, false).map { $0 + fragment }
    }
    self.html = html
  }

  /// Moves behind the first line with text where that is `# …`.
  private static func skipTitle(_ bytes: [UInt8], _ start: inout Int, _ line: inout Int) {
    var position = start
    var number = line
    while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D {
      if bytes[position] == 0x0A { number += 1 }
      position += 1
    }
    guard bytes[position...].starts(with: "# ".utf8) else { return }
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    start = min(position + 1, bytes.count)
    line = number + 1
  }
}
