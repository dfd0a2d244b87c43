/// Links lead to records that exist or to the web by http(s), mailto or tel; images lie in the repository.
package struct SafeLinks: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) throws {
    for link in record.outline.links {
      switch LinkTarget(link.destination) {
      case .fragment: continue
      case .web:
        if link.isImage { report(record.fault(.remoteImage, line: link.line, column: link.column)) }
      case .unsafe:
        report(record.fault(.unsafeLink, line: link.line, column: link.column))
      case .relative(let target):
        guard let path = record.path.resolving(target), path.components.first?.first != ".",
          try context.snapshot.entry(at: path) != nil
        else {
          report(record.fault(.brokenLink, line: link.line, column: link.column))
          continue
        }
      }
    }
  }
}

/// Where a Markdown link leads.
package enum LinkTarget: Hashable, Sendable {
  /// Within the page.
  case fragment
  /// http, https, mailto or tel.
  case web
  /// Relative to the record, percent-decoded, without query and fragment.
  case relative(String)
  /// Anything else.
  case unsafe

  package init(_ destination: String) {
    if destination.hasPrefix("#") {
      self = .fragment
    } else if let colon = destination.firstIndex(of: ":"), !destination[..<colon].contains("/") {
      let scheme = destination[..<colon].lowercased()
      self = ["http", "https", "mailto", "tel"].contains(scheme) ? .web : .unsafe
    } else if destination.isEmpty || destination.hasPrefix("/") || destination.hasPrefix("\\")
      || destination.unicodeScalars.contains(where: { $0.value < 0x20 })
    {
      self = .unsafe
    } else {
      let path = destination.prefix { $0 != "#" && $0 != "?" }
      self = Self.percentDecoded(path).map { .relative($0) } ?? .unsafe
    }
  }

  private static func percentDecoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

/// What a page cannot show as the writer meant it is said (hints): raw HTML, nesting without end.
package struct PlainMarkdown: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    if let line = record.outline.rawHTMLLine { report(record.fault(.rawHTML, line: line)) }
    if let line = record.outline.tooDeepLine { report(record.fault(.nestingTooDeep, line: line)) }
  }
}
