/// A sort of record, such as the lesson plan: one file of `.hoso/kinds/`.
///
/// A class, though a value in all else: every record refers to its kind, and a copy would count a dozen references.
package final class Kind: Sendable {
  /// How a record is written.
  package enum Format: String, CaseIterable, Sendable { case markdown, csv }

  /// One step of approval: anybody of these roles, not over his own work.
  package struct Approval: Hashable, Sendable {
    package let by: [SchoolRole]
    /// The clause that asks for it.
    package let basis: String?

    package init(by: [SchoolRole], basis: String? = nil) {
      self.by = by
      self.basis = basis
    }
  }

  /// A claim over several fields.
  package enum Check: Hashable, Sendable {
    case sum(of: [String], equals: String)
    case different(String, String)
  }

  /// Rows must be those of another table, by key: Table Schema's foreign key, both ways.
  package struct Roster: Hashable, Sendable {
    package let field: String
    package let resource: PathTemplate
    package let key: String

    package init(field: String, resource: PathTemplate, key: String) {
      self.field = field
      self.resource = resource
      self.key = key
    }
  }

  /// Such as `lesson-plan`.
  package let id: String
  /// The regulation's code, such as `K4`.
  package let code: String
  package let title: Localized
  package let place: PathTemplate
  package let format: Format
  package let fields: [FieldSchema]
  package let sections: [SectionSchema]
  /// The field whose value the level-1 heading repeats; nil where any title will do.
  package let heading: String?
  package let primaryKey: String?
  package let roster: Roster?
  package let checks: [Check]
  package let expectation: Expectation?
  package let deadline: Deadline?
  package let approvals: [Approval]
  /// Whether the steps of approval are taken one after the other, as they are listed.
  package let hasOrder: Bool
  /// Set where the records of this kind are notes on other records.
  package let reviews: ReviewScope?
  /// The criteria by which notes give points to records of this kind; empty where they give none.
  package let rubric: [Criterion]
  package let keeping: Keeping
  let headings = HeadingCache()

  package init(
    id: String, code: String, title: Localized, place: PathTemplate, format: Format, fields: [FieldSchema],
    sections: [SectionSchema] = [], heading: String? = nil, primaryKey: String? = nil, roster: Roster? = nil,
    checks: [Check] = [], expectation: Expectation? = nil, deadline: Deadline? = nil, approvals: [Approval] = [],
    keeping: Keeping = Keeping(), hasOrder: Bool = true, reviews: ReviewScope? = nil, rubric: [Criterion] = []
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.place = place
    self.format = format
    self.fields = fields
    self.sections = sections
    self.heading = heading
    self.primaryKey = primaryKey
    self.roster = roster
    self.checks = checks
    self.expectation = expectation
    self.deadline = deadline
    self.approvals = approvals
    self.keeping = keeping
    self.hasOrder = hasOrder
    self.reviews = reviews
    self.rubric = rubric
  }

  /// The field or column with this name.
  package func field(named name: String) -> FieldSchema? { fields.first { $0.name == name } }
}
