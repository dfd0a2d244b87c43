internal import Clibcmark

/// Gives each heading below `document` its `id`, and answers the headings in reading order.
func anchoredHeadings(in document: Node, from line: Int) -> [MarkdownHeading] {
  var headings: [MarkdownHeading] = []
  var names = AnchorNames()
  var current = cmark_node_first_child(document)
  while let node = current {
    current = following(node, below: document)
    guard cmark_node_get_type(node) == CMARK_NODE_HEADING else { continue }
    var text: [UInt8] = []
    appendText(of: node, to: &text)
    let title = String(decoding: text, as: UTF8.self)
    let heading = MarkdownHeading(
      level: Int(cmark_node_get_heading_level(node)), text: title, anchor: names.unused(for: title),
      line: line + Int(cmark_node_get_start_line(node)) - 1)
    headings.append(heading)
    setAnchor(heading, on: node)
  }
  return headings
}

/// The block after `node` in reading order, without going into inlines.
func following(_ node: Node, below root: Node) -> Node? {
  switch cmark_node_get_type(node) {
  case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM:
    if let child = cmark_node_first_child(node) { return child }
  default: break
  }
  var current = node
  while current != root {
    if let next = cmark_node_next(current) { return next }
    guard let parent = cmark_node_parent(current) else { return nil }
    current = parent
  }
  return nil
}

/// Replaces a heading by nodes that print the same with an `id`: libcmark has no attributes, and a custom block
/// alone would put line ends around the text.
private func setAnchor(_ heading: MarkdownHeading, on node: Node) {
  guard let block = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { return }
  guard let element = cmark_node_new(CMARK_NODE_CUSTOM_INLINE) else { return cmark_node_free(block) }
  _ = cmark_node_set_on_enter(element, "<h\(heading.level) id=\"\(heading.anchor)\">")
  _ = cmark_node_set_on_exit(element, "</h\(heading.level)>")
  _ = cmark_node_append_child(block, element)
  moveChildren(of: node, to: element)
  _ = cmark_node_replace(node, block)
  cmark_node_free(node)
}

/// The anchors given so far.
private struct AnchorNames {
  /// For each anchor the number to try next on its repetition.
  private var next: [String: Int] = [:]

  /// An anchor for a heading `title`, with `-1`, `-2`, … if it was given before.
  mutating func unused(for title: String) -> String {
    let base = anchor(for: title)
    guard var number = next[base] else {
      next[base] = 1
      return base
    }
    while next["\(base)-\(number)"] != nil { number += 1 }
    next[base] = number + 1
    next["\(base)-\(number)"] = 1
    return "\(base)-\(number)"
  }
}
