internal import GitObjects
internal import HosoCore

/// The files beside the records: which record they belong to, where the site shows them, and which are written.
struct Attachments {
  private let blobs: [RecordPath: ObjectID]
  /// By the path of the record without its ending.
  private let ofRecord: [RecordPath: [RecordPath]]
  /// The size of each that is written, in bytes.
  private var sizes: [RecordPath: Int] = [:]

  init(_ view: SchoolView) {
    blobs = view.attachments.filter { AttachmentFormat($0.key) != nil }
    var ofRecord: [RecordPath: [RecordPath]] = [:]
    for path in blobs.keys.sorted() {
      for owner in Self.owners(of: path) { ofRecord[owner, default: []].append(path) }
    }
    self.ofRecord = ofRecord
  }

  /// Where `path` lies in the site; nil where there is no such attachment, or none that a page can show.
  func address(of path: RecordPath, asPicture: Bool) -> PageAddress? {
    guard blobs[path] != nil, let format = AttachmentFormat(path), format.isPicture || !asPicture else { return nil }
    return .attachment(path, format)
  }

  /// What came in with `record`: files of its name, and pictures `<name>-hinh-<number>`.
  func belonging(to record: RecordPath) -> [RecordPath] {
    guard !ofRecord.isEmpty else { return [] }
    return Self.withoutEnding(record).flatMap { ofRecord[$0] } ?? []
  }

  /// The office files among these.
  func originals(of record: RecordPath) -> [RecordPath] {
    belonging(to: record).filter { AttachmentFormat($0)?.isPicture == false }
  }

  /// Writes `path` by `write`, which answers its size, unless it is written already.
  mutating func copy(_ path: RecordPath, _ write: (PageAddress, ObjectID) throws -> Int) throws {
    guard sizes[path] == nil, let blob = blobs[path], let address = address(of: path, asPicture: false) else { return }
    sizes[path] = try write(address, blob)
  }

  /// An office file that is written.
  func original(_ path: RecordPath) -> RecordPage.Original? {
    guard let size = sizes[path], let address = address(of: path, asPicture: false) else { return nil }
    return RecordPage.Original(path: path, address: address, size: size)
  }

  /// The records, without their ending, to which an attachment's name says that it belongs.
  private static func owners(of path: RecordPath) -> [RecordPath] {
    guard let file = withoutEnding(path), let folder = path.folder?.folder else { return [] }
    var names = [file.name]
    if let mark = file.name.ranges(of: "-hinh-").last, file.name[mark.upperBound...].allSatisfy(\.isNumber) {
      names.append(file.name[..<mark.lowerBound])
    }
    return names.compactMap { try? folder.appending($0) }
  }

  private static func withoutEnding(_ path: RecordPath) -> RecordPath? {
    guard let folder = path.folder, let dot = path.name.lastIndex(of: ".") else { return nil }
    return try? folder.appending(path.name[..<dot])
  }
}
