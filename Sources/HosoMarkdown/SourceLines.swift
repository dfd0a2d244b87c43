internal import Clibcmark

/// A part of a source, whose bytes are valid as long as the source's.
typealias SourceText = Slice<UnsafeBufferPointer<UInt8>>

/// The lines of a source, to read again what libcmark's tree has lost.
struct SourceLines {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where each line starts, and where one more would.
  private var starts: [Int] = [0]

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") {
        starts.append(index + 1)
      } else if bytes[index] == UInt8(ascii: "\r") {
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
        starts.append(index + 1)
      }
      index += 1
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
  }

  /// How many lines there are.
  var count: Int { starts.count - 1 }

  /// The line `number`, 1-based, from `index` on, without its end.
  func text(_ number: Int, from index: Int) -> SourceText {
    var end = starts[number]
    while end > index, isLineEnd(bytes[end - 1]) { end -= 1 }
    return bytes[min(index, end)..<end]
  }

  /// Whether line `number` holds `-` and nothing but what delimiter rows and the markers of quotes consist of.
  func mayBeDelimiterRow(_ number: Int) -> Bool {
    var holdsDash = false
    for byte in bytes[starts[number - 1]..<starts[number]] {
      switch byte {
      case UInt8(ascii: "-"): holdsDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ">"): break
      default:
        guard isTableBlank(byte) || isLineEnd(byte) else { return false }
      }
    }
    return holdsDash
  }

  /// Where line `number` starts, behind a byte order mark.
  func start(_ number: Int) -> Int {
    number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : starts[number - 1]
  }

  /// A cursor in line `number` behind the markers of `containers`, and how many of them the line has.
  func cursor(_ number: Int, in containers: [Container]) -> (LineCursor, matched: Int) {
    var cursor = LineCursor(bytes, at: start(number))
    for (index, container) in containers.enumerated() {
      let matches =
        switch container {
        case .quote: cursor.takeQuote(bytes)
        case .item(let line, let indent):
          line == number ? cursor.takeItem(bytes) != nil : cursor.takeIndent(indent)
        }
      guard matches else { return (cursor, index) }
    }
    return (cursor, containers.count)
  }

  /// The quotes and list items around `node`, outermost first.
  func containers(of node: Node) -> [Container] {
    var nodes: [Node] = []
    var current = cmark_node_parent(node)
    while let parent = current {
      let type = cmark_node_get_type(parent)
      if type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM { nodes.append(parent) }
      current = cmark_node_parent(parent)
    }
    var containers: [Container] = []
    for node in nodes.reversed() {
      if cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE {
        containers.append(.quote)
      } else {
        let line = Int(cmark_node_get_start_line(node))
        guard 1...count ~= line else { return containers }
        var (cursor, _) = cursor(line, in: containers)
        containers.append(.item(line: line, indent: cursor.takeItem(bytes) ?? 2))
      }
    }
    return containers
  }
}

/// What a line has to start with to belong to a block.
enum Container {
  case quote
  /// A list item with its marker in `line`; its other lines need `indent` columns of blanks.
  case item(line: Int, indent: Int)
}
