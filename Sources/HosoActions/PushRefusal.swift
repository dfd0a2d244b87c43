internal import HosoCore

/// A refusal as the server sends it to a hoso that pushes, one line for each finding, so that the person's own hoso speaks
/// to him in his own language.
package enum PushRefusal {
  /// The push option with which a client asks for these lines.
  package static let option = "hoso-findings=1"
  private static let prefix = "hoso-finding"

  /// Tab-separated: place, id, path, line, column, then `name=value` facts; `\\`, `\t` and `\n` stand for themselves.
  package static func line(of finding: Finding) -> String {
    let diagnostic = finding.diagnostic
    var fields = [
      prefix, finding.place, diagnostic.id.rawValue, diagnostic.path ?? "", diagnostic.line.map(String.init) ?? "",
      diagnostic.column.map(String.init) ?? "",
    ]
    fields += diagnostic.facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return fields.map(escaped).joined(separator: "\t")
  }

  /// Reads ``line(of:)``; nil for any other line.
  package static func finding(of line: some StringProtocol) -> Finding? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped($0) }
    guard fields.count >= 6, fields[0] == prefix, let id = DiagnosticID(rawValue: fields[2]) else { return nil }
    var facts: [String: String] = [:]
    for field in fields[6...] {
      guard let equals = field.firstIndex(of: "=") else { return nil }
      facts[String(field[..<equals])] = String(field[equals...].dropFirst())
    }
    return Finding(
      fields[1],
      Diagnostic(
        id, path: fields[3].isEmpty ? nil : fields[3], line: Int(fields[4]), column: Int(fields[5]), facts: facts))
  }

  private static func escaped(_ text: String) -> String {
    NameRule.visible(
      text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n"))
  }

  private static func unescaped(_ text: some StringProtocol) -> String {
    var result = ""
    var isEscape = false
    for character in text {
      if isEscape {
        result.append(character == "t" ? "\t" : character == "n" ? "\n" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
