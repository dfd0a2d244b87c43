internal import HosoCore
internal import HosoFormats

/// One lesson of an office file, with the place that its record gets.
struct OfficeDraft {
  let path: RecordPath
  /// As the document or the person says it; empty where neither does.
  let title: String
  private let attachments: RecordPath
  private let document: ConvertedDocument
  /// The front matter.
  private let head: String

  /// - Parameters:
  ///   - given: what the person says beside the document, of every lesson in it.
  ///   - filling: finds what the path wants and nobody said.
  init(_ document: ConvertedDocument, of kind: Kind, given: [String: String], _ filling: PlaceFilling) throws {
    var values = Self.known(document.fields, by: filling.rulebook).merging(given) { _, given in given }
    for field in kind.fields {
      // What the person says of the path counts more than what the document says of itself.
      if let place = field.equals.flatMap({ given[$0.rawValue] }), given[field.name] == nil {
        values[field.name] = place
      }
    }
    values = values.filter { !$0.value.isEmpty }
    let place = try filling.place(of: kind, values)
    guard let path = try? RecordPath(try kind.place.path(for: place)), let folder = path.folder else {
      throw Problem(.missingOption, ["option": "--set"])
    }
    self.path = path
    self.document = document
    title = kind.heading.flatMap { values[$0] } ?? ""
    attachments = try folder.appending(AttachmentRule.folder)
    head = RecordTemplate(kind: kind, place: place, values: values, rulebook: filling.rulebook).text
      .prefix(through: "\n---\n\n")
  }

  /// Where the office file lies that this lesson alone was made from.
  func original(_ ending: String) throws -> RecordPath { try attachments.appending("\(stem).\(ending)") }

  /// Where the office file lies that several lessons were made from, by its own name and what makes it differ.
  func original(named name: String, _ ending: String, number: Int) throws -> RecordPath {
    let slug = Slug.text(of: name)
    let stem = slug.isEmpty ? stem : slug
    return try attachments.appending(number > 1 ? "\(stem)-\(number).\(ending)" : "\(stem).\(ending)")
  }

  /// The record and its pictures.
  ///
  /// - Parameter source: the words and the file of the link to what it was split from, if it was.
  func files(source: (words: String, file: RecordPath)? = nil) throws -> [RecordPath: [UInt8]?] {
    var files: [RecordPath: [UInt8]?] = [:]
    var markdown = document.markdown
    for picture in document.pictures {
      // Pictures take the record's name, so that two lessons of a week do not share one.
      let name = "\(stem)-\(picture.name)"
      markdown = markdown.replacing(
        "\(AttachmentRule.folder)/\(picture.name)", with: "\(AttachmentRule.folder)/\(name)")
      files.updateValue(picture.bytes, forKey: try attachments.appending(name))
    }
    if let source { markdown = linked(markdown, to: source.file, source.words) }
    files.updateValue(Array((head + markdown).utf8), forKey: path)
    return files
  }

  private var stem: String { String(path.name.dropLast(3)) }

  /// `markdown` with a line below its title that leads to `file`.
  private func linked(_ markdown: String, to file: RecordPath, _ words: String) -> String {
    let own = path.components.dropLast()
    let common = zip(own, file.components).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: own.count - common) + file.components.dropFirst(common)
    let link = "\(words): [\(file.name)](\(steps.joined(separator: "/")))"
    guard markdown.hasPrefix("# "), let end = markdown.firstIndex(of: "\n") else { return link + "\n\n" + markdown }
    return markdown[...end] + "\n" + link + "\n" + markdown[markdown.index(after: end)...]
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
