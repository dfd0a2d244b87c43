internal import HosoCore

/// The block of `name: value` lines between two lines `---` at the top of a Markdown record.
///
/// The block is YAML of the simplest form: one mapping of texts. Almost every line is read here directly; a block with
/// quotes or anything else goes through libyaml, which gives the same values for the lines that this reads.
struct FrontMatter {
  let fields: [Field]
  /// Byte offset and 1-based line of the text behind the closing line.
  let body: (offset: Int, line: Int)

  /// At most this many bytes.
  static let largest = 8192

  /// Reads the block; nil where there is none that could be read, with the reason reported.
  init?(_ bytes: [UInt8], path: String, report: (Diagnostic) -> Void) {
    guard Self.isFence(bytes[0..<(bytes.firstIndex(of: 0x0A) ?? bytes.count)]) else {
      report(Diagnostic(.frontMatterMissing, path: path, line: 1))
      return nil
    }
    var fields: [Field] = []
    var isSimple = true
    var line = 1
    var start = (bytes.firstIndex(of: 0x0A) ?? bytes.count) + 1
    let first = start
    while start < bytes.count, start < Self.largest {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      line += 1
      if Self.isFence(bytes[start..<end]) {
        body = (min(end + 1, bytes.count), line + 1)
        if isSimple {
          self.fields = fields
        } else {
          guard let read = Self.readYAML(bytes[first..<start], path: path, report: report) else { return nil }
          self.fields = read
        }
        Self.reportDuplicates(self.fields, path: path, report: report)
        return
      }
      if isSimple, !Self.readLine(bytes[start..<end], number: line, into: &fields) { isSimple = false }
      start = end + 1
    }
    report(Diagnostic(.frontMatterUnclosed, path: path, line: 1))
    return nil
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool { line.elementsEqual("---".utf8) }

  private static func reportDuplicates(_ fields: [Field], path: String, report: (Diagnostic) -> Void) {
    for (index, field) in fields.enumerated() where fields[..<index].contains(where: { $0.name == field.name }) {
      report(Diagnostic(.duplicateField, path: path, line: field.line, facts: ["field": field.name]))
    }
  }

  /// Reads `name: plain text`; false where the line is anything that YAML could take otherwise.
  private static func readLine(_ line: ArraySlice<UInt8>, number: Int, into fields: inout [Field]) -> Bool {
    var index = line.startIndex
    while index < line.endIndex, isNameByte(line[index]) { index += 1 }
    guard index > line.startIndex, index < line.endIndex, line[index] == UInt8(ascii: ":") else { return false }
    let name = String(decoding: line[..<index], as: UTF8.self)
    index += 1
    guard index == line.endIndex || line[index] == 0x20 else { return false }
    while index < line.endIndex, line[index] == 0x20 { index += 1 }
    var end = line.endIndex
    while end > index, line[end - 1] == 0x20 { end -= 1 }
    let value = line[index..<end]
    guard isPlain(value) else { return false }
    fields.append(
      Field(
        name: name, value: String(decoding: value, as: UTF8.self), line: number, column: index - line.startIndex + 1))
    return true
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
  }

  /// Whether YAML takes `value` as a plain scalar to its end.
  private static func isPlain(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first else { return true }
    // Most values begin with a letter or digit.
    let isWord = (0x30...0x39).contains(first) || (0x41...0x5A).contains(first & 0xDF) || first >= 0x80
    if !isWord, "\"'&*!|>%@`[]{}#?:,~=<-".utf8.contains(first) { return false }
    var last: UInt8 = 0
    for byte in value {
      if byte < 0x20 || byte == 0x7F { return false }
      if byte == UInt8(ascii: "#"), last == 0x20 { return false }
      if byte == 0x20, last == UInt8(ascii: ":") { return false }
      // U+0080...U+009F, U+FEFF, U+FFFE and U+FFFF are not allowed in YAML; U+2028/9 would break the line.
      if last == 0xC2, byte < 0xA0 { return false }
      if last == 0xEF, byte == 0xBB || byte == 0xBF { return false }
      if last == 0x80, byte == 0xA8 || byte == 0xA9 { return false }
      last = byte
    }
    return last != UInt8(ascii: ":")
  }

  private static func readYAML(
    _ block: ArraySlice<UInt8>, path: String, report: (Diagnostic) -> Void
  ) -> [Field]? {
    let log = DiagnosticLog()
    defer { log.diagnostics.forEach(report) }
    guard let map = YAMLMap(String(decoding: block, as: UTF8.self), path: path, firstLine: 2, log: log) else {
      return nil
    }
    var fields: [Field] = []
    for entry in map.entries {
      guard let scalar = entry.value.scalar else {
        report(Diagnostic(.yamlSyntax, path: path, line: entry.line, facts: ["detail": entry.name]))
        return nil
      }
      fields.append(
        Field(name: entry.name, value: scalar, line: entry.line, column: entry.column))
    }
    return fields
  }
}
