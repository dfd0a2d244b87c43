package import GitObjects

/// A report as a value: what it counted, in rows of typed cells; terminal, CSV, JSON and page are made from it.
package struct Report: Sendable {
  /// A column, in the terms of the Frictionless Table Schema.
  package struct Column: Hashable, Sendable {
    /// Table Schema's `type`.
    package enum ContentType: String, Sendable { case string, integer, number, date, datetime }

    /// ASCII, unique in the report.
    package let name: String
    package let title: Localized
    package let type: ContentType
    /// The list whose ids stand in it, as far as they do.
    package let reference: FieldSchema.Reference?

    package init(
      _ name: String, _ title: Localized, _ type: ContentType = .string, reference: FieldSchema.Reference? = nil
    ) {
      self.name = name
      self.title = title
      self.type = type
      self.reference = reference
    }

    /// Whether its cells stand at the right.
    package var isNumeric: Bool { type == .integer || type == .number }
  }

  /// A picture of counts: bars in the order of their labels.
  package struct Chart: Hashable, Sendable {
    /// One bar.
    package struct Bar: Hashable, Sendable {
      package let label: String
      package let count: Int
    }

    package let title: Localized
    package let term: Int?
    package let bars: [Bar]
    package let mean: RoundedNumber?

    /// How many there are in all.
    package var count: Int { bars.reduce(0) { $0 + $1.count } }
  }

  package let id: ReportID
  package let scope: ReportScope
  package let year: String
  /// "Now" for what is late, missing or due.
  package let moment: Moment
  /// The commit that it was made from; nil before the first.
  package let commit: ObjectID?
  package let columns: [Column]
  /// Each as wide as the columns.
  package let rows: [[ReportCell]]
  /// As wide as the columns, or empty.
  package let totals: [ReportCell]
  /// What was counted and how.
  package let notes: [Localized]
  package let charts: [Chart]
}

extension ReportSource {
  func report(
    _ id: ReportID, _ scope: ReportScope, _ columns: [Report.Column], _ rows: [[ReportCell]],
    totals: [ReportCell] = [], notes: [Localized], charts: [Report.Chart] = []
  ) -> Report {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has a cell for each column")
    precondition(totals.isEmpty || totals.count == columns.count, "totals have a cell for each column")
    return Report(
      id: id, scope: scope, year: view.year, moment: moment, commit: view.commits.last?.id, columns: columns,
      rows: rows, totals: rows.isEmpty ? [] : totals, notes: notes, charts: charts)
  }
}

/// Columns that several reports have.
extension Report.Column {
  static let team = Self("team", Localized(vi: "Tổ", en: "Team"), reference: .teams)
  static let person = Self("person", Localized(vi: "Họ và tên", en: "Name"), reference: .people)
  static let owner = Self("owner", Localized(vi: "Người nộp", en: "Owner"), reference: .people)
  static let teacher = Self("teacher", Localized(vi: "Giáo viên", en: "Teacher"), reference: .people)
  static let schoolClass = Self("class", Localized(vi: "Lớp", en: "Class"), reference: .classes)
  static let subject = Self("subject", Localized(vi: "Môn", en: "Subject"), reference: .subjects)
  static let kind = Self("kind", Localized(vi: "Loại hồ sơ", en: "Kind"))
  static let record = Self("record", Localized(vi: "Hồ sơ", en: "Record"))
  static let period = Self("period", Localized(vi: "Kì hạn", en: "Period"))
  static let term = Self("term", Localized(vi: "Học kì", en: "Term"))
  static let mark = Self("column", Localized(vi: "Cột điểm", en: "Column of marks"))

  static func integer(_ name: String, _ vietnamese: String, _ english: String) -> Self {
    Self(name, Localized(vi: vietnamese, en: english), .integer)
  }

  static func number(_ name: String, _ vietnamese: String, _ english: String) -> Self {
    Self(name, Localized(vi: vietnamese, en: english), .number)
  }

  static func string(_ name: String, _ vietnamese: String, _ english: String) -> Self {
    Self(name, Localized(vi: vietnamese, en: english))
  }

  static func moment(_ name: String, _ vietnamese: String, _ english: String) -> Self {
    Self(name, Localized(vi: vietnamese, en: english), .datetime)
  }

  static func date(_ name: String, _ vietnamese: String, _ english: String) -> Self {
    Self(name, Localized(vi: vietnamese, en: english), .date)
  }
}
