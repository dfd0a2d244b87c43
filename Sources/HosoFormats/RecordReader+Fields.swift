package import HosoCore

extension RecordReader {
  /// The front matter of a Markdown record alone, without outline and body; nil where it cannot be read.
  package func fields(of path: RecordPath, kind: Kind, place: Place, bytes: [UInt8]) -> Record? {
    guard kind.format == .markdown, let front = FrontMatter(bytes, path: path.text, report: { _ in }) else {
      return nil
    }
    return Record(
      path: path, kind: kind, place: place, fields: front.fields, outline: .empty, table: nil, body: front.body)
  }
}
