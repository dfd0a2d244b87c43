/// How long records are kept: a line of `retention.csv`.
///
/// hoso knows no period by itself: a school enters it when somebody has held it against its source.
package struct RetentionRule: Hashable, Sendable {
  /// How long.
  package enum Period: Hashable, Sendable {
    /// 1 or more.
    case years(Int)
    case permanent
    /// As long as the record is in force.
    case whileInForce

    /// As `retention.csv` writes it: a number of years, `permanent` or `while-in-force`.
    package init?(_ text: String) {
      switch text {
      case "permanent": self = .permanent
      case "while-in-force": self = .whileInForce
      default:
        guard let years = Int(text), String(years) == text, (1...200).contains(years) else { return nil }
        self = .years(years)
      }
    }
  }

  /// From when the period runs; until then a record is kept in any case.
  package enum Start: String, CaseIterable, Sendable {
    case yearEnd = "year-end"
    case pupilLeaves = "pupil-leaves"
    case superseded
  }

  /// What a kind's key `retention` names: a kind's id, or any word for several kinds.
  package let kind: String
  /// Nil as long as nobody has verified one.
  package let period: Period?
  package let starts: Start?
  /// The clause or document that says so.
  package let basis: String
  package let verifiedBy: ListID?
  package let verifiedOn: SchoolDate?
  /// 1-based.
  package let line: Int

  package init(
    kind: String, period: Period?, starts: Start?, basis: String, verifiedBy: ListID?, verifiedOn: SchoolDate?,
    line: Int
  ) {
    self.kind = kind
    self.period = period
    self.starts = starts
    self.basis = basis
    self.verifiedBy = verifiedBy
    self.verifiedOn = verifiedOn
    self.line = line
  }
}
