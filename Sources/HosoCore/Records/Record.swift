/// A record as its kind reads it: where it lies, what its fields, headings or rows say.
package struct Record: Sendable {
  package let path: RecordPath
  package let kind: Kind
  package let place: Place
  /// Front matter in file order; empty for CSV.
  package let fields: [Field]
  /// Headings and links of the Markdown; empty for CSV.
  package let outline: Outline
  /// Rows of a CSV record; nil for Markdown.
  package let table: Table?
  /// Where the text behind the front matter begins: byte offset, and 1-based line.
  package let body: (offset: Int, line: Int)

  package init(
    path: RecordPath, kind: Kind, place: Place, fields: [Field], outline: Outline, table: Table?,
    body: (offset: Int, line: Int) = (0, 1)
  ) {
    self.path = path
    self.kind = kind
    self.place = place
    self.fields = fields
    self.outline = outline
    self.table = table
    self.body = body
  }

  /// The first field with this name.
  package func field(named name: String) -> Field? { fields.first { $0.name == name } }

  /// The record's title: its level-1 heading.
  package var title: String? { outline.headings.first { $0.level == 1 }?.title }

  /// A diagnostic at a line of this record.
  package func fault(
    _ id: DiagnosticID, line: Int? = nil, column: Int? = nil, _ facts: [String: String] = [:]
  ) -> Diagnostic {
    Diagnostic(id, path: path.text, line: line, column: column, facts: facts)
  }
}

/// One field of the front matter: `name: value`.
package struct Field: Hashable, Sendable {
  package let name: String
  /// The value's text; YAML's types are not applied, `010` stays `010`.
  package let value: String
  /// 1-based.
  package let line: Int
  /// 1-based byte where the value begins.
  package let column: Int

  package init(name: String, value: String, line: Int, column: Int) {
    self.name = name
    self.value = value
    self.line = line
    self.column = column
  }
}

/// The skeleton of a Markdown text.
package struct Outline: Hashable, Sendable {
  /// A heading, in whichever way it is written.
  package struct Heading: Hashable, Sendable {
    /// 1...6.
    package let level: Int
    package let title: String
    package let line: Int
    /// Whether no text stands between it and the next heading of any level.
    package let isBare: Bool

    package init(level: Int, title: String, line: Int, isBare: Bool) {
      self.level = level
      self.title = title
      self.line = line
      self.isBare = isBare
    }
  }

  /// A link or picture.
  package struct Link: Hashable, Sendable {
    package let destination: String
    package let line: Int
    package let column: Int
    package let isImage: Bool

    package init(destination: String, line: Int, column: Int, isImage: Bool) {
      self.destination = destination
      self.line = line
      self.column = column
      self.isImage = isImage
    }
  }

  package let headings: [Heading]
  package let links: [Link]
  /// The first line with raw HTML other than `<br>`, if any.
  package let rawHTMLLine: Int?
  /// The first line nested deeper than a page shows, if any.
  package let tooDeepLine: Int?

  package init(headings: [Heading], links: [Link], rawHTMLLine: Int?, tooDeepLine: Int?) {
    self.headings = headings
    self.links = links
    self.rawHTMLLine = rawHTMLLine
    self.tooDeepLine = tooDeepLine
  }

  /// Nothing: the outline of a table.
  package static let empty = Outline(headings: [], links: [], rawHTMLLine: nil, tooDeepLine: nil)
}

/// The cells of a CSV file.
package struct Table: Hashable, Sendable {
  /// The cells of one row.
  package struct Row: Hashable, Sendable {
    /// 1-based line where the row begins.
    package let line: Int
    package let cells: [String]

    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  package let header: [String]
  package let rows: [Row]

  package init(header: [String], rows: [Row]) {
    self.header = header
    self.rows = rows
  }

  /// The index of the first column with this name.
  package func column(named name: String) -> Int? { header.firstIndex(of: name) }
}
