internal import Clibcmark

/// Texts whose inlines are parsed together, each for a node of its own.
struct CellBatch {
  private var source: [UInt8] = []
  private var targets: [Node] = []
  private var holdsBrackets = false

  /// Notes that the inlines of `text` shall become children of `target`. Its lines are joined by LF.
  ///
  /// Text without markup is added at once.
  mutating func add(_ text: some Collection<UInt8>, to target: Node) {
    guard !text.isEmpty else { return }
    guard text.contains(where: Self.isMarkup) else {
      if let node = textNode(text) { _ = cmark_node_append_child(target, node) }
      return
    }
    holdsBrackets = holdsBrackets || text.contains(UInt8(ascii: "["))
    source.append(contentsOf: Self.guardBytes)
    source.append(contentsOf: text)
    source.append(contentsOf: "\n\n".utf8)
    targets.append(target)
  }

  /// Parses what was added.
  ///
  /// - Parameter definitions: a source whose link definitions hold for the texts.
  mutating func finish(definitions: UnsafeBufferPointer<UInt8>?) {
    guard !targets.isEmpty else { return }
    if holdsBrackets, let definitions {
      source.append(contentsOf: definitions)
    }
    let document = source.withUnsafeBufferPointer { parse($0) }
    guard let document else { return }
    defer { cmark_node_free(document) }
    var paragraph = cmark_node_first_child(document)
    for target in targets {
      guard let current = paragraph, cmark_node_get_type(current) == CMARK_NODE_PARAGRAPH else { return }
      dropGuard(of: current)
      moveChildren(of: current, to: target)
      paragraph = cmark_node_next(current)
    }
  }

  /// U+00A0 keeps the text a paragraph, whatever it starts with, and counts as the blank before it for emphasis.
  private static let guardBytes: [UInt8] = [0xC2, 0xA0]

  private func dropGuard(of paragraph: Node) {
    guard let first = cmark_node_first_child(paragraph), cmark_node_get_type(first) == CMARK_NODE_TEXT else { return }
    let rest = withLiteral(of: first) { Array($0.dropFirst(Self.guardBytes.count)) }
    if rest.isEmpty {
      remove(first)
    } else {
      withCString(rest) { _ = cmark_node_set_literal(first, $0) }
    }
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
      UInt8(ascii: "&"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "\n"):
      return true
    default:
      return false
    }
  }
}
