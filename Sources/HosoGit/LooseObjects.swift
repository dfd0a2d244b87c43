internal import Clibgit2
internal import GitObjects

#if canImport(Glibc)
  internal import Glibc
#endif

/// Says of loose objects whether their compressed bytes come to an end.
///
/// libgit2 1.5 reads on for ever where they do not: its `git_zstream_get_output` takes zlib's `Z_BUF_ERROR`, no progress, for
/// success. Packed objects have no such loop.
struct LooseObjects {
  /// `…/objects/`
  private let folder: String
  /// The loose objects by the first byte of their names; nil where that folder was not looked into yet.
  private var known: [Set<ObjectID>?] = Array(repeating: nil, count: 256)

  /// `repository` is the folder with `objects`, ending in `/`.
  init(in repository: String) { folder = repository + "objects/" }

  /// Whether the object is loose and ends before its content does. Other damage is libgit2's to find.
  mutating func isCut(_ id: ObjectID) -> Bool {
    let first = Int(id.firstByte)
    if known[first] == nil { known[first] = list(first) }
    guard let names = known[first], !names.isEmpty, names.contains(id) else { return false }
    let name = id.hexadecimal
    return isCut("\(folder)\(name.prefix(2))/\(name.dropFirst(2))")
  }

  private func list(_ first: Int) -> Set<ObjectID> {
    let prefix = (first < 16 ? "0" : "") + String(first, radix: 16)
    guard let directory = opendir(folder + prefix) else { return [] }
    defer { closedir(directory) }
    var found: Set<ObjectID> = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if let id = ObjectID(hexadecimal: prefix + name) { found.insert(id) }
    }
    return found
  }

  private func isCut(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    // Packed and removed meanwhile, or not to be read at all: libgit2 says which.
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size > 0 else { return false }
    let size = Int(status.st_size)
    guard let bytes = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), bytes != MAP_FAILED else { return false }
    defer { munmap(bytes, size) }
    return hoso_stream_is_cut(bytes, size) == 1
  }
}
