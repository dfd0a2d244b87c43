/// Writes pieces of text as the inlines of Markdown.
struct InlineWriter {
  /// Where the text stands.
  enum Place { case paragraph, cell, plain }

  /// The Markdown of a picture, or nil for one that is left out.
  typealias Show = (_ source: String, _ description: String) -> String?

  private struct Atom {
    var text: String
    var style: Piece.Style
  }

  let place: Place
  let show: Show

  /// The Markdown of `pieces`, line by line. Nothing is guarded against what a line's start means.
  func lines(_ pieces: [Piece]) -> [String] {
    pieces.lines.map { line in
      write(atoms(line)).split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  private func atoms(_ pieces: [Piece]) -> [Atom] {
    var atoms: [Atom] = []
    var index = 0
    while index < pieces.count {
      let piece = pieces[index]
      let style: Piece.Style = place == .plain ? [] : piece.style
      index += 1
      switch piece.content {
      case .lineBreak: continue
      case .picture(let source, let description):
        if let text = show(source, description) { add(Atom(text: text, style: []), to: &atoms) }
      case .text(let text):
        guard let link = piece.link, place != .plain, !text.allSatisfy(\.isWhitespace) else {
          add(Atom(text: MarkdownText.escaped(text), style: style), to: &atoms)
          continue
        }
        var words = text
        while index < pieces.count, pieces[index].link == link, case .text(let more) = pieces[index].content {
          words += more
          index += 1
        }
        // "!" before a link would make it a picture.
        if let last = atoms.last?.text, last.hasSuffix("!") { atoms[atoms.count - 1].text = last.dropLast() + "\\!" }
        add(Atom(text: "[" + MarkdownText.escaped(words, inLink: true) + "](" + link + ")", style: style), to: &atoms)
      }
    }
    return atoms
  }

  private func add(_ atom: Atom, to atoms: inout [Atom]) {
    if let last = atoms.last, last.style == atom.style {
      atoms[atoms.count - 1].text += atom.text
    } else if atom.text.allSatisfy(\.isWhitespace), !atoms.isEmpty {
      // A blank has no look of its own.
      atoms[atoms.count - 1].text += atom.text
    } else {
      atoms.append(atom)
    }
  }

  /// Bold outside, italic inside.
  private func write(_ atoms: [Atom]) -> String {
    wrap(atoms, .bold, "**", before: nil, after: nil) { inner, before, after in
      wrap(inner, .italic, "*", before: before, after: after) { atoms, _, _ in atoms.map(\.text).joined() }
    }
  }

  private func wrap(
    _ atoms: [Atom], _ style: Piece.Style, _ mark: String, before: Character?, after: Character?,
    inner: ([Atom], Character?, Character?) -> String
  ) -> String {
    var result = ""
    var index = 0
    while index < atoms.count {
      let isStyled = atoms[index].style.contains(style)
      let end = atoms[index...].firstIndex { $0.style.contains(style) != isStyled } ?? atoms.count
      let next = end < atoms.count ? atoms[end].text.first : after
      let group = Array(atoms[index..<end])
      if isStyled {
        result += emphasis(group, mark, before: result.last ?? before, after: next, inner: inner)
      } else {
        result += inner(group, result.last ?? before, next)
      }
      index = end
    }
    return result
  }

  /// Moves what may not stand at the edge of an emphasis out of it (CommonMark 0.30, 6.2).
  private func emphasis(
    _ atoms: [Atom], _ mark: String, before: Character?, after: Character?,
    inner: ([Atom], Character?, Character?) -> String
  ) -> String {
    var atoms = atoms
    var head = ""
    var tail = ""
    func isOpen(_ character: Character?) -> Bool { character.map { $0.isWhitespace || $0.isPunctuationSign } ?? true }
    while let first = atoms.first?.text.first {
      guard first.isWhitespace || (first.isPunctuationSign && !isOpen(head.last ?? before)) else { break }
      guard first.isWhitespace || Self.mayMove(first) else { return inner(atoms, before, after).inserting(head, tail) }
      head.append(atoms[0].text.removeFirst())
      if atoms[0].text.isEmpty { atoms.removeFirst() }
    }
    while let last = atoms.last?.text.last {
      guard last.isWhitespace || (last.isPunctuationSign && !isOpen(tail.first ?? after)) else { break }
      let isEscaped = atoms.last?.text.dropLast().last == "\\"
      guard last.isWhitespace || (Self.mayMove(last) && !isEscaped) else {
        return inner(atoms, before, after).inserting(head, tail)
      }
      tail.insert(atoms[atoms.count - 1].text.removeLast(), at: tail.startIndex)
      if atoms[atoms.count - 1].text.isEmpty { atoms.removeLast() }
    }
    guard !atoms.isEmpty else { return head + tail }
    return head + mark + inner(atoms, mark.last, mark.first) + mark + tail
  }

  /// Signs that are part of no Markdown of ours.
  private static func mayMove(_ sign: Character) -> Bool { !"\\[]()*_`<>|".contains(sign) || sign == "(" }
}

extension String {
  fileprivate func inserting(_ head: String, _ tail: String) -> String { head + self + tail }
}
