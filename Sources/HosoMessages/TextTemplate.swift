internal import HosoCore

/// A text with placeholders `{fact}`, and parts `⟦…⟧` that are left out where one of their facts is unknown.
struct TextTemplate {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The text for documentation: placeholders stay, the marks of optional parts go.
  var unfilled: String { text.filter { $0 != "⟦" && $0 != "⟧" } }

  /// The text for a person; a fact that no optional part guards and nobody gave shows as `…`.
  func filled(_ facts: [String: String]) -> String {
    var rest = text[...]
    return part(&rest, facts).text
  }

  private func part(_ rest: inout Substring, _ facts: [String: String]) -> (text: String, isComplete: Bool) {
    var result = ""
    var isComplete = true
    while let character = rest.popFirst() {
      switch character {
      case "⟧": return (result, isComplete)
      case "⟦":
        let inner = part(&rest, facts)
        if inner.isComplete { result += inner.text }
      case "{":
        let name = String(rest.prefix { $0 != "}" })
        rest = rest.dropFirst(name.count + 1)
        if let fact = facts[name], !fact.isEmpty {
          result += shown(fact)
        } else {
          isComplete = false
          result += "…"
        }
      default: result.append(character)
      }
    }
    return (result, isComplete)
  }

  /// A fact on one line, with control characters escaped, not longer than a person reads.
  private func shown(_ fact: String) -> String {
    let text = NameRule.visible(fact)
    return text.count > 300 ? text.prefix(300) + "…" : text
  }
}
