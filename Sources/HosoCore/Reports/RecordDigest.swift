/// What reports need of a record's content, kept instead of the content.
package struct RecordDigest: Sendable {
  /// What it is called; empty where it says nothing.
  package let title: String
  /// The day that it is about, where a field says so.
  package let date: SchoolDate?
  package let schoolClass: ListID?
  package let subject: ListID?
  /// How many periods the lesson takes.
  package let periods: Int?
  /// Rows and changes, of tables that reports read.
  package let tables: TableVersions?

  /// The field with the number of periods.
  package static let periodsField = "so-tiet"

  /// Takes what the front matter of a record of `kind` says: the first field that is a day, names a class, a subject.
  package init(title: String, fields: [Field], kind: Kind, tables: TableVersions?) {
    func value(_ fits: (FieldSchema) -> Bool) -> String? {
      kind.fields.first(where: fits).flatMap { schema in fields.first { $0.name == schema.name }?.value }
    }
    self.title = title
    self.tables = tables
    let hasFields = !fields.isEmpty
    date = hasFields ? value { $0.type == .date }.flatMap { SchoolDate($0) } : nil
    schoolClass = hasFields ? value { $0.reference == .classes } : nil
    subject = hasFields ? value { $0.reference == .subjects } : nil
    periods = hasFields ? value { $0.name == Self.periodsField }.flatMap { Int($0) } : nil
  }

  /// Nothing was read.
  static func unread(_ kind: Kind) -> RecordDigest { RecordDigest(title: "", fields: [], kind: kind, tables: nil) }
}

/// Which kinds hold tables that reports read: mark books, class lists, and other tables with a row for each pupil.
package struct ReportTables: Sendable {
  /// By index of the kind: whether the rows of such records are pupils of a class.
  let isOfPupils: [Bool]
  /// By index of the kind: whether other tables take their rows from it, as they do from a class list.
  let isList: [Bool]

  package init(_ rulebook: Rulebook) {
    let resources = Set(rulebook.kinds.compactMap { $0.roster?.resource.text })
    isList = rulebook.kinds.map { $0.format == .csv && resources.contains($0.place.text) }
    isOfPupils = zip(rulebook.kinds, isList).map { kind, isList in
      kind.format == .csv && !isList && kind.primaryKey != nil && kind.place.names(.schoolClass)
    }
  }

  /// Whether reports read records of the kind with this index.
  package func includes(_ kind: Int) -> Bool { isOfPupils[kind] || isList[kind] }
}
