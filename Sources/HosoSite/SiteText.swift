internal import HosoCore
internal import HosoMessages

/// Every text of the site that does not come from the school's records, in both languages.
enum SiteText {
  // The frame
  static let skip = Localized(vi: "Đến nội dung chính", en: "Skip to content")
  static let siteNavigation = Localized(vi: "Trang", en: "Site")
  static let breadcrumbs = Localized(vi: "Vị trí", en: "You are here")
  static let home = Localized(vi: "Trang chủ", en: "Home")
  static let byWeek = Localized(vi: "Theo dõi", en: "Tracking")
  static let teams = Localized(vi: "Tổ chuyên môn", en: "Teams")
  static let lateAndMissing = Localized(vi: "Muộn và thiếu", en: "Late and missing")
  static let decisions = Localized(vi: "Quyết định", en: "Decisions")
  static let records = Localized(vi: "Hồ sơ", en: "Records")
  static func asOf(_ moment: String, _ commit: String) -> Localized {
    Localized(vi: "Theo dữ liệu đến \(moment), bản ghi \(commit).", en: "As of \(moment), commit \(commit).")
  }
  static let generated = Localized(
    vi: "Trang chỉ để đọc, được lập từ kho hồ sơ của trường. Không sửa được hồ sơ tại đây.",
    en: "Read-only pages made from the school's records. Nothing can be changed here.")

  // The school
  static func schoolYear(_ year: String) -> Localized { Localized(vi: "Năm học \(year)", en: "School year \(year)") }
  static func level(_ level: String) -> Localized {
    switch level {
    case "primary": Localized(vi: "Cấp tiểu học", en: "Primary school")
    case "lower-secondary": Localized(vi: "Cấp trung học cơ sở", en: "Lower secondary school")
    case "upper-secondary": Localized(vi: "Cấp trung học phổ thông", en: "Upper secondary school")
    default: Localized(vi: level, en: level)
    }
  }
  static func teacherCount(_ n: Int) -> Localized {
    Localized(vi: "\(n) giáo viên", en: n == 1 ? "1 teacher" : "\(n) teachers")
  }
  static func classCount(_ n: Int) -> Localized {
    Localized(vi: "\(n) lớp", en: n == 1 ? "1 class" : "\(n) classes")
  }
  static func recordCount(_ n: String) -> Localized {
    Localized(vi: "\(n) hồ sơ", en: n == "1" ? "1 record" : "\(n) records")
  }
  static func folderCount(_ n: Int) -> Localized {
    Localized(vi: "\(n) thư mục", en: n == 1 ? "1 folder" : "\(n) folders")
  }
  static func memberCount(_ n: Int) -> Localized {
    Localized(vi: "\(n) thành viên", en: n == 1 ? "1 member" : "\(n) members")
  }
  static func role(_ role: SchoolRole) -> Localized {
    let name = Vocabulary.name(of: role)
    return Localized(vi: raised(name.vietnamese), en: raised(name.english))
  }
  static func unknownPerson(_ email: String) -> Localized {
    Localized(vi: "Không rõ người (\(email))", en: "Unknown person (\(email))")
  }

  // States
  static func state(_ state: RecordState) -> Localized {
    switch state {
    case .submitted: Localized(vi: "Chờ duyệt", en: "Waiting for review")
    case .returned: Localized(vi: "Trả lại", en: "Returned")
    case .approved: Localized(vi: "Đã duyệt", en: "Approved")
    case .changed: Localized(vi: "Đã sửa sau khi duyệt", en: "Changed since approval")
    case .kept: Localized(vi: "Đã lưu", en: "Kept")
    }
  }
  /// One letter for the cell of a matrix, different for each state.
  static func letter(_ state: RecordState) -> Localized {
    switch state {
    case .submitted: Localized(vi: "C", en: "W")
    case .returned: Localized(vi: "T", en: "R")
    case .approved: Localized(vi: "Đ", en: "A")
    case .changed: Localized(vi: "S", en: "C")
    case .kept: Localized(vi: "L", en: "K")
    }
  }
  static let late = Localized(vi: "Nộp muộn", en: "Late")
  static let lateLetter = Localized(vi: "M", en: "L")
  static let missing = Localized(vi: "Chưa nộp", en: "Missing")
  static let missingLetter = Localized(vi: "✕", en: "✕")
  static let notDue = Localized(vi: "Chưa đến hạn", en: "Not due yet")
  static func partly(_ have: Int, _ of: Int) -> Localized {
    Localized(vi: "mới có \(have) trên \(of)", en: "\(have) of \(of)")
  }

  // Home
  static let needsAttention = Localized(vi: "Cần xử lí", en: "Needs attention")
  static let latestCommits = Localized(vi: "Mới ghi vào kho", en: "Latest commits")
  static let latestDecisions = Localized(vi: "Quyết định mới", en: "Latest decisions")
  static let nothingYet = Localized(vi: "Chưa có gì.", en: "Nothing yet.")
  static let all = Localized(vi: "Xem tất cả", en: "See all")
  static let head = Localized(vi: "Tổ trưởng", en: "Head")
  static let administration = Localized(vi: "Ban giám hiệu và văn phòng", en: "Leadership and office")

  // Lists of records
  static let record = Localized(vi: "Hồ sơ", en: "Record")
  static let person = Localized(vi: "Người nộp", en: "Person")
  static let week = Localized(vi: "Tuần", en: "Week")
  static let stateColumn = Localized(vi: "Trạng thái", en: "State")
  static let submittedAt = Localized(vi: "Nộp lúc", en: "Submitted")
  static let dueAt = Localized(vi: "Hạn nộp", en: "Due")
  static let total = Localized(vi: "Tổng", en: "Total")
  static let other = Localized(vi: "Hồ sơ khác", en: "Other records")
  static func weekNumber(_ n: Int) -> Localized { Localized(vi: "Tuần \(n)", en: "Week \(n)") }
  static func month(_ n: Int) -> Localized {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return Localized(vi: "Tháng \(n)", en: (1...12).contains(n) ? names[n - 1] : "\(n)")
  }
  static func lessonNumber(_ n: Int) -> Localized { Localized(vi: "bài \(n)", en: "lesson \(n)") }
  static func grade(_ n: Int) -> Localized { Localized(vi: "Khối \(n)", en: "Grade \(n)") }
  static func term(_ n: Int) -> Localized { Localized(vi: "Học kì \(n)", en: "Term \(n)") }
  static let wholeYear = Localized(vi: "Cả năm", en: "Whole year")
  static func schoolClass(_ id: String) -> Localized { Localized(vi: "Lớp \(id)", en: "Class \(id)") }
  static func pageOf(_ n: Int, _ count: Int) -> Localized {
    Localized(vi: "Trang \(n) / \(count)", en: "Page \(n) of \(count)")
  }
  static let pages = Localized(vi: "Các trang", en: "Pages")
  static let previous = Localized(vi: "Trang trước", en: "Previous page")
  static let next = Localized(vi: "Trang sau", en: "Next page")
  static let noneWaiting = Localized(vi: "Không có hồ sơ nào chờ duyệt.", en: "Nothing waits for review.")
  static let none = Localized(vi: "Không có hồ sơ nào.", en: "No records.")

  // Team and person
  static let membersByState = Localized(vi: "Thành viên", en: "Members")
  static let member = Localized(vi: "Họ và tên", en: "Name")
  static let progress = Localized(vi: "Tiến độ", en: "Progress")
  static let byWeeks = Localized(vi: "Theo tuần", en: "By week")
  static let teaches = Localized(vi: "Phân công", en: "Teaches")
  static let signedDecisions = Localized(vi: "Quyết định đã kí", en: "Decisions signed")

  static func nameAndTitle(_ name: String, _ title: Localized) -> Localized {
    Localized(vi: "\(title.vietnamese): \(name)", en: "\(title.english): \(name)")
  }

  // Matrix
  static func matrix(_ kind: String) -> Localized {
    Localized(vi: "Theo dõi \(Self.lowered(kind))", en: "\(kind): tracking")
  }
  static let matrixLead = Localized(
    vi: "Mỗi ô là một kì hạn. Bấm vào ô để mở hồ sơ.", en: "Each cell is one due period. Open a cell to read.")
  static let legend = Localized(vi: "Chú giải", en: "Legend")
  static let kinds = Localized(vi: "Loại hồ sơ", en: "Kinds")
  static func owners(_ owner: Kind.Expectation.Owner) -> Localized {
    switch owner {
    case .teacher: Localized(vi: "Giáo viên", en: "Teacher")
    case .team: Localized(vi: "Tổ", en: "Team")
    case .class: Localized(vi: "Lớp", en: "Class")
    case .school: Localized(vi: "Trường", en: "School")
    case .homeroom: Localized(vi: "Giáo viên chủ nhiệm", en: "Homeroom teacher")
    case .headOfTeam: Localized(vi: "Tổ trưởng", en: "Head of team")
    case .member: Localized(vi: "Thành viên", en: "Member")
    case .classSubject: Localized(vi: "Lớp và môn", en: "Class and subject")
    case .principal: Localized(vi: "Hiệu trưởng", en: "Principal")
    case .vicePrincipal: Localized(vi: "Phó hiệu trưởng", en: "Vice principal")
    }
  }
  static let withoutTeam = Localized(vi: "Ngoài tổ chuyên môn", en: "Outside the teams")

  // Record
  static let metaTitle = Localized(vi: "Thông tin chung", en: "Details")
  static let contents = Localized(vi: "Mục lục", en: "Contents")
  static let history = Localized(vi: "Lịch sử", en: "History")
  static let backToRecord = Localized(vi: "Xem hồ sơ", en: "Read the record")
  static func versions(_ n: Int) -> Localized {
    Localized(vi: "\(n) lần ghi", en: n == 1 ? "1 version" : "\(n) versions")
  }
  static let decisionsOver = Localized(vi: "Quyết định về hồ sơ này", en: "Decisions over this record")
  static let originals = Localized(vi: "Tệp gốc", en: "Original file")
  static let originalsNote = Localized(
    vi: "Hồ sơ được chuyển từ tệp này; nội dung được duyệt là nội dung trên trang.",
    en: "The record was made from this file; what is approved is what this page shows.")
  static let lastChange = Localized(vi: "Ghi lần cuối", en: "Last change")
  static let waits = Localized(vi: "Hồ sơ đang chờ duyệt.", en: "This record waits for review.")
  static func waitsFor(_ roles: String) -> Localized {
    Localized(vi: "Hồ sơ đang chờ duyệt: \(roles).", en: "This record waits for: \(roles).")
  }
  static let kept = Localized(
    vi: "Loại hồ sơ này được lưu, không cần duyệt.", en: "Records of this kind are kept without approval.")
  static let changedNote = Localized(
    vi: "Nội dung đã thay đổi sau lần duyệt gần nhất và cần được duyệt lại.",
    en: "The content has changed since the last approval and needs another one.")
  static let seeChanges = Localized(vi: "Xem phần đã sửa", en: "See what changed")
  static let openPart = Localized(
    vi: "Sau khi duyệt chỉ có phần ghi sau bài dạy được bổ sung.",
    en: "Since the approval only the part that is written afterwards has changed.")
  static func reason(_ verb: Decision.Verb) -> Localized {
    switch verb {
    case .approve: Localized(vi: "Ý kiến", en: "Comment")
    case .return: Localized(vi: "Lí do", en: "Reason")
    }
  }
  static let unreadable = Localized(
    vi: "Không đọc được hồ sơ này theo mẫu của loại hồ sơ; dưới đây là nguyên văn.",
    en: "This record cannot be read as its kind asks; its text follows as it is.")
  static let plainText = Localized(
    vi: "Văn bản này vượt giới hạn trình bày nên được in nguyên văn.",
    en: "This text is beyond what is laid out and is shown as it is.")
  static func rows(_ n: Int) -> Localized { Localized(vi: "\(n) dòng", en: n == 1 ? "1 row" : "\(n) rows") }
  static func printedFrom(_ path: String, _ blob: String) -> Localized {
    Localized(vi: "Bản in của \(path), mã nội dung \(blob).", en: "Printed from \(path), content \(blob).")
  }

  // History
  static func historyOf(_ title: String) -> Localized { Localized(vi: "Lịch sử: \(title)", en: "History: \(title)") }
  static func versionNumber(_ n: Int) -> Localized { Localized(vi: "Lần \(n)", en: "Version \(n)") }
  static let firstVersion = Localized(vi: "Lần ghi đầu tiên.", en: "The first version.")
  static let removedVersion = Localized(vi: "Hồ sơ bị xoá ở lần ghi này.", en: "This commit removed the record.")
  static let sameContent = Localized(vi: "Nội dung không đổi.", en: "The content is the same.")
  static func lineCounts(_ removed: Int, _ added: Int) -> Localized {
    Localized(vi: "Bỏ \(removed) dòng, thêm \(added) dòng", en: "\(removed) lines removed, \(added) added")
  }
  static func unchanged(_ n: Int) -> Localized {
    Localized(vi: "\(n) dòng không đổi", en: n == 1 ? "1 unchanged line" : "\(n) unchanged lines")
  }
  static func notShown(_ n: Int) -> Localized { Localized(vi: "còn \(n) dòng nữa", en: "\(n) more lines") }
  static let diffLegend = Localized(
    vi: "Chữ gạch ngang là phần đã bỏ, chữ gạch chân là phần mới thêm.",
    en: "Struck words went, underlined words came.")

  // Decisions
  static func verb(_ verb: Decision.Verb) -> Localized {
    switch verb {
    case .approve: Localized(vi: "Duyệt", en: "Approved")
    case .return: Localized(vi: "Trả lại", en: "Returned")
    }
  }
  static let verbColumn = Localized(vi: "Quyết định", en: "Decision")
  static let decidedBy = Localized(vi: "Người quyết định", en: "By")
  static let decidedAt = Localized(vi: "Thời điểm", en: "When")
  static let decidedOver = Localized(vi: "Hồ sơ", en: "Records")
  static let tag = Localized(vi: "Thẻ kí", en: "Signed tag")
  static let validity = Localized(vi: "Hiệu lực", en: "Validity")
  static let valid = Localized(vi: "Hợp lệ", en: "Valid")
  static let invalid = Localized(vi: "Không hợp lệ", en: "Not valid")
  static let decisionsLead = Localized(
    vi: "Mỗi quyết định là một thẻ có chữ kí số, ghi đúng nội dung được duyệt hoặc trả lại.",
    en: "Each decision is a signed tag that names the exact content it speaks of.")
  static func andMore(_ n: Int) -> Localized { Localized(vi: "và \(n) hồ sơ khác", en: "and \(n) more") }
  static func by(_ verb: Decision.Verb) -> Localized {
    switch verb {
    case .approve: Localized(vi: "Người duyệt", en: "Approved by")
    case .return: Localized(vi: "Người trả lại", en: "Returned by")
    }
  }

  // Late and missing
  static let lateLead = Localized(
    vi: "Hạn nộp tính theo lịch năm học; hồ sơ nộp muộn vẫn được nhận và ghi rõ là muộn.",
    en: "Deadlines follow the school calendar; late records are accepted and marked as late.")
  static let period = Localized(vi: "Kì hạn", en: "Period")
  static func lateBy(_ days: Int, _ hours: Int) -> Localized {
    days > 0
      ? Localized(vi: "muộn \(days) ngày", en: days == 1 ? "1 day late" : "\(days) days late")
      : hours > 0
        ? Localized(vi: "muộn \(hours) giờ", en: hours == 1 ? "1 hour late" : "\(hours) hours late")
        : Localized(vi: "muộn dưới 1 giờ", en: "less than an hour late")
  }
  static let nobodyLate = Localized(
    vi: "Không ai nộp muộn hay còn thiếu.", en: "Nobody is late and nothing is missing.")
  static let longList = Localized(
    vi: "Danh sách dài; xem trang của từng người.", en: "The list is long; see each person's page.")

  /// Names of folders that schools commonly use and no kind names.
  static func folder(_ name: Substring) -> Localized? {
    switch name {
    case "ke-hoach-bai-day": Localized(vi: "Kế hoạch bài dạy", en: "Lesson plans")
    case "to-chuyen-mon": Localized(vi: "Tổ chuyên môn", en: "Teams")
    case "boi-duong": Localized(vi: "Bồi dưỡng thường xuyên", en: "Professional development")
    case "nha-truong": Localized(vi: "Nhà trường", en: "The school")
    case "ca-nhan": Localized(vi: "Cá nhân", en: "Personal")
    case "lop": Localized(vi: "Lớp học", en: "Classes")
    default: nil
    }
  }

  /// `text` with a capital first letter, where it stands by itself.
  private static func raised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// `text` with a small first letter, for the middle of a sentence.
  private static func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}
