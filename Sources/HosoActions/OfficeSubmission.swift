package import HosoCore
internal import HosoFormats
internal import HosoStore

/// `hoso submit plan.docx`: turns the office file into a record, keeps the original beside it, says what was lost.
package struct OfficeSubmission {
  /// What was converted and came of it.
  package struct Report: Sendable {
    package let path: RecordPath
    package let original: RecordPath
    /// What the Markdown cannot carry.
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
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let document: ConvertedDocument
    do {
      document = try await OfficeIntake().convert(bytes, ending: ending, sections: kind.sections)
    } catch {
      throw error.problem(with: file, isSheet: false)
    }
    var values = Self.known(document.fields, by: rulebook).merging(self.values) { _, given in given }
    for field in kind.fields {
      // What the person says of the path counts more than what the document says of itself.
      if let given = field.equals.flatMap({ self.values[$0.rawValue] }), self.values[field.name] == nil {
        values[field.name] = given
      }
    }
    values = values.filter { !$0.value.isEmpty }
    let message = message ?? Localized(vi: "Nộp từ tệp Word", en: "Submit from a Word file")(rulebook.school.language)
    let place = try PlaceFilling(rulebook: rulebook, person: identity.person, date: moment.date).place(of: kind, values)
    guard let path = try? RecordPath(try kind.place.path(for: place)), let folder = path.folder else {
      throw Problem(.missingOption, ["option": "--set"])
    }
    guard try tree.entry(at: path) == nil else { throw Problem(.recordExists, ["path": path.text]) }
    let attachments = try folder.appending(AttachmentRule.folder)
    let stem = String(path.name.dropLast(3))
    let original = try attachments.appending("\(stem).\(ending)")
    let head = RecordTemplate(kind: kind, place: place, values: values, rulebook: rulebook).text.prefix(
      through: "\n---\n\n")
    var files: [RecordPath: [UInt8]?] = [original: bytes]
    var markdown = document.markdown
    for picture in document.pictures {
      // Pictures take the record's name, so that two lessons of a week do not share one.
      let name = "\(stem)-\(picture.name)"
      markdown = markdown.replacing(
        "\(AttachmentRule.folder)/\(picture.name)", with: "\(AttachmentRule.folder)/\(name)")
      files.updateValue(picture.bytes, forKey: try attachments.appending(name))
    }
    files.updateValue(Array((head + markdown).utf8), forKey: path)
    let collected = CollectedFiles(files: files)
    let outcome = try await SubmitAction(paths: [], message: message, isDryRun: true).submit(in: workspace) { _ in
      collected
    }
    // The teacher mends what the rules refuse in the file itself: it is put into her folder either way.
    if !isDryRun { try Self.place(files, into: tree) }
    guard case .committed = outcome, !isDryRun else {
      return Report(path: path, original: original, losses: document.losses.map(\.notice), outcome: outcome)
    }
    let done = try await SubmitAction(paths: [], message: message).submit(in: workspace) { _ in collected }
    return Report(path: path, original: original, losses: document.losses.map(\.notice), outcome: done)
  }

  private static func place(_ files: [RecordPath: [UInt8]?], into tree: WorkingTree) throws {
    for (path, bytes) in files {
      if let bytes { try tree.write(bytes, to: path) }
    }
  }

  /// What the document's header lines say, with the school's ids for subjects and classes.
  private static func known(_ fields: [String: String], by rulebook: Rulebook) -> [String: String] {
    var fields = fields
    if let subject = fields["mon"], rulebook.subjects[subject] == nil {
      let slug = Slug.text(of: subject)
      fields["mon"] = rulebook.subjects.values.first { Slug.text(of: $0.title) == slug || $0.id == slug }?.id ?? ""
    }
    if let name = fields["lop"], rulebook.classes[name] == nil {
      let slug = Slug.text(of: name)
      fields["lop"] = rulebook.classes[slug]?.id ?? ""
    }
    if fields["tuan"] == nil, let date = fields["ngay-day"].flatMap({ SchoolDate($0) }),
      let week = rulebook.calendars[rulebook.school.year]?.all(.week).first(where: { $0.contains(date) })
    {
      fields["tuan"] = week.id
    }
    return fields
  }
}

extension String {
  /// The text up to and with the first `mark`.
  fileprivate func prefix(through mark: String) -> String {
    guard let range = firstRange(of: mark) else { return "" }
    return String(self[..<range.upperBound])
  }
}
