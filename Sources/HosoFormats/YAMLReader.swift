internal import Clibyaml

/// Reads YAML through libyaml as texts, lists and mappings; types, tags and anchors are not used.
struct YAMLReader {
  /// Why a text cannot be read.
  struct Fault: Error, Equatable {
    /// 1-based.
    let line: Int
    /// In libyaml's words or our own, which `Vocabulary.detail(ofYAML:)` knows; of keys that are given twice, the first.
    let detail: String
    var kind = Kind.syntax

    enum Kind {
      case syntax
      /// A key is given twice.
      case duplicate
      /// An anchor, an alias or a tag, which is YAML and not wanted.
      case forbidden
    }
  }

  /// Deeper than any rule file, and far from what the stack bears.
  private static let deepest = 100

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeBufferPointer<UInt8>

  /// What the one document in `text` says; nil where there is none.
  static func read(_ text: String) throws(Fault) -> YAMLValue? {
    let bytes = Array(text.utf8)
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { throw Fault(line: 1, detail: "memory") }
    defer { yaml_parser_delete(parser) }
    let result: Result<YAMLValue?, Fault> = bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      let reader = YAMLReader(parser: parser, text: bytes)
      return Result { () throws(Fault) in try reader.document() }
    }
    return try result.get()
  }

  private func document() throws(Fault) -> YAMLValue? {
    _ = try next()
    guard try next().type == YAML_DOCUMENT_START_EVENT else { return nil }
    let value = try value(of: next(), depth: 0)
    _ = try next()
    let end = try next()
    guard end.type == YAML_STREAM_END_EVENT else { throw Fault(line: end.line, detail: "another document") }
    return value
  }

  private func value(of event: Event, depth: Int) throws(Fault) -> YAMLValue {
    guard depth < Self.deepest else { throw Fault(line: event.line, detail: "nested deeper than \(Self.deepest)") }
    let content: YAMLValue.Content
    switch event.type {
    case YAML_SCALAR_EVENT: content = .scalar(event.text)
    case YAML_SEQUENCE_START_EVENT: content = .sequence(try sequence(depth))
    case YAML_MAPPING_START_EVENT: content = .mapping(try mapping(depth))
    default: throw Fault(line: event.line, detail: "alias", kind: .forbidden)
    }
    return YAMLValue(content, line: event.line, column: event.column)
  }

  private func sequence(_ depth: Int) throws(Fault) -> [YAMLValue] {
    var values: [YAMLValue] = []
    while true {
      let event = try next()
      if event.type == YAML_SEQUENCE_END_EVENT { return values }
      values.append(try value(of: event, depth: depth + 1))
    }
  }

  private func mapping(_ depth: Int) throws(Fault) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    var keys: Set<String> = []
    var second: Fault?
    while true {
      let event = try next()
      if event.type == YAML_MAPPING_END_EVENT { break }
      guard event.type == YAML_SCALAR_EVENT else { throw Fault(line: event.line, detail: "a key that is no text") }
      if !keys.insert(event.text).inserted, second == nil {
        second = Fault(line: event.line, detail: event.text, kind: .duplicate)
      }
      pairs.append(
        YAMLValue.Pair(name: event.text, value: try value(of: next(), depth: depth + 1), line: event.line))
    }
    if let second { throw second }
    return pairs
  }

  /// What is needed of one of libyaml's events.
  private struct Event {
    let type: yaml_event_type_t
    let text: String
    /// 1-based, in characters.
    let line: Int, column: Int
  }

  private func next() throws(Fault) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    let line = Int(event.start_mark.line) + 1
    var text = ""
    let isMarked: Bool
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      isMarked = scalar.anchor != nil || scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      isMarked = event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT:
      isMarked = event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil
    default: isMarked = false
    }
    if isMarked { throw Fault(line: line, detail: "anchor or tag", kind: .forbidden) }
    return Event(type: event.type, text: text, line: line, column: Int(event.start_mark.column) + 1)
  }

  /// What libyaml last stumbled over.
  private var fault: Fault {
    let detail = parser.pointee.problem.map { String(cString: $0) } ?? "YAML"
    guard parser.pointee.error == YAML_READER_ERROR else {
      return Fault(line: Int(parser.pointee.problem_mark.line) + 1, detail: detail)
    }
    // Of bytes that cannot stand in YAML it says where in the text they are.
    return Fault(line: 1 + text.prefix(Int(parser.pointee.problem_offset)).count { $0 == 0x0A }, detail: detail)
  }
}
