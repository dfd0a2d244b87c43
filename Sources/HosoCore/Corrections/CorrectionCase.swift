package import GitObjects

/// What somebody asks to change in locked records, read from the folder of his case.
package struct CorrectionCase: Hashable, Sendable {
  /// A record that is to be corrected.
  package struct Target: Hashable, Sendable {
    package let path: RecordPath
    /// Its content now, and after.
    package let old: ObjectID
    package let new: ObjectID
    /// Its line in the list, 1-based; 0 where it stands in no file yet.
    package let line: Int

    package init(path: RecordPath, old: ObjectID, new: ObjectID, line: Int = 0) {
      self.path = path
      self.old = old
      self.new = new
      self.line = line
    }
  }

  /// A cell of a CSV book that is to be corrected.
  package struct Cell: Hashable, Sendable {
    package let path: RecordPath
    /// The value of the book's primary key in the cell's row.
    package let key: String
    package let column: String
    package let old: String
    package let new: String
    package let reason: String
    /// Its line in the list, 1-based; 0 where it stands in no file yet.
    package let line: Int

    package init(
      path: RecordPath, key: String, column: String, old: String, new: String, reason: String, line: Int = 0
    ) {
      self.path = path
      self.key = key
      self.column = column
      self.old = old
      self.new = new
      self.reason = reason
      self.line = line
    }
  }

  package let folder: CaseFolder
  /// The title of the minutes.
  package let title: String
  /// Who opened it and alone writes in it.
  package let requester: ListID
  /// The procedure that it follows.
  package let procedure: ListID
  /// The fields of the minutes by name.
  package let fields: [String: String]
  /// By path.
  package let records: [Target]
  package let cells: [Cell]
  /// Files that prove the error, by path.
  package let evidence: [RecordPath]
  /// The new texts of records that have no cells, by their content.
  package let texts: [ObjectID: RecordPath]

  package init(
    folder: CaseFolder, title: String, requester: ListID, procedure: ListID, fields: [String: String],
    records: [Target], cells: [Cell], evidence: [RecordPath], texts: [ObjectID: RecordPath]
  ) {
    self.folder = folder
    self.title = title
    self.requester = requester
    self.procedure = procedure
    self.fields = fields
    self.records = records
    self.cells = cells
    self.evidence = evidence
    self.texts = texts
  }

  /// At most this many records in a case.
  package static let mostRecords = 100
  /// At most this many cells in a case.
  package static let mostCells = 1000

  /// The field of the minutes that names the requester.
  package static let requesterField = "nguoi-de-nghi"
  /// The field that names the procedure.
  package static let procedureField = "thu-tuc"
  /// The field that says when the error was found.
  package static let foundField = "ngay-phat-hien"
  /// The field that says why the case was withdrawn.
  package static let withdrawalField = "rut-lai"
  /// The columns of the list of records.
  package static let recordColumns = ["ho-so", "ban-cu", "ban-moi"]
  /// The columns of the list of cells.
  package static let cellColumns = ["ho-so", "khoa", "cot", "gia-tri-cu", "gia-tri-moi", "li-do"]
  /// The columns of the list of consents.
  package static let applicationColumns = ["dong-y", "ma", "nguoi", "tu-cach"]

  /// Why it was withdrawn; nil while it stands.
  package var withdrawal: String? { fields[Self.withdrawalField].flatMap { $0.isEmpty ? nil : $0 } }

  /// The cells of one book.
  package func cells(of path: RecordPath) -> [Cell] { cells.filter { $0.path == path } }
}

extension Kind {
  /// Whether its records are books whose cells can be named; any other record is corrected as a whole.
  package var hasCells: Bool { format == .csv && primaryKey != nil }
}
