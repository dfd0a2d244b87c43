internal import HosoCore
internal import HosoMessages

/// The texts of the pages on corrections of what is locked.
enum CorrectionText {
  static let title = Localized(vi: "Chỉnh sửa hồ sơ đã khoá sổ", en: "Corrections of locked records")
  static let lead = Localized(
    vi: "Hồ sơ đã khoá sổ chỉ được sửa theo biên bản, kèm minh chứng và đủ chữ kí; mỗi lần sửa đúng từng ô đã kí.",
    en: "What is locked changes by minutes with evidence and all signatures, exactly the signed cells.")
  static func link(_ n: String) -> Localized {
    Localized(vi: "Chỉnh sửa hồ sơ đã khoá sổ: \(n)", en: "Corrections of locked records: \(n)")
  }
  static let caseColumn = Localized(vi: "Hồ sơ chỉnh sửa", en: "Case")
  static let requester = Localized(vi: "Người đề nghị", en: "Requested by")
  static let consents = Localized(vi: "Chữ kí", en: "Signatures")
  static let opened = Localized(vi: "Lập", en: "Opened")
  static let applied = Localized(vi: "Đã sửa", en: "Corrected")
  static let procedure = Localized(vi: "Thủ tục", en: "Procedure")
  static let withdrawn = Localized(vi: "Lí do rút", en: "Withdrawn because")
  static let minutes = Localized(vi: "Biên bản", en: "Minutes")
  static let content = Localized(vi: "Nội dung chỉnh sửa", en: "What is corrected")
  static let pupil = Localized(vi: "Học sinh", en: "Pupil")
  static let column = Localized(vi: "Cột", en: "Column")
  static let old = Localized(vi: "Giá trị cũ", en: "Old value")
  static let new = Localized(vi: "Giá trị mới", en: "New value")
  static let reason = Localized(vi: "Lí do", en: "Reason")
  static let empty = Localized(vi: "trống", en: "empty")
  static let wholeText = Localized(vi: "bản mới kèm theo biên bản", en: "a new text, attached to the minutes")
  static let capacity = Localized(vi: "Tư cách", en: "As")
  static let signer = Localized(vi: "Người kí", en: "Person")
  static let word = Localized(vi: "Ý kiến", en: "Word")
  static let missing = Localized(vi: "Chưa kí", en: "Not signed yet")
  static let evidence = Localized(vi: "Minh chứng", en: "Evidence")
  static let unreadable = Localized(
    vi: "Hồ sơ chỉnh sửa này không đọc được; chạy 'hoso check' để biết vì sao.",
    en: "This case cannot be read; 'hoso check' says why.")

  static func verb(_ verb: Consent.Verb) -> Localized {
    switch verb {
    case .consent: Localized(vi: "Đồng ý", en: "Consents")
    case .refuse: Localized(vi: "Không đồng ý", en: "Refuses")
    }
  }

  static func state(_ state: CorrectionStatus.State) -> Localized {
    let name = Vocabulary.name(of: state)
    return Localized(vi: raised(name.vietnamese), en: raised(name.english))
  }

  /// As whom somebody signs; any of several.
  static func signers(_ signers: [CorrectionProcedure.Signer]) -> Localized {
    let names = signers.map { Vocabulary.name(ofSigner: $0.text) }
    return Localized(
      vi: raised(names.map(\.vietnamese).joined(separator: " hoặc ")),
      en: raised(names.map(\.english).joined(separator: " or ")))
  }

  private static func raised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
