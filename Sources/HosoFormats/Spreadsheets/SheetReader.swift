internal import HosoCore

/// Reads the sheets out of `content.xml`, in the form in which `ssconvert` writes OpenDocument.
struct SheetReader {
  private var scanner: MarkupScanner
  /// Of the style that is being read.
  private var style = ""
  private var hiddenStyles: Set<String> = []
  private var colouredStyles: Set<String> = []
  private var cellCount = 0

  /// More than any class or school fills, and small enough to hold.
  private static let mostCells = 500_000
  private static let plainColours: Set<String> = ["#ffffff", "transparent"]

  init(_ xml: [UInt8]) { scanner = MarkupScanner(xml) }

  mutating func read() throws(OfficeError) -> Workbook {
    var sheets: [Sheet] = []
    while let piece = try scanner.next() {
      guard case .start(let element) = piece else { continue }
      switch element.name {
      case "style:style": style = element.attributes["style:name"] ?? ""
      case "style:table-properties" where element.attributes["table:display"] == "false": hiddenStyles.insert(style)
      case "style:table-cell-properties":
        if let colour = element.attributes["fo:background-color"], !Self.plainColours.contains(colour) {
          colouredStyles.insert(style)
        }
      case "table:table": sheets.append(try sheet(element))
      default: continue
      }
    }
    return Workbook(sheets: sheets)
  }

  private mutating func sheet(_ start: MarkupScanner.Element) throws(OfficeError) -> Sheet {
    var rows: [Sheet.Row] = []
    var number = 1
    var hiddenColumns = 0
    var drawings = 0
    while let piece = try scanner.next() {
      switch piece {
      case .text: continue
      case .end("table:table"):
        return Sheet(
          name: start.attributes["table:name"] ?? "",
          isHidden: hiddenStyles.contains(start.attributes["table:style-name"] ?? ""), rows: rows,
          hiddenColumns: hiddenColumns, drawings: drawings)
      case .end: continue
      case .start(let element):
        switch element.name {
        case "table:table-column" where element.isHidden:
          hiddenColumns += element.count("table:number-columns-repeated")
        case "table:table-row":
          let row = try self.row(element, number: number, drawings: &drawings)
          let count = element.count("table:number-rows-repeated")
          if !row.cells.isEmpty { rows += try repeated(row, count) }
          number += count
        case "draw:frame":
          drawings += 1
          try scanner.skipElement()
        default: continue
        }
      }
    }
    throw OfficeError(.damaged)
  }

  /// The row as often as it is repeated.
  private mutating func repeated(_ row: Sheet.Row, _ count: Int) throws(OfficeError) -> [Sheet.Row] {
    guard count < Self.mostCells else { throw OfficeError(.tooLarge) }
    try add(row.cells.count * (count - 1))
    return (0..<count).map { offset in
      Sheet.Row(
        number: row.number + offset, cells: row.cells, isHidden: row.isHidden, merged: row.merged,
        coloured: row.coloured, comments: row.comments)
    }
  }

  private mutating func add(_ count: Int) throws(OfficeError) {
    cellCount += count
    guard cellCount <= Self.mostCells else { throw OfficeError(.tooLarge) }
  }

  private mutating func row(
    _ start: MarkupScanner.Element, number: Int, drawings: inout Int
  ) throws(OfficeError) -> Sheet.Row {
    var cells: [SheetCell] = []
    var column = 0
    var (merged, coloured, comments) = (0, 0, 0)
    while let piece = try scanner.next() {
      switch piece {
      case .text: continue
      case .end("table:table-row"):
        return Sheet.Row(
          number: number, cells: cells, isHidden: start.isHidden, merged: merged, coloured: coloured,
          comments: comments)
      case .end: continue
      case .start(let element):
        let count = element.count("table:number-columns-repeated")
        let content = try content()
        comments += content.comments
        drawings += content.drawings
        if element.count("table:number-columns-spanned") > 1 || element.count("table:number-rows-spanned") > 1 {
          merged += 1
        }
        if let value = SheetValue(element.attributes, text: content.text) {
          guard count < Self.mostCells else { throw OfficeError(.tooLarge) }
          try add(count)
          let isFormula = element.attributes["table:formula"] != nil
          cells += (column..<(column + count)).map { SheetCell(column: $0, value: value, isFormula: isFormula) }
          if colouredStyles.contains(element.attributes["table:style-name"] ?? "") { coloured += count }
        }
        column += count
      }
    }
    throw OfficeError(.damaged)
  }

  private struct Content {
    var text = ""
    var comments = 0
    var drawings = 0
  }

  /// What stands in the cell that was begun last, up to its end.
  private mutating func content() throws(OfficeError) -> Content {
    var content = Content()
    var paragraphs = 0
    var depth = 1
    var isInParagraph = false
    while depth > 0 {
      switch try scanner.next() {
      case nil: throw OfficeError(.damaged)
      case .text(let text): if isInParagraph { content.text += text.filter { $0 != "\n" } }
      case .end(let name):
        depth -= 1
        if name == "text:p" { isInParagraph = false }
      case .start(let element):
        depth += 1
        switch element.name {
        case "text:p":
          if paragraphs > 0 { content.text += "\n" }
          paragraphs += 1
          isInParagraph = true
        case "text:s": content.text += String(repeating: " ", count: min(element.count("text:c"), 1000))
        case "text:tab": content.text += "\t"
        case "text:line-break": content.text += "\n"
        case "office:annotation", "draw:frame":
          if element.name == "draw:frame" { content.drawings += 1 } else { content.comments += 1 }
          try scanner.skipElement()
          depth -= 1
        default: continue
        }
      }
    }
    return content
  }
}

extension MarkupScanner.Element {
  /// The number in an attribute, 1 where there is none.
  fileprivate func count(_ name: String) -> Int { attributes[name].flatMap { Int($0) }.map { max(1, $0) } ?? 1 }

  /// Whether a row or column is folded away or filtered out.
  fileprivate var isHidden: Bool {
    attributes["table:visibility"].map { $0 != "visible" } ?? false
  }
}

extension SheetValue {
  private static let errors: Set<String> = [
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#UNKNOWN!",
  ]

  /// The value that the attributes of a cell tell; `text` is what the sheet shows. Nil for an empty cell.
  fileprivate init?(_ attributes: [String: String], text: String) {
    // A carriage return is no line end of ours.
    let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let result = attributes["office:string-value"] ?? text
    // What the converter could not read as a formula it keeps as an error of its own.
    let isError = attributes["table:formula"].map { Self.errors.contains(result) || $0.contains("GNUMERIC.ERROR(") }
    if attributes["gnm:error-value"] != nil || isError ?? false {
      self = .error(result)
      return
    }
    switch attributes["office:value-type"] {
    case nil: return nil
    case "string": self = .text(text)
    case "float", "percentage", "currency":
      guard let value = attributes["office:value"].flatMap({ Double($0) }) else {
        self = .other(text)
        return
      }
      // The converter shows a number below zero with a minus sign of its own.
      self = .number(value, shown: text.replacing("\u{2212}", with: "-"))
    case "date":
      if let date = attributes["office:date-value"].flatMap({ SchoolDate($0.prefix(10)) }) {
        self = .date(date)
      } else {
        self = .other(text)
      }
    default: self = .other(text)
    }
    if label.isEmpty { return nil }
  }
}
