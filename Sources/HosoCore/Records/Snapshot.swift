package import GitObjects

/// The school's tree at one commit or in a working tree: ids first, bytes only on demand.
package protocol Snapshot {
  /// The file or folder at `path`.
  func entry(at path: RecordPath) throws -> TreeEntry?
  /// What lies directly in `folder`; nil means the top.
  func entries(in folder: RecordPath?) throws -> [TreeEntry]
  /// The bytes of the file at `path`, or nil where there is none.
  func bytes(at path: RecordPath) throws -> [UInt8]?
  /// As above where `entry` is known to be what lies at `path`.
  func bytes(of entry: TreeEntry, at path: RecordPath) throws -> [UInt8]?
}

extension Snapshot {
  /// By the path, where a snapshot cannot do better by the entry.
  package func bytes(of entry: TreeEntry, at path: RecordPath) throws -> [UInt8]? { try bytes(at: path) }
}

/// Turns the bytes of files into values; the formats live in `HosoFormats`.
package protocol RecordReading {
  /// Reads one record; faults of its form are reported, and nil says that they leave nothing to read.
  func record(
    at path: RecordPath, kind: Kind, place: Place, bytes: [UInt8], report: (Diagnostic) -> Void
  ) -> Record?
  /// Reads the rule files of `snapshot`; nil where they are unusable.
  func rulebook(of snapshot: any Snapshot, report: (Diagnostic) -> Void) throws -> Rulebook?
}
