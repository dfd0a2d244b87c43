internal import HosoCore

/// What the lines above the first section say of the lesson.
struct HeaderLines {
  private(set) var fields: [String: String] = [:]

  /// The first letters of a line and the field that follows; longer names first.
  private static let names: [(String, String)] = [
    ("môn học/hoạt động giáo dục", "mon"), ("môn học / hoạt động giáo dục", "mon"), ("hoạt động giáo dục", "mon"),
    ("môn học", "mon"), ("môn", "mon"), ("phân môn", "mon"),
    ("tên bài học", "bai"), ("tên bài dạy", "bai"), ("tên bài", "bai"), ("tên chủ đề", "bai"), ("bài học", "bai"),
    ("bài dạy", "bai"), ("bài", "bai"),
    ("khối lớp", "lop"), ("lớp", "lop"), ("số tiết", "so-tiet"), ("thời lượng", "so-tiet"),
    ("thời gian thực hiện", "ngay-day"), ("ngày thực hiện", "ngay-day"), ("ngày dạy", "ngay-day"),
    ("ngày giảng", "ngay-day"), ("thời gian", "ngay-day"), ("ngày soạn", "ngay-soan"), ("tuần học", "tuan"),
    ("tuần", "tuan"), ("họ và tên giáo viên", "giao-vien"), ("giáo viên thực hiện", "giao-vien"),
    ("giáo viên", "giao-vien"), ("người soạn", "giao-vien"), ("người dạy", "giao-vien"), ("gv", "giao-vien"),
    ("trường", "truong"), ("tổ chuyên môn", "to"), ("tổ", "to"), ("tiết", "tiet"),
  ]
  /// Lines that every plan has and that say nothing of this one.
  private static let empty = [
    "kế hoạch bài dạy", "kế hoạch bài học", "kế hoạch dạy học", "giáo án", "cộng hòa xã hội chủ nghĩa việt nam",
    "cộng hoà xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc", "độc lập – tự do – hạnh phúc",
  ]

  /// Whether `line` is a header line; its fields are then known.
  mutating func read(_ line: String) -> Bool {
    let line = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let lower = line.lowercased()
    if Self.empty.contains(lower) { return true }
    let starts = Self.starts(in: Array(lower))
    guard let first = starts.first, first.start == 0 else { return readUnlabelled(line, lower) }
    let characters = Array(line)
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].start : characters.count
      note(start.field, String(characters[start.value..<end]))
    }
    return true
  }

  /// Whether `line` begins a lesson: the name of the kind, a subject, a title, a day or a week.
  static func opensLesson(_ line: String) -> Bool {
    var header = HeaderLines()
    guard header.read(line) else { return false }
    let opening = ["mon", "bai", "ngay-day", "tuan"]
    return header.fields.isEmpty ? isKind(line.lowercased()) : header.fields.keys.contains(where: opening.contains)
  }

  /// Whether `line` has a title behind a name, such as `Tên bài: …`.
  static func saysTitle(_ line: String) -> Bool {
    var header = HeaderLines()
    return header.read(line) && header.fields["bai"] != nil
  }

  private static func isKind(_ line: String) -> Bool {
    ["kế hoạch bài", "kế hoạch dạy học", "giáo án"].contains(where: line.hasPrefix)
  }

  mutating func setTitle(_ title: String) { fields["bai"] = Self.title(title) }

  /// Where a known name stands with a colon behind it: at the start or after a sign that divides.
  private static func starts(in line: [Character]) -> [(start: Int, value: Int, field: String)] {
    var found: [(start: Int, value: Int, field: String)] = []
    var index = 0
    var isBoundary = true
    while index < line.count {
      if isBoundary, let (length, field) = name(at: index, in: line) {
        found.append((index, index + length, field))
        index += length
      } else {
        isBoundary = !line[index].isLetter && !line[index].isNumber
        index += 1
      }
    }
    return found
  }

  private static func name(at index: Int, in line: [Character]) -> (Int, String)? {
    for (name, field) in names where line[index...].starts(with: name) {
      var end = index + name.count
      while end < line.count, line[end] == " " { end += 1 }
      if end < line.count, line[end] == ":" { return (end + 1 - index, field) }
    }
    return nil
  }

  private mutating func note(_ field: String, _ value: String) {
    let value = value.trimmed
    guard value.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    switch field {
    case "bai": setTitle(value)
    case "lop": fields["lop"] = Self.schoolClass(value)
    case "tuan": fields["tuan"] = Self.number(value) ?? value
    case "so-tiet":
      if let number = Self.number(value) { fields["so-tiet"] = number }
    case "ngay-day":
      if let date = SpokenDate.first(in: value) {
        fields["ngay-day"] = date.description
      } else if value.lowercased().contains("tiết"), let number = Self.number(value) {
        fields["so-tiet"] = number
      }
    case "ngay-soan": fields["ngay-soan"] = SpokenDate.first(in: value)?.description ?? value
    default: fields[field] = value
    }
  }

  /// The week of `TUẦN 5`, `Tuần 5 (từ ngày 7/10/2024 đến ngày 11/10/2024)`, `KẾ HOẠCH BÀI DẠY TUẦN 5`; nil for other lines.
  private static func week(_ line: String) -> String? {
    let kind = empty.first { line.hasPrefix($0 + " ") }.map { $0 + " " } ?? ""
    let words = line.dropFirst(kind.count).split { !$0.isLetter && !$0.isNumber }
    guard words.count > 1, words[0] == "tuần", words[1].allSatisfy(\.isNumber) else { return nil }
    let ofDates: Set<Substring> = ["từ", "ngày", "đến", "tháng", "năm"]
    let isPlain = words.dropFirst(2).allSatisfy { $0.allSatisfy(\.isNumber) || ofDates.contains($0) }
    return isPlain ? String(words[1]) : nil
  }

  /// Lines without a colon: `Tuần 5`, `Thứ ba ngày 8 tháng 10 năm 2024`, `TRƯỜNG TIỂU HỌC SUỐI MÂY`.
  private mutating func readUnlabelled(_ line: String, _ lower: String) -> Bool {
    if let week = Self.week(lower) {
      note("tuan", week)
      return true
    }
    let words = lower.split(separator: " ")
    let short = ["lớp": "lop", "tiết": "tiet"]
    if words.count == 2, let field = short[String(words[0])], words[1].first?.isNumber ?? false {
      note(field, String(line.drop { $0 != " " }))
      return true
    }
    if lower.hasPrefix("thứ ") || lower.hasPrefix("ngày "), words.count <= 10, let date = SpokenDate.first(in: line) {
      fields["ngay-day"] = date.description
      return true
    }
    if line.count <= 80, lower.hasPrefix("trường "), fields["truong"] == nil {
      fields["truong"] = line
      return true
    }
    let isKind = ["kế hoạch bài dạy môn ", "kế hoạch bài học môn ", "giáo án môn "].contains(where: lower.hasPrefix)
    if line.count <= 80, isKind || (lower.hasPrefix("môn ") && line.uppercased() == line) {
      return readKindLine(line, words)
    }
    return false
  }

  /// `KẾ HOẠCH BÀI DẠY MÔN TOÁN LỚP 4A`.
  private mutating func readKindLine(_ line: String, _ words: [Substring]) -> Bool {
    let original = line.split(separator: " ")
    guard original.count == words.count, let subject = words.firstIndex(of: "môn") else { return false }
    let group = words.firstIndex(of: "lớp")
    let end = group ?? words.count
    guard subject + 1 < end else { return false }
    note("mon", original[(subject + 1)..<end].joined(separator: " "))
    if let group, group + 1 < words.count { note("lop", original[(group + 1)...].joined(separator: " ")) }
    return true
  }

  /// `4a` for `4A` and `4 A`; anything else as it stands.
  private static func schoolClass(_ value: String) -> String {
    let compact = value.lowercased().filter { !$0.isWhitespace && $0 != "/" && $0 != "." }
    let letters = compact.drop(while: \.isNumber)
    let isClass = compact.first?.isNumber ?? false && compact.count <= 5 && compact.count > letters.count
    return isClass ? compact : value
  }

  private static func number(_ value: String) -> String? {
    let digits = value.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) }
    guard digits.count <= 3, let number = Int(digits) else { return nil }
    return String(number)
  }

  /// `Bài 14: So sánh` is written `Bài 14. So sánh`: a colon would end the name of a front-matter field.
  static func title(_ text: String) -> String {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let colon = text.firstIndex(of: ":") else { return text }
    let head = text[..<colon].split(separator: " ")
    guard head.count == 2, head[1].allSatisfy({ $0.isNumber || $0 == "." }) else { return text }
    return head.joined(separator: " ") + ". " + text[text.index(after: colon)...].drop { $0 == " " }
  }
}

extension String {
  /// Without blanks and dividing signs at both ends.
  fileprivate var trimmed: String {
    func divides(_ character: Character) -> Bool { character.isWhitespace || "-–—;,|.…_*".contains(character) }
    var text = drop(while: divides)
    while let last = text.last, divides(last), last != "." || text.hasSuffix("..") { text.removeLast() }
    return String(text)
  }
}

/// Dates as teachers write them.
enum SpokenDate {
  /// The first of `ngày 8 tháng 10 năm 2024`, `8/10/2024`, `08-10-2024`, `8.10.24` in `text`.
  static func first(in text: String) -> SchoolDate? {
    let words = text.lowercased().split { !$0.isNumber && !$0.isLetter }
    for index in words.indices.dropLast(2) {
      var parts = [words[index]]
      var next = index + 1
      for name in ["tháng", "năm"] {
        if next < words.count, words[next] == name { next += 1 }
        if next < words.count { parts.append(words[next]) }
        next += 1
      }
      guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]) else {
        continue
      }
      if let date = SchoolDate(year: year < 100 ? 2000 + year : year, month: month, day: day) { return date }
    }
    return nil
  }
}
