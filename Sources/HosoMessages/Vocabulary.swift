package import HosoCore

/// People's words for the names that files and commands use.
package enum Vocabulary {
  /// One of Drive's roles.
  package static func name(of role: DriveRole) -> Localized {
    switch role {
    case .viewer: Localized(vi: "người xem", en: "viewer")
    case .commenter: Localized(vi: "người nhận xét", en: "commenter")
    case .contributor: Localized(vi: "người đóng góp", en: "contributor")
    case .contentManager: Localized(vi: "người quản lý nội dung", en: "content manager")
    case .manager: Localized(vi: "người quản lý", en: "manager")
    }
  }

  /// What somebody does to a path.
  package static func name(of verb: AccessVerb) -> Localized {
    switch verb {
    case .read: Localized(vi: "xem", en: "read")
    case .comment: Localized(vi: "nhận xét", en: "comment")
    case .create: Localized(vi: "thêm mới", en: "create")
    case .edit: Localized(vi: "sửa", en: "edit")
    case .rename: Localized(vi: "đổi tên", en: "rename")
    case .move: Localized(vi: "di chuyển", en: "move")
    case .delete: Localized(vi: "xoá", en: "delete")
    case .grant: Localized(vi: "phân quyền", en: "grant")
    case .limit: Localized(vi: "giới hạn", en: "limit")
    case .lock: Localized(vi: "khoá sổ hay mở khoá", en: "lock or unlock")
    }
  }

  /// What a person is for the school.
  package static func name(of role: SchoolRole) -> Localized {
    switch role {
    case .principal: Localized(vi: "hiệu trưởng", en: "principal")
    case .vicePrincipal: Localized(vi: "phó hiệu trưởng", en: "vice principal")
    case .admin: Localized(vi: "quản trị viên", en: "administrator")
    case .clerk: Localized(vi: "văn thư", en: "clerk")
    case .headOfTeam: Localized(vi: "tổ trưởng", en: "head of team")
    case .teacher: Localized(vi: "giáo viên", en: "teacher")
    case .inspector: Localized(vi: "cán bộ kiểm tra", en: "inspector")
    }
  }

  /// A placeholder of a path.
  package static func name(of name: PlaceName) -> Localized {
    switch name {
    case .year: Localized(vi: "năm học", en: "year")
    case .team: Localized(vi: "tổ", en: "team")
    case .person: Localized(vi: "mã người", en: "person")
    case .week: Localized(vi: "tuần", en: "week")
    case .month: Localized(vi: "tháng", en: "month")
    case .term: Localized(vi: "học kì", en: "term")
    case .date: Localized(vi: "năm-tháng-ngày", en: "date")
    case .slug: Localized(vi: "tên ngắn", en: "short name")
    case .subject: Localized(vi: "môn", en: "subject")
    case .grade: Localized(vi: "khối", en: "grade")
    case .test: Localized(vi: "kì kiểm tra", en: "test")
    case .schoolClass: Localized(vi: "lớp", en: "class")
    }
  }

  /// A field's type, as in "must be …".
  static func type(_ name: String) -> Localized? {
    if name == FieldSchema.Format.sha256.rawValue {
      return Localized(vi: "mã SHA-256", en: "a SHA-256 checksum")
    }
    return switch FieldSchema.FieldType(rawValue: name) {
    case .string: Localized(vi: "chữ", en: "text")
    case .integer: Localized(vi: "số nguyên", en: "a whole number")
    case .number: Localized(vi: "số", en: "a number")
    case .date: Localized(vi: "ngày", en: "a day")
    case nil: nil
    }
  }

  /// A folder template in a person's words: `tuan-{week:2}` gives `tuan-<tuần>`.
  static func place(_ template: String, in language: Language) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let inner = rest[rest.index(after: open)..<close].prefix { $0 != ":" }
      text += rest[..<open]
      text += "<" + (PlaceName(rawValue: String(inner)).map { name(of: $0)(language) } ?? String(inner)) + ">"
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
