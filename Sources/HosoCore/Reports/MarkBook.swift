/// A column of marks or levels: one whose name begins with a subject, such as `toan-gk`, or any in a book of one subject.
package struct MarkColumn: Hashable, Sendable {
  package let name: String
  package let title: Localized
  package let subject: ListID
  /// What follows the subject in its name, such as `gk`; of a book of one subject the whole name.
  package let part: String
  /// The levels it may hold, such as T, H and C; empty for marks.
  package let levels: [String]
  /// The test of the calendar whose marks it holds, without the term; nil where the kind does not say.
  package let test: ListID?
  /// The best mark, where the kind says so.
  package let maximum: Double?

  /// Whether it holds levels instead of marks.
  package var isLevel: Bool { !levels.isEmpty }
}

/// A book with a row for each pupil of a class and a column for each mark.
package struct MarkBook: Sendable {
  /// Index of the record.
  package let record: Int
  package let schoolClass: ListID
  package let term: Int?
  /// Whose it is; nil where it is the class's.
  package let person: ListID?
  package let columns: [MarkColumn]

  /// Nil where the record names no class or its kind has no column of marks.
  init?(_ status: RecordStatus, index: Int, kind: Kind, subjects: [ListID: Subject]) {
    guard let schoolClass = status.place[.schoolClass] else { return nil }
    let columns = kind.fields.compactMap { field in
      MarkColumn(field, of: kind, subject: status.place[.subject], subjects)
    }
    guard !columns.isEmpty else { return nil }
    record = index
    self.schoolClass = schoolClass
    term = status.place[.term].flatMap { Int($0) }
    person = status.place[.person]
    self.columns = columns
  }
}

extension MarkColumn {
  /// `subject` is that of the whole book, where it has one.
  fileprivate init?(_ field: FieldSchema, of kind: Kind, subject: ListID?, _ subjects: [ListID: Subject]) {
    let isNumber = field.type == .integer || field.type == .number
    guard isNumber || !field.allowed.isEmpty, field.reference == nil, field.name != kind.primaryKey else { return nil }
    let named = Self.subject(in: field.name, subjects)
    guard let subject = subject ?? named?.subject else { return nil }
    name = field.name
    self.subject = subject
    part = named?.subject == subject ? named?.part ?? "" : field.name
    levels = isNumber ? [] : field.allowed
    maximum = field.maximum
    test = field.test
    guard named == nil, let own = subjects[subject]?.title else {
      title = field.title
      return
    }
    title = Localized(vi: "\(own), \(field.title.vietnamese)", en: "\(own), \(field.title.english)")
  }

  /// The longest subject that `name` is, or begins with before a hyphen, and what follows it.
  private static func subject(in name: String, _ subjects: [ListID: Subject]) -> (subject: ListID, part: String)? {
    if subjects[name] != nil { return (name, "") }
    var end = name.endIndex
    while let hyphen = name[..<end].lastIndex(of: "-") {
      if subjects[String(name[..<hyphen])] != nil {
        return (String(name[..<hyphen]), String(name[name.index(after: hyphen)...]))
      }
      end = hyphen
    }
    return nil
  }
}

/// What a column of a book says of each pupil.
struct MarkCells {
  let book: MarkBook
  let column: MarkColumn
  /// In the order of the rows; a value may be empty.
  let cells: [(pupil: String, value: String)]

  /// How many cells are filled.
  var filled: Int { cells.count { !$0.value.isEmpty } }

  /// The marks in thousandths; what is no mark is passed over.
  var marks: [Int] { column.isLevel ? [] : cells.compactMap { Self.mark($0.value) } }

  /// `text` as a mark in thousandths.
  static func mark(_ text: String) -> Int? {
    guard !text.isEmpty, let number = FieldSchema.number(text, isInteger: false), number.magnitude <= 1_000_000 else {
      return nil
    }
    return Int((number * 1000).rounded())
  }
}
