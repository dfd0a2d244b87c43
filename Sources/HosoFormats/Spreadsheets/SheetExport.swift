package import HosoCore

/// Makes spreadsheets of records: a header that stays in view, and each cell of its type.
package struct SheetExport: Sendable {
  /// A file that people open.
  package enum Format: String, CaseIterable, Sendable { case xlsx, ods, csv }

  private let kind: Kind
  private let language: Language

  /// - Parameter language: of the columns' titles.
  package init(_ kind: Kind, in language: Language) {
    self.kind = kind
    self.language = language
  }

  /// The bytes of a spreadsheet with `rows`, which are in the order of the kind's columns.
  ///
  /// - Parameter title: the name of the sheet.
  package func bytes(
    of rows: [[String]], title: String, as format: Format, program: String = "ssconvert"
  ) async throws(OfficeError) -> [UInt8] {
    let names = ColumnNames(kind.fields)
    let header = kind.fields.indices.map { names.label($0, in: language) }
    let cells = rows.map { row in zip(kind.fields, row).map { SheetWriter.Cell($1, of: $0.type) } }
    let converter = SheetConverter(program: program, limits: .init())
    switch format {
    case .csv: return Array((CSVWriter.byteOrderMark + CSVWriter.text(Self.plain(header, cells))).utf8)
    case .xlsx, .ods:
      let text = SheetWriter(title: title, header: header, columns: kind.fields.map(\.type)).text(cells)
      return try await converter.file(of: text, as: format == .xlsx ? .workbook : .openSpreadsheet)
    }
  }

  private static func plain(_ header: [String], _ rows: [[SheetWriter.Cell]]) -> [[CSVWriter.Cell]] {
    [header.map { .text($0) }]
      + rows.map { row in
        row.map { cell in
          switch cell {
          case .empty: .text("")
          case .text(let text): .text(text)
          case .number(let text): .number(text)
          case .date(let date): .text(date.description)
          }
        }
      }
  }
}
