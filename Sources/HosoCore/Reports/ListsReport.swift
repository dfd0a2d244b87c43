/// P7: the pupils of each class by what the books say of them: level, conclusion, or marks in a range that is asked for.
///
/// No rule of honours or promotion stands here. What a school has decided of a pupil stands in a column, such as `ket-luan`.
struct ListsReport {
  let source: ReportSource
  let scope: ReportScope

  private static let privacy = Localized(
    vi:
      "Chỉ ghi mã học sinh, không ghi họ tên; tra mã trong danh sách lớp. Danh sách này chỉ dùng trong nội bộ trường.",
    en: "Pupils' ids only, no names; the class list says whose they are. For use inside the school alone.")

  func report() throws -> Report {
    var rows: [(place: (Int, String, Int), row: [ReportCell])] = []
    for (index, record) in source.view.records.enumerated() where source.tables.isOfPupils[record.kind] {
      guard record.place[.person] == nil, try source.covers(index, scope), let schoolClass = record.place[.schoolClass]
      else { continue }
      let term = record.place[.term].flatMap { Int($0) }
      for row in try self.rows(of: index, record, schoolClass, term) {
        rows.append(((term ?? .max, schoolClass, rows.count), row))
      }
    }
    rows.sort { $0.place < $1.place }
    let ranged =
      scope.marks.map { range -> [Localized] in
        let (low, high) = (RoundedNumber(range.lowerBound, digits: 2), RoundedNumber(range.upperBound, digits: 2))
        return [
          Localized(
            vi: "Điểm từ \(low.text(in: .vietnamese)) đến \(high.text(in: .vietnamese)).",
            en: "Marks from \(low.text(in: .english)) to \(high.text(in: .english)).")
        ]
      } ?? []
    return source.report(
      .lists, scope,
      [
        .term, .schoolClass, .string("column", "Nội dung", "Column"), .string("value", "Mức", "Value"),
        .integer("pupils", "Số học sinh", "Pupils"), .string("ids", "Mã học sinh", "Pupils' ids"), .kind,
      ], rows.map(\.row), notes: ranged + [Self.privacy])
  }

  private func rows(of index: Int, _ record: RecordStatus, _ schoolClass: ListID, _ term: Int?) throws -> [[ReportCell]]
  {
    guard let tables = try source.digest(of: index).tables else { return [] }
    let kind = source.view.kind(of: record)
    let keys = tables.keys
    var rows: [[ReportCell]] = []
    for field in kind.fields where field.name != kind.primaryKey {
      guard let column = tables.newest.column(named: field.name) else { continue }
      let cells = zip(keys, tables.newest.rows).map {
        (pupil: $0, value: column < $1.cells.count ? $1.cells[column] : "")
      }
      for (value, pupils) in groups(cells, field) {
        rows.append([
          ReportCell(term: term), .schoolClass(schoolClass), .word(ReportWord(id: field.name, text: field.title)),
          value,
          .count(pupils.count), .text(pupils.joined(separator: ", ")), .kind(kind.id),
        ])
      }
    }
    return rows
  }

  /// The pupils by level in the kind's order, or by mark, best first.
  private func groups(
    _ cells: [(pupil: String, value: String)], _ field: FieldSchema
  ) -> [(value: ReportCell, pupils: [String])] {
    guard let range = scope.marks else {
      return field.allowed.compactMap { level in
        let pupils = cells.filter { $0.value == level }.map(\.pupil)
        return pupils.isEmpty ? nil : (.text(level), pupils)
      }
    }
    guard field.type == .integer || field.type == .number else { return [] }
    var byMark: [Int: [String]] = [:]
    for (pupil, value) in cells {
      if let mark = MarkCells.mark(value), range.contains(Double(mark) / 1000) {
        byMark[mark, default: []].append(pupil)
      }
    }
    return byMark.sorted { $0.key > $1.key }.map { (.number(MarkStatistics.rounded($0.key)), $0.value) }
  }
}
