internal import Clibgit2
internal import GitObjects

#if canImport(Glibc)
  internal import Glibc
#endif

/// Says of loose objects whether they are whole: they end, and hold as much as they say.
///
/// libgit2 1.5 reads on for ever where one is cut off, for its `git_zstream_get_output` takes zlib's `Z_BUF_ERROR`, no
/// progress, for success; and it writes past its memory where one holds more than it says (libgit2 issue 7177). Packed
/// objects have neither fault.
struct LooseObjects {
  /// Each `…/objects/` that objects are read from.
  private var folders: [Folder] = []

  /// At most so many folders of other repositories are followed.
  private static let mostAlternates = 16

  /// `repository` is the folder with `objects`, ending in `/`.
  init(in repository: String) {
    var next = [repository + "objects/"]
    while let path = next.popLast(), folders.count <= Self.mostAlternates {
      folders.append(Folder(path: path))
      for line in Self.lines(of: path + "info/alternates") where !line.isEmpty && !line.hasPrefix("#") {
        let other = (line.hasPrefix("/") ? line : path + line) + "/"
        if !folders.contains(where: { $0.path == other }) { next.append(other) }
      }
    }
  }

  /// Whether the object is loose somewhere and not whole there. That it is another than its name says is libgit2's to find.
  mutating func isBroken(_ id: ObjectID) -> Bool {
    for index in folders.indices where folders[index].isBroken(id) { return true }
    return false
  }

  private static func lines(of path: String) -> [String] {
    let text = mapped(path) { String(decoding: UnsafeRawBufferPointer(start: $0, count: $1), as: UTF8.self) }
    return text?.split(separator: "\n").map(String.init) ?? []
  }

  /// Calls `body` with the bytes of the file, of which there must be some, and their number.
  private static func mapped<Result>(_ path: String, _ body: (UnsafeRawPointer, Int) -> Result) -> Result? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_size > 0 else { return nil }
    let size = Int(status.st_size)
    guard let bytes = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), bytes != MAP_FAILED else { return nil }
    defer { munmap(bytes, size) }
    return body(bytes, size)
  }

  /// One `…/objects/`.
  private struct Folder {
    /// What is known of the objects whose names begin with one byte.
    private enum Known {
      /// So many were looked for by their names.
      case asked(Int)
      /// What lies loose.
      case listed(Set<ObjectID>)
    }

    /// After so many questions the names are listed: a few answers cost less by name, thousands less by a list.
    private static let mostAsked = 2

    let path: String
    private var known: [Known] = Array(repeating: .asked(0), count: 256)

    init(path: String) { self.path = path }

    mutating func isBroken(_ id: ObjectID) -> Bool {
      let first = Int(id.firstByte)
      switch known[first] {
      case .asked(let number):
        if number < Self.mostAsked {
          known[first] = .asked(number + 1)
          return isBrokenFile(id)
        }
        known[first] = .listed(list(first))
        return isBroken(id)
      case .listed(let ids): return ids.contains(id) && isBrokenFile(id)
      }
    }

    private func list(_ first: Int) -> Set<ObjectID> {
      let prefix = (first < 16 ? "0" : "") + String(first, radix: 16)
      guard let directory = opendir(path + prefix) else { return [] }
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

    private func isBrokenFile(_ id: ObjectID) -> Bool {
      let name = id.hexadecimal
      // Not loose, packed and removed meanwhile, or not to be read at all: libgit2 says which.
      return LooseObjects.mapped("\(path)\(name.prefix(2))/\(name.dropFirst(2))") { hoso_loose_is_whole($0, $1) == 0 }
        ?? false
    }
  }
}
