import Foundation
import GitObjects
import HosoCore
import HosoFormats

/// Where the repository lies that holds these tests.
enum Fixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}

/// A tree in memory, with names of any bytes.
struct MemoryTree: Snapshot {
  static let plain: UInt32 = 0o100644
  static let program: UInt32 = 0o100755
  static let link: UInt32 = 0o120000

  struct File: Sendable {
    let bytes: [UInt8]
    let mode: UInt32
  }

  /// By the bytes of the path.
  var files: [[UInt8]: File] = [:]

  /// The tree of `sample-repo`, without what is no part of the school's repository.
  static func sample() throws -> MemoryTree {
    let root = Fixtures.folder.appending(path: "sample-repo")
    var tree = MemoryTree()
    for folder in [".hoso", "2024-2025"] {
      for name in try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path) {
        let path = folder + "/" + name
        let file = root.appending(path: path)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
          continue
        }
        tree.files[Array(path.utf8)] = File(bytes: [UInt8](try Data(contentsOf: file)), mode: plain)
      }
    }
    return tree
  }

  func entry(at path: RecordPath) -> TreeEntry? {
    let key = Array(path.text.utf8)
    let name = Array(path.name.utf8)
    if let file = files[key] { return TreeEntry(name: name, mode: file.mode, id: .zero) }
    let prefix = key + [0x2F]
    let isFolder = files.keys.contains { $0.starts(with: prefix) }
    return isFolder ? TreeEntry(name: name, mode: TreeEntry.folder, id: .zero) : nil
  }

  func entries(in folder: RecordPath?) -> [TreeEntry] { entries(in: folder.map { Array($0.text.utf8) } ?? []) }

  /// What lies directly in the folder with these bytes, in the order of bytes.
  func entries(in folder: [UInt8]) -> [TreeEntry] {
    let prefix = folder.isEmpty ? [] : folder + [0x2F]
    var found: [[UInt8]: UInt32] = [:]
    for (path, file) in files where path.starts(with: prefix) {
      let rest = path[prefix.count...]
      let name = Array(rest.prefix { $0 != 0x2F })
      found[name] = name.count == rest.count ? file.mode : TreeEntry.folder
    }
    return found.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { TreeEntry(name: $0.key, mode: $0.value, id: .zero) }
  }

  func bytes(at path: RecordPath) -> [UInt8]? {
    guard let file = files[Array(path.text.utf8)], file.mode == Self.plain else { return nil }
    return file.bytes
  }
}

extension MemoryTree {
  /// All faults of the whole tree, as `hoso check` finds them.
  ///
  /// Twins are looked for beside `changed` alone, or each would name the other; nil means beside every file.
  func faults(
    changed: [UInt8]? = nil, checking isChecked: ([UInt8]) -> Bool = { _ in true }
  ) throws -> [Diagnostic] {
    let log = DiagnosticLog()
    guard let rulebook = try RecordReader().rulebook(of: self, report: log.report) else { return log.diagnostics }
    let gate = Gate(rulebook: rulebook, reader: RecordReader())
    let context = RuleContext(rulebook: rulebook, snapshot: self, reader: RecordReader())
    let paths = files.keys.filter { !$0.starts(with: ".hoso/".utf8) && isChecked($0) }
    for path in paths.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let before = log.diagnostics.count
      let names = path.split(separator: 0x2F).map(Array.init)
      NameRule.check(names, report: log.report)
      // A name that is no sound path leaves nothing else to judge.
      guard log.diagnostics.count == before, let place = try? RecordPath(String(decoding: path, as: UTF8.self)) else {
        continue
      }
      let entry = TreeEntry(name: names[names.count - 1], mode: files[path]?.mode ?? 0, id: .zero)
      if path == changed ?? path || !entry.isFile { try gate.checkPlace(place, entry, in: self, report: log.report) }
      if entry.isFile { try gate.check(place, entry, in: context, report: log.report) }
    }
    return log.diagnostics
  }
}
