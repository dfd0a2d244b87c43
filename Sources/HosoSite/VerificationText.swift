internal import HosoCore

/// The texts of the page on verification.
enum VerificationText {
  static let title = Localized(vi: "Kiểm chứng", en: "Verification")
  static let link = Localized(
    vi: "Kiểm chứng: các trang này lập từ đâu, tự kiểm tra lại thế nào",
    en: "Verification: what these pages are made from, and how to check it")
  static let lead = Localized(
    vi: "Trang này cho biết các trang tra cứu được lập từ dữ liệu nào, và cách để ai cũng tự kiểm tra lại được.",
    en: "What these pages are made from, and how anybody can check it.")
  static let outcome = Localized(vi: "Kết quả kiểm chứng", en: "Outcome")
  static let notVerified = Localized(
    vi: "Khi lập trang này chưa kiểm chứng toàn bộ lịch sử; chạy 'hoso verify' như dưới đây để biết kết quả.",
    en: "The whole history was not verified when this page was made; run 'hoso verify' as below.")
  static let allFollows = Localized(
    vi: "Mọi lần ghi, quyết định và biên nhận đều đúng quy tắc.",
    en: "Every commit, decision and receipt follows from the rules.")
  static func faults(_ n: Int) -> Localized {
    Localized(
      vi: "Có \(n) điều không đúng; điều xảy ra trước nhất đứng đầu.",
      en: n == 1 ? "One thing does not follow." : "\(n) things do not follow; the first to happen stands first.")
  }
  static func more(_ n: Int) -> Localized {
    Localized(vi: "… và \(n) điều nữa; xem đủ bằng 'hoso verify --json'.", en: "… and \(n) more: 'hoso verify --json'.")
  }
  static let notices = Localized(
    vi: "Điều sau cần người có trách nhiệm xác nhận:", en: "This needs the word of whoever is responsible:")
  static let numbers = Localized(vi: "Dữ liệu", en: "Data")
  static let asOf = Localized(vi: "Lần ghi cuối cùng vào lúc", en: "Last commit at")
  static let tip = Localized(vi: "Mã của lần ghi cuối", en: "Its name")
  static let commits = Localized(vi: "Số lần ghi", en: "Commits")
  static let people = Localized(vi: "Số người đã ghi", en: "People who made them")
  static let decisions = Localized(vi: "Số quyết định có chữ kí", en: "Signed decisions")
  static let receipts = Localized(vi: "Số biên nhận của máy chủ", en: "Receipts of the server")
  static let journal = Localized(vi: "Sổ biên nhận", en: "Journal")
  static let compare = Localized(
    vi: "Đầu sổ khi lập trang. So sánh với dòng sổ đã ghi trong biên bản họp: các dòng cũ phải còn nguyên trong sổ.",
    en: "The head of the journal when this page was made. Lines witnessed in the minutes must still be part of it.")
  static let noJournal = Localized(
    vi: "Bản sao này không có sổ biên nhận của máy chủ.", en: "This copy has no journal of a server.")
  static let repeatIt = Localized(vi: "Tự kiểm tra lại", en: "Check it yourself")
  static let steps = Localized(
    vi: "Lấy một bản sao của kho hồ sơ rồi chạy các lệnh sau trong thư mục đó:",
    en: "Take a clone of the school's repository and run in its folder:")
  static let stepsNote = Localized(
    vi:
      "Các lệnh 'git' không cần hoso: chữ kí do OpenSSH kiểm tra. 'git verify-commit' chỉ dùng được với lần ghi có chữ kí.",
    en: "The 'git' lines need no hoso: OpenSSH checks the signatures. 'git verify-commit' needs a signed commit.")
}
