internal import HosoCore
internal import HosoMessages

/// A JSON document, for `--json`; keys are only ever added, and `format` stays 1.
indirect enum JSON: Encodable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  case string(String)
  case number(Int)
  case decimal(Double)
  case bool(Bool)
  case array([JSON])
  case object([String: JSON])
  case null

  init(integerLiteral value: Int) { self = .number(value) }
  init(stringLiteral value: String) { self = .string(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }

  /// A text that may be absent.
  init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  /// A number that may be absent.
  init(_ number: Int?) { self = number.map { .number($0) } ?? .null }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .decimal(let number): try container.encode(number)
    case .bool(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    case .null: try container.encodeNil()
    }
  }

  /// Diagnostics with their texts.
  static func diagnostics(_ diagnostics: [Diagnostic], _ language: Language) -> JSON {
    let catalogue = Catalogue(language)
    return .array(
      diagnostics.map { diagnostic in
        .object([
          "id": .string(diagnostic.id.rawValue), "severity": .string(diagnostic.severity.rawValue),
          "path": JSON(diagnostic.path), "line": JSON(diagnostic.line), "column": JSON(diagnostic.column),
          "summary": .string(catalogue.summary(of: diagnostic)), "fix": .string(catalogue.fix(for: diagnostic)),
        ])
      })
  }
}
