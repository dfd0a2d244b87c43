import Foundation
import HosoCore

@testable import HosoFormats

/// Kinds, sheets and files for the tests of spreadsheets.
enum SheetFixtures {
  static let kind = Kind(
    id: "class-list", code: "K1", title: Localized(vi: "Danh sách lớp", en: "Class list"),
    place: try! PathTemplate("{year}/lop/{class}/danh-sach.csv"), format: .csv,
    fields: [
      FieldSchema(name: "ma", title: Localized(vi: "Mã học sinh", en: "Pupil"), type: .string),
      FieldSchema(name: "ho-ten", title: Localized(vi: "Họ và tên", en: "Name"), type: .string, isRequired: false),
      FieldSchema(name: "ngay-sinh", title: Localized(vi: "Ngày sinh", en: "Born"), type: .date),
      FieldSchema(
        name: "toan-gk", title: Localized(vi: "Toán, giữa kì", en: "Mathematics, mid-term"), type: .number,
        isRequired: false),
    ], primaryKey: "ma")

  /// A sheet whose rows are written as texts; an empty text is an empty cell.
  static func sheet(_ rows: [[String]], name: String = "Lớp 4A", isHidden: Bool = false) -> Sheet {
    let filled = rows.enumerated().compactMap { index, texts in
      let cells = texts.enumerated().compactMap { column, text in
        text.isEmpty
          ? nil
          : SheetCell(
            column: column, value: Double(text).map { .number($0, shown: text) } ?? .text(text), isFormula: false)
      }
      return cells.isEmpty
        ? nil
        : Sheet.Row(number: index + 1, cells: cells, isHidden: false, merged: 0, coloured: 0, comments: 0)
    }
    return Sheet(name: name, isHidden: isHidden, rows: filled, hiddenColumns: 0, drawings: 0)
  }

  static func table(_ sheets: [Sheet], named name: String? = nil) throws(SheetFault) -> ConvertedTable {
    try TableIntake(kind, sheet: name, language: .vietnamese).table(in: Workbook(sheets: sheets))
  }

  static func ids(_ table: ConvertedTable) -> [Notice.ID] { table.notices.map(\.id) }
}

/// A zip file with stored parts, made by hand; what it says of a part's size may be a lie.
struct HandmadeZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An ordinary workbook of one empty sheet, with `parts` instead of or beside its own.
  static func workbook(_ parts: [String: String] = [:]) -> [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let own = [
      "[Content_Types].xml": "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
      "xl/workbook.xml": "<workbook xmlns=\"\(main)\"/>",
    ]
    var zip = HandmadeZip()
    for (name, text) in own.merging(parts, uniquingKeysWith: { $1 }).sorted(by: { $0.key < $1.key }) {
      zip.add(name, text)
    }
    return zip.bytes
  }

  mutating func add(_ name: String, _ text: String, size: Int? = nil, flags: UInt16 = 0) {
    let content = Array(text.utf8)
    let sizes = Self.long(content.count) + Self.long(size ?? content.count)
    let common = Self.word(Int(flags)) + Self.word(0) + Self.long(0) + Self.long(0) + sizes + Self.word(name.utf8.count)
    directory += [0x50, 0x4B, 1, 2] + Self.word(20) + Self.word(20) + common
    directory += Array(repeating: 0, count: 12) + Self.long(body.count) + Array(name.utf8)
    body += [0x50, 0x4B, 3, 4] + Self.word(20) + common + Self.word(0) + Array(name.utf8) + content
    count += 1
  }

  var bytes: [UInt8] {
    let end = Self.word(0) + Self.word(0) + Self.word(count) + Self.word(count) + Self.long(directory.count)
    return body + directory + [0x50, 0x4B, 5, 6] + end + Self.long(body.count) + Self.word(0)
  }

  private static func word(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }
  private static func long(_ number: Int) -> [UInt8] { word(number & 0xFFFF) + word(number >> 16) }
}
