internal import HosoCore

/// One lesson written as Markdown, before what else is known of its file.
struct LessonText {
  let markdown: String
  let fields: [String: String]
  let counts: LossCounts
  /// Characters of text that pandoc gave, blanks left out.
  let characters: Int
  private let pictures: [ConvertedDocument.Picture]

  /// How many items at the top may be header lines where a document has none of the sections.
  private static let longestHead = 12

  /// - Parameters:
  ///   - blocks: of pandoc's tree.
  ///   - title: the paragraph of the style *Title*, of pandoc's tree.
  init(_ blocks: [Any], title: Any?, _ package: OfficePackage, _ matcher: SectionMatcher) {
    var reader = PandocReader()
    let style = reader.pieces(title, style: [])
    let items = PlanItems(reader.blocks(blocks), matcher).items
    let end =
      items.firstIndex { if case .section = $0 { true } else { false } } ?? min(Self.longestHead, items.count)
    let head = PlanHead(items[..<end], style: style)
    let shelf = PictureShelf(package)
    var writer = PlanWriter(shelf)
    if let title = head.header.fields["bai"] { writer.write(title: title) }
    writer.write(head.rest + items[end...])
    markdown = writer.markdown.composed
    fields = head.header.fields
    pictures = shelf.pictures
    var counts = reader.counts
    counts.merged = writer.merged
    counts.pictures = shelf.lost
    self.counts = counts
    characters = reader.characters
  }

  func document(_ losses: [Loss], _ fields: [String: String]? = nil) -> ConvertedDocument {
    ConvertedDocument(markdown: markdown, fields: fields ?? self.fields, pictures: pictures, losses: losses)
  }
}
