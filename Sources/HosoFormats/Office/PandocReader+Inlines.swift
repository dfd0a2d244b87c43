internal import HosoCore

extension PandocReader {
  /// The text of a list of inlines, in one row without nesting.
  mutating func pieces(_ value: Any?, style: Piece.Style, link: String? = nil) -> [Piece] {
    var pieces: [Piece] = []
    for inline in value as? [Any] ?? [] {
      for piece in self.inline(inline, style: style, link: link) {
        if case .text(let text) = piece.content, let last = pieces.last, case .text(let before) = last.content,
          last.style == piece.style, last.link == piece.link
        {
          pieces[pieces.count - 1].content = .text(before + text)
        } else {
          pieces.append(piece)
        }
      }
    }
    return pieces
  }

  private mutating func inline(_ value: Any, style: Piece.Style, link: String?) -> [Piece] {
    guard let value = value as? [String: Any], let tag = value["t"] as? String else { return [] }
    let content = value["c"]
    let list = content as? [Any] ?? []
    switch tag {
    case "Str": return [Piece(clean(content as? String ?? ""), style: style, link: link)]
    case "Space", "SoftBreak": return [Piece(" ", style: style, link: link)]
    case "LineBreak": return [Piece(content: .lineBreak)]
    case "Strong": return pieces(content, style: style.union(.bold), link: link)
    case "Emph": return pieces(content, style: style.union(.italic), link: link)
    case "Underline":
      let inner = pieces(content, style: style, link: link)
      if link == nil, inner.contains(where: { !$0.isBlank && !$0.style.contains(.bold) }) {
        note { $0.underlines += 1 }
      }
      return inner
    case "Strikeout":
      note { $0.struck += 1 }
      return pieces(content, style: style, link: link)
    case "Superscript": return [raised(pieces(content, style: style, link: link), RaisedText.superscript, style, link)]
    case "Subscript": return [raised(pieces(content, style: style, link: link), RaisedText.subscript, style, link)]
    case "SmallCaps": return pieces(content, style: style, link: link)
    case "Quoted":
      let isSingle = (list.first as? [String: Any])?["t"] as? String == "SingleQuote"
      return [Piece(isSingle ? "‘" : "“", style: style, link: link)] + pieces(list.last, style: style, link: link)
        + [Piece(isSingle ? "’" : "”", style: style, link: link)]
    case "Span", "Cite": return pieces(list.last, style: style, link: link)
    case "Code": return [Piece(clean(list.last as? String ?? ""), style: style, link: link)]
    case "Math":
      note { $0.equations += 1 }
      return [Piece(clean(TexText.text(of: list.last as? String ?? "")), style: style, link: link)]
    case "Link":
      let target = (list.last as? [Any])?.first as? String ?? ""
      return pieces(list.dropFirst().first, style: style, link: LinkTarget.allowed(target) ?? link)
    case "Image":
      let source = (list.last as? [Any])?.first as? String ?? ""
      let words = pieces(list.dropFirst().first, style: []).plain
      return [Piece(content: .picture(source: source, description: words), style: style)]
    case "Note": return footnote(content, style)
    default:
      note { $0.unknown.insert(tag) }
      return []
    }
  }

  private mutating func footnote(_ value: Any?, _ style: Piece.Style) -> [Piece] {
    note { $0.footnotes += 1 }
    var text: [Piece] = []
    for block in blocks(value) {
      guard case .paragraph(let pieces) = block, !pieces.isBlank else { continue }
      if !text.isEmpty { text.append(Piece(" ")) }
      text += pieces.trimmed
    }
    return text.isEmpty ? [] : [Piece(" (")] + text + [Piece(")")]
  }

  private func raised(_ pieces: [Piece], _ table: RaisedText, _ style: Piece.Style, _ link: String?) -> Piece {
    Piece(table.text(of: pieces.plain), style: style, link: link)
  }

  /// Composed, without invisible signs; what only a symbol font can show becomes `□`.
  mutating func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.composed.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: result.append(" ")
      case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFE...0xFFFF:
        continue
      // Word's own round bullet in the font Symbol.
      case 0xF0B7: result.append("•")
      case 0xE000...0xF8FF:
        note { $0.symbols += 1 }
        result.append("□")
      default: result.append(scalar)
      }
    }
    note(characters: result.count { !$0.properties.isWhitespace })
    return String(result)
  }
}

/// Addresses that a record may link to.
enum LinkTarget {
  /// `address` ready for the brackets of Markdown, or nil for anything but the web and mail.
  static func allowed(_ address: String) -> String? {
    let lower = address.lowercased()
    guard ["http://", "https://", "mailto:"].contains(where: lower.hasPrefix), address.count <= 2000 else { return nil }
    var text = ""
    for byte in address.utf8 {
      switch byte {
      case 0...0x20, 0x7F..., UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "*"),
        UInt8(ascii: "["), UInt8(ascii: "]"):
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      default: text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return text
  }
}

/// Small raised or lowered signs.
struct RaisedText {
  private let signs: [Character: Character]
  private let mark: String

  /// `m²` instead of `m` with a raised 2; `x^(n+1)` where Unicode has no such sign. A raised o is the degree of angles.
  static let superscript = RaisedText(
    signs: pairs("0123456789+-−=()nio", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ°"), mark: "^")
  /// `CO₂`.
  static let `subscript` = RaisedText(signs: pairs("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"), mark: "_")

  func text(of plain: String) -> String {
    guard plain.contains(where: { !$0.isWhitespace }) else { return plain }
    let raised: [Character] = plain.compactMap { $0 == " " ? $0 : signs[$0] }
    if raised.count == plain.count { return String(raised) }
    return plain.count == 1 ? mark + plain : mark + "(" + plain + ")"
  }

  private static func pairs(_ plain: String, _ small: String) -> [Character: Character] {
    Dictionary(zip(plain, small), uniquingKeysWith: { first, _ in first })
  }
}
