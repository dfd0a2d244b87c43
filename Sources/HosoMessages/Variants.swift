internal import HosoCore

/// Texts that depend on the facts of a fault.
enum Variants {
  /// The entry for `diagnostic`, with the text that suits its facts.
  static func entry(for diagnostic: Diagnostic) -> CatalogueEntry {
    let entry = Catalogue.entry(for: diagnostic.id)
    switch diagnostic.id {
    case .accessDenied where diagnostic.facts["limits"] != nil: return limit(entry)
    case .accessDenied: return access(entry, diagnostic.facts["role"] ?? "none")
    case .locked where diagnostic.facts["verb"] == "create": return lockedFolder(entry)
    case .decisionForm where diagnostic.isOfLock, .badSignature where diagnostic.isOfLock: return lock(entry)
    case .decisionForm where diagnostic.isOfConsent, .badSignature where diagnostic.isOfConsent,
      .decisionContent where diagnostic.isOfConsent:
      return consent(entry)
    case .notYourRole where diagnostic.isOfConsent: return consentRole(entry)
    case .correctionPath where diagnostic.facts["detail"] == "missing": return missingPath(entry)
    case .nameReserved where diagnostic.facts["owner"] == "rules": return rulesName(entry)
    case .fileMode: return fileMode(entry, diagnostic.facts["mode"] ?? "")
    case .binaryContent where (diagnostic.facts["ending"] ?? "text") != "text": return wrongEnding(entry)
    case .missingField where diagnostic.isInTable: return emptyCell(entry)
    case .fieldType where diagnostic.facts["type"] == FieldSchema.Format.sha256.rawValue: return checksum(entry)
    case .valueOutOfRange: return limits(entry, diagnostic.facts["minimum"], diagnostic.facts["maximum"])
    case .unknownReference where diagnostic.isInTable: return roster(entry, hasColumn: diagnostic.column != nil)
    case .placeReference: return place(entry, diagnostic.facts["list"] ?? "")
    case .notYourRole where diagnostic.facts["asked"] == "": return noApproval(entry)
    case .ruleFileInvalid: return RuleFileHints.entry(entry, diagnostic)
    case .ruleFileMissing where diagnostic.path == ".hoso/kinds/": return noKinds(entry)
    default: return entry
    }
  }

  private static func access(_ entry: CatalogueEntry, _ role: String) -> CatalogueEntry {
    switch role {
    case "former":
      entry.saying(
        Localized(
          vi: "'{person}' không thuộc trường vào ngày này nên không được {verb}",
          en: "'{person}' does not belong to the school on this day and may not {verb}"),
        fix: Localized(
          vi: "⟦nhờ {ask} làm giúp; ⟧nếu sai ngày, quản trị viên sửa from, to của '{person}' trong .hoso/people.csv",
          en: "⟦ask {ask} to do it; ⟧where the dates are wrong, correct from and to of '{person}' in .hoso/people.csv"))
    case "none":
      entry.saying(
        Localized(
          vi: "'{person}' không có vai nào ở đây nên không được {verb}⟦; quyền từ trên bị chặn ở '{limited}'⟧",
          en: "'{person}' has no role here and may not {verb}⟦; rights from above end at folder '{limited}'⟧"))
    default:
      entry.saying(
        Localized(
          vi: "'{person}' là {role} nên không được {verb} ở đây⟦ (theo access.csv dòng {line}, thư mục '{folder}')⟧",
          en: "'{person}' as {role} may not {verb} here⟦ (access.csv line {line}, folder '{folder}')⟧"))
    }
  }

  private static func limit(_ entry: CatalogueEntry) -> CatalogueEntry {
    entry.saying(
      Localized(
        vi: """
          '{person}' không phải người quản lý của thư mục '{limits}' nên không được đặt hay bỏ giới hạn ở đó⟦ (theo \
          access.csv dòng {line}, thư mục '{folder}')⟧
          """,
        en: """
          '{person}' is no manager of folder '{limits}' and may neither limit it nor lift its limit⟦ (access.csv line \
          {line}, folder '{folder}')⟧
          """))
  }

  private static func lockedFolder(_ entry: CatalogueEntry) -> CatalogueEntry {
    entry.saying(
      Localized(
        vi: """
          '{scope}' đã⟦ được {person}⟧ khoá sổ⟦ từ {since}⟧⟦ theo quyết định số {number}⟧ nên không thêm hồ sơ mới vào \
          được⟦ ({lock})⟧
          """,
        en: """
          '{scope}' is locked⟦ by {person}⟧⟦ since {since}⟧⟦ under decision {number}⟧, and takes no new records⟦ ({lock})⟧
          """))
  }

  private static func lock(_ entry: CatalogueEntry) -> CatalogueEntry {
    entry.saying(
      fix: Localized(
        vi: "người quản lý thư mục làm lại bằng 'hoso lock' hoặc 'hoso unlock' với khoá kí đã đăng kí",
        en: "let the manager of the folder decide again with 'hoso lock' or 'hoso unlock' and his listed key"))
  }

  private static func consent(_ entry: CatalogueEntry) -> CatalogueEntry {
    entry.saying(
      fix: Localized(
        vi: "người kí xem lại bằng 'hoso correction show' rồi kí lại bằng 'hoso correction consent'",
        en: "let the person look at the case with 'hoso correction show' and sign again with 'hoso correction consent'")
    )
  }

  private static func consentRole(_ entry: CatalogueEntry) -> CatalogueEntry {
    entry.saying(
      Localized(
        vi: "'{person}' không được kí chỉnh sửa này⟦ với tư cách {role}⟧",
        en: "'{person}' may not sign this correction⟦ as {role}⟧"),
      fix: Localized(
        vi: "⟦chữ kí cần có: {asked}; ⟧người đề nghị chỉ kí với tư cách người đề nghị",
        en: "⟦consents asked for: {asked}; ⟧who requests a correction signs as requester alone"))
  }

  private static func missingPath(_ entry: CatalogueEntry) -> CatalogueEntry {
    entry.saying(
      Localized(
        vi: "hồ sơ này có trong hồ sơ chỉnh sửa⟦ '{case}'⟧ mà lần ghi không sửa",
        en: "the correction⟦ '{case}'⟧ names this record, and the commit leaves it as it was"))
  }

  private static func rulesName(_ entry: CatalogueEntry) -> CatalogueEntry {
    entry.saying(
      Localized(
        vi: "tên '{name}' chỉ dành cho thư mục quy định '.hoso' ở trên cùng của kho",
        en: "name '{name}' is kept for the folder of rules, '.hoso', at the top"),
      fix: Localized(
        vi: "đổi sang tên khác, không bắt đầu bằng '.hoso'",
        en: "choose another name that does not begin with '.hoso'"))
  }

  private static func fileMode(_ entry: CatalogueEntry, _ mode: String) -> CatalogueEntry {
    switch mode {
    case "120000":
      entry.saying(
        Localized(
          vi: "đây là lối tắt (liên kết tượng trưng), không phải tệp",
          en: "this is a symbolic link, not a file"))
    case "100755":
      entry.saying(
        Localized(vi: "tệp này được đánh dấu là chương trình chạy được", en: "this file is marked as a program"),
        fix: Localized(
          vi: "bỏ đánh dấu ấy bằng lệnh 'chmod -x' với tên tệp, hoặc chép nội dung sang một tệp mới",
          en: "remove the mark with 'chmod -x' and the file's name, or copy the content into a new file"))
    case "160000":
      entry.saying(
        Localized(vi: "thư mục này là một kho git khác", en: "this folder is another git repository"),
        fix: Localized(
          vi: "chép các tệp cần giữ ra thư mục thường rồi xoá thư mục này",
          en: "copy the files to keep into a plain folder and remove this one"))
    default: entry
    }
  }

  private static func wrongEnding(_ entry: CatalogueEntry) -> CatalogueEntry {
    entry.saying(
      Localized(vi: "nội dung tệp không phải dạng '{ending}'", en: "the content is not of the format '{ending}'"),
      fix: Localized(
        vi: "mở tệp gốc, lưu lại đúng dạng '{ending}', hoặc đổi đuôi tên cho đúng với nội dung",
        en: "save the original as '{ending}' again, or give the name the ending of what the file really is"))
  }

  private static func emptyCell(_ entry: CatalogueEntry) -> CatalogueEntry {
    entry.saying(
      Localized(vi: "ô ở cột '{field}' còn trống", en: "the cell in column '{field}' is empty"),
      fix: Localized(vi: "điền ô ở cột '{field}' của dòng này", en: "fill the cell in column '{field}' of this row"))
  }

  private static func checksum(_ entry: CatalogueEntry) -> CatalogueEntry {
    entry.saying(
      fix: Localized(
        vi: "chép vào '{field}' 64 chữ số hệ 16, chữ thường, mà lệnh 'sha256sum' in ra cho tệp đã kí",
        en: "copy into '{field}' the 64 lower-case hexadecimal digits that 'sha256sum' prints for the signed file"))
  }

  private static func limits(_ entry: CatalogueEntry, _ minimum: String?, _ maximum: String?) -> CatalogueEntry {
    switch (minimum ?? "…", maximum ?? "…") {
    case (_, "…"):
      entry.saying(
        Localized(vi: "'{field}' nhỏ hơn {minimum}", en: "'{field}' is less than {minimum}"),
        fix: Localized(
          vi: "viết '{field}' bằng một số từ {minimum} trở lên",
          en: "give '{field}' a number from {minimum}"))
    case ("…", _):
      entry.saying(
        Localized(vi: "'{field}' lớn hơn {maximum}", en: "'{field}' is more than {maximum}"),
        fix: Localized(vi: "viết '{field}' bằng một số đến {maximum}", en: "give '{field}' a number up to {maximum}"))
    default: entry
    }
  }

  private static func roster(_ entry: CatalogueEntry, hasColumn: Bool) -> CatalogueEntry {
    guard !hasColumn else { return entry }
    return entry.saying(
      Localized(
        vi: "chưa có danh sách '{list}' nên không đối chiếu được cột '{field}'",
        en: "there is no list '{list}' to compare column '{field}' with"),
      fix: Localized(vi: "nộp danh sách '{list}' trước", en: "submit the list '{list}' first"))
  }

  private static func place(_ entry: CatalogueEntry, _ list: String) -> CatalogueEntry {
    guard list.hasPrefix("people.csv (") else { return entry }
    return entry.saying(
      Localized(
        vi: "'{value}' không thuộc tổ có tên trong đường dẫn", en: "'{value}' is not of the team that the path names"),
      fix: Localized(
        vi: "chuyển tệp vào thư mục tổ của '{value}'; nếu tổ ghi sai, nhờ quản trị viên sửa .hoso/people.csv",
        en: "move the file to the folder of that person's team, or ask the administrator to correct .hoso/people.csv"))
  }

  private static func noApproval(_ entry: CatalogueEntry) -> CatalogueEntry {
    entry.saying(
      Localized(vi: "loại hồ sơ này không cần duyệt", en: "records of this kind need no decision"),
      fix: Localized(
        vi: "để nguyên hồ sơ; nếu cần duyệt, nhờ quản trị viên ghi 'approvals' trong .hoso/kinds/⟦{kind}⟧.yml",
        en: "leave the record as it is; if it needs one, ask for 'approvals' in .hoso/kinds/⟦{kind}⟧.yml"))
  }

  private static func noKinds(_ entry: CatalogueEntry) -> CatalogueEntry {
    entry.saying(
      Localized(vi: "chưa có loại hồ sơ nào trong .hoso/kinds", en: "there is no kind of record in .hoso/kinds"),
      fix: Localized(
        vi: "thêm vào .hoso/kinds ít nhất một tệp loại hồ sơ, như lesson-plan.yml",
        en: "add at least one kind to .hoso/kinds, such as lesson-plan.yml"))
  }
}

extension Diagnostic {
  /// Whether it speaks of a CSV table.
  fileprivate var isInTable: Bool { path?.hasSuffix(".csv") ?? false }

  fileprivate var isOfConsent: Bool {
    ["refs/tags/consent/", "refs/tags/refuse/"].contains { path?.hasPrefix($0) ?? false }
      || path?.contains("/\(CaseFolder.name)/") ?? false
  }

  fileprivate var isOfLock: Bool {
    ["refs/tags/lock/", "refs/tags/unlock/"].contains { path?.hasPrefix($0) ?? false }
      || facts["detail"] == "decision-kind"
  }
}
