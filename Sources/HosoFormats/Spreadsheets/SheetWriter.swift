internal import HosoCore

/// Writes one sheet as Gnumeric's XML, in which each cell says its type: what is text stays text, whatever it looks like.
struct SheetWriter {
  enum Cell: Hashable {
    case empty
    case text(String)
    /// As ``PlainDecimal`` writes it.
    case number(String)
    case date(SchoolDate)

    /// A number or a day only where it will be read back as the same text.
    init(_ text: String, of type: FieldSchema.FieldType) {
      switch type {
      case _ where text.isEmpty: self = .empty
      case .integer, .number: self = PlainDecimal.number(text) == nil ? .text(text) : .number(text)
      case .date:
        // Spreadsheets disagree about the days before 1 March 1900.
        if let date = SchoolDate(text), date.serial > 60 { self = .date(date) } else { self = .text(text) }
      case .string: self = .text(text)
      }
    }
  }

  let title: String
  let header: [String]
  let columns: [FieldSchema.FieldType]

  /// The whole document.
  func text(_ rows: [[Cell]]) -> String {
    let last = (column: max(0, header.count - 1), row: rows.count)
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <gnm:Workbook xmlns:gnm="http://www.gnumeric.org/v10.dtd">
      <gnm:SheetNameIndex><gnm:SheetName>\(Self.escaped(sheetName))</gnm:SheetName></gnm:SheetNameIndex>
      <gnm:Sheets><gnm:Sheet><gnm:Name>\(Self.escaped(sheetName))</gnm:Name>
      <gnm:MaxCol>\(last.column)</gnm:MaxCol><gnm:MaxRow>\(last.row)</gnm:MaxRow>
      <gnm:Styles>
      <gnm:StyleRegion startCol="0" startRow="0" endCol="\(last.column)" endRow="0">\
      <gnm:Style WrapText="1" VAlign="GNM_VALIGN_CENTER" Format="@"><gnm:Font Unit="10" Bold="1">Sans</gnm:Font>\
      </gnm:Style></gnm:StyleRegion>

      """
    for (column, type) in columns.enumerated() where last.row > 0 {
      text += """
        <gnm:StyleRegion startCol="\(column)" startRow="1" endCol="\(column)" endRow="\(last.row)">\
        <gnm:Style Format="\(type.format)"/></gnm:StyleRegion>

        """
    }
    text += "</gnm:Styles>\n<gnm:Cols DefaultSizePts=\"48\">\n"
    for column in header.indices {
      let length = ([header[column].count / 2] + rows.map { $0[column].width }).max() ?? 0
      text += "<gnm:ColInfo No=\"\(column)\" Unit=\"\(12 + 6 * min(40, max(6, length)))\" HardSize=\"1\"/>\n"
    }
    text += "</gnm:Cols>\n<gnm:Cells>\n"
    for (column, title) in header.enumerated() { text += cell(.text(title), row: 0, column) }
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() { text += self.cell(cell, row: row + 1, column) }
    }
    return text + """
      </gnm:Cells>
      <gnm:SheetLayout TopLeft="B2"><gnm:FreezePanes FrozenTopLeft="A1" UnfrozenTopLeft="B2"/></gnm:SheetLayout>
      </gnm:Sheet></gnm:Sheets></gnm:Workbook>

      """
  }

  private func cell(_ cell: Cell, row: Int, _ column: Int) -> String {
    let (type, content): (Int, String)
    switch cell {
    case .empty: return ""
    case .text(let text): (type, content) = (60, Self.escaped(text))
    case .number(let text): (type, content) = (40, text)
    case .date(let date): (type, content) = (40, String(date.serial))
    }
    return "<gnm:Cell Row=\"\(row)\" Col=\"\(column)\" ValueType=\"\(type)\">\(content)</gnm:Cell>\n"
  }

  /// The title as spreadsheets allow the name of a sheet: whole words, at most 31 signs, without those of addresses.
  private var sheetName: String {
    let words = title.split { " []*?:/\\'".contains($0) }
    var name = ""
    for word in words {
      guard name.utf16.count + 1 + word.utf16.count <= 31 else { break }
      name += (name.isEmpty ? "" : " ") + word
    }
    return name.isEmpty ? "Sheet1" : name
  }

  /// `text` as XML; signs that XML cannot hold become the sign for what is unreadable.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension SheetWriter.Cell {
  /// About how many characters wide.
  fileprivate var width: Int {
    switch self {
    case .empty: 0
    case .text(let text): text.split(separator: "\n").map(\.count).max() ?? 0
    case .number(let text): text.count
    case .date: 10
    }
  }
}

extension FieldSchema.FieldType {
  /// How a spreadsheet shows the cells of such a column.
  fileprivate var format: String {
    switch self {
    case .string: "@"
    case .integer, .number: "General"
    case .date: "dd/mm/yyyy"
    }
  }
}

extension SchoolDate {
  /// The number by which spreadsheets count days.
  fileprivate var serial: Int { day + 25_569 }
}
