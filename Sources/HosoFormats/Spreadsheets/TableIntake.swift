package import HosoCore

/// Finds the table of a kind in a spreadsheet.
///
/// Its header is the row that names the most columns of the kind; what stands above is a title. Columns may come in any
/// order.
package struct TableIntake {
  private let kind: Kind
  private let names: ColumnNames
  private let sheet: String?
  private let language: Language

  /// - Parameters:
  ///   - sheet: the name of the sheet to take, where the person says it.
  ///   - language: in which missing columns are named.
  package init(_ kind: Kind, sheet: String?, language: Language) {
    self.kind = kind
    self.sheet = sheet
    self.language = language
    names = ColumnNames(kind.fields)
  }

  /// - Throws: where no sheet, or more than one, has the table, or a column of it is missing, doubled or unknown.
  package func table(in workbook: Workbook) throws(SheetFault) -> ConvertedTable {
    let (sheet, header) = try found(in: workbook)
    let columns = try SheetColumns(header, in: sheet, kind: kind, names: names, language: language)
    var rows: [ConvertedTable.Row] = []
    var taken: [Sheet.Row] = []
    for row in columns.rows {
      var cells: [String] = []
      for (index, field) in kind.fields.enumerated() {
        let cell = columns.places[index].flatMap { row[$0] }
        if let cell, case .error = cell.value {
          throw SheetFault(
            "error-value", ["sheet": sheet.name, "cell": SheetPlace.letters(cell.column) + String(row.number)])
        }
        cells.append(cell.map { field.text(of: $0.value) } ?? "")
      }
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      rows.append(ConvertedTable.Row(cells: cells, number: row.number))
      taken.append(row)
    }
    guard !rows.isEmpty else { throw SheetFault("no-rows", ["sheet": sheet.name, "row": String(header.number)]) }
    return ConvertedTable(
      sheet: sheet.name, rows: rows, columns: columns.places,
      notices: columns.notices + notices(sheet, [header] + taken, columns.places, in: workbook))
  }

  /// The sheet with the table, and its header.
  private func found(in workbook: Workbook) throws(SheetFault) -> (Sheet, Sheet.Row) {
    var sheets = workbook.sheets.filter { !$0.isHidden }
    if let name = sheet {
      let known = sheets.map(\.name).joined(separator: ", ")
      sheets.removeAll { ColumnNames.folded($0.name) != ColumnNames.folded(name) }
      guard !sheets.isEmpty else { throw SheetFault("no-sheet", ["sheet": name, "known": known]) }
    }
    let found = sheets.compactMap { sheet in header(of: sheet).map { (sheet, $0) } }
    guard let first = found.first else {
      let labels = kind.fields.indices.map { names.label($0, in: language) }
      throw SheetFault("no-header", ["columns": labels.joined(separator: "; ")])
    }
    guard found.count == 1 else {
      throw SheetFault("several-sheets", ["sheets": found.map(\.0.name).joined(separator: ", ")])
    }
    return first
  }

  /// The row that names the most columns, the first of several; at least two, if the kind has as many.
  private func header(of sheet: Sheet) -> Sheet.Row? {
    var best: (row: Sheet.Row, count: Int)?
    for row in sheet.rows.prefix(100) {
      let count = Set(row.cells.compactMap { names.column($0.value.label) }).count
      if count >= min(2, kind.fields.count), count > best?.count ?? 0 { best = (row, count) }
    }
    return best?.row
  }

  /// What of the sheet does not come along, and what of the file.
  private func notices(
    _ sheet: Sheet, _ rows: [Sheet.Row], _ places: [Int?], in workbook: Workbook
  ) -> [Notice] {
    let columns = Set(places.compactMap(\.self))
    let first = rows[0].number
    let above = sheet.rows.count { $0.number < first }
    var notices: [Notice] = []
    func add(_ id: Notice.ID, _ count: Int) {
      if count > 0 { notices.append(Notice(id, ["count": String(count)])) }
    }
    add(.sheetTitle, above)
    add(.sheetFormula, rows.reduce(0) { $0 + $1.cells.count { $0.isFormula && columns.contains($0.column) } })
    add(.sheetComment, sheet.rows.reduce(0) { $0 + $1.comments })
    add(.sheetMerged, rows.reduce(0) { $0 + $1.merged })
    add(.sheetColour, rows.dropFirst().reduce(0) { $0 + $1.coloured })
    add(.sheetHiddenRow, rows.count(where: \.isHidden))
    add(.sheetHiddenColumn, sheet.hiddenColumns)
    add(.drawing, sheet.drawings)
    for other in workbook.sheets where other != sheet && (!other.rows.isEmpty || other.drawings > 0) {
      notices.append(Notice(other.isHidden ? .sheetHidden : .sheetOther, ["name": other.name]))
    }
    return notices
  }
}
