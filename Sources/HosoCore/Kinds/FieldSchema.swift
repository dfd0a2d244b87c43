/// A front-matter field or a CSV column, in the terms of the Frictionless Table Schema.
///
/// A class, as ``Kind`` is: each rule asks for it, and a copy would count its texts and lists.
package final class FieldSchema: Sendable {
  /// Table Schema's `type`; only those that school records use.
  package enum FieldType: String, CaseIterable, Sendable { case string, integer, number, date }

  /// A form that a text must have: Table Schema's `format` for strings, with a value of its own.
  package enum Format: String, CaseIterable, Sendable {
    /// 64 lower-case hexadecimal digits, as `sha256sum` prints them.
    case sha256
  }

  /// A list of the rulebook that a value must stand in.
  package enum Reference: String, CaseIterable, Sendable { case people, teams, classes, subjects }

  package let name: String
  package let title: Localized
  package let type: FieldType
  /// The form of a text; nil means any.
  package let format: Format?
  package let isRequired: Bool
  /// Allowed values; empty means any.
  package let allowed: [String]
  package let minimum: Double?
  package let maximum: Double?
  /// The step of the scale: the value is a whole number of these.
  package let multipleOf: DecimalStep?
  /// In characters.
  package let maxLength: Int
  package let reference: Reference?
  /// The person named holds one of these roles; empty means any.
  package let roles: [SchoolRole]
  /// The placeholder of the path that must have the same value.
  package let equals: PlaceName?
  /// Whether a date must lie in the path's teaching week and on no holiday.
  package let isWithinWeek: Bool
  /// The test whose marks the column holds, as the calendar names it, without the term's number; nil for other columns.
  package let test: ListID?

  package init(
    name: String, title: Localized, type: FieldType, isRequired: Bool = true, allowed: [String] = [],
    minimum: Double? = nil, maximum: Double? = nil, maxLength: Int = 500, reference: Reference? = nil,
    equals: PlaceName? = nil, isWithinWeek: Bool = false, test: ListID? = nil, format: Format? = nil,
    multipleOf: DecimalStep? = nil, roles: [SchoolRole] = []
  ) {
    self.name = name
    self.title = title
    self.type = type
    self.isRequired = isRequired
    self.allowed = allowed
    self.minimum = minimum
    self.maximum = maximum
    self.maxLength = maxLength
    self.reference = reference
    self.equals = equals
    self.isWithinWeek = isWithinWeek
    self.test = test
    self.format = format
    self.multipleOf = multipleOf
    self.roles = roles
  }
}

/// A section that records of a kind have: a heading of level 2 or below.
package struct SectionSchema: Hashable, Sendable {
  package let title: String
  /// 2...6.
  package let level: Int
  package let isRequired: Bool
  /// Whether the section may be without text.
  package let mayBeEmpty: Bool
  /// Other wordings of the heading that teachers really use.
  package let aliases: [String]
  /// Whether it is written after the approval and a change there leaves the approval standing.
  package let isOpenAfterApproval: Bool

  package init(
    title: String, level: Int, isRequired: Bool, mayBeEmpty: Bool, aliases: [String], isOpenAfterApproval: Bool
  ) {
    self.title = title
    self.level = level
    self.isRequired = isRequired
    self.mayBeEmpty = mayBeEmpty
    self.aliases = aliases
    self.isOpenAfterApproval = isOpenAfterApproval
  }
}
