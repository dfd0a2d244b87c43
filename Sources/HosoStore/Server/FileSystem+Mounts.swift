internal import HosoCore

#if canImport(Glibc)
  internal import Glibc
#endif

extension FileSystem {
  /// The type of the file system that holds `path`, such as `ext4` or `nfs4`; nil where the system does not say.
  package static func type(holding path: String) -> String? {
    guard let real = real(path), let bytes = try? wholeFile("/proc/self/mountinfo") else { return nil }
    return type(holding: real, in: String(decoding: bytes, as: UTF8.self))
  }

  /// As above, with the text of `/proc/self/mountinfo`.
  ///
  /// Each line has the mount point as its fifth word and, after a lone `-`, the type (proc(5)); of several mounts on
  /// one place the last one counts.
  package static func type(holding path: String, in mounts: String) -> String? {
    var best: (length: Int, type: String)?
    for line in mounts.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 6, let dash = words.dropFirst(6).firstIndex(of: "-"), dash + 1 < words.endIndex else {
        continue
      }
      let point = unescaped(words[4])
      let isAbove = point == "/" || path == point || path.hasPrefix(point + "/")
      if isAbove, point.utf8.count >= best?.length ?? 0 { best = (point.utf8.count, String(words[dash + 1])) }
    }
    return best?.type
  }

  /// Whether files of such a file system lie on another machine, or are kept by a program that may not lock or sync.
  package static func isRemote(_ type: String) -> Bool {
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "afs", "lustre", "gfs2", "ocfs2", "vboxsf", "virtiofs"]
      .contains(type) || type.hasPrefix("fuse")
  }

  /// `\040` and its like as characters.
  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.count >= 3,
        let value = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A file of the kernel, whose size is not known beforehand.
  private static func wholeFile(_ path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(.diskRead, path) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(.diskRead, path) }
      if count == 0 { return bytes }
      bytes += chunk.prefix(count)
    }
  }

  /// Whether this user may write in the folder at `path`.
  static func isWritable(_ path: String) -> Bool { access(path, W_OK | X_OK) == 0 }

  /// Whether this user may run the file at `path`.
  static func isExecutable(_ path: String) -> Bool { kind(at: path) != .folder && access(path, X_OK) == 0 }
}
