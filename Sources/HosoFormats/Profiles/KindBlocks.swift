/// A YAML file as its top-level keys with the comments above them, so that two files can be laid over each other.
///
/// Texts, not values: what a school gets is a file to read and change, comments and all.
struct KindBlocks {
  private struct Block {
    let key: String
    var lines: [String]
  }

  private var blocks: [Block] = []

  /// The order of the keys in a kind.
  private static let order = [
    "kind", "code", "title", "basis", "place", "format", "primaryKey", "roster", "fields", "heading", "sections",
    "checks", "expected", "deadline", "approvals", "lock", "print", "retention",
  ]

  init(lines: some Sequence<some StringProtocol>) {
    var above: [String] = []
    for line in lines.map({ String($0) }) {
      if line.isEmpty || line.hasPrefix("#") {
        above.append(line)
      } else if line.hasPrefix(" ") {
        guard !blocks.isEmpty else { continue }
        blocks[blocks.count - 1].lines += above.filter { !$0.isEmpty } + [line]
        above = []
      } else {
        blocks.append(Block(key: String(line.prefix { $0 != ":" }), lines: above.filter { !$0.isEmpty } + [line]))
        above = []
      }
    }
  }

  init(_ text: String) { self.init(lines: text.split(separator: "\n", omittingEmptySubsequences: false)) }

  /// The keys in file order.
  var keys: [String] { blocks.map(\.key) }

  /// The lines below a key, without their first `indent` characters; nil where the key is absent.
  func lines(below key: String, indent: Int) -> [String]? {
    blocks.first { $0.key == key }.map { block in
      block.lines.drop { $0.hasPrefix("#") }.dropFirst().map { String($0.dropFirst(indent)) }
    }
  }

  /// The text behind `key: ` on its own line; nil where the key is absent.
  func value(of key: String) -> String? {
    blocks.first { $0.key == key }?.lines.first { $0.hasPrefix(key) }
      .map { String($0.dropFirst(key.count + 1).drop { $0 == " " }) }
  }

  /// This without one key.
  func without(_ key: String) -> KindBlocks {
    var result = self
    result.blocks.removeAll { $0.key == key }
    return result
  }

  /// This with the keys of `other`, which replace equal ones; `more-fields` and `more-sections` go behind the lists.
  func laid(under other: KindBlocks) -> KindBlocks {
    var result = self
    for block in other.blocks {
      let name = block.key.hasPrefix("more-") ? String(block.key.dropFirst(5)) : block.key
      let place = result.blocks.firstIndex { $0.key == name }
      if name != block.key, let place {
        result.blocks[place].lines += block.lines.drop { !$0.hasPrefix("more-") }.dropFirst()
      } else if let place {
        result.blocks[place] = block
      } else {
        precondition(name == block.key, "a profile adds to lists that its kind has: \(block.key)")
        result.blocks.append(block)
      }
    }
    return result
  }

  /// The file, its keys in the order of a kind.
  var text: String {
    let ranked = blocks.enumerated().sorted { left, right in
      (Self.rank(left.element.key), left.offset) < (Self.rank(right.element.key), right.offset)
    }
    return ranked.flatMap(\.element.lines).joined(separator: "\n") + "\n"
  }

  private static func rank(_ key: String) -> Int { order.firstIndex(of: key) ?? order.count }
}
