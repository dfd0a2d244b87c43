internal import Crypto
internal import GitObjects
internal import HosoCore
internal import HosoGit

#if canImport(Glibc)
  internal import Glibc
#endif

/// Git's index, of which only some entries are replaced (`gitformat-index`, versions 2 and 3).
///
/// libgit2 reads, sorts and writes every entry anew; in a school of 30,000 records that costs more than the commit. The
/// extensions are left out of the new file: git computes them again.
struct IndexFile {
  /// One entry to put or, without an id, to take away.
  struct Edit: Sendable {
    let path: RecordPath
    let id: ObjectID?
  }

  /// A new index, made from the one that is there.
  struct Prepared: Sendable {
    enum Outcome { case isInstalled, isHeld, isOutdated, hasFailed }

    fileprivate let file: String
    fileprivate let old: MappedFile.Identity
    fileprivate let mode: mode_t
    /// How it comes of the spare file; nil where it lies written at ``new``.
    fileprivate let change: SpareFile.Change?
    /// Where it lies once it is written; the caller syncs it before it is installed.
    let new: String

    /// The same, written; nil where the spare file did not serve.
    func written() -> Prepared? {
      guard let change else { return self }
      guard let (name, handle) = IndexFile.create(beside: file) else { return nil }
      close(handle)
      guard SpareFile.apply(change, to: IndexFile.spare(of: file), as: name, mode: mode) else {
        unlink(name)
        return nil
      }
      return Prepared(file: file, old: old, mode: mode, change: nil, new: name)
    }

    /// Puts it in the place of the old one under git's lock, if nobody else has the lock or put another one there.
    func install() -> Outcome {
      let lock = file + ".lock"
      let handle = open(lock, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      guard handle >= 0 else { return errno == EEXIST ? .isHeld : .hasFailed }
      // Open until the end, so that others see whose it is.
      defer { close(handle) }
      defer { unlink(lock) }
      guard MappedFile.Identity(file) == old else { return .isOutdated }
      return SpareFile.replace(file, with: new, keeping: IndexFile.spare(of: file)) ? .isInstalled : .hasFailed
    }

    /// Leaves the old one as it is.
    func discard() { if change == nil { unlink(new) } }
  }

  private let old: MappedFile
  private var bytes: UnsafeRawBufferPointer { old.bytes }

  private static let headerSize = 12
  private static let fixedSize = 62
  private static let hashSize = 20
  private static let partSize = 1 << 19

  /// Makes what `file` is to be with `edits` done; the edited files are looked at below `root`. Where there is a spare file
  /// that may be used, nothing is written yet; else the new index is, beside the old one, without waiting for the disk.
  ///
  /// Without `root`, long after the files were read, git is to look at them itself, and a new file is written at once.
  ///
  /// - Returns: nil where there is no index, or its form is not as expected, or the disk does not take another.
  static func prepare(_ file: String, _ edits: [Edit], root: String?) -> Prepared? {
    guard let old = IndexFile(file), let pieces = old.pieces(edits, root: root) else { return nil }
    let (identity, mode) = (old.old.identity, old.old.mode)
    if root != nil, var spare = SpareFile(spare(of: file)),
      old.write(pieces, to: { spare.change.add($0, over: spare.old.bytes) })
    {
      return Prepared(file: file, old: identity, mode: mode, change: spare.change, new: "")
    }
    guard let (new, handle) = create(beside: file) else { return nil }
    defer { close(handle) }
    guard fchmod(handle, mode) == 0, old.write(pieces, to: { Self.write($0, to: handle) }) else {
      unlink(new)
      return nil
    }
    Repository.beginWriting(handle)
    return Prepared(file: file, old: identity, mode: mode, change: nil, new: new)
  }

  /// The index before the last one.
  private static func spare(of file: String) -> String { file + ".hoso" }

  /// An empty file of a new name.
  private static func create(beside file: String) -> (name: String, handle: Int32)? {
    var name = Array((file + ".hoso-XXXXXX").utf8CString)
    let handle = mkstemp(&name)
    guard handle >= 0 else { return nil }
    _ = fcntl(handle, F_SETFD, FD_CLOEXEC)
    return (String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self), handle)
  }

  private init?(_ file: String) {
    guard let old = MappedFile(file), old.bytes.count >= Self.headerSize + Self.hashSize,
      old.bytes.starts(with: "DIRC".utf8), old.bytes[4..<7].allSatisfy({ $0 == 0 }), 2...3 ~= old.bytes[7]
    else { return nil }
    self.old = old
  }

  /// A part of the new file: bytes of the old one, or new ones.
  private enum Piece {
    case kept(Range<Int>)
    case new([UInt8])
  }

  /// The new file without its checksum; nil where the old one is not as it should be.
  private func pieces(_ edits: [Edit], root: String?) -> [Piece]? {
    let edits = edits.map { (id: $0.id, path: $0.path, name: Array($0.path.text.utf8)) }
      .sorted { $0.name.lexicographicallyPrecedes($1.name) }
    var next = 0
    var pieces: [Piece] = []
    let count = bytes[8..<12].reduce(0) { $0 << 8 | Int($1) }
    var kept = count
    var cursor = Self.headerSize
    // Entries between two edits are kept in one piece.
    var run = cursor
    func add(_ path: RecordPath, _ id: ObjectID?) {
      guard let id else { return }
      pieces.append(.new(Self.entry(path, id, root)))
      kept += 1
    }
    for _ in 0..<count {
      guard let (name, end) = entry(at: cursor) else { return nil }
      while next < edits.count {
        let order = Self.order(name, edits[next].name)
        guard order >= 0 else { break }
        if run < cursor { pieces.append(.kept(run..<cursor)) }
        run = cursor
        if order == 0 {
          // The entry itself, or one of several that a merge left.
          run = end
          kept -= 1
          break
        }
        add(edits[next].path, edits[next].id)
        next += 1
      }
      cursor = end
    }
    // An extension whose name begins in lower case changes what the entries mean, such as a split index.
    if cursor + Self.hashSize < bytes.count, 0x61...0x7A ~= bytes[cursor] { return nil }
    if run < cursor { pieces.append(.kept(run..<cursor)) }
    for edit in edits[next...] { add(edit.path, edit.id) }
    return [.new(Array(bytes[0..<8]) + Self.word(UInt32(kept)))] + pieces
  }

  /// The name of the entry at `start` and where the next one begins; nil where the file is cut off.
  private func entry(at start: Int) -> (name: UnsafeRawBufferPointer, end: Int)? {
    guard start + Self.fixedSize < bytes.count else { return nil }
    let flags = UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: start + 60, as: UInt16.self))
    let first = start + Self.fixedSize + (flags & 0x4000 != 0 ? 2 : 0)
    // A name of 4,095 bytes or more is as long as it is found to be.
    var length = Int(flags & 0xFFF)
    if length == 0xFFF {
      guard let nul = bytes[first...].firstIndex(of: 0) else { return nil }
      length = nul - first
    }
    let end = start + ((first + length - start) / 8 + 1) * 8
    guard length > 0, end <= bytes.count - Self.hashSize, bytes[first + length] == 0 else { return nil }
    return (UnsafeRawBufferPointer(rebasing: bytes[first..<(first + length)]), end)
  }

  /// Negative, zero or positive as `name` comes before, with or after `other` in git's order.
  private static func order(_ name: UnsafeRawBufferPointer, _ other: [UInt8]) -> Int {
    guard let start = name.baseAddress else { return -1 }
    let order = other.withUnsafeBytes { memcmp(start, $0.baseAddress!, min(name.count, $0.count)) }
    return order != 0 ? Int(order) : name.count - other.count
  }

  /// The entry of a file as it lies below `root`.
  private static func entry(_ path: RecordPath, _ id: ObjectID, _ root: String?) -> [UInt8] {
    var status = stat()
    let isThere = root.map { lstat($0 + path.text, &status) == 0 } ?? false
    // Without a file the times are zero: git looks again.
    let numbers =
      isThere
      ? [
        status.st_ctim.tv_sec, status.st_ctim.tv_nsec, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino), 0o100644,
        Int(status.st_uid), Int(status.st_gid), Int(status.st_size),
      ] : [0, 0, 0, 0, 0, 0, 0o100644, 0, 0, 0]
    var bytes: [UInt8] = []
    for number in numbers { bytes += word(UInt32(truncatingIfNeeded: number)) }
    bytes += id.bytes
    let name = Array(path.text.utf8)
    let flags = min(name.count, 0xFFF)
    bytes += [UInt8(flags >> 8), UInt8(flags & 0xFF)]
    bytes += name
    return bytes + [UInt8](repeating: 0, count: 8 - bytes.count % 8)
  }

  /// Gives `pieces` and the checksum that git wants at the end to `write`, which answers whether it goes on.
  private func write(_ pieces: [Piece], to write: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    var hash = Insecure.SHA1()
    func add(_ bytes: UnsafeRawBufferPointer) -> Bool {
      // In parts, so that what was hashed is still near when it is written.
      var rest = bytes
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.partSize))
        hash.update(bufferPointer: part)
        guard write(part) else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
      }
      return true
    }
    for piece in pieces {
      let goesOn =
        switch piece {
        case .kept(let range): add(UnsafeRawBufferPointer(rebasing: bytes[range]))
        case .new(let bytes): bytes.withUnsafeBytes { add($0) }
        }
      guard goesOn else { return false }
    }
    return Array(hash.finalize()).withUnsafeBytes { write($0) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Bool {
    guard FileSystem.write(bytes, to: file) else { return false }
    if bytes.count == partSize { Repository.beginWriting(file) }
    return true
  }

  private static func word(_ number: UInt32) -> [UInt8] {
    [UInt8(number >> 24), UInt8(number >> 16 & 0xFF), UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)]
  }
}
