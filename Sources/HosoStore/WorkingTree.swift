package import GitObjects
package import HosoCore
internal import HosoGit

/// The files that a person edits, beside the repository.
package struct WorkingTree: Snapshot {
  /// Ends in `/`.
  package let root: String

  package init(root: String) { self.root = root.hasSuffix("/") ? root : root + "/" }

  package func entry(at path: RecordPath) throws -> TreeEntry? {
    let name = Array(path.name.utf8)
    switch FileSystem.kind(at: root + path.text) {
    case nil: return nil
    case .folder: return TreeEntry(name: name, mode: TreeEntry.folder, id: .zero)
    case .file: return TreeEntry(name: name, mode: TreeEntry.file, id: .zero)
    case .symbolicLink: return TreeEntry(name: name, mode: 0o120000, id: .zero)
    case .other: return TreeEntry(name: name, mode: 0, id: .zero)
    }
  }

  package func entries(in folder: RecordPath?) throws -> [TreeEntry] {
    let path = root + (folder?.text ?? "")
    guard FileSystem.kind(at: path) == .folder else { return [] }
    return try FileSystem.names(in: path).compactMap { name in
      guard folder != nil || !name.elementsEqual(".git".utf8) else { return nil }
      let text = String(decoding: name, as: UTF8.self)
      let kind = FileSystem.kind(at: path + (path.hasSuffix("/") ? "" : "/") + text)
      let mode: UInt32 =
        switch kind {
        case .folder: TreeEntry.folder
        case .symbolicLink: 0o120000
        case .file: TreeEntry.file
        default: 0
        }
      return TreeEntry(name: name, mode: mode, id: .zero)
    }
  }

  package func bytes(at path: RecordPath) throws -> [UInt8]? {
    guard FileSystem.kind(at: root + path.text) == .file else { return nil }
    if let size = FileSystem.size(at: root + path.text), size > Self.largest {
      throw Problem(
        .diskRead, ["path": path.text, "detail": "\(size / 1_048_576) MB > \(Self.largest / 1_048_576) MB"])
    }
    return try FileSystem.read(root + path.text)
  }

  /// Files above this many bytes are not read into memory at all.
  package static let largest = 32 * 1024 * 1024

  /// What is wrong with a file that no kind of record allows: it is too large to be read at all.
  package func sizeFault(at path: RecordPath) -> Diagnostic? {
    guard let size = FileSystem.size(at: root + path.text), size > AttachmentRule.largest else { return nil }
    let isAttachment = path.components.dropLast().last.map { $0 == AttachmentRule.folder } ?? false
    let limit = isAttachment ? "20 MB" : "2 MB"
    return Diagnostic(.fileTooLarge, path: path.text, facts: ["limit": limit])
  }

  /// Writes a file and makes the folders above it; a link among them is not followed.
  package func write(_ bytes: [UInt8], to path: RecordPath) throws(Problem) {
    for folder in path.ancestors where FileSystem.kind(at: root + folder.text) == .symbolicLink {
      throw Problem(.outsideRepository, ["path": folder.text])
    }
    if let folder = path.folder { try FileSystem.makeFolders(root + folder.text) }
    try FileSystem.replace(root + path.text, with: bytes)
  }

  /// Removes a file, and the folders above it that are empty then.
  package func remove(_ path: RecordPath) throws(Problem) {
    try FileSystem.remove(root + path.text)
    for folder in path.ancestors.reversed() {
      guard let names = try? FileSystem.names(in: root + folder.text), names.isEmpty else { return }
      try? FileSystem.remove(root + folder.text)
    }
  }

  /// The path of `file` (absolute, or relative to `current`) inside this tree.
  package func path(of file: String, from current: String) throws(Problem) -> RecordPath? {
    let absolute = file.hasPrefix("/") ? file : current + "/" + file
    var parts: [Substring] = []
    for part in absolute.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    // The folder is resolved and the name kept, so that a link is seen as a link.
    let name = parts.last.map(String.init) ?? ""
    let folder = "/" + parts.dropLast().joined(separator: "/")
    let real = (FileSystem.real(folder) ?? folder) + "/" + name
    let clean = real.hasPrefix("//") ? String(real.dropFirst()) : real
    let base = FileSystem.real(root).map { $0 + "/" } ?? root
    if clean + "/" == base { return nil }
    guard clean.hasPrefix(base), let path = try? RecordPath(String(clean.dropFirst(base.count))) else {
      throw Problem(.outsideRepository, ["path": file])
    }
    return path
  }

  /// Calls `body` with each file below `folder`, by path; links and odd files too, so that they can be refused.
  package func forEachFile(in folder: RecordPath?, _ body: ([[UInt8]], TreeEntry) throws -> Void) throws {
    let names = folder.map { $0.components.map { Array($0.utf8) } } ?? []
    try walk(folder, names, body)
  }

  private func walk(
    _ folder: RecordPath?, _ names: [[UInt8]], _ body: ([[UInt8]], TreeEntry) throws -> Void
  ) throws {
    guard names.count < 64 else { return }
    for entry in try entries(in: folder) {
      let path = names + [entry.name]
      let text = String(decoding: entry.name, as: UTF8.self)
      if entry.isFolder, let child = try? folder?.appending(text) ?? RecordPath(text) {
        try walk(child, path, body)
      } else {
        try body(path, entry)
      }
    }
  }
}
