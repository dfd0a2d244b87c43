internal import HosoCore

/// A YAML mapping whose scalars are all texts, with the lines of its keys; anchors, aliases, tags and merge keys are refused.
final class YAMLMap {
  struct Entry {
    let name: String
    let value: YAMLValue
    /// 1-based line of the key, and column of the value.
    let line: Int
    let column: Int
  }

  let entries: [Entry]
  private let path: String
  private let log: DiagnosticLog
  private let offset: Int
  private var used: Set<String> = []
  /// Whether a fault was reported here: the keys behind it were then never asked for.
  private var isFaulty = false

  /// Reads `text`, whose first line is line `firstLine` of the file; nil with the reason reported where it is no mapping.
  convenience init?(_ text: String, path: String, firstLine: Int = 1, log: DiagnosticLog) {
    if let pairs = PlainYAML.read(text)?.mapping {
      self.init(pairs, path: path, offset: firstLine - 1, log: log)
      return
    }
    if let line = Self.firstForbidden(in: text) {
      log.report(Diagnostic(.yamlAnchor, path: path, line: line + firstLine - 1))
      return nil
    }
    do {
      guard let mapping = try YAMLReader.read(text)?.mapping else {
        log.report(Diagnostic(.yamlSyntax, path: path, line: firstLine, facts: ["detail": "mapping"]))
        return nil
      }
      self.init(mapping, path: path, offset: firstLine - 1, log: log)
    } catch {
      let id: DiagnosticID =
        switch error.kind {
        case .syntax: .yamlSyntax
        case .duplicate: .duplicateField
        case .forbidden: .yamlAnchor
        }
      log.report(
        Diagnostic(
          id, path: path, line: error.line + firstLine - 1, facts: ["detail": error.detail, "field": error.detail]))
      return nil
    }
  }

  private init(_ mapping: [YAMLValue.Pair], path: String, offset: Int, log: DiagnosticLog) {
    self.path = path
    self.log = log
    self.offset = offset
    entries = mapping.map {
      Entry(name: $0.name, value: $0.value, line: $0.line + offset, column: $0.value.column)
    }
  }

  /// The text of a key, or nil where the key is absent.
  func text(_ name: String) -> String? {
    guard let entry = entry(name) else { return nil }
    guard let scalar = entry.value.scalar else {
      invalid(name, entry.line)
      return nil
    }
    return scalar
  }

  /// The texts of a list; empty where the key is absent.
  func texts(_ name: String) -> [String] {
    guard let entry = entry(name) else { return [] }
    guard let sequence = entry.value.sequence else {
      invalid(name, entry.line)
      return []
    }
    return sequence.compactMap(\.scalar)
  }

  /// The mapping below a key.
  func map(_ name: String) -> YAMLMap? {
    guard let entry = entry(name) else { return nil }
    guard let mapping = entry.value.mapping else {
      invalid(name, entry.line)
      return nil
    }
    return YAMLMap(mapping, path: path, offset: offset, log: log)
  }

  /// The mappings of a list; empty where the key is absent.
  func maps(_ name: String) -> [YAMLMap] {
    guard let entry = entry(name) else { return [] }
    guard let sequence = entry.value.sequence else {
      invalid(name, entry.line)
      return []
    }
    return sequence.compactMap { value in
      guard let mapping = value.mapping else {
        invalid(name, value.line + offset)
        return nil
      }
      return YAMLMap(mapping, path: path, offset: offset, log: log)
    }
  }

  /// The line of a key, else of the first key.
  func line(of name: String) -> Int {
    entries.first { $0.name == name }?.line ?? entries.first?.line ?? 1 + offset
  }

  /// Reports `name` as not what the format asks.
  func invalid(_ name: String, _ line: Int? = nil) {
    isFaulty = true
    log.report(Diagnostic(.ruleFileInvalid, path: path, line: line ?? self.line(of: name), facts: ["key": name]))
  }

  /// Reports keys that nobody asked for: a misspelt key would be a rule that silently does not hold.
  func finish() {
    guard !isFaulty else { return }
    for entry in entries where !used.contains(entry.name) {
      log.report(Diagnostic(.ruleUnknownKey, path: path, line: entry.line, facts: ["key": entry.name]))
    }
  }

  private func entry(_ name: String) -> Entry? {
    used.insert(name)
    return entries.first { $0.name == name }
  }

  /// The first line with an anchor, alias, tag, merge key, second document, tab indent or nesting deeper than 16.
  private static func firstForbidden(in text: String) -> Int? {
    var depth = 0
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if depth == 0, isPlainEntry(line) { continue }
      if line.starts(with: "---".utf8) || line.starts(with: "%".utf8) || line.starts(with: "...".utf8) { return number }
      var quote: UInt8 = 0
      var last: UInt8 = 0x20
      for byte in line {
        defer { last = byte }
        if quote != 0 {
          if byte == quote, !(quote == 0x22 && last == 0x5C) { quote = 0 }
          continue
        }
        let opens = last == 0x20 || last == 0x5B || last == 0x7B || last == 0x2C
        switch byte {
        case 0x22, 0x27: if opens { quote = byte }
        case 0x23: if last == 0x20 { break }
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"): if opens { return number }
        case UInt8(ascii: "<"): if last == byte { return number }
        case 0x5B, 0x7B:
          depth += 1
          if depth > 16 { return number }
        case 0x5D, 0x7D: depth -= 1
        case 0x09: if last == 0x20 { return number }
        default: break
        }
        if byte == 0x23, last == 0x20 { break }
      }
    }
    return nil
  }

  /// Whether a line outside brackets is `name: plain text`, in which no mark means anything to YAML.
  private static func isPlainEntry(_ line: Substring.UTF8View) -> Bool {
    let entry = line.drop { $0 == 0x20 }
    let name = entry.prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
    }
    let rest = entry.dropFirst(name.count)
    guard let first = name.first, first != 0x2D, rest.starts(with: ": ".utf8) else { return false }
    let value = rest.dropFirst().first { $0 != 0x20 }
    return value.map { !"\"'&*!|>%@`[]{}#?,-\t".utf8.contains($0) } ?? true
  }
}
