import Foundation
import Testing

/// Spreadsheets as another program reads and writes them: Python's openpyxl.
struct SheetTests {
  private static let python = ProcessInfo.processInfo.environment["HOSO_PYTHON"] ?? "python3"
  private static let submit = "hoso submit ../lop.xlsx --kind class-list --set lop=4a"

  /// A small school, unless the machine has no openpyxl or no Gnumeric: `make test` installs both.
  private static func school() async throws -> SmallSchool? {
    let school = try await SmallSchool()
    let tools = try await school.run("\(python) -c 'import openpyxl' && command -v ssconvert", as: "tth")
    return tools.status == 0 ? school : nil
  }

  private static func python(_ script: String, in school: SmallSchool) async throws -> String {
    try script.write(toFile: school.folder + "/sheet.py", atomically: true, encoding: .utf8)
    return try await school.succeed("\(python) -W ignore ../sheet.py", as: "tth")
  }

  @Test func `an export has a header that stays, text as text and days as days`() async throws {
    guard let school = try await Self.school() else { return }
    try await school.succeed(
      """
      printf 'ma,ho-ten,ngay-sinh,gioi-tinh\\n001204012345,=1+1,2016-02-29,Nam\\n4a-02,"a\n b",2015-08-20,Nữ\\n' > $list
      hoso export $list --out ../lop.xlsx
      """, as: "tth")
    let output = try await Self.python(
      """
      import openpyxl
      sheet = openpyxl.load_workbook("../lop.xlsx").active
      print(sheet.title, sheet.freeze_panes)
      for row in sheet.iter_rows():
          print([(cell.data_type, str(cell.value)) for cell in row])
      """, in: school)
    #expect(
      output == """
        Lớp 4A - Danh sách lớp B2
        [('s', 'Mã học sinh'), ('s', 'Họ và tên'), ('s', 'Ngày sinh'), ('s', 'Giới tính')]
        [('s', '001204012345'), ('s', '=1+1'), ('d', '2016-02-29 00:00:00'), ('s', 'Nam')]
        [('s', '4a-02'), ('s', 'a\\n b'), ('d', '2015-08-20 00:00:00'), ('s', 'Nữ')]

        """)
  }

  @Test func `a sheet as a school keeps it becomes the record, and all that is lost is said`() async throws {
    guard let school = try await Self.school() else { return }
    _ = try await Self.python(
      """
      import csv, datetime, openpyxl
      from openpyxl.comments import Comment
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.title = "Lớp 4A"
      sheet.append(["TRƯỜNG TIỂU HỌC SUỐI MÂY"])
      sheet.merge_cells("A1:E1")
      sheet.append(["DANH SÁCH HỌC SINH"])
      sheet.append(["TT", "Họ và tên", "Giới tính", "Ngày sinh", "Mã học sinh", "Dân tộc"])
      with open("\(school.clone)/2024-2025/lop/4a/danh-sach.csv", encoding="utf-8") as file:
          rows = list(csv.DictReader(file))
      for index, row in enumerate(reversed(rows)):
          day = datetime.date.fromisoformat(row["ngay-sinh"])
          born = day if index % 2 else day.strftime("%d/%m/%Y")
          sheet.append([index + 1, row["ho-ten"], row["gioi-tinh"], born, row["ma"], "Kinh"])
      sheet["B4"] = '="Lê " & "Minh An"'
      sheet["D5"].number_format = "d/m/yy"
      sheet["C5"].comment = Comment("hỏi lại", "x")
      sheet["C6"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
      sheet.row_dimensions[6].hidden = True
      sheet.cell(row=sheet.max_row + 2, column=8, value="Hiệu trưởng")
      old = book.create_sheet("Năm trước")
      old["A1"] = "x"
      old.sheet_state = "hidden"
      book.create_sheet("Trống")
      book.save("../lop.xlsx")
      """, in: school)
    let run = try await school.run(Self.submit + " --json", as: "tth", at: "2024-10-11 08:00")
    let document = try run.document
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(document["sheet"] as? String == "Lớp 4A")
    #expect(document["changes"] as? [String: Int] == ["cells": 1, "added": 0, "removed": 0])
    let losses = (document["losses"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    #expect(
      losses == [
        "sheet-counting", "sheet-column", "sheet-title", "sheet-formula", "sheet-comment", "sheet-colour",
        "sheet-hidden-row", "sheet-hidden",
      ])
    let changed = try await school.succeed(
      "git diff HEAD~ --unified=0 -- $list | grep '^[-+]4a' | cut -d, -f2", as: "tth")
    #expect(changed.split(separator: "\n").last == "Lê Minh An")
    #expect(changed.split(separator: "\n").count == 2)
    #expect(try await school.succeed("git status --short", as: "tth").isEmpty)
  }

  @Test func `a fault is told by its cell, and nothing is written`() async throws {
    guard let school = try await Self.school() else { return }
    try await school.succeed("hoso export $list --out ../lop.xlsx", as: "tth")
    _ = try await Self.python(
      """
      import openpyxl
      book = openpyxl.load_workbook("../lop.xlsx")
      sheet = book.active
      sheet["C3"] = "tháng 9"
      sheet["D4"] = True
      sheet["A6"] = None
      book.save("../lop.xlsx")
      """, in: school)
    let run = try await school.run(Self.submit + " --json", as: "tth")
    #expect(run.status == 1)
    let faults = try run.document["diagnostics"] as? [[String: Any]] ?? []
    #expect(
      faults.compactMap { $0["path"] as? String }.sorted()
        == ["A6", "C3", "D4"].map { "lop.xlsx:Lớp 4A - Danh sách lớp!\($0)" })
    #expect(try await school.succeed("git status --short", as: "tth").isEmpty)
  }

  @Test func `an export says in JSON what it wrote, and ends with the status of its failure`() async throws {
    guard let school = try await Self.school() else { return }
    let run = try await school.run("hoso export $list --json --out ../lop.csv", as: "tth")
    #expect(try run.document["outcome"] as? String == "exported")
    #expect(try run.document["rows"] as? Int ?? 0 > 5)
    for (command, status, id) in [
      ("hoso export $list --out ../lop.csv", 2, "target-exists"),
      ("hoso export $list --out ../lop", 64, "invalid-option"),
      ("hoso export $own", 1, "table-file"), ("PATH=${PATH%%:*} hoso export $list --out ../x.xlsx", 2, "tool-missing"),
      ("hoso submit ../lop.xlsx --kind class-list --set lop=4a", 2, "no-such-file"),
      ("hoso submit ../lop.xlsx --kind class-list", 64, "missing-option"),
    ] {
      let run = try await school.run(command + " --json", as: "tth")
      #expect(run.status == status, "\(command)")
      #expect((try run.document["problem"] as? [String: Any])?["id"] as? String == id, "\(command)")
    }
  }
}
