internal import GitObjects
internal import HosoCore

/// A tree that lies in memory: texts by path.
struct FileSnapshot: Snapshot {
  private let files: [String: String]

  init(_ files: [String: String]) { self.files = files }

  func entry(at path: RecordPath) throws -> TreeEntry? {
    if files[path.text] != nil { return TreeEntry(name: Array(path.name.utf8), mode: TreeEntry.file, id: .zero) }
    let isFolder = files.keys.contains { $0.hasPrefix(path.text + "/") }
    return isFolder ? TreeEntry(name: Array(path.name.utf8), mode: TreeEntry.folder, id: .zero) : nil
  }

  func entries(in folder: RecordPath?) throws -> [TreeEntry] {
    let start = folder.map { $0.text + "/" } ?? ""
    let names = Set(files.keys.filter { $0.hasPrefix(start) }.map { $0.dropFirst(start.count).prefix { $0 != "/" } })
    return try names.sorted().compactMap { try entry(at: RecordPath(start + $0)) }
  }

  func bytes(at path: RecordPath) throws -> [UInt8]? { files[path.text].map { Array($0.utf8) } }
}
