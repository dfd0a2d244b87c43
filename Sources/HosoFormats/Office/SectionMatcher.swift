internal import HosoCore

/// Finds the headings that teachers type as ordinary lines: `I. YÊU CẦU CẦN ĐẠT`, `1/ Mở đầu (5’):`.
struct SectionMatcher {
  /// A line that is the heading of a section.
  struct Match: Equatable {
    let level: Int
    /// The section's own title, and the minutes that the teacher gave.
    let title: String
    let section: Int
    /// Where the heading stood before more text of its own line: how many characters it takes.
    var length: Int?
  }

  private let sections: [SectionSchema]
  /// The sections with these words, in order; some templates repeat a title below other headings.
  private var keys: [String: [Int]] = [:]

  init(_ sections: [SectionSchema]) {
    self.sections = sections
    for (index, section) in sections.enumerated() {
      for name in [section.title] + section.aliases {
        let key = Self.key(Heading(name.composed).words)
        keys[key, default: []].append(index)
      }
    }
  }

  /// The section that `line` is the heading of, or nil.
  ///
  /// - Parameter isMarked: whether the file itself sets the line apart: a heading, or an item of a numbered list.
  func match(_ line: [Piece], isMarked: Bool = false) -> Match? {
    let line = line.trimmed
    let plain = line.plain
    guard !plain.isEmpty else { return nil }
    if plain.count <= 150, let match = match(plain, isMarked: isMarked || line.isBold) { return match }
    // The bold start of a line: "**1. Đồ dùng:** thước, bảng con".
    let start = line.prefix { $0.style.contains(.bold) || $0.isBlank }
    let head = Array(start).plain
    guard start.count < line.count, head.count <= 150, Array(start).isBold else { return nil }
    guard head.contains(":") || plain.dropFirst(head.count).drop(while: \.isWhitespace).first == ":" else { return nil }
    guard var match = match(head, isMarked: true) else { return nil }
    let after = plain.dropFirst(head.count)
    match.length = plain.count - after.drop { $0.isWhitespace || $0 == ":" }.count
    return match
  }

  private func match(_ plain: String, isMarked: Bool) -> Match? {
    let heading = Heading(plain)
    guard let index = keys[Self.key(heading.words)]?.first else { return nil }
    guard isMarked || heading.isNumbered || heading.hasColon || heading.isUpperCase else { return nil }
    let title = sections[index].title + (heading.minutes.isEmpty ? "" : " " + heading.minutes)
    return Match(level: sections[index].level, title: title, section: index)
  }

  /// The sections, by number, that `item` may be the heading of; none for anything else.
  func sections(of item: PlanItem) -> [Int] {
    guard case .section(_, let title) = item else { return [] }
    return keys[Self.key(Heading(title).words)] ?? []
  }

  /// The items with each heading of a repeated title given to the section whose turn it is.
  func inTurn(_ items: [PlanItem]) -> [PlanItem] {
    guard keys.values.contains(where: { $0.count > 1 }) else { return items }
    var last = -1
    return items.map { item in
      guard case .section(_, let title) = item else { return item }
      let heading = Heading(title)
      let candidates = sections(of: item)
      guard let index = candidates.first(where: { $0 > last }) ?? candidates.last else { return item }
      last = index
      guard candidates.count > 1 else { return item }
      let minutes = heading.minutes.isEmpty ? "" : " " + heading.minutes
      return .section(level: sections[index].level, title: sections[index].title + minutes)
    }
  }

  /// `(5 phút)` for a line that says nothing else, as teachers put it below a heading in a narrow column.
  static func minutes(alone line: [Piece]) -> String? {
    let text = line.trimmed.plain
    guard text.count <= 20, text.contains(where: \.isNumber) else { return nil }
    let heading = Heading("x " + text)
    return heading.words == "x" && !heading.minutes.isEmpty ? heading.minutes : nil
  }

  /// Words alone, in lower case: `Luyện tập – Thực hành` and `luyện tập, thực hành` are one.
  private static func key(_ words: String) -> String {
    words.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0 != "và" }.joined(separator: " ")
  }
}

extension [Piece] {
  /// Whether all its words are bold.
  var isBold: Bool {
    var hasText = false
    for piece in self where !piece.isBlank {
      guard piece.style.contains(.bold), case .text = piece.content else { return false }
      hasText = true
    }
    return hasText
  }
}

/// A heading taken apart.
private struct Heading {
  /// Without numbering, minutes, brackets at the end and colon.
  let words: String
  let isNumbered: Bool
  let hasColon: Bool
  let isUpperCase: Bool
  /// Such as `(5 phút)`; empty where none are given.
  let minutes: String

  init(_ text: String) {
    let start = text.drop { !$0.isLetter && !$0.isNumber }
    let (rest, isNumbered) = Self.withoutNumbering(start)
    var words = rest[...]
    var minutes = ""
    var hasColon = false
    while let last = words.last {
      if last.isWhitespace || last == "." || last == ":" || last == "-" || last == "–" {
        hasColon = hasColon || last == ":"
        words.removeLast()
      } else if last == ")", let open = words.lastIndex(of: "("), open > words.startIndex {
        let brackets = String(words[open...])
        if brackets.contains(where: \.isNumber) { minutes = Self.spelled(brackets) }
        words = words[..<open]
      } else if minutes.isEmpty, let length = Self.minutesLength(words) {
        minutes = "(" + Self.spelled(String(words.suffix(length))) + ")"
        words = words.dropLast(length)
      } else {
        break
      }
    }
    self.words = String(words)
    self.isNumbered = isNumbered
    self.hasColon = hasColon
    self.minutes = minutes
    isUpperCase = words.contains { $0.isLetter } && words.uppercased() == String(words)
  }

  /// `5’` and `5'` are minutes.
  private static func spelled(_ text: String) -> String {
    var result = ""
    for character in text {
      if "'’′`".contains(character) {
        result += result.last == " " ? "phút" : " phút"
      } else {
        result.append(character)
      }
    }
    return result
  }

  /// The length of `5 phút` or `5'` at the end of `words`, or nil.
  private static func minutesLength(_ words: Substring) -> Int? {
    var rest = words
    if let last = rest.last, "'’′`".contains(last) {
      rest.removeLast()
    } else if rest.lowercased().hasSuffix("phút") {
      rest = rest.dropLast(4)
    } else {
      return nil
    }
    while rest.last == " " { rest.removeLast() }
    guard rest.last?.isNumber ?? false else { return nil }
    while let last = rest.last, last.isNumber || last == "-" || last == "–" { rest.removeLast() }
    return rest.isEmpty ? nil : words.count - rest.count
  }

  /// Drops `3.1.`, `IV/`, `a)`, `Hoạt động 2:` and the like in front.
  private static func withoutNumbering(_ text: Substring) -> (Substring, Bool) {
    var rest = text
    var isNumbered = false
    while let shorter = dropNumber(rest) ?? dropActivity(rest) {
      isNumbered = true
      rest = shorter.drop { !$0.isLetter && !$0.isNumber }
    }
    return (rest, isNumbered)
  }

  private static func dropNumber(_ text: Substring) -> Substring? {
    let digits = text.prefix(while: \.isNumber)
    if !digits.isEmpty {
      let rest = text[digits.endIndex...]
      guard digits.count <= 2, let next = rest.first, ".)/: -–".contains(next) else { return nil }
      return hasWords(rest) ? rest : nil
    }
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    let rest = text[letters.endIndex...]
    guard let next = rest.first, ".)/:-–".contains(next), hasWords(rest) else { return nil }
    let isRoman = letters.count <= 4 && letters.allSatisfy { "IVXivx".contains($0) }
    return letters.count == 1 || isRoman ? rest : nil
  }

  /// `Hoạt động 1:` and `HĐ 1.` before the name of the activity.
  private static func dropActivity(_ text: Substring) -> Substring? {
    for word in ["hoạt động", "hđ", "phần", "bước"] where text.lowercased().hasPrefix(word) {
      let rest = text.dropFirst(word.count).drop { $0 == " " }
      let digits = rest.prefix(while: \.isNumber)
      let after = rest[digits.endIndex...].drop { $0 == " " }
      guard !digits.isEmpty, let next = after.first, ".):-–".contains(next), hasWords(after) else { continue }
      return after
    }
    return nil
  }

  private static func hasWords(_ text: Substring) -> Bool { text.contains { $0.isLetter } }
}
