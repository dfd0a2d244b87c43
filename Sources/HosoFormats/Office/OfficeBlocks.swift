/// A stretch of text with one look, or something that stands in the text.
struct Piece: Hashable {
  struct Style: OptionSet, Hashable {
    let rawValue: Int
    static let bold = Style(rawValue: 1)
    static let italic = Style(rawValue: 2)
  }

  enum Content: Hashable {
    case text(String)
    case lineBreak
    /// `source` is the name of the picture inside the document.
    case picture(source: String, description: String)
  }

  var content: Content
  var style: Style = []
  /// The address, `http`, `https` or `mailto`.
  var link: String?
}

/// What an office text is made of, after pandoc, as far as Markdown can say it.
enum OfficeBlock: Hashable {
  enum Numbering: Hashable { case decimal, lowerLetter, upperLetter, lowerRoman, upperRoman }

  case paragraph([Piece])
  case heading(Int, [Piece])
  case bullets([[OfficeBlock]])
  case numbers(start: Int, Numbering, [[OfficeBlock]])
  case table(OfficeTable)
}

/// A table as a full grid: each row has every column, and a merged cell stands in its first place.
struct OfficeTable: Hashable {
  struct Cell: Hashable {
    var blocks: [OfficeBlock]
    /// More than 1 for a merged cell.
    var rows = 1
    var columns = 1
  }

  /// From 1 in document order; nested tables have the number of the table around them.
  let number: Int
  let columns: Int
  /// How many rows at the top are the header by the file's own word.
  let headerRows: Int
  let rows: [[Cell]]
}

extension Piece {
  init(_ text: String, style: Style = [], link: String? = nil) {
    self.init(content: .text(text), style: style, link: link)
  }

  var isPicture: Bool {
    if case .picture = content { true } else { false }
  }

  var isBlank: Bool {
    switch content {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .lineBreak: true
    case .picture: false
    }
  }
}

extension [Piece] {
  /// The words alone; a line break is LF.
  var plain: String {
    var text = ""
    for piece in self {
      switch piece.content {
      case .text(let part): text += part
      case .lineBreak: text += "\n"
      case .picture: break
      }
    }
    return text
  }

  var isBlank: Bool { allSatisfy(\.isBlank) }

  /// The lines between the line breaks.
  var lines: [[Piece]] {
    split(omittingEmptySubsequences: false) { $0.content == .lineBreak }.map(Array.init)
  }

  /// Without its first `count` characters of text.
  func dropping(characters count: Int) -> [Piece] {
    var left = count
    var rest = self
    while left > 0, let first = rest.first {
      guard case .text(let text) = first.content, text.count > left else {
        if case .text(let text) = first.content { left -= text.count } else { left -= 1 }
        rest.removeFirst()
        continue
      }
      rest[0].content = .text(String(text.dropFirst(left)))
      left = 0
    }
    return rest
  }

  /// Without blanks at both ends.
  var trimmed: [Piece] {
    var pieces = self
    while let first = pieces.first, first.isBlank { pieces.removeFirst() }
    while let last = pieces.last, last.isBlank { pieces.removeLast() }
    if let first = pieces.first, case .text(let text) = first.content {
      pieces[0].content = .text(String(text.drop(while: \.isWhitespace)))
    }
    if let last = pieces.last, case .text(var text) = last.content {
      while text.last?.isWhitespace ?? false { text.removeLast() }
      pieces[pieces.count - 1].content = .text(text)
    }
    return pieces
  }
}

extension [OfficeBlock] {
  /// Whether there is nothing to read or see.
  var isBlank: Bool {
    allSatisfy { block in
      switch block {
      case .paragraph(let pieces), .heading(_, let pieces): pieces.isBlank
      case .bullets(let items), .numbers(_, _, let items): items.allSatisfy(\.isBlank)
      case .table(let table): table.rows.allSatisfy { $0.allSatisfy(\.blocks.isBlank) }
      }
    }
  }
}
