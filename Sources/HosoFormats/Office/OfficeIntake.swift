package import HosoCore

internal import Foundation

/// Turns the files of Word and LibreOffice Writer into records.
///
/// A file is first checked as a zip in memory; `pandoc` then reads it in a child process without network, with bounds
/// for time, memory and output. Nothing of the file is written but a copy of it in a temporary folder, which is removed.
package struct OfficeIntake: Sendable {
  private let pandoc: PandocProcess

  /// - Parameter pandoc: the program, by its name in `PATH` or its absolute path; version 2.17 or later.
  package init(pandoc: String = "pandoc") {
    self.init(pandoc: pandoc, limits: .init())
  }

  init(pandoc: String, limits: BoundedProcess.Limits) {
    self.pandoc = PandocProcess(program: pandoc, limits: limits)
  }

  /// Reads a Word or OpenDocument text.
  ///
  /// - Parameters:
  ///   - bytes: the file, at most 20 MB.
  ///   - ending: `docx` or `odt`, as the file's name has it; the content must be that.
  ///   - sections: the headings to find. A line that has the words of one, or of an alias, becomes its heading.
  package func convert(
    _ bytes: [UInt8], ending: String, sections: [SectionSchema]
  ) async throws(OfficeError) -> ConvertedDocument {
    let package = try OfficePackage(bytes, ending: ending)
    let tree = try await pandoc.tree(of: bytes, as: package.format)
    var reader = PandocReader()
    let document = try reader.read(tree)
    return Self.written(document.blocks, title: document.title, reader, package, SectionMatcher(sections))
  }

  /// How many items at the top may be header lines where a document has none of the sections.
  private static let longestHead = 12

  private static func written(
    _ blocks: [OfficeBlock], title: [Piece], _ reader: PandocReader, _ package: OfficePackage, _ matcher: SectionMatcher
  ) -> ConvertedDocument {
    let items = PlanItems(blocks, matcher).items
    let end = items.firstIndex { if case .section = $0 { true } else { false } } ?? min(longestHead, items.count)
    let head = PlanHead(items[..<end], style: title)
    let fields = head.header.fields
    let shelf = PictureShelf(package)
    var writer = PlanWriter(shelf)
    if let title = fields["bai"] { writer.write(title: title) }
    writer.write(head.rest + items[end...])

    var counts = reader.counts
    counts.merged = writer.merged
    counts.pictures = shelf.lost
    if package.format == .word { OfficeClues.add(from: package.body, characters: reader.characters, to: &counts) }
    return ConvertedDocument(
      markdown: writer.markdown.precomposedStringWithCanonicalMapping, fields: fields, pictures: shelf.pictures,
      losses: counts.losses)
  }
}
