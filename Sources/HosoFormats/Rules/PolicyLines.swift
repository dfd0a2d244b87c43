package import GitObjects

/// The two lines of `school.yml` that count the changes of the rules: `policy` and, below it, `predecessor`.
package enum PolicyLines {
  /// `text` with these two values; comments and all other lines stay as they are.
  ///
  /// - Returns: nil where no line `policy: NUMBER` begins at the left edge: such a file is its writer's to count.
  package static func setting(policy: Int, predecessor: ObjectID?, in text: [UInt8]) -> [UInt8]? {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    guard let number = lines.firstIndex(where: { $0.starts(with: "policy:".utf8) }),
      let line = replaced(lines[number], after: "policy:", with: String(policy))
    else { return nil }
    lines[number] = line
    let old = lines.firstIndex { $0.starts(with: "predecessor:".utf8) }
    switch (old, predecessor) {
    case (let old?, let predecessor?):
      guard let line = replaced(lines[old], after: "predecessor:", with: predecessor.hexadecimal) else { return nil }
      lines[old] = line
    case (let old?, nil): lines.remove(at: old)
    case (nil, let predecessor?):
      lines.insert(Array("predecessor: \(predecessor.hexadecimal)".utf8), at: number + 1)
    case (nil, nil): break
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  /// The line with another plain or quoted value of letters and digits; nil where something else stands there.
  private static func replaced(_ line: [UInt8], after key: String, with value: String) -> [UInt8]? {
    var start = key.utf8.count
    while start < line.count, line[start] == 0x20 { start += 1 }
    let isSpaced = start > key.utf8.count
    var quote: UInt8?
    if start < line.count, [0x22, 0x27].contains(line[start]) {
      quote = line[start]
      start += 1
    }
    let end =
      line[start...].firstIndex { !(0x30...0x39).contains($0) && !(0x61...0x7A).contains($0 | 0x20) } ?? line.count
    var rest = line[end...]
    if let quote {
      guard rest.first == quote else { return nil }
      rest = rest.dropFirst()
    }
    let isEnd = rest.allSatisfy { $0 == 0x20 }
    guard isEnd || rest.starts(with: " ".utf8) && rest.drop(while: { $0 == 0x20 }).first == 0x23 else { return nil }
    return line[..<start] + Array((isSpaced || quote != nil ? "" : " ").utf8) + Array(value.utf8) + line[end...]
  }
}
