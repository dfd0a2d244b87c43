/// What YAML says, without its types: texts, lists and mappings, each with the place where it begins.
struct YAMLValue: Hashable {
  struct Pair: Hashable {
    let name: String
    let value: YAMLValue
    /// 1-based line of the key.
    let line: Int
  }

  indirect enum Content: Hashable {
    case scalar(String)
    case sequence([YAMLValue])
    case mapping([Pair])
  }

  let content: Content
  /// 1-based.
  let line: Int
  /// 1-based, in characters.
  let column: Int

  var scalar: String? { if case .scalar(let text) = content { text } else { nil } }
  var sequence: [YAMLValue]? { if case .sequence(let values) = content { values } else { nil } }
  var mapping: [Pair]? { if case .mapping(let pairs) = content { pairs } else { nil } }

  init(_ content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }
}
