/// TeX of school mathematics as a line of text: `\frac{1}{2}` gives `1/2`, `x^{2}` gives `x²`.
struct TexText {
  private var rest: Substring
  private var depth = 0

  static func text(of tex: String) -> String {
    var reader = TexText(rest: tex[...])
    let text = reader.sequence(until: nil)
    return text.split(separator: " ").joined(separator: " ")
  }

  private init(rest: Substring) { self.rest = rest }

  private mutating func sequence(until end: Character?) -> String {
    var text = ""
    while let next = rest.first {
      if next == end { break }
      if next == "^" || next == "_" {
        rest.removeFirst()
        text += (next == "^" ? RaisedText.superscript : .subscript).text(of: argument())
      } else {
        let part = atom()
        // A mixed number: 3\frac{1}{2} is not 31/2.
        if next == "\\", part.first?.isNumber ?? false, text.last?.isNumber ?? false { text += " " }
        text += part
      }
    }
    return text
  }

  /// One sign, one command with its arguments, or one group.
  private mutating func atom() -> String {
    guard let first = rest.popFirst() else { return "" }
    switch first {
    case "{": return group()
    case "}": return ""
    case "&", "~", "\n": return " "
    case "\\": return command()
    default: return String(first)
    }
  }

  private mutating func group() -> String {
    guard depth < 50 else { return "" }
    depth += 1
    defer { depth -= 1 }
    let text = sequence(until: "}")
    _ = rest.popFirst()
    return text
  }

  private mutating func argument() -> String {
    rest = rest.drop { $0 == " " }
    return atom()
  }

  private mutating func command() -> String {
    let letters = rest.prefix { $0.isASCII && $0.isLetter }
    guard !letters.isEmpty else {
      guard let sign = rest.popFirst() else { return "" }
      return "{}%$#&_".contains(sign) ? String(sign) : " "
    }
    rest = rest[letters.endIndex...]
    let name = String(letters)
    switch name {
    case "frac", "dfrac", "tfrac":
      let (top, bottom) = (argument(), argument())
      return bracketed(top) + "/" + bracketed(bottom)
    case "sqrt":
      if rest.first == "[", let close = rest.firstIndex(of: "]") {
        let degree = String(rest[rest.index(after: rest.startIndex)..<close])
        rest = rest[rest.index(after: close)...]
        return RaisedText.superscript.text(of: degree) + "√" + bracketed(argument())
      }
      return "√" + bracketed(argument())
    case "left", "right", "mathrm", "mathbf", "mathit", "text", "textbf", "textit", "operatorname", "overline",
      "widehat", "hat", "underline", "overset", "underset", "overrightarrow", "vec", "mathbb":
      if name == "left" || name == "right" {
        if rest.first == "." { rest.removeFirst() }
        return ""
      }
      return argument()
    case "begin", "end":
      _ = argument()
      return " "
    default: return Self.signs[name] ?? " " + name + " "
    }
  }

  private func bracketed(_ text: String) -> String {
    text.allSatisfy { $0.isNumber || $0.isLetter || $0 == "," || $0 == "." } ? text : "(" + text + ")"
  }

  private static let signs = [
    "times": " × ", "cdot": " · ", "div": " : ", "pm": " ± ", "leq": " ≤ ", "le": " ≤ ", "geq": " ≥ ", "ge": " ≥ ",
    "neq": " ≠ ", "ne": " ≠ ", "approx": " ≈ ", "equiv": " ≡ ", "in": " ∈ ", "notin": " ∉ ", "subset": " ⊂ ",
    "cup": " ∪ ", "cap": " ∩ ", "emptyset": "∅", "infty": "∞", "pi": "π", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "Delta": "Δ", "circ": "°", "angle": "∠", "triangle": "△", "parallel": " ∥ ", "perp": " ⊥ ",
    "rightarrow": " → ", "to": " → ", "Rightarrow": " ⇒ ", "Leftrightarrow": " ⇔ ", "ldots": "…", "cdots": "…",
    "dots": "…", "quad": " ", "qquad": " ", "lbrack": "[", "rbrack": "]", "lbrace": "{", "rbrace": "}", "mid": " | ",
    "degree": "°", "prime": "′", "sum": "∑", "forall": "∀", "exists": "∃",
  ]
}
