/// Texts for faults in CSV tables.
enum CSVEntries {
  static let csvUnclosedQuote = CatalogueEntry(
    vi: Words(
      summary: "dấu ngoặc kép mở ở đây nhưng không được đóng",
      fix: "thêm dấu \" ở cuối ô này, hoặc xoá dấu \" ở đầu ô",
      rule: "Ô bảng mở bằng dấu ngoặc kép thì đóng bằng dấu ngoặc kép"),
    en: Words(
      summary: "a quotation mark opens here and is never closed",
      fix: "add a \" at the end of this cell, or delete the one at its start",
      rule: "A cell that opens with a quotation mark closes with one"))

  static let csvStrayQuote = CatalogueEntry(
    vi: Words(
      summary: "có dấu ngoặc kép đặt sai chỗ trong ô",
      fix: "đặt cả ô trong ngoặc kép và viết mỗi dấu \" bên trong thành \"\"; hoặc xoá dấu ấy",
      rule: "Dấu ngoặc kép chỉ đứng ở đầu và cuối ô, ở giữa thì viết đôi"),
    en: Words(
      summary: "a quotation mark stands in the wrong place of a cell",
      fix: "put the whole cell into quotation marks and write each \" inside as \"\"; or delete it",
      rule: "Quotation marks stand only at both ends of a cell; inside they are doubled"))

  static let csvRowLength = CatalogueEntry(
    vi: Words(
      summary: "dòng này có {cells} ô nhưng bảng có {columns} cột",
      fix:
        "thêm hoặc bớt dấu phẩy để dòng có đúng {columns} ô; ô có dấu phẩy bên trong thì đặt trong ngoặc kép; dòng trống thì xoá",
      rule: "Mỗi dòng của bảng có đủ ô như dòng tiêu đề"),
    en: Words(
      summary: "this row has {cells} cells, the table has {columns} columns",
      fix: """
        add or remove commas so that the row has {columns} cells; put a cell that holds a comma into quotation \
        marks; delete an empty row
        """,
      rule: "Each row has as many cells as the header"))

  static let csvMissingColumn = CatalogueEntry(
    vi: Words(
      summary: "bảng thiếu cột '{column}'",
      fix: "thêm cột '{column}' vào dòng tiêu đề và vào mọi dòng",
      rule: "Bảng có đủ các cột mà quy định nêu"),
    en: Words(
      summary: "column '{column}' is missing",
      fix: "add the column '{column}' to the header and to every row",
      rule: "A table has every column that it should have"))

  static let csvUnknownColumn = CatalogueEntry(
    vi: Words(
      summary: "bảng có cột lạ '{column}'",
      fix: "sửa lại tên cột cho đúng, hoặc xoá cả cột '{column}'",
      rule: "Bảng chỉ có những cột mà quy định nêu"),
    en: Words(
      summary: "column '{column}' is not known here",
      fix: "correct the column's name, or remove the whole column '{column}'",
      rule: "A table has only the columns that it should have"))

  static let csvDuplicateColumn = CatalogueEntry(
    vi: Words(
      summary: "cột '{column}' xuất hiện hai lần",
      fix: "giữ một cột '{column}' và xoá cột kia",
      rule: "Mỗi cột chỉ có một lần"),
    en: Words(
      summary: "column '{column}' is there twice",
      fix: "keep one column '{column}' and remove the other",
      rule: "Each column is there once"))

  static let csvColumnOrder = CatalogueEntry(
    vi: Words(
      summary: "các cột không đúng thứ tự",
      fix: "xếp lại các cột theo thứ tự: {order}",
      rule: "Các cột theo đúng thứ tự của mẫu"),
    en: Words(
      summary: "the columns are not in their order",
      fix: "put the columns into this order: {order}",
      rule: "Columns stand in the order of the template"))

  static let duplicateKey = CatalogueEntry(
    vi: Words(
      summary: "'{key}' ở dòng này trùng với dòng {first}",
      fix: "sửa '{key}' cho đúng, hoặc xoá dòng thừa",
      rule: "Mỗi dòng của bảng có mã riêng"),
    en: Words(
      summary: "'{key}' of this row is the same as in line {first}",
      fix: "correct '{key}', or delete the row that is one too many",
      rule: "Each row has a key of its own"))

  static let missingRow = CatalogueEntry(
    vi: Words(
      summary: "bảng thiếu dòng cho: {keys}",
      fix: "thêm vào cuối bảng một dòng cho mỗi mã còn thiếu; danh sách đầy đủ ở '{list}'",
      rule: "Bảng điểm có đủ học sinh của danh sách lớp"),
    en: Words(
      summary: "the table has no row for: {keys}",
      fix: "add a row at the end for each of them; the full list is '{list}'",
      rule: "A gradebook has a row for everybody in the class list"))
}
