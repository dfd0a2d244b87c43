internal import HosoCore

extension FieldSchema {
  /// The value of a spreadsheet's cell as a record has it.
  ///
  /// What is not of the column's type stays as the sheet shows it; the rules then say so.
  func text(of value: SheetValue) -> String {
    switch (type, value) {
    case (_, .error(let shown)), (_, .other(let shown)): shown
    case (.string, .text(let text)): text
    case (.string, .number(let number, let shown)): Self.string(number, shown: shown)
    case (.string, .date(let date)), (.integer, .date(let date)), (.number, .date(let date)): Self.spoken(date)
    case (.integer, .text(let text)), (.number, .text(let text)): Self.number(text)
    // A share such as 85% is not the number 0.85 that lies behind it, nor surely 85.
    case (.integer, .number(let number, let shown)), (.number, .number(let number, let shown)):
      shown.contains("%") ? shown : PlainDecimal.text(number) ?? shown
    case (.date, .text(let text)): Self.date(text)
    case (.date, .number(_, let shown)): shown
    case (.date, .date(let date)): date.description
    }
  }

  /// A number in a column of text: with the zeros that the sheet shows in front, but never rounded or with an exponent.
  private static func string(_ number: Double, shown: String) -> String {
    guard let raw = PlainDecimal.text(number) else { return shown }
    if PlainDecimal.isPlain(shown) { return Double(shown) == Double(raw) ? shown : raw }
    let isScientific = shown.contains { $0 == "E" || $0 == "e" } && shown.allSatisfy { "0123456789.,+-Ee".contains($0) }
    return isScientific || shown.allSatisfy { $0 == "#" } ? raw : shown
  }

  /// As a Vietnamese sheet shows a day.
  private static func spoken(_ date: SchoolDate) -> String {
    let (year, month, day) = date.parts
    return "\(twoDigits(day))/\(twoDigits(month))/\(year)"
  }

  /// A number typed as text: with a decimal comma, as Vietnamese writes it, or a point.
  private static func number(_ text: String) -> String {
    let bare = String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    let point = bare.replacing(",", with: ".")
    return PlainDecimal.isPlain(point) ? point : bare
  }

  /// A day typed as text: `29/02/2016`, `29-2-2016` or `29.2.2016`; else as it stands.
  private static func date(_ text: String) -> String {
    let bare = text.filter { !$0.isWhitespace }
    if SchoolDate(bare) != nil { return bare }
    let parts = bare.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.count == 3, parts[2].utf8.count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2]), let date = SchoolDate(year: year, month: month, day: day)
    else { return text }
    return date.description
  }
}
