/// A report, by the name that commands and addresses use; never renamed.
package enum ReportID: String, CaseIterable, Sendable {
  case late
  case markEntry = "mark-entry"
  case marks
  case corrections
  case outliers
  case classSize = "class-size"
  case lists
  case accounts
  case agreement
  case signatures
  case openUnlocks = "open-unlocks"
  case compliance
  case statistics
  case tests
  case termSummary = "term-summary"
  case remarks
  case evidence

  /// The report that `text` names: by its own name, its Vietnamese one, or its number, in capitals or not.
  package init?(named text: String) {
    let text = text.lowercased()
    guard let id = Self.allCases.first(where: { [$0.rawValue, $0.alias, $0.code.lowercased()].contains(text) }) else {
      return nil
    }
    self = id
  }

  /// Its number among the reports, duties and workflows that the regulations ask for.
  package var code: String {
    switch self {
    case .late: "P1"
    case .markEntry: "P2"
    case .marks: "P3"
    case .corrections: "P4"
    case .outliers: "P5"
    case .classSize: "P6"
    case .lists: "P7"
    case .accounts: "P8"
    case .agreement: "P9"
    case .signatures: "P10"
    case .compliance: "P11"
    case .statistics: "P12"
    case .tests: "P13"
    case .termSummary: "P14"
    case .remarks: "P15"
    case .openUnlocks: "W7"
    case .evidence: "A13"
    }
  }

  /// Its name in Vietnamese, for the command line.
  package var alias: String {
    switch self {
    case .late: "nop-muon"
    case .markEntry: "nhap-diem"
    case .marks: "pho-diem"
    case .corrections: "sua-diem"
    case .outliers: "diem-lech"
    case .classSize: "si-so"
    case .lists: "danh-sach"
    case .accounts: "tai-khoan"
    case .agreement: "doi-chieu"
    case .signatures: "thieu-ki"
    case .openUnlocks: "dang-mo-khoa"
    case .compliance: "chap-hanh"
    case .statistics: "thong-ke"
    case .tests: "bai-kiem-tra"
    case .termSummary: "tong-hop"
    case .remarks: "nhan-xet"
    case .evidence: "minh-chung"
    }
  }

  /// The clauses that ask for it.
  package var clauses: String {
    switch self {
    case .late: "000; 002 II.2; 003; 004 Đ7.2"
    case .markEntry: "001 Đ4.1c; 002 II.1; 003 PL I.2"
    case .marks: "001 Đ4.1c"
    case .corrections, .outliers: "001 Đ4.1d"
    case .classSize: "001 Đ4.1a-b; 003 PL I.4"
    case .lists: "000; 001; 002; 003; 004"
    case .accounts: "002 II.2"
    case .agreement: "003 PL I.2"
    case .signatures: "003 PL IV.4"
    case .compliance: "003; 004"
    case .statistics: "001 Đ4.2c, Đ6.3"
    case .tests: "001 Đ8.1; 003 PL IV.5"
    case .termSummary: "003 III.3"
    case .remarks: "001 Đ4.1a"
    case .openUnlocks: "000 Đ3-4; 002 II.1; 003 PL II.1, IV.1; 004 Đ3.3, Đ4.2, Đ8"
    case .evidence: "000 Đ3.1; 001 Đ3.8, Đ5.5; 002 II.1; 003 PL I.2, IV.1; 004 Đ7.2, Đ10"
    }
  }

  /// By what it can be restricted.
  package var parts: Set<ReportScope.Part> {
    switch self {
    case .late, .signatures, .compliance, .statistics, .remarks, .evidence: Set(ReportScope.Part.allCases)
    case .markEntry, .marks, .outliers, .agreement, .tests: [.term, .schoolClass, .team, .person, .kind]
    case .corrections: [.term, .month, .schoolClass, .team, .person, .kind]
    case .classSize: [.term, .month, .schoolClass]
    case .lists: [.term, .schoolClass, .kind]
    case .accounts: [.team, .person]
    case .openUnlocks: [.person, .kind]
    case .termSummary: [.term]
    }
  }

  /// By what it can be counted.
  package var groupings: [ReportGrouping] {
    switch self {
    case .late: [.team, .person, .week, .month, .term, .kind, .schoolClass]
    case .statistics: ReportGrouping.allCases
    default: []
    }
  }
}

/// What the counts of a report are counted by.
package enum ReportGrouping: String, CaseIterable, Sendable {
  case team, person, kind, week, month, term, state
  case schoolClass = "class"
}
