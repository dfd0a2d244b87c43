package import HosoCore

/// Reads the bytes of records and rule files into values.
package struct RecordReader: RecordReading, Sendable {
  package init() {}

  package func record(
    at path: RecordPath, kind: Kind, place: Place, bytes: [UInt8], report: (Diagnostic) -> Void
  ) -> Record? {
    guard TextGuard.check(bytes, path: path.text, report: report) else { return nil }
    switch kind.format {
    case .csv:
      guard let table = CSVReader.table(bytes, path: path.text, report: report) else { return nil }
      return Record(path: path, kind: kind, place: place, fields: [], outline: .empty, table: table)
    case .markdown:
      guard !kind.fields.isEmpty else {
        let outline = OutlineScanner.outline(of: bytes, from: (0, 1))
        return Record(path: path, kind: kind, place: place, fields: [], outline: outline, table: nil)
      }
      guard let front = FrontMatter(bytes, path: path.text, report: report) else { return nil }
      return Record(
        path: path, kind: kind, place: place, fields: front.fields,
        outline: OutlineScanner.outline(of: bytes, from: front.body), table: nil, body: front.body)
    }
  }

  package func rulebook(of snapshot: any Snapshot, report: (Diagnostic) -> Void) throws -> Rulebook? {
    try RulebookReader(snapshot: snapshot).read(report: report)
  }
}
