internal import HosoCore
internal import HosoFormats

/// What the bytes of a record are read as, and what is wrong with them.
struct Reading {
  let record: Record?
  let faults: [Diagnostic]

  /// Reads `bytes` as Markdown with front matter.
  init(markdown bytes: [UInt8]) throws { try self.init(bytes, .markdown, fields: ["a"]) }

  /// Reads `bytes` as Markdown without front matter.
  init(plain bytes: [UInt8]) throws { try self.init(bytes, .markdown, fields: []) }

  /// Reads `bytes` as CSV.
  init(csv bytes: [UInt8]) throws { try self.init(bytes, .csv, fields: ["a"]) }

  private init(_ bytes: [UInt8], _ format: Kind.Format, fields: [String]) throws {
    let kind = Kind(
      id: "any", code: "K1", title: Localized(vi: "", en: ""), place: try PathTemplate("{year}/{slug}.md"),
      format: format,
      fields: fields.map { FieldSchema(name: $0, title: Localized(vi: "", en: ""), type: .string) })
    let log = DiagnosticLog()
    record = RecordReader().record(
      at: try RecordPath("2024-2025/a.md"), kind: kind, place: Place(), bytes: bytes, report: log.report)
    faults = log.diagnostics
  }

  /// `id line:column` of each fault.
  var places: [String] {
    faults.map { fault in
      fault.id.rawValue + (fault.line.map { " \($0)" } ?? "") + (fault.column.map { ":\($0)" } ?? "")
    }
  }
}
