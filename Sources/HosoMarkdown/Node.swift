internal import Clibcmark
internal import Glibc

/// A node of libcmark's tree. It lives as long as the document which holds it.
typealias Node = OpaquePointer

/// Parses well-formed UTF-8.
func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Node? {
  guard let base = bytes.baseAddress else { return parse(empty: ()) }
  return base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
    cmark_parse_document($0, bytes.count, CMARK_OPT_DEFAULT)
  }
}

private func parse(empty: Void) -> Node? {
  cmark_parse_document("", 0, CMARK_OPT_DEFAULT)
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The bytes of a C string without its zero.
  init(cString: UnsafePointer<CChar>) {
    self.init(start: UnsafeRawPointer(cString).assumingMemoryBound(to: UInt8.self), count: strlen(cString))
  }
}

/// Calls `body` with the bytes of `node`'s literal; text, code and HTML have one.
func withLiteral<Result>(of node: Node, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
  guard let literal = cmark_node_get_literal(node) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
  return body(UnsafeBufferPointer(cString: literal))
}

/// A node of text. `bytes` hold no zero.
func textNode(_ bytes: some Collection<UInt8>) -> Node? {
  guard let node = cmark_node_new(CMARK_NODE_TEXT) else { return nil }
  withCString(bytes) { _ = cmark_node_set_literal(node, $0) }
  return node
}

/// Calls `body` with `bytes` as a C string.
func withCString(_ bytes: some Collection<UInt8>, _ body: (UnsafePointer<CChar>) -> Void) {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 1) { characters in
    let end = characters.initialize(fromContentsOf: bytes)
    characters.initializeElement(at: end, to: 0)
    characters.withMemoryRebound(to: CChar.self) { if let base = $0.baseAddress { body(base) } }
  }
}

/// A node that prints `enter`, its children, and `exit`.
func customNode(_ type: cmark_node_type, _ enter: StaticString, _ exit: StaticString) -> Node? {
  guard let node = cmark_node_new(type) else { return nil }
  enter.utf8Start.withMemoryRebound(to: CChar.self, capacity: enter.utf8CodeUnitCount + 1) {
    _ = cmark_node_set_on_enter(node, $0)
  }
  exit.utf8Start.withMemoryRebound(to: CChar.self, capacity: exit.utf8CodeUnitCount + 1) {
    _ = cmark_node_set_on_exit(node, $0)
  }
  return node
}

/// Moves the children of `node` to the end of `parent`.
func moveChildren(of node: Node, to parent: Node) {
  while let child = cmark_node_first_child(node) {
    guard cmark_node_append_child(parent, child) == 1 else {
      cmark_node_unlink(child)
      cmark_node_free(child)
      continue
    }
  }
}

/// Takes `node` out of its tree and frees it.
func remove(_ node: Node) {
  cmark_node_unlink(node)
  cmark_node_free(node)
}

/// Appends the text of `root` without markup, with a space for each line break.
func appendText(of root: Node, to text: inout [UInt8]) {
  guard let iterator = cmark_iter_new(root) else { return }
  defer { cmark_iter_free(iterator) }
  while true {
    let event = cmark_iter_next(iterator)
    if event == CMARK_EVENT_DONE { return }
    guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE: withLiteral(of: node) { text.append(contentsOf: $0) }
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
    default: break
    }
  }
}
