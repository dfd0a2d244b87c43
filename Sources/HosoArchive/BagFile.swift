internal import Glibc

/// One open file, closed when the value ends.
struct BagFile: ~Copyable {
  private let descriptor: Int32
  private let name: String

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Opens a file anywhere on the disk, for reading; a link is not followed.
  static func reading(_ source: String) throws(BagError) -> BagFile {
    let descriptor = open(source, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw BagError(.read, source, errno == ELOOP ? .notAFile : .system(errno)) }
    let file = BagFile(descriptor: descriptor, name: source)
    guard try file.isRegular else { throw BagError(.read, source, .notAFile) }
    return file
  }

  deinit { close(descriptor) }

  private var isRegular: Bool {
    get throws(BagError) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw BagError(.read, name, .system(errno)) }
      return status.st_mode & S_IFMT == S_IFREG
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(BagError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        throw BagError(.write, name, .system(count == 0 ? ENOSPC : errno))
      }
    }
  }

  /// Hands over the file in pieces, to its end; the bytes are valid within `body` alone.
  func forEachPiece(_ body: (UnsafeRawBufferPointer) throws(BagError) -> Void) throws(BagError) {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let count = read(descriptor, piece.baseAddress, piece.count)
      if count > 0 {
        try body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      } else if count == 0 {
        return
      } else if errno != EINTR {
        throw BagError(.read, name, .system(errno))
      }
    }
  }

  func contents() throws(BagError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachPiece { piece throws(BagError) in bytes.append(contentsOf: piece) }
    return bytes
  }

  func fixity() throws(BagError) -> Fixity {
    var meter = Fixity.Meter()
    try forEachPiece { piece throws(BagError) in meter.update(piece) }
    return meter.fixity()
  }

  func sync() throws(BagError) {
    guard fsync(descriptor) == 0 else { throw BagError(.sync, name, .system(errno)) }
  }
}

/// Starts writing all that waits in memory, so that syncing many files one by one then finds little to do.
func syncEverything() { Glibc.sync() }
