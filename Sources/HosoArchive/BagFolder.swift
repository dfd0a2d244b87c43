internal import Glibc

/// The open folder of a bag; all paths are taken from it, and links are never followed.
struct BagFolder: ~Copyable {
  private let descriptor: Int32
  private let name: String

  /// Opens the folder `name`, which exists.
  init(opening name: String) throws(BagError) {
    let descriptor = Glibc.open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw BagError(.read, name, .system(errno)) }
    self.name = name
    self.descriptor = descriptor
  }

  /// Makes the folder `name`, or takes an empty one that is there; the folder above it exists.
  static func making(_ name: String) throws(BagError) -> BagFolder {
    if mkdir(name, 0o777) != 0, errno != EEXIST { throw BagError(.create, name, .system(errno)) }
    let folder = try BagFolder(opening: name)
    guard try folder.names(in: BagPath(bytes: [])).isEmpty else { throw BagError(.create, name, .notEmpty) }
    return folder
  }

  deinit { close(descriptor) }

  func makeFolder(_ path: BagPath) throws(BagError) {
    guard path.withCString({ mkdirat(descriptor, $0, 0o777) }) == 0 else {
      throw BagError(.create, path.text, .system(errno))
    }
  }

  /// A new file at `path`, which must not exist.
  func create(_ path: BagPath) throws(BagError) -> BagFile {
    let file = path.withCString { openat(descriptor, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666) }
    guard file >= 0 else { throw BagError(.create, path.text, .system(errno)) }
    return BagFile(descriptor: file, name: path.text)
  }

  /// The file at `path`, for reading.
  func open(_ path: BagPath) throws(BagError) -> BagFile {
    // Without O_NONBLOCK a named pipe would wait for its writer.
    let file = path.withCString { openat(descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    guard file >= 0 else { throw BagError(.read, path.text, .system(errno)) }
    return BagFile(descriptor: file, name: path.text)
  }

  /// Writes a small file and brings it to the disk.
  func write(_ name: String, _ text: [UInt8]) throws(BagError) -> (path: BagPath, fixity: Fixity) {
    let path = BagPath.tag(name)
    let file = try create(path)
    let fixity = try text.withUnsafeBufferPointer { bytes throws(BagError) in
      let bytes = UnsafeRawBufferPointer(bytes)
      try file.write(bytes)
      return Fixity(of: bytes)
    }
    try file.sync()
    return (path, fixity)
  }

  /// Brings the entries of the folder at `path` to the disk; files' bytes are synced each by themselves.
  func sync(_ path: BagPath = BagPath(bytes: [])) throws(BagError) {
    let place = path.bytes.isEmpty ? BagPath.tag(".") : path
    let folder = place.withCString { openat(descriptor, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    guard folder >= 0 else { throw BagError(.sync, path.text, .system(errno)) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw BagError(.sync, path.text, .system(errno)) }
  }

  /// Brings the bag's own entry in the folder above to the disk.
  func syncAbove() throws(BagError) { try sync(.tag("..")) }

  /// What lies in the bag, folders opened: files with their size, and what is neither file nor folder.
  func contents() throws(BagError) -> (files: [BagPath: UInt64], others: [BagPath]) {
    var files: [BagPath: UInt64] = [:]
    var others: [BagPath] = []
    var folders = [BagPath(bytes: [])]
    while let folder = folders.popLast() {
      for name in try names(in: folder) {
        let path = folder.child(name)
        var status = stat()
        guard path.withCString({ fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
          throw BagError(.list, path.text, .system(errno))
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: files[path] = UInt64(status.st_size)
        case S_IFDIR: folders.append(path)
        default: others.append(path)
        }
      }
    }
    return (files, others)
  }

  private func names(in folder: BagPath) throws(BagError) -> [[UInt8]] {
    let place = folder.bytes.isEmpty ? BagPath.tag(".") : folder
    let opened = place.withCString { openat(descriptor, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    guard opened >= 0, let stream = fdopendir(opened) else { throw BagError(.list, folder.text, .system(errno)) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      let offset = MemoryLayout<dirent>.offset(of: \.d_name)!
      let start = UnsafeRawPointer(entry) + offset
      let bytes = UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
      if !bytes.elementsEqual(".".utf8), !bytes.elementsEqual("..".utf8) { names.append(Array(bytes)) }
      errno = 0
    }
    guard errno == 0 else { throw BagError(.list, folder.text, .system(errno)) }
    return names
  }
}
