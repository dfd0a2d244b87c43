internal import HosoCore

/// The words for what a spreadsheet cannot bring along.
enum SheetText {
  static let title = Localized(
    vi: "{count} hàng phía trên hàng tiêu đề (tên trường, tên sổ …) không lấy",
    en: "{count} rows above the header were left out")
  static let formula = Localized(
    vi: "{count} ô có công thức: chỉ lấy kết quả, không giữ công thức",
    en: "{count} cells hold formulas: their results were taken, the formulas were not")
  static let comment = Localized(
    vi: "{count} ghi chú gắn vào ô không được giữ", en: "{count} comments on cells were left out")
  static let merged = Localized(
    vi: "{count} ô gộp đã tách: giá trị chỉ nằm ở ô đầu",
    en: "{count} merged cells were split: the value stands in the first cell alone")
  static let colour = Localized(
    vi: "{count} ô tô màu: màu không được giữ, nếu màu có ý nghĩa thì ghi thành chữ",
    en: "{count} coloured cells: colours are not kept; write down what they mean")
  static let hiddenRow = Localized(
    vi: "{count} hàng đang ẩn hoặc bị lọc vẫn được lấy", en: "{count} hidden or filtered rows were taken all the same")
  static let hiddenColumn = Localized(
    vi: "{count} cột đang ẩn được đọc như cột thường", en: "{count} hidden columns were read like the others")
  static let hidden = Localized(
    vi: "trang ẩn '{name}' không lấy", en: "the hidden sheet '{name}' was left out")
  static let other = Localized(vi: "trang '{name}' không lấy", en: "the sheet '{name}' was left out")
  static let counting = Localized(
    vi: "cột số thứ tự ({name}) không lấy", en: "the counting column {name} was left out")
  static let column = Localized(
    vi: "cột '{name}' không có trong loại hồ sơ này nên không lấy",
    en: "the column '{name}' is none of this kind of record and was left out")
  static let missing = Localized(
    vi: "bảng không có cột '{name}': giá trị đã có trong hồ sơ được giữ nguyên",
    en: "the sheet has no column '{name}': what the record has there stays")
}
