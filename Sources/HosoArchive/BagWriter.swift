internal import HosoCore

/// Writes a bag, the form in which archives take files over: BagIt 1.0 (RFC 8493).
///
/// The declaration `bagit.txt` is written last, when all else is on the disk: what a crash leaves behind is not a bag.
/// A writer that threw is of no further use; its folder is for the caller to remove.
package struct BagWriter: ~Copyable {
  private let folder: BagFolder
  private var payload: [(path: BagPath, fixity: Fixity)] = []
  private var names: [String: Name] = [:]

  private struct Name {
    let path: BagPath
    let isFolder: Bool
  }

  /// Makes `folder` with an empty payload; the folder above it must exist, it itself must not, or be empty.
  package init(folder: String) throws(BagError) {
    let opened = try BagFolder.making(folder)
    try opened.makeFolder(.data)
    self.folder = opened
  }

  /// Adds a file at `path`, relative to the payload, such as `records/2024-2025/lop/4a/danh-sach.csv`.
  package mutating func add(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>) throws(BagError) {
    let path = try claim(path)
    let file = try folder.create(path)
    let bytes = UnsafeRawBufferPointer(bytes)
    try file.write(bytes)
    payload.append((path, Fixity(of: bytes)))
  }

  /// Adds a copy of the file `source` at `path`, relative to the payload; the file may be larger than memory.
  package mutating func addFile(at source: String, as path: String) throws(BagError) {
    let original = try BagFile.reading(source)
    let path = try claim(path)
    let file = try folder.create(path)
    var meter = Fixity.Meter()
    try original.forEachPiece { piece throws(BagError) in
      try file.write(piece)
      meter.update(piece)
    }
    payload.append((path, meter.fixity()))
  }

  /// Writes manifests and tag files and brings everything to the disk.
  ///
  /// - Parameter info: lines of `bag-info.txt` in order, such as `("Bagging-Date", "2025-06-30")`; `Payload-Oxum` is
  ///   added.
  package consuming func finish(info: [(String, String)]) throws(BagError) {
    let information = try BagInformation(info, payload: payload.map(\.fixity))
    try syncPayload()
    let declaration = Array(BagDeclaration.text.utf8)
    var tags = [(path: BagPath.tag(BagDeclaration.name), fixity: declaration.withUnsafeBytes { Fixity(of: $0) })]
    tags.append(try folder.write(BagInformation.name, information.text))
    for algorithm in BagAlgorithm.allCases {
      let manifest = Manifest(algorithm, isOfTags: false, of: payload)
      tags.append(try folder.write(manifest.name, manifest.text))
    }
    for algorithm in BagAlgorithm.allCases {
      let manifest = Manifest(algorithm, isOfTags: true, of: tags)
      _ = try folder.write(manifest.name, manifest.text)
    }
    try folder.sync()
    _ = try folder.write(BagDeclaration.name, declaration)
    try folder.sync()
    try folder.syncAbove()
  }

  private func syncPayload() throws(BagError) {
    syncEverything()
    for (path, _) in payload { try folder.open(path).sync() }
    for name in names.values where name.isFolder { try folder.sync(name.path) }
    try folder.sync(.data)
  }

  /// Takes the name `text` and makes the folders that it needs.
  private mutating func claim(_ text: String) throws(BagError) -> BagPath {
    let path: BagPath
    do {
      path = try BagPath(payload: text)
    } catch {
      throw BagError(.write, text, .outsidePayload)
    }
    for above in path.payloadFolders where try isNew(above, isFolder: true) { try folder.makeFolder(above) }
    guard try isNew(path, isFolder: false) else { throw BagError(.write, path.text, .alreadyAdded) }
    return path
  }

  private mutating func isNew(_ path: BagPath, isFolder: Bool) throws(BagError) -> Bool {
    let key = path.twinKey
    guard let known = names[key] else {
      names[key] = Name(path: path, isFolder: isFolder)
      return true
    }
    if known.path != path || known.isFolder != isFolder {
      throw BagError(.write, path.text, .nameTwin(of: known.path.text))
    }
    return false
  }
}
