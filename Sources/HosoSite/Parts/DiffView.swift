internal import HosoCore

/// A difference as people read it: changed words within their lines, table rows as cells, what stayed folded away.
struct DiffView {
  let site: Site
  let diff: LineDiff
  private var isCSV: Bool { diff.form == .csv }

  init(site: Site, diff: LineDiff) {
    self.site = site
    self.diff = diff
  }

  /// Lines that stay in sight next to a change, and the most lines that one stretch shows.
  private static let context = 2
  private static let most = 300

  var node: Node {
    var parts: [Node] = []
    for (index, stretch) in diff.stretches.enumerated() {
      switch stretch {
      case .same(_, let lines): same(lines, isFirst: index == 0, isLast: index + 1 == diff.stretches.count, &parts)
      case .replaced(let olds, let news):
        let rows = diff.rows(old: olds, new: news)
        parts += rows.prefix(Self.most).compactMap(row)
        if rows.count > Self.most { parts.append(rest(rows.count - Self.most)) }
      }
    }
    return .div(class: "diff", .fragment(parts))
  }

  private func same(_ lines: Range<Int>, isFirst: Bool, isLast: Bool, _ parts: inout [Node]) {
    // What follows the last line feed is no line for people.
    let isEnded = isLast && !lines.isEmpty && diff.new[lines.upperBound - 1].isEmpty
    let lines = lines.lowerBound..<(isEnded ? lines.upperBound - 1 : lines.upperBound)
    let start = isFirst ? lines.lowerBound : min(lines.lowerBound + Self.context, lines.upperBound)
    let end = isLast ? lines.upperBound : max(lines.upperBound - Self.context, start)
    let folded = start..<end
    parts += (lines.lowerBound..<start).compactMap(kept)
    if folded.count > 1 {
      let more = folded.count - Self.most
      parts.append(
        .details(
          class: "diff-folded", .summary(site.say(SiteText.unchanged(folded.count))),
          .pre(class: "diff-folded-text", .text(diff.new[folded.prefix(Self.most)])), more > 0 ? rest(more) : .none))
    } else {
      parts += folded.compactMap(kept)
    }
    parts += (end..<lines.upperBound).compactMap(kept)
  }

  private func rest(_ count: Int) -> Node { .p(class: "quiet", site.say(SiteText.notShown(count))) }

  private func kept(_ line: Int) -> Node? {
    let text = diff.new[line]
    return isRuler(text) ? nil : .div(class: "diff-line", content([.init(mark: .same, text: text)]))
  }

  private func row(_ row: LineDiff.Row) -> Node? {
    switch row {
    case .removed(let line):
      let text = diff.old[line]
      return isRuler(text) || text.isEmpty
        ? nil : .div(class: "diff-line diff-removed", .del(content([.init(mark: .same, text: text)])))
    case .added(let line):
      let text = diff.new[line]
      return isRuler(text) || text.isEmpty
        ? nil : .div(class: "diff-line diff-added", .ins(content([.init(mark: .same, text: text)])))
    case .changed(_, _, let words): return .div(class: "diff-line diff-changed", content(words))
    }
  }

  /// Whether a line only parts the head of a Markdown table from its rows.
  private func isRuler(_ text: String) -> Bool {
    text.hasPrefix("|") && text.contains("-") && text.utf8.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20].contains($0) }
  }

  private func content(_ words: [LineDiff.Words]) -> Node {
    let isRow = isCSV || (words.first.map { $0.text.hasPrefix("|") } ?? false)
    guard isRow else { return .fragment(words.map { marked($0.mark, $0.text) }) }
    var cells: [[Node]] = [[]]
    var isQuoted = false
    for each in words {
      // A separator that came or went cannot part cells that are shown as one; it is shown as text.
      guard each.mark == .same else {
        cells[cells.count - 1].append(marked(each.mark, each.text))
        continue
      }
      var piece = ""
      var isEscaped = false
      for character in each.text.unicodeScalars {
        if isCSV, character == "\"" { isQuoted.toggle() }
        let isSeparator = isCSV ? character == "," && !isQuoted : character == "|" && !isEscaped
        isEscaped = !isCSV && character == "\\" && !isEscaped
        if isSeparator {
          cells[cells.count - 1].append(marked(.same, piece))
          cells.append([])
          piece = ""
        } else {
          piece.unicodeScalars.append(character)
        }
      }
      cells[cells.count - 1].append(marked(.same, piece))
    }
    if !isCSV {
      cells.removeFirst()
      if cells.count > 1 { cells.removeLast() }
    }
    return .span(class: "diff-cells", .fragment(cells.map { .span(class: "diff-cell", .fragment($0)) }))
  }

  private func marked(_ mark: LineDiff.Words.Mark, _ text: String) -> Node {
    switch mark {
    case .same: broken(text)
    case .removed: .del(broken(text))
    case .added: .ins(broken(text))
    }
  }

  /// `text` with a line's end for each `<br>`, which is how table cells hold several lines.
  private func broken(_ text: String) -> Node {
    guard text.utf8.contains(UInt8(ascii: "<")), !isCSV else { return .text(text) }
    var parts: [Node] = []
    var piece: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "<"), rest.starts(with: "<br>".utf8) {
        parts += [.text(String(decoding: piece, as: UTF8.self)), .br()]
        piece = []
        rest = rest.dropFirst(4)
      } else {
        piece.append(byte)
        rest = rest.dropFirst()
      }
    }
    return .fragment(parts + [.text(String(decoding: piece, as: UTF8.self))])
  }
}
