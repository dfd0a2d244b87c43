package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso submit plan.docx`: turns the office file into its record, or the lessons of a week into theirs, keeps the
/// original beside them, says what was lost.
package struct OfficeSubmission {
  /// What was converted and came of it.
  package struct Report: Sendable {
    /// One record of the file.
    package struct Lesson: Sendable {
      /// From 1, in the order of the file.
      package let number: Int
      /// Empty where the document has none.
      package let title: String
      package let path: RecordPath
      /// What the Markdown cannot carry.
      package let losses: [Notice]
    }

    /// At least one.
    package let lessons: [Lesson]
    package let original: RecordPath
    /// What was lost, no one knows in which of several lessons.
    package let losses: [Notice]
    package let outcome: SubmitAction.Outcome
  }

  private let file: String
  private let kind: String
  private let values: [String: String]
  private let message: String?
  private let isDryRun: Bool

  package init(file: String, kind: String, values: [String: String], message: String?, isDryRun: Bool) {
    self.file = file
    self.kind = kind
    self.values = values
    self.message = message
    self.isDryRun = isDryRun
  }

  /// Whether `path` is a file that this takes.
  package static func takes(_ path: String) -> Bool {
    let lower = path.lowercased()
    return [".docx", ".odt", ".doc", ".docm", ".rtf"].contains(where: lower.hasSuffix)
      && !path.split(separator: "/").dropLast().contains { $0 == AttachmentRule.folder }
  }

  package func perform(in workspace: Workspace) async throws -> Report {
    let tree = try workspace.workingTree()
    let rulebook = try workspace.store.rulebook(of: tree)
    let kind = try rulebook.kind(called: kind)
    let moment = workspace.moment(rulebook)
    let identity = try workspace.store.identify(under: rulebook, at: moment)
    let bytes = try workspace.bytes(ofFile: file)
    let converted = try await convert(bytes, kind)
    let filling = PlaceFilling(rulebook: rulebook, person: identity.person, date: moment.date)
    let drafts = try converted.lessons.map { try OfficeDraft($0, of: kind, given: values, filling) }
    try requireOwnPlaces(drafts, in: tree)
    let original = try place(ofOriginal: bytes, drafts, in: tree)
    let source = Localized(vi: "Tách từ tệp", en: "Split from")
    let link = drafts.count > 1 ? (words: source(rulebook.school.language), file: original) : nil
    var files: [RecordPath: [UInt8]?] = [original: bytes]
    for draft in drafts { files.merge(try draft.files(source: link)) { _, own in own } }
    let outcome = try await submit(files, in: workspace, tree, rulebook.school.language)
    let lessons = zip(drafts, converted.lessons).enumerated().map { index, lesson in
      Report.Lesson(
        number: index + 1, title: lesson.0.title, path: lesson.0.path, losses: lesson.1.losses.map(\.notice))
    }
    return Report(lessons: lessons, original: original, losses: converted.losses.map(\.notice), outcome: outcome)
  }

  private var ending: String { file.split(separator: ".").last.map { $0.lowercased() } ?? "" }

  private func convert(_ bytes: [UInt8], _ kind: Kind) async throws -> ConvertedFile {
    do {
      return try await OfficeIntake().read(bytes, ending: ending, sections: kind.sections)
    } catch {
      throw error.problem(with: file, isSheet: false)
    }
  }

  /// Each lesson gets a record of its own, and overwrites none.
  private func requireOwnPlaces(_ drafts: [OfficeDraft], in tree: WorkingTree) throws {
    for (index, draft) in drafts.enumerated() {
      if let twin = drafts[..<index].firstIndex(where: { $0.path == draft.path }) {
        throw Problem(
          .sameRecord,
          [
            "path": draft.path.text, "file": file, "first": String(twin + 1), "second": String(index + 1),
            "first-title": drafts[twin].title, "second-title": draft.title,
          ].filter { !$0.value.isEmpty })
      }
      guard try tree.entry(at: draft.path) == nil else { throw Problem(.recordExists, ["path": draft.path.text]) }
    }
  }

  /// Beside the record under its name; that of several lessons beside the first under the file's own, which must not
  /// take the place of another week's.
  private func place(ofOriginal bytes: [UInt8], _ drafts: [OfficeDraft], in tree: WorkingTree) throws -> RecordPath {
    guard drafts.count > 1 else { return try drafts[0].original(ending) }
    let name = String(file.split(separator: "/").last ?? "").dropLast(ending.count + 1)
    var number = 1
    while true {
      let path = try drafts[0].original(named: String(name), ending, number: number)
      guard try tree.entry(at: path) != nil, try tree.bytes(at: path) != bytes else { return path }
      number += 1
    }
  }

  private func submit(
    _ files: [RecordPath: [UInt8]?], in workspace: Workspace, _ tree: WorkingTree, _ language: Language
  ) async throws -> SubmitAction.Outcome {
    let message = message ?? Localized(vi: "Nộp từ tệp Word", en: "Submit from a Word file")(language)
    func collect(onto base: CommitSnapshot?) throws -> CollectedFiles {
      // The file of a week may lie there since an earlier time.
      CollectedFiles(files: try files.filter { path, bytes in try base?.bytes(at: path) != bytes })
    }
    let outcome = try await SubmitAction(paths: [], message: message, isDryRun: true)
      .submit(in: workspace, collect: collect)
    guard !isDryRun else { return outcome }
    // The teacher mends what the rules refuse in the file itself: it is put into her folder either way.
    for (path, bytes) in files {
      if let bytes { try tree.write(bytes, to: path) }
    }
    guard case .committed = outcome else { return outcome }
    return try await SubmitAction(paths: [], message: message).submit(in: workspace, collect: collect)
  }
}
