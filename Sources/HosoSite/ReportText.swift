internal import HosoCore

/// Every text of the reports' pages that is not the report's own.
enum ReportText {
  static let reports = Localized(vi: "Báo cáo", en: "Reports")
  static let lead = Localized(
    vi:
      "Lập từ cùng một nguồn với các trang khác, đến lần ghi mới nhất. Lệnh 'hoso bao-cao' in ra màn hình, CSV và JSON.",
    en:
      "Made from the same source as the other pages, as of the newest commit. 'hoso report' prints them, also as CSV and JSON."
  )
  static let all = Localized(vi: "Tất cả báo cáo", en: "All reports")
  static let nothing = Localized(vi: "Không có dòng nào.", en: "Nothing to list.")
  static let insideOnly = Localized(
    vi: "Báo cáo nêu học sinh bằng mã, không nêu họ tên, và chỉ dùng trong nội bộ trường.",
    en: "Reports name pupils by id alone, and are for use inside the school.")
  static func clauses(_ clauses: String) -> Localized {
    Localized(vi: "Căn cứ: \(clauses)", en: "Asked for by: \(clauses)")
  }
  static func by(_ grouping: ReportGrouping) -> Localized {
    switch grouping {
    case .team: Localized(vi: "Theo tổ", en: "By team")
    case .person: Localized(vi: "Theo người", en: "By person")
    case .kind: Localized(vi: "Theo loại hồ sơ", en: "By kind")
    case .week: Localized(vi: "Theo tuần", en: "By week")
    case .month: Localized(vi: "Theo tháng", en: "By month")
    case .term: Localized(vi: "Theo học kì", en: "By term")
    case .state: Localized(vi: "Theo trạng thái", en: "By state")
    case .schoolClass: Localized(vi: "Theo lớp", en: "By class")
    }
  }
  static let eachRecord = Localized(vi: "Xem từng hồ sơ", en: "See each record")
  static func rows(_ n: String) -> Localized { Localized(vi: "\(n) dòng", en: n == "1" ? "1 row" : "\(n) rows") }

  // Distribution
  static let charts = Localized(vi: "Biểu đồ", en: "Charts")
  static let figures = Localized(vi: "Số liệu", en: "Figures")
  static func chartCount(_ count: String, _ mean: String?) -> Localized {
    Localized(
      vi: "n = \(count)" + (mean.map { ", trung bình \($0)" } ?? ""),
      en: "n = \(count)" + (mean.map { ", mean \($0)" } ?? ""))
  }
  static func bar(_ label: String, _ count: String) -> Localized {
    Localized(vi: "mức \(label): \(count)", en: "\(label): \(count)")
  }

  // Summary of a term
  static let difficulties = Localized(vi: "Khó khăn, vướng mắc", en: "Difficulties")
  static let proposals = Localized(vi: "Đề xuất, kiến nghị", en: "Proposals")

  // Evidence
  static let evidence = Localized(vi: "Minh chứng công việc", en: "Evidence of work")
  static func evidence(of year: String) -> Localized {
    Localized(vi: "Minh chứng công việc, năm học \(year)", en: "Evidence of work, school year \(year)")
  }
  static func sum(_ records: String, _ periods: Int) -> Localized {
    Localized(
      vi: "\(records) hồ sơ" + (periods > 0 ? ", \(periods) tiết dạy" : ""),
      en: (records == "1" ? "1 record" : "\(records) records")
        + (periods > 0 ? ", \(periods) periods taught" : ""))
  }
  static func month(_ month: Int, _ year: Int) -> Localized {
    Localized(vi: "Tháng \(month)/\(year)", en: "\(SiteText.month(month).english) \(year)")
  }
  static let byWeek = Localized(vi: "Xem theo tuần", en: "See by week")
  static let lesson = Localized(vi: "Bài, hồ sơ", en: "Lesson or record")
  static let approved = Localized(vi: "Duyệt", en: "Approval")
  static let writer = Localized(vi: "Người lập", en: "Made by")
  static let headOfTeam = Localized(vi: "Tổ trưởng", en: "Head of team")
  static let principal = Localized(vi: "Hiệu trưởng", en: "Principal")
}
