/// An upper estimate of the quotes and list items open at each line of a text.
///
/// It knows neither code nor HTML, where markers open nothing, so it may only be too high.
struct ContainerDepth {
  /// How many containers are open, or would be with all markers of the last line.
  private(set) var depth = 0

  /// For each open container the indent that its lines need; 0 is a quote.
  private var containers: [Int] = []
  private var afterBlank = true

  /// Opens and closes containers for the line at `start`, and answers where its content starts.
  mutating func enterLine(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var cursor = LineCursor(bytes, at: start)
    var matched = 0
    while matched < containers.count {
      let needed = containers[matched]
      let matches =
        needed == 0
        ? cursor.takeQuote(bytes) : cursor.takeIndent(needed) || cursor.isAtEnd(bytes)
      guard matches else { break }
      matched += 1
    }
    let isBlankLine = cursor.isAtEnd(bytes)
    let opened = openContainers(bytes, &cursor, after: matched)
    if !opened, matched < containers.count, isBlankLine || afterBlank { containers.removeSubrange(matched...) }
    afterBlank = isBlankLine
    depth = containers.count
    return cursor.next
  }

  private mutating func openContainers(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cursor: inout LineCursor, after matched: Int
  ) -> Bool {
    var opened = false
    while !cursor.isAtEnd(bytes), containers.count <= Bounds.nesting {
      var needed = 0
      if !cursor.takeQuote(bytes) {
        guard !isThematicBreak(bytes, at: cursor.next), let indent = cursor.takeItem(bytes) else { break }
        needed = indent
      }
      if !opened, matched < containers.count { containers.removeSubrange(matched...) }
      opened = true
      containers.append(needed)
    }
    return opened
  }

  private func isThematicBreak(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let mark = bytes[start]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") else { return false }
    var count = 0
    var index = start
    while index < bytes.count, !isLineEnd(bytes[index]) {
      if bytes[index] == mark { count += 1 } else if !isBlank(bytes[index]) { return false }
      index += 1
    }
    return count >= 3
  }
}
