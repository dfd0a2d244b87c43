package import HosoCore

/// `Docs/Kinds.md` and `Docs/Kinds.vi.md`: every kind of record, and what each profile says of it.
///
/// Made from the kinds as a school of each profile reads them.
package struct KindDocument {
  /// A profile and its kinds.
  package struct Profile: Sendable {
    package let id: String
    package let title: Localized
    package let levels: [String]
    /// How many copies of the archive, with the clause.
    package let copies: Localized?
    package let kinds: [Kind]

    package init(id: String, title: Localized, levels: [String], copies: Localized?, kinds: [Kind]) {
      self.id = id
      self.title = title
      self.levels = levels
      self.copies = copies
      self.kinds = kinds
    }
  }

  private let profiles: [Profile]
  private let language: Language

  package init(_ profiles: [Profile], in language: Language) {
    self.profiles = profiles
    self.language = language
  }

  /// The whole page, with a line feed at its end.
  package var markdown: String {
    [head, profileTable, kindTable, rest].joined(separator: "\n\n") + "\n"
  }

  private func text(_ vietnamese: String, _ english: String) -> String {
    Localized(vi: vietnamese, en: english)(language)
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header, header.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
      .joined(separator: "\n")
  }

  private var head: String {
    text(
      """
      # Loại hồ sơ

      Trang này do `hoso document kinds` tạo ra từ chính các tệp quy định mà `hoso init --profile` ghi cho trường mới. Mỗi quy
      chế mẫu chỉ có những loại hồ sơ mà văn bản của nó nêu; điều văn bản không nêu thì ô để trống (–), và trường tự quyết. Sau
      khi lập kho, các tệp trong `.hoso/kinds` là của trường: sửa, thêm, bớt như [Formats.md](Formats.md) mô tả.
      """,
      """
      # Kinds of record

      `hoso document kinds` makes this page from the rule files that `hoso init --profile` writes for a new school. A profile
      has the kinds that its regulation names, and no others; what the regulation does not say is left open (–) and for the
      school to decide. After that the files in `.hoso/kinds` are the school's own, to change as [Formats.md](Formats.md) says.
      """)
  }

  private var profileTable: String {
    let rows = profiles.map { profile in
      [
        "`\(profile.id)`", profile.title(language),
        profile.levels.map { KindWords.level($0)(language) }.joined(separator: ", "), String(profile.kinds.count),
        profile.copies?(language) ?? "–",
      ]
    }
    return text("## Quy chế mẫu", "## Profiles") + "\n\n"
      + table(
        [
          text("Mã", "Profile"), text("Cho ai", "For"), text("Cấp học", "Level"), text("Số loại", "Kinds"),
          text("Bản lưu trữ", "Copies of the archive"),
        ], rows)
  }

  /// A kind in each profile that has it.
  private struct Row {
    var kinds: [(profile: String, kind: Kind)]
    var first: Kind { kinds[0].kind }
  }

  private var rows: [Row] {
    var rows: [ListID: Row] = [:]
    for profile in profiles {
      for kind in profile.kinds { rows[kind.id, default: Row(kinds: [])].kinds.append((profile.id, kind)) }
    }
    return rows.values.sorted { left, right in
      (Int(left.first.code.dropFirst()) ?? 0, left.first.id) < (Int(right.first.code.dropFirst()) ?? 0, right.first.id)
    }
  }

  private var kindTable: String {
    let cells = rows.map { row in
      [
        row.first.code.isEmpty ? "–" : row.first.code, "\(row.first.title(language))<br>`\(row.first.id)`",
        cell(row) { "`\($0.place.text)`" },
        cell(row) { $0.expectation.map { KindWords.expectation($0)(language) } },
        cell(row) { $0.deadline.map { KindWords.deadline($0)(language) } },
        cell(row) { KindWords.chain($0.approvals, hasOrder: $0.hasOrder)?(language) },
        cell(row) { $0.keeping.lock.map { KindWords.lock($0)(language) } },
        cell(row) { $0.keeping.printing.map { KindWords.printing($0)(language) } },
        row.kinds.map { "`\($0.profile)`" }.joined(separator: " "),
        row.kinds.compactMap(\.kind.keeping.basis).joined(separator: "; "),
      ]
    }
    return text("## Các loại hồ sơ", "## The kinds") + "\n\n"
      + table(
        [
          text("Mã", "Code"), text("Loại hồ sơ", "Kind"), text("Chỗ đặt", "Place"), text("Ai, bao lâu một lần", "Owed"),
          text("Hạn", "Due"), text("Duyệt", "Approved by"), text("Khoá", "Lock"), text("In", "Print"),
          text("Quy chế", "Profiles"), text("Căn cứ", "Basis"),
        ], cells)
  }

  /// What the profiles say: once where they agree, else each text with the names of those that say it.
  private func cell(_ row: Row, _ value: (Kind) -> String?) -> String {
    var said: [(text: String?, profiles: [String])] = []
    for (profile, kind) in row.kinds {
      let text = value(kind)
      if let known = said.firstIndex(where: { $0.text == text }) {
        said[known].profiles.append("`\(profile)`")
      } else {
        said.append((text, ["`\(profile)`"]))
      }
    }
    if said.count == 1 { return said[0].text ?? "–" }
    return said.compactMap { each in each.text.map { each.profiles.joined(separator: " ") + ": " + $0 } }
      .joined(separator: "<br>")
  }

  private var rest: String {
    text(
      """
      ## Điều cần biết

      Căn cứ ghi mã văn bản và điều khoản, ví dụ `003 PL II.2` là mục II.2 phụ lục của hướng dẫn 003. Học bạ (K18), sổ đăng bộ
      (K19) và hồ sơ học sinh (K24) nằm trong hệ thống của ngành: ở đây chỉ có nơi giữ, mã hồ sơ và SHA-256 của bản đã kí. Sổ
      điểm cá nhân (K16) theo 002 là sổ giấy nên quy chế ấy không có loại này. Thời hạn bảo quản không có trong quy chế nào;
      `.hoso/retention.csv` chờ trường ghi, cùng người đã đối chiếu với văn bản gốc. Thêm một loại mà quy chế không nêu:
      `hoso init --also LOẠI`.
      """,
      """
      ## To know

      A basis names the regulation and the clause: `003 PL II.2` is part II.2 of the annex of guideline 003. Transcripts (K18),
      the pupil register (K19) and pupil files (K24) live in the ministry's system: here is only where, under which identifier,
      and the SHA-256 of the signed copy. The teacher's gradebook (K16) is on paper under 002, whose profile has no such kind.
      No regulation gives a period of retention; `.hoso/retention.csv` waits for the school's, with the person who held it
      against the source. A kind that the regulation does not name is added with `hoso init --also KIND`.
      """)
  }
}
