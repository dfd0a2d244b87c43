package import HosoCore

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

  /// Reads a Word or OpenDocument text: one record, or the lessons of a week.
  ///
  /// - Parameters:
  ///   - bytes: the file, at most 20 MB.
  ///   - ending: `docx` or `odt`, as the file's name has it; the content must be that.
  ///   - sections: the headings to find. A line that has the words of one, or of an alias, becomes its heading.
  package func read(
    _ bytes: [UInt8], ending: String, sections: [SectionSchema]
  ) async throws(OfficeError) -> ConvertedFile {
    let package = try OfficePackage(bytes, ending: ending)
    let tree = try PandocTree(try await pandoc.tree(of: bytes, as: package.format))
    let matcher = SectionMatcher(sections)
    let texts = Self.lessons(of: tree, matcher).map { LessonText($0.blocks, title: $0.title, package, matcher) }
    var counts = texts.count == 1 ? texts[0].counts : LossCounts()
    if package.format == .word {
      let characters = texts.map(\.characters).reduce(0, +)
      OfficeClues.add(from: package.body, characters: characters, to: &counts)
    }
    if texts.count == 1 { return ConvertedFile(lessons: [texts[0].document(counts.losses)], losses: []) }
    let fields = WeekFields.inherited(texts.map(\.fields))
    let lessons = zip(texts, fields).map { text, fields in text.document(text.counts.losses, fields) }
    return ConvertedFile(lessons: lessons, losses: counts.losses)
  }

  /// The blocks of each lesson; a frame around several of them falls away.
  private static func lessons(of tree: PandocTree, _ matcher: SectionMatcher) -> [(title: Any?, blocks: [Any])] {
    func starts(_ blocks: [Any]) -> [Int] {
      var reader = PandocReader()
      return LessonSplit(blocks.map { reader.block($0) }, matcher).starts
    }
    let blocks = tree.blocks.flatMap { block in
      PandocTree.framed(block).flatMap { starts($0).count > 1 ? $0 : nil } ?? [block]
    }
    let starts = starts(blocks)
    guard starts.count > 1 else { return [(tree.title, tree.blocks)] }
    return starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : blocks.count
      return (index == 0 ? tree.title : nil, Array(blocks[starts[index]..<end]))
    }
  }
}
