internal import HosoCore
internal import HosoFormats

extension Loss {
  /// The loss as a notice, for the catalogue to put into words.
  var notice: Notice {
    func count(_ id: Notice.ID, _ number: Int) -> Notice { Notice(id, ["count": String(number)]) }
    switch self {
    case .mergedCell(let table, let rows, let columns):
      return Notice(.mergedCell, ["table": String(table), "rows": String(rows), "columns": String(columns)])
    case .nestedTable(let table): return Notice(.nestedTable, ["table": String(table)])
    case .equation(let number): return count(.equation, number)
    case .footnote(let number): return count(.footnote, number)
    case .picture(let format, let number): return Notice(.picture, ["format": format, "count": String(number)])
    case .drawing(let number): return count(.drawing, number)
    case .textBox(let number): return count(.textBox, number)
    case .embeddedObject(let number): return count(.embeddedObject, number)
    case .underline(let number): return count(.underline, number)
    case .struckText(let number): return count(.struckText, number)
    case .symbol(let number): return count(.symbol, number)
    case .legacyFont(let name): return Notice(.legacyFont, ["name": name])
    case .missingText(let number): return count(.missingText, number)
    case .unknown(let name): return Notice(.unknown, ["name": name])
    }
  }
}

extension OfficeError {
  /// The problem that it is for a person; `isSheet` where he gave a spreadsheet.
  func problem(with file: String, isSheet: Bool) -> Problem {
    if case .toolMissing(let tool) = reason {
      return Problem(.toolMissing, isSheet ? ["tool": tool, "package": "gnumeric"] : ["tool": tool])
    }
    var facts = ["path": file, "detail": word(isSheet: isSheet)]
    if isSheet { facts["form"] = "sheet" }
    return Problem(.officeFile, facts)
  }

  /// The reason as a word for the catalogue.
  private func word(isSheet: Bool) -> String {
    switch reason {
    case .notOfficeFile: isSheet ? "not-spreadsheet" : "not-office-file"
    case .oldFile: isSheet ? "old-spreadsheet" : "old-word-file"
    case .damaged: "damaged"
    case .encrypted: "encrypted"
    case .macros: "macros"
    case .tooLarge: "too-large"
    case .zipBomb: "zip-bomb"
    case .unsafeName: "unsafe-name"
    case .externalContent: "external-content"
    case .toolMissing(let tool): tool
    case .timedOut: "timed-out"
    case .failed(let text): text
    }
  }
}
