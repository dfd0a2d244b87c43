package import HosoCore

/// The text of a new record: every field named, every section there.
package struct RecordTemplate {
  private let kind: Kind
  private let place: Place
  private let values: [String: String]
  private let rulebook: Rulebook
  /// The keys of the rows that a table must have.
  private let rows: [String]

  package init(kind: Kind, place: Place, values: [String: String], rulebook: Rulebook, rows: [String] = []) {
    self.kind = kind
    self.place = place
    self.values = values
    self.rulebook = rulebook
    self.rows = rows
  }

  /// The whole file.
  package var text: String {
    switch kind.format {
    case .csv: table
    case .markdown: frontMatter + "# \(title)\n\n" + sections
    }
  }

  /// The header, and a row for each key with all other cells empty.
  private var table: String {
    let header = kind.fields.map(\.name)
    let lines = rows.map { key in
      header.map { $0 == kind.roster?.field ? Self.cell(key) : "" }.joined(separator: ",")
    }
    return ([header.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  /// A value as RFC 4180 writes it.
  private static func cell(_ value: String) -> String {
    guard value.contains(where: { ",\"\n".contains($0) }) else { return value }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }

  private var title: String {
    kind.heading.flatMap { values[$0] } ?? values["title"] ?? kind.title(rulebook.school.language)
  }

  private var frontMatter: String {
    guard !kind.fields.isEmpty else { return "" }
    let lines = kind.fields.map { field in
      let placed = field.equals.flatMap { place[$0] }.map { Int($0).map(String.init) ?? $0 }
      let value = values[field.name] ?? placed ?? (field.name == kind.heading ? title : "")
      return value.isEmpty ? "\(field.name):" : "\(field.name): \(Self.scalar(value))"
    }
    return "---\n" + lines.joined(separator: "\n") + "\n---\n\n"
  }

  /// A value as YAML writes it: plain where that is safe, else in double quotes.
  package static func scalar(_ value: String) -> String {
    let isPlain =
      !value.contains(": ") && !value.contains(" #") && !value.hasSuffix(":")
      && value.first.map { $0.isLetter || $0.isNumber } ?? true
      && value.last != " "
    guard !isPlain else { return value }
    return "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private var sections: String {
    kind.sections.map { section in
      let marks = String(repeating: "#", count: section.level)
      let next = kind.sections.drop { $0 != section }.dropFirst().first
      let hasParts = next.map { $0.level > section.level } ?? false
      let body = section.mayBeEmpty || hasParts ? "" : "…\n\n"
      return "\(marks) \(section.title)\n\n\(body)"
    }.joined()
  }
}
