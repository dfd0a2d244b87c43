internal import HosoCore

/// What is asked of single values in the rule files.
enum RuleFileHints {
  /// The entry with a fix that says what `key` may be, where that is one line.
  static func entry(_ entry: CatalogueEntry, _ diagnostic: Diagnostic) -> CatalogueEntry {
    guard let fix = fix(diagnostic.facts["key"] ?? "", diagnostic.path ?? "") else { return entry }
    return entry.saying(fix: fix)
  }

  private static func fix(_ key: String, _ path: String) -> Localized? {
    if path.hasSuffix("/corrections.yml"), let fix = CorrectionHints.fix(key) { return fix }
    let isTable = path.hasSuffix(".csv")
    switch key {
    case "id" where path.hasSuffix("/school.yml") || (isTable && !path.contains("/calendar/")):
      return Localized(
        vi: "viết mã bằng chữ thường không dấu, chữ số và dấu gạch nối, như 'to-4-5'",
        en: "write the id in lower-case letters, digits and hyphens, such as 'to-4-5'")
    case "id" where isTable:
      return Localized(
        vi: "viết số của tuần, như 5",
        en: "write the number of the week, such as 5")
    case "period":
      return Localized(
        vi: "để trống, viết số năm, 'permanent' hoặc 'while-in-force'",
        en: "leave it empty, or write a number of years, 'permanent' or 'while-in-force'")
    case "starts": return choice(RetentionRule.Start.allCases.map(\.rawValue), "mốc", "start")
    case "basis":
      return Localized(
        vi: "viết văn bản và điều khoản làm căn cứ, như '003 PL II.2'",
        en: "write the clause that it rests on, such as '003 PL II.2'")
    case "multipleOf":
      return Localized(vi: "viết bậc của thang, như 0.25", en: "write the step of the scale, such as 0.25")
    case "after": return choice(Kind.LockProposal.Occasion.allCases.map(\.rawValue), "mốc", "occasion")
    case "when": return choice(Kind.Printing.Occasion.allCases.map(\.rawValue), "dịp", "occasion")
    case "form":
      return Localized(
        vi: "viết bằng hai ngôn ngữ, khoá vi và khoá en", en: "write it in both languages, under vi and en")
    case "roles", "by": return choice(SchoolRole.allCases.map(\.rawValue), "vai", "role")
    case "role": return choice(DriveRole.allCases.map(\.rawValue), "vai", "role")
    case "email":
      return Localized(
        vi: "viết địa chỉ thư bằng chữ thường, có một dấu @, không có dấu cách",
        en: "write the address in lower case with one @ and no spaces")
    case "name" where isTable:
      return Localized(vi: "viết họ tên, không có dấu < >", en: "write the name, without < or >")
    case "grade": return number(1, 12)
    case "periods": return number(0, 60)
    case "type" where isTable: return choice(SchoolCalendar.Period.allCases.map(\.rawValue), "loại", "type")
    case "type": return choice(FieldSchema.FieldType.allCases.map(\.rawValue), "kiểu", "type")
    case "to":
      return Localized(
        vi: "viết ngày đầu và ngày cuối dạng năm-tháng-ngày, ngày cuối không trước ngày đầu",
        en: "write the first and last day as year-month-day, the last not before the first")
    case "mode": return Localized(vi: "để trống hoặc viết 'online'", en: "leave it empty or write 'online'")
    case "limited":
      return Localized(
        vi: "để trống hoặc viết 'yes'; thư mục trên cùng thì để trống",
        en: "leave it empty or write 'yes'; at the top of the repository leave it empty")
    case "who":
      return Localized(
        vi: """
          viết như 'person:nva', 'team:to-4-5', 'role:clerk' hoặc 'everyone'; 'owner', 'head-of-team', 'homeroom' chỉ dùng \
          khi cột folder có person, team, class trong ngoặc nhọn
          """,
        en: """
          write it as 'person:nva', 'team:to-4-5', 'role:clerk' or 'everyone'; 'owner', 'head-of-team' and 'homeroom' need \
          person, team or class in braces in the column folder
          """)
    case "folder", "place", "roster":
      return Localized(
        vi: "trong ngoặc nhọn chỉ dùng year, team, person, week, month, term, date, slug, subject, class, grade, test",
        en: "in braces use only year, team, person, week, month, term, date, slug, subject, class, grade and test")
    case "allowed_signers":
      return Localized(
        vi: "viết một dòng: địa chỉ thư, namespaces=\"git\", kiểu khoá, khoá; cách nhau một dấu cách",
        en: "write one line: address, namespaces=\"git\", key type and key, with one space between")
    case "language": return choice(Language.allCases.map(\.rawValue), "ngôn ngữ", "language")
    case "level": return choice(["primary", "lower-secondary", "upper-secondary"], "cấp học", "level")
    case "timezone": return Localized(vi: "viết 'Asia/Ho_Chi_Minh'", en: "write 'Asia/Ho_Chi_Minh', or as '+07:00'")
    case "policy": return Localized(vi: "viết một số nguyên từ 1", en: "write a whole number from 1")
    case "predecessor":
      return Localized(
        vi: "để hoso tự ghi dòng này khi nộp quy định: 40 chữ số hệ 16, chữ thường",
        en: "leave it to hoso, which writes it when rules are submitted: 40 lower-case hexadecimal digits")
    case "format" where path.hasSuffix("/school.yml"): return Localized(vi: "viết 'format: 1'", en: "write 'format: 1'")
    case "format":
      return choice(
        Kind.Format.allCases.map(\.rawValue) + FieldSchema.Format.allCases.map(\.rawValue), "dạng", "format")
    case "kind" where isTable:
      return Localized(
        vi: "viết mã mà khoá 'retention' của loại hồ sơ nêu, như 'class-gradebook'",
        en: "write the id that a kind's key 'retention' names, such as 'class-gradebook'")
    case "kind":
      return Localized(
        vi: "viết mã trùng với tên tệp, như 'lesson-plan' trong lesson-plan.yml",
        en: "write the id that the file's name has, such as 'lesson-plan' in lesson-plan.yml")
    case "heading", "primaryKey":
      return Localized(vi: "dùng tên của một thông tin trong 'fields'", en: "use the name of one of the 'fields'")
    case "title":
      return Localized(
        vi: "viết tên bằng hai ngôn ngữ, khoá vi và khoá en",
        en: "give the title in both languages, under vi and en")
    case "order": return choice(["listed", "any"], "thứ tự", "order")
    case "reviews":
      return Localized(
        vi: "viết [all] hoặc danh sách mã loại hồ sơ; loại này cần trường ho-so, ban và chỗ đặt có person",
        en: "write [all] or a list of kinds; the kind needs the fields ho-so and ban, and person in its place")
    case "maximum":
      return Localized(vi: "viết số điểm lớn hơn 0, như 4", en: "write a number of points above 0, such as 4")
    case "from-person":
      return Localized(
        vi: "ghi mã của người tự mình giữ vai ấy", en: "write the id of somebody who holds the role himself")
    case "to-person":
      return Localized(vi: "ghi mã của một người khác", en: "write the id of somebody else")
    case "role-of-person": return choice(SchoolRole.allCases.map(\.rawValue), "vai", "role")
    case "reason": return Localized(vi: "ghi lí do uỷ quyền", en: "write the reason of the delegation")
    case "required", "empty", "open-after-approval": return choice(["true", "false"], "giá trị", "value")
    default: return DeadlineHints.fix(key)
    }
  }

  static func choice(_ values: [String], _ vi: String, _ en: String) -> Localized {
    let list = values.joined(separator: ", ")
    return Localized(vi: "chọn \(vi) trong: \(list)", en: "choose a \(en) of: \(list)")
  }

  static func number(_ low: Int, _ high: Int) -> Localized {
    Localized(vi: "viết một số nguyên từ \(low) đến \(high)", en: "write a whole number from \(low) to \(high)")
  }
}
