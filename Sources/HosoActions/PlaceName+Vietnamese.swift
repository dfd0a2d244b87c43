internal import HosoCore

extension PlaceName {
  /// What a person may call it in Vietnamese.
  private var vietnamese: String {
    switch self {
    case .year: "nam-hoc"
    case .team: "to"
    case .person: "nguoi"
    case .week: "tuan"
    case .month: "thang"
    case .term: "hoc-ki"
    case .date: "ngay"
    case .slug: "ten"
    case .subject: "mon"
    case .grade: "khoi"
    case .test: "bai-kiem-tra"
    case .schoolClass: "lop"
    }
  }

  /// `values`, which a person gave, with those of the path by the names of their placeholders.
  ///
  /// A Vietnamese name that is a field of the kind means the field.
  static func named(in values: [String: String], of kind: Kind) -> [String: String] {
    var named = values
    for name in allCases where values[name.rawValue] == nil && kind.field(named: name.vietnamese) == nil {
      if let value = named.removeValue(forKey: name.vietnamese) { named[name.rawValue] = value }
    }
    return named
  }
}
