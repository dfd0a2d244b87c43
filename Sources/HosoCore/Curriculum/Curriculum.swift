/// The lessons of a subject in a grade (phân phối chương trình), as its team has them in a CSV of the year.
package struct Curriculum: Hashable, Sendable {
  /// One lesson (bài).
  package struct Lesson: Hashable, Sendable {
    package let number: Int
    package let title: String
    package let periods: Int
    /// The teaching weeks in which it is taught.
    package let weeks: ClosedRange<Int>

    package init(number: Int, title: String, periods: Int, weeks: ClosedRange<Int>) {
      self.number = number
      self.title = title
      self.periods = periods
      self.weeks = weeks
    }
  }

  /// Whose lessons they are.
  package struct Key: Hashable, Sendable {
    package let subject: ListID
    /// 1...12.
    package let grade: Int

    package init(subject: ListID, grade: Int) {
      self.subject = subject
      self.grade = grade
    }
  }

  package let key: Key
  package let path: RecordPath
  /// In the order of the file.
  package let lessons: [Lesson]
  private let byNumber: [Int: Int]

  package init(key: Key, path: RecordPath, lessons: [Lesson]) {
    self.key = key
    self.path = path
    self.lessons = lessons
    byNumber = Dictionary(
      lessons.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a record of the kind ``kind``; rows that say no lesson are left out, as ``CurriculumRows`` reports them.
  package init?(_ record: Record) {
    guard let key = Self.key(of: record.place), let table = record.table else { return nil }
    let columns = Column.allCases.map { table.column(named: $0.rawValue) }
    let lessons = table.rows.compactMap { row -> Lesson? in
      let cells = columns.map { column in column.flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? "" }
      guard let number = Int(cells[0]), let periods = Int(cells[2]), let from = Int(cells[3]), let to = Int(cells[4]),
        from <= to
      else { return nil }
      return Lesson(number: number, title: cells[1], periods: periods, weeks: from...to)
    }
    self.init(key: key, path: record.path, lessons: lessons)
  }

  /// The lesson with this number.
  package func lesson(_ number: Int) -> Lesson? { byNumber[number].map { lessons[$0] } }

  /// The subject and grade that a curriculum's path names.
  package static func key(of place: Place) -> Key? {
    guard let subject = place[.subject], let grade = place[.grade].flatMap({ Int($0) }) else { return nil }
    return Key(subject: subject, grade: grade)
  }
}

extension Curriculum {
  /// The id of the kind whose records are curricula.
  package static let kind = "curriculum"

  /// The columns that the kind must have; it may have more.
  package enum Column: String, CaseIterable, Sendable {
    case number = "bai-so"
    case title = "ten-bai"
    case periods = "so-tiet"
    case from = "tuan-tu"
    case to = "tuan-den"
  }

  /// Whether records of such a kind can be read as curricula.
  package static func fits(_ place: PathTemplate, _ format: Kind.Format, _ fields: [FieldSchema]) -> Bool {
    format == .csv && place.names(.subject) && place.names(.grade)
      && Column.allCases.allSatisfy { column in fields.contains { $0.name == column.rawValue } }
  }
}

/// Fields of a lesson plan that its curriculum knows too.
package enum LessonField {
  /// The lesson's number; a kind without this field has no tie to the curriculum.
  package static let number = "bai-so"
  /// How many periods it takes.
  package static let periods = "so-tiet"

  /// Whether records with `fields` say which lesson of which subject and class they are for.
  package static func areThere(in fields: [FieldSchema]) -> Bool {
    fields.contains { $0.name == number } && fields.contains { $0.reference == .subjects }
      && fields.contains { $0.reference == .classes }
  }
}
