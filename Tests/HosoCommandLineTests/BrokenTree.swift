import Foundation

/// One case of `Tests/Fixtures/broken/cases.tsv`, done to a working tree on disk; the file's head explains its cells.
struct BrokenTree: Sendable {
  let name: String
  /// What must be found, as `id path:line`.
  let finding: String
  /// A commit can hold it, a working tree does not show it.
  let isOnlyInCommits: Bool
  private var edits: [[String]]

  static func all() throws -> [BrokenTree] {
    let file = Shell.sources + "/Tests/Fixtures/broken/cases.tsv"
    var trees: [BrokenTree] = []
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if cells[1] == "+" {
        trees[trees.count - 1].edits.append(cells)
      } else {
        let path = String(decoding: bytes(cells[3] == "=" ? cells[5] : cells[3]), as: UTF8.self)
        trees.append(
          BrokenTree(
            name: cells[0], finding: "\(cells[1]) \(path):\(cells[2])", isOnlyInCommits: cells[4] == "program",
            edits: [cells]))
      }
    }
    return trees
  }

  /// Makes the edits below `root`.
  func apply(below root: String) throws {
    for cells in edits {
      let target = Array(root.utf8) + [0x2F] + Self.bytes(cells[5])
      let from = cells[6] == "=" ? target : Array(root.utf8) + [0x2F] + Self.bytes(cells[6])
      let find = Data(Self.bytes(cells[7]))
      let write = Data(Self.bytes(cells[8]))
      switch cells[4] {
      case "copy": try Self.put(Self.read(from), target)
      case "prepend": try Self.put(write + Self.read(from), target)
      case "append": try Self.put(Self.read(from) + write, target)
      case "write": try Self.put(write, target)
      case "repeat":
        let count = Int(String(decoding: find, as: UTF8.self)) ?? 0
        try Self.put(Data(repeatElement(write, count: count).joined()), target)
      case "replace":
        var text = try Self.read(from)
        guard let range = text.range(of: find) else { throw CocoaError(.fileReadCorruptFile) }
        text.replaceSubrange(range, with: write)
        try Self.put(text, target)
      case "link":
        unlink(Self.text(target))
        symlink(Self.text(Array(write)), Self.text(target))
      default: unlink(Self.text(target))
      }
    }
  }

  /// The bytes of a cell with `\n`, `\r`, `\t`, `\\`, `\xHH` and `\u{…}`.
  private static func bytes(_ cell: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = cell[...]
    while let character = rest.popFirst() {
      guard character == "\\", let escape = rest.popFirst() else {
        bytes += Array(String(character).utf8)
        continue
      }
      switch escape {
      case "n": bytes.append(0x0A)
      case "r": bytes.append(0x0D)
      case "t": bytes.append(0x09)
      case "x":
        bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
        rest = rest.dropFirst(2)
      case "u":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        bytes += Array(String(Character(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "?")).utf8)
        rest = rest.dropFirst(digits.count + 2)
      default: bytes.append(0x5C)
      }
    }
    return bytes
  }

  /// A path for the system: its bytes with a zero behind them, which need not be UTF-8.
  private static func text(_ path: [UInt8]) -> [CChar] { path.map { CChar(bitPattern: $0) } + [0] }

  private static func read(_ path: [UInt8]) throws -> Data {
    let file = open(text(path), O_RDONLY)
    guard file >= 0 else { throw CocoaError(.fileReadNoSuchFile) }
    return FileHandle(fileDescriptor: file, closeOnDealloc: true).readDataToEndOfFile()
  }

  private static func put(_ bytes: Data, _ path: [UInt8]) throws {
    for index in path.indices.dropFirst() where path[index] == 0x2F { mkdir(text(Array(path[..<index])), 0o755) }
    let file = open(text(path), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
    try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: bytes)
  }
}
