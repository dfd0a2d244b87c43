package import HosoCore

/// What a kind's rules say, in words.
package enum KindWords {
  /// Who owes a record and how often, such as "each class, weekly".
  static func expectation(_ expectation: Kind.Expectation) -> Localized {
    let owner = owner(expectation.owner)
    let rhythm = rhythm(expectation.rhythm)
    let least = expectation.atLeast
    return Localized(
      vi: "\(owner.vietnamese), \(least > 1 ? "ít nhất \(least) " : "")\(rhythm.vietnamese)",
      en: "\(owner.english), \(least > 1 ? "at least \(least) " : "")\(rhythm.english)")
  }

  private static func owner(_ owner: Kind.Expectation.Owner) -> Localized {
    switch owner {
    case .teacher: Localized(vi: "mỗi giáo viên", en: "each teacher")
    case .homeroom: Localized(vi: "mỗi giáo viên chủ nhiệm", en: "each homeroom teacher")
    case .headOfTeam: Localized(vi: "mỗi tổ trưởng", en: "each head of team")
    case .member: Localized(vi: "mỗi người", en: "each member of staff")
    case .classSubject: Localized(vi: "mỗi môn của mỗi lớp", en: "each subject of each class")
    case .team: Localized(vi: "mỗi tổ", en: "each team")
    case .class: Localized(vi: "mỗi lớp", en: "each class")
    case .school: Localized(vi: "nhà trường", en: "the school")
    case .principal: Localized(vi: "hiệu trưởng", en: "the principal")
    case .vicePrincipal: Localized(vi: "mỗi phó hiệu trưởng", en: "each vice principal")
    }
  }

  private static func rhythm(_ rhythm: Kind.Expectation.Rhythm) -> Localized {
    switch rhythm {
    case .week: Localized(vi: "mỗi tuần", en: "a week")
    case .month: Localized(vi: "mỗi tháng", en: "a month")
    case .term: Localized(vi: "mỗi học kì", en: "a term")
    case .year: Localized(vi: "mỗi năm học", en: "a year")
    case .test: Localized(vi: "mỗi kì kiểm tra", en: "a test")
    case .lesson: Localized(vi: "mỗi bài", en: "a lesson")
    }
  }

  /// The chain of approvals in order.
  static func chain(_ approvals: [Kind.Approval], hasOrder: Bool) -> Localized? {
    guard !approvals.isEmpty else { return nil }
    func text(_ language: Language) -> String {
      approvals.map { roles($0.by, language) }.joined(separator: hasOrder ? " → " : " + ")
    }
    return Localized(vi: text(.vietnamese), en: text(.english))
  }

  private static func roles(_ roles: [SchoolRole], _ language: Language) -> String {
    roles.map { Vocabulary.name(of: $0)(language) }.joined(separator: language == .vietnamese ? " hoặc " : " or ")
  }

  /// When a lock is proposed and who decides.
  static func lock(_ lock: Kind.LockProposal) -> Localized {
    func text(_ language: Language) -> String {
      let occasions = lock.after.map { occasion($0)(language) }.joined(separator: ", ")
      let who = roles(lock.by, language)
      return occasions.isEmpty
        ? Localized(vi: "\(who) quyết định", en: "\(who) decides")(language)
        : Localized(vi: "sau \(occasions); \(who) quyết định", en: "after \(occasions); \(who) decides")(language)
    }
    return Localized(vi: text(.vietnamese), en: text(.english))
  }

  private static func occasion(_ occasion: Kind.LockProposal.Occasion) -> Localized {
    switch occasion {
    case .midTerm: Localized(vi: "giữa kì", en: "mid-term")
    case .entry: Localized(vi: "đợt nhập", en: "the time for entering")
    case .term: Localized(vi: "học kì", en: "the term")
    case .year: Localized(vi: "năm học", en: "the year")
    }
  }

  /// Whether and when a record is printed.
  static func printing(_ printing: Kind.Printing) -> Localized {
    guard printing.isRequired else { return Localized(vi: "không bắt buộc", en: "not required") }
    func text(_ language: Language) -> String {
      let occasions = printing.when.map { occasion($0)(language) }.joined(separator: ", ")
      let parts = [occasions.isEmpty ? Localized(vi: "có in", en: "printed")(language) : occasions]
      return (parts + [printing.form?(language)].compactMap { $0 }).joined(separator: ": ")
    }
    return Localized(vi: text(.vietnamese), en: text(.english))
  }

  private static func occasion(_ occasion: Kind.Printing.Occasion) -> Localized {
    switch occasion {
    case .periodic: Localized(vi: "định kì", en: "periodically")
    case .test: Localized(vi: "trước kì kiểm tra", en: "before the test")
    case .term: Localized(vi: "cuối học kì", en: "at the end of the term")
    case .year: Localized(vi: "cuối năm học", en: "at the end of the year")
    case .course: Localized(vi: "cuối niên khoá", en: "at the end of the course")
    case .request: Localized(vi: "khi có yêu cầu", en: "on request")
    }
  }

  /// A school level.
  package static func level(_ level: String) -> Localized {
    switch level {
    case "primary": Localized(vi: "tiểu học", en: "primary")
    case "lower-secondary": Localized(vi: "THCS", en: "lower secondary")
    case "upper-secondary": Localized(vi: "THPT", en: "upper secondary")
    default: Localized(vi: level, en: level)
    }
  }
}
