internal import HosoCore

/// Which column of a sheet is which column of the kind, and what becomes of the others.
struct SheetColumns {
  /// For each column of the kind the sheet's column; nil where the sheet has none.
  private(set) var places: [Int?]
  /// The rows below the header in which a column of the kind is filled.
  let rows: [Sheet.Row]
  private(set) var notices: [Notice] = []

  private static let counting: Set<String> = ["stt", "tt", "so-tt", "so-thu-tu", "no"]

  init(
    _ header: Sheet.Row, in sheet: Sheet, kind: Kind, names: ColumnNames, language: Language
  ) throws(SheetFault) {
    let facts = ["sheet": sheet.name, "row": String(header.number)]
    var places: [Int?] = kind.fields.map { _ in nil }
    var others: [Int: String] = [:]
    for cell in header.cells {
      let label = cell.value.label
      guard let index = names.column(label) else {
        others[cell.column] = label
        continue
      }
      guard places[index] == nil else {
        throw SheetFault(
          "repeated-column",
          ["sheet": sheet.name, "cell": SheetPlace.letters(cell.column) + String(header.number), "columns": label])
      }
      places[index] = cell.column
    }
    self.places = places
    let taken = Set(places.compactMap(\.self))
    rows = sheet.rows.filter { row in row.number > header.number && row.cells.contains { taken.contains($0.column) } }
    let missing = kind.fields.indices.filter { places[$0] == nil }
    func labels(_ indices: [Int]) -> String {
      indices.map { names.label($0, in: language) }.joined(separator: "; ")
    }

    var unknown: [Int] = []
    for column in Set(rows.flatMap(\.cells).map(\.column)).union(others.keys).subtracting(taken).sorted() {
      let cells = rows.compactMap { $0[column] }
      if isCounting(cells, label: others[column]) {
        notices.append(Notice(.sheetCounting, ["name": SheetPlace.letters(column)]))
      } else if !cells.isEmpty || others[column] != nil {
        unknown.append(column)
      }
    }
    let unknownLabels = unknown.map { column in
      let letters = SheetPlace.letters(column)
      return others[column].map { "\($0) (\(letters))" } ?? letters
    }
    // An unknown name beside a column that is missing may well be that column, misspelt.
    if !unknown.isEmpty, !missing.isEmpty {
      throw SheetFault(
        "unknown-columns",
        facts.merging(["columns": unknownLabels.joined(separator: "; "), "missing": labels(missing)]) { $1 })
    }
    let needed = missing.filter { index in
      let field = kind.fields[index]
      return field.isRequired || field.name == kind.primaryKey || kind.primaryKey == nil
    }
    guard needed.isEmpty else {
      throw SheetFault("missing-columns", facts.merging(["columns": labels(needed)]) { $1 })
    }
    for label in unknownLabels { notices.append(Notice(.sheetColumn, ["name": label])) }
    if !missing.isEmpty { notices.append(Notice(.sheetMissing, ["name": labels(missing)])) }
  }

  /// Whether a column only numbers the rows.
  private func isCounting(_ cells: [SheetCell], label: String?) -> Bool {
    if let label { return Self.counting.contains(Slug.text(of: label)) }
    guard !cells.isEmpty else { return false }
    var last = 0.0
    for cell in cells {
      guard case .number(let number, _) = cell.value, number == last + 1 || last == 0 else { return false }
      last = number
    }
    return true
  }
}
