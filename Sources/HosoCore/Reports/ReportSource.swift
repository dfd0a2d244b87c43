package import GitObjects

/// What reports are made from: one view of a school year, and of its records' contents what a report asks for, read once.
///
/// A report is a pure function of this. A class, so that what one report has read the next one finds.
package final class ReportSource {
  package let view: SchoolView
  /// "Now" for what is late, missing or due.
  package let moment: Moment
  let tables: ReportTables
  let tests: TestCalendar
  private let terms: [SchoolCalendar.Span]
  /// Digests that somebody has made already, by index of the record; either of all records or of none.
  private let known: [RecordDigest]
  private let reading: (reader: any RecordReading, bytes: (ObjectID) throws -> [UInt8])?
  private var digests: [Int: RecordDigest] = [:]

  /// Reads contents by `bytes` when a report asks for them.
  package init(
    view: SchoolView, at moment: Moment, reader: any RecordReading, bytes: @escaping (ObjectID) throws -> [UInt8]
  ) {
    self.view = view
    self.moment = moment
    known = []
    reading = (reader, bytes)
    tables = ReportTables(view.rulebook)
    tests = TestCalendar(view.rulebook.calendars[view.year])
    terms = view.rulebook.calendars[view.year]?.all(.term) ?? []
  }

  /// Reads nothing: `digests` are those of all records of the view, in their order; without them no content is known.
  package init(view: SchoolView, at moment: Moment, digests: [RecordDigest] = []) {
    precondition(digests.isEmpty || digests.count == view.records.count, "each record has its digest")
    self.view = view
    self.moment = moment
    known = digests
    reading = nil
    tables = ReportTables(view.rulebook)
    tests = TestCalendar(view.rulebook.calendars[view.year])
    terms = view.rulebook.calendars[view.year]?.all(.term) ?? []
  }

  var rulebook: Rulebook { view.rulebook }

  /// Whether a time before the newest commit is asked about.
  var isPast: Bool { view.commits.last.map { moment < $0.moment } ?? false }

  /// What reports need of the content of the record with this index.
  func digest(of index: Int) throws -> RecordDigest {
    if index < known.count { return known[index] }
    if let digest = digests[index] { return digest }
    let status = view.records[index]
    let kind = view.kind(of: status)
    guard let reading else { return .unread(kind) }
    func record(_ blob: ObjectID) throws -> Record? {
      reading.reader.record(
        at: status.path, kind: kind, place: status.place, bytes: try reading.bytes(blob), report: { _ in })
    }
    let newest = try record(status.blob)
    let tables =
      tables.includes(status.kind) ? try TableVersions(of: status, kind: kind) { try record($0)?.table } : nil
    let digest = RecordDigest(
      title: newest?.title ?? "", fields: newest?.fields ?? [], kind: kind, tables: tables)
    digests[index] = digest
    return digest
  }

  /// Who teaches what in which class, by class and subject.
  private(set) lazy var teaching: [ListID: [ListID: [ListID]]] = {
    var found: [ListID: [ListID: [ListID]]] = [:]
    for each in rulebook.assignments(in: view.year) {
      if found[each.schoolClass]?[each.subject]?.contains(each.person) != true {
        found[each.schoolClass, default: [:]][each.subject, default: []].append(each.person)
      }
    }
    return found
  }()

  /// The person whose obligation a record answers that lies in nobody's folder, by index of the record.
  private(set) lazy var answering: [Int: ListID] = {
    var found: [Int: ListID] = [:]
    for obligation in view.obligations where !isWithinBook(obligation) {
      guard let person = obligation.person else { continue }
      for index in obligation.records where view.records[index].place[.person] == nil { found[index] = person }
    }
    return found
  }()

  /// The index of each record by its path.
  private(set) lazy var recordAt: [RecordPath: Int] = Dictionary(
    uniqueKeysWithValues: view.records.enumerated().map { ($1.path, $0) })

  /// The books of marks of all classes, by path: tables with a row for each pupil and columns named after subjects.
  private(set) lazy var books: [MarkBook] = view.records.indices.compactMap { index in
    let record = view.records[index]
    guard tables.isOfPupils[record.kind] else { return nil }
    return MarkBook(record, index: index, kind: view.kind(of: record), subjects: rulebook.subjects)
  }

  /// The books that belong to the classes; where there are none, those of the teachers.
  private(set) lazy var classBooks: [MarkBook] = {
    let ofClasses = books.filter { $0.person == nil }
    return ofClasses.isEmpty ? books : ofClasses
  }()

  /// The cells of each column of the classes' books, in the order of term, class and column; read once.
  func marks() throws -> [MarkCells] {
    if let knownMarks { return knownMarks }
    let sorted = classBooks.sorted {
      ($0.term ?? 0, $0.schoolClass, $0.record) < ($1.term ?? 0, $1.schoolClass, $1.record)
    }
    let marks = try sorted.flatMap { book in try self.marks(of: book) }
    knownMarks = marks
    return marks
  }

  private var knownMarks: [MarkCells]?

  /// The cells of each column of `book` whose subject is taught in the class, in the columns' order.
  func marks(of book: MarkBook) throws -> [MarkCells] {
    guard let versions = try digest(of: book.record).tables else { return [] }
    let keys = versions.keys
    return book.columns.compactMap { column in
      guard isTaught(column.subject, in: book.schoolClass), let at = versions.newest.column(named: column.name) else {
        return nil
      }
      let cells = zip(keys, versions.newest.rows).map { (pupil: $0, value: at < $1.cells.count ? $1.cells[at] : "") }
      return MarkCells(book: book, column: column, cells: cells)
    }
  }

  /// The records that are a person's work, by person: those in their folders, those by which they gave what they owe, and
  /// those of nobody that they wrote first.
  package private(set) lazy var recordsOfPerson: [ListID: [Int]] = {
    var found: [ListID: [Int]] = [:]
    for (index, record) in view.records.enumerated() {
      if let person = self.person(of: index) ?? author(of: record) { found[person, default: []].append(index) }
    }
    return found
  }()

  /// The term that `date` counts for: that in which it lies, else the one before it; nil without terms.
  func term(on date: SchoolDate) -> Int? {
    guard !terms.isEmpty else { return nil }
    return max(1, (terms.lastIndex { $0.from <= date } ?? 0) + 1)
  }

  /// The terms that have begun, counted from 1; those of the calendar where none has.
  var termsBegun: [Int] {
    let begun = terms.indices.filter { terms[$0].from <= moment.date }.map { $0 + 1 }
    return begun.isEmpty ? terms.indices.map { $0 + 1 } : begun
  }

  /// The last day of `term`.
  func end(ofTerm term: Int) -> SchoolDate? { terms.indices.contains(term - 1) ? terms[term - 1].to : nil }
}
