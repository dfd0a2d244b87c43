internal import Clibcmark

/// Takes out of `document` all HTML but `<br>`, and every link and image that may not be printed.
///
/// The outline holds the headings already: a link `#name` leads to one of them or nowhere.
func makeSafe(_ document: Node, _ outline: inout MarkdownOutline, resolve: MarkdownRenderer.Resolve) {
  guard let iterator = cmark_iter_new(document) else { return }
  defer { cmark_iter_free(iterator) }
  var known: Set<String>?
  while true {
    // libcmark takes the next step before it answers this one, so that a leaf may go when it is entered and
    // any other node when it is left.
    let event = cmark_iter_next(iterator)
    if event == CMARK_EVENT_DONE { return }
    guard let node = cmark_iter_get_node(iterator) else { continue }
    let isLeaving = event == CMARK_EVENT_EXIT
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_INLINE: replaceHTML(node, &outline)
    case CMARK_NODE_HTML_BLOCK:
      outline.omittedHTML += 1
      replace(node, by: customNode(CMARK_NODE_CUSTOM_BLOCK, "", ""))
    case CMARK_NODE_LINK where isLeaving: checkLink(node, &known, &outline, resolve)
    case CMARK_NODE_IMAGE where isLeaving: checkImage(node, &outline, resolve)
    default: break
    }
  }
}

private func replaceHTML(_ node: Node, _ outline: inout MarkdownOutline) {
  let isLineBreak = withLiteral(of: node) { literal in
    (4...6).contains(literal.count) && literal[0] == UInt8(ascii: "<") && literal[1] | 0x20 == UInt8(ascii: "b")
      && literal[2] | 0x20 == UInt8(ascii: "r") && [">", "/>", " />"].contains { literal[3...].elementsEqual($0.utf8) }
  }
  if isLineBreak {
    replace(node, by: cmark_node_new(CMARK_NODE_LINEBREAK))
  } else {
    outline.omittedHTML += 1
    remove(node)
  }
}

private func checkLink(
  _ node: Node, _ known: inout Set<String>?, _ outline: inout MarkdownOutline, _ resolve: MarkdownRenderer.Resolve
) {
  guard let destination = cmark_node_get_url(node).map(UnsafeBufferPointer.init(cString:)) else { return }
  switch Destination(destination) {
  case .external:
    makeExternal(node, destination)
    return
  case .contact:
    return
  case .fragment:
    let anchors = known ?? Set(outline.headings.map(\.anchor))
    known = anchors
    if let anchor = headingAnchor(for: destination.dropFirst(), in: anchors) {
      _ = cmark_node_set_url(node, "#" + anchor)
      return
    }
  case .relative:
    if let answer = resolve(String(decoding: destination, as: UTF8.self), false), setAnswer(answer, on: node) {
      return
    }
  case .refused:
    break
  }
  outline.refusedLinks += 1
  while let child = cmark_node_first_child(node) {
    guard cmark_node_insert_before(node, child) == 1 else { break }
  }
  remove(node)
}

/// Prints the caller's answer, if it is a destination that could have been written in the text.
private func setAnswer(_ answer: String, on node: Node) -> Bool {
  var text = answer
  let kind = text.withUTF8 { Destination($0) }
  guard kind != .refused else { return false }
  _ = cmark_node_set_url(node, answer)
  if kind == .external, let destination = cmark_node_get_url(node) {
    makeExternal(node, UnsafeBufferPointer(cString: destination))
  }
  return true
}

/// Replaces a link by a node that prints the same with `rel`, which libcmark cannot.
private func makeExternal(_ node: Node, _ destination: UnsafeBufferPointer<UInt8>) {
  guard let link = cmark_node_new(CMARK_NODE_CUSTOM_INLINE) else { return remove(node) }
  var enter = Array("<a href=\"".utf8)
  appendDestination(destination, to: &enter)
  enter.append(contentsOf: "\" rel=\"noopener noreferrer nofollow\"".utf8)
  if let title = cmark_node_get_title(node), title.pointee != 0 {
    enter.append(contentsOf: " title=\"".utf8)
    appendEscaped(UnsafeBufferPointer(cString: title), to: &enter)
    enter.append(UInt8(ascii: "\""))
  }
  enter.append(UInt8(ascii: ">"))
  withCString(enter) { _ = cmark_node_set_on_enter(link, $0) }
  _ = cmark_node_set_on_exit(link, "</a>")
  moveChildren(of: node, to: link)
  replace(node, by: link)
}

private func checkImage(_ node: Node, _ outline: inout MarkdownOutline, _ resolve: MarkdownRenderer.Resolve) {
  guard let destination = cmark_node_get_url(node).map(UnsafeBufferPointer.init(cString:)) else { return }
  if Destination(destination) == .relative {
    var answer = resolve(String(decoding: destination, as: UTF8.self), true) ?? ""
    if answer.withUTF8({ Destination($0) }) == .relative {
      _ = cmark_node_set_url(node, answer)
      return
    }
    outline.refusedLinks += 1
  } else {
    outline.remoteImages += 1
  }
  var text: [UInt8] = []
  appendText(of: node, to: &text)
  replace(node, by: textNode(text))
}

/// The anchor of the heading that a fragment names: the anchor itself, or the heading's text in any writing.
private func headingAnchor(for fragment: Slice<UnsafeBufferPointer<UInt8>>, in anchors: Set<String>) -> String? {
  let name = String(decoding: percentDecoded(fragment), as: UTF8.self)
  if anchors.contains(name) { return name }
  let folded = anchor(for: name)
  return anchors.contains(folded) ? folded : nil
}

private func percentDecoded(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
  var decoded: [UInt8] = []
  var rest = text
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), rest.count >= 2,
      let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      decoded.append(value)
      rest = rest.dropFirst(2)
    } else {
      decoded.append(byte)
    }
  }
  return decoded
}

/// Puts `other` in the place of `node`, which is freed; without another it is only taken out.
private func replace(_ node: Node, by other: Node?) {
  if let other, cmark_node_replace(node, other) == 1 {
    cmark_node_free(node)
  } else {
    cmark_node_free(other)
    remove(node)
  }
}
