/// Text that stays text in Markdown.
enum MarkdownText {
  /// `text` with a backslash before every sign that Markdown would read.
  static func escaped(_ text: String, inLink: Bool = false) -> String {
    var result = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      let isSpecial: Bool =
        switch character {
        case "\\", "`", "*", "[", "|": true
        // "5 < 6" is no tag.
        case "<": next.map { $0.isLetter || "/!?".contains($0) } ?? true
        case "]": inLink
        case "~": next == "~" || (index > 0 && characters[index - 1] == "~")
        case "&": next.map { $0.isASCII && ($0.isLetter || $0 == "#") } ?? false
        case "_":
          // Inside a word it means nothing.
          index == 0 || !characters[index - 1].isWordPart || !(next?.isWordPart ?? false)
        default: false
        }
      if isSpecial { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// A line of Markdown whose start would make it a heading, list, quotation or rule.
  static func guarded(_ line: String) -> String {
    guard let first = line.first else { return line }
    switch first {
    case "#":
      let after = line.drop { $0 == "#" }
      return after.isEmpty || after.first == " " ? "\\" + line : line
    case ">": return "\\" + line
    case "-", "+", "=":
      let after = line.dropFirst()
      let isRule = line.allSatisfy { $0 == first || $0 == " " }
      return isRule || (first != "=" && after.first == " ") ? "\\" + line : line
    case "~": return line.hasPrefix("~~~") ? "\\" + line : line
    default:
      let digits = line.prefix { ("0"..."9").contains($0) }
      let mark = line.dropFirst(digits.count).first
      guard (1..<10).contains(digits.count), mark == "." || mark == ")" else { return line }
      let after = line.dropFirst(digits.count + 1)
      return after.isEmpty || after.first == " " ? digits + "\\" + line.dropFirst(digits.count) : line
    }
  }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber }

  /// Punctuation, as the rules for emphasis see it.
  var isPunctuationSign: Bool { isPunctuation || isSymbol }
}
