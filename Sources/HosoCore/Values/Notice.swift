/// Something to tell that is neither a fault nor a failure, such as what a conversion could not carry.
package struct Notice: Hashable, Sendable {
  /// What is told.
  package enum ID: String, CaseIterable, Sendable {
    case mergedCell = "merged-cell"
    case nestedTable = "nested-table"
    case equation
    case footnote
    case picture
    case drawing
    case textBox = "text-box"
    case embeddedObject = "embedded-object"
    case underline
    case struckText = "struck-text"
    case symbol
    case legacyFont = "legacy-font"
    case missingText = "missing-text"
    case unknown
    // Of spreadsheets.
    case sheetTitle = "sheet-title"
    case sheetFormula = "sheet-formula"
    case sheetComment = "sheet-comment"
    case sheetMerged = "sheet-merged"
    case sheetColour = "sheet-colour"
    case sheetHiddenRow = "sheet-hidden-row"
    case sheetHiddenColumn = "sheet-hidden-column"
    case sheetHidden = "sheet-hidden"
    case sheetOther = "sheet-other"
    case sheetCounting = "sheet-counting"
    case sheetColumn = "sheet-column"
    case sheetMissing = "sheet-missing"
  }

  package let id: ID
  package let facts: [String: String]

  package init(_ id: ID, _ facts: [String: String]) {
    self.id = id
    self.facts = facts
  }
}
