internal import GitObjects
internal import HosoCore

/// A tree in memory whose files have names and no bytes.
struct MemorySnapshot: Snapshot {
  /// What lies where; each content is one letter.
  let files: [String: Character]
  var mode = TreeEntry.file

  /// A made-up object for the content `letter`.
  static func id(_ letter: Character) -> ObjectID {
    var bytes = [UInt8](repeating: 1, count: 20)
    bytes[19] = letter.asciiValue ?? 0
    return bytes.withUnsafeBytes { $0.baseAddress.map(ObjectID.init) } ?? .zero
  }

  func entry(at path: RecordPath) -> TreeEntry? {
    files[path.text].map { TreeEntry(name: Array(path.name.utf8), mode: mode, id: Self.id($0)) }
  }

  func entries(in folder: RecordPath?) -> [TreeEntry] {
    let depth = folder?.components.count ?? 0
    let paths = files.keys.compactMap { try? RecordPath($0) }.filter { path in
      folder.map { path != $0 && path.isWithin($0) } ?? true
    }
    return Set(paths.map { Array($0.components[depth].utf8) }).map {
      TreeEntry(name: $0, mode: TreeEntry.file, id: Self.id("?"))
    }
  }

  func bytes(at path: RecordPath) -> [UInt8]? { files[path.text].map { [$0.asciiValue ?? 0] } }
}

/// Reads every record as one with a title and nothing wrong.
struct SoundRecords: RecordReading {
  /// What stands in every tree's `.hoso`; nil means that it cannot be read.
  var rules: Rulebook?

  func record(
    at path: RecordPath, kind: Kind, place: Place, bytes: [UInt8], report: (Diagnostic) -> Void
  ) -> Record? {
    let title = Outline.Heading(level: 1, title: "Bài", line: 1, isBare: false)
    let outline = Outline(headings: [title], links: [], rawHTMLLine: nil, tooDeepLine: nil)
    return Record(path: path, kind: kind, place: place, fields: [], outline: outline, table: nil)
  }

  func rulebook(of snapshot: any Snapshot, report: (Diagnostic) -> Void) -> Rulebook? { rules }
}
