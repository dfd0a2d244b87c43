internal import GitObjects
internal import HosoStore
internal import Synchronization

/// One entry of a tree as its bytes are written, whatever they say.
struct RawEntry: Sendable {
  let mode: String
  let name: [UInt8]
  let object: RawObject

  init(_ mode: String, _ name: [UInt8], _ object: RawObject = .text("x")) {
    self.mode = mode
    self.name = name
    self.object = object
  }

  init(_ mode: String, _ name: String, _ object: RawObject = .text("x")) { self.init(mode, Array(name.utf8), object) }

  static func file(_ name: String, _ text: String = "x") -> RawEntry { RawEntry("100644", name, .text(text)) }
  static func folder(_ name: String, _ entries: RawEntry...) -> RawEntry { RawEntry("40000", name, .folder(entries)) }

  /// What git sorts by.
  fileprivate var key: [UInt8] { mode == "40000" ? name + [0x2F] : name }
}

/// An object to be written without anybody's checks.
indirect enum RawObject: Sendable {
  case text(String)
  /// A tree in git's order.
  case folder([RawEntry])
  /// A tree in the order given, with these bytes behind it.
  case asWritten([RawEntry], tail: [UInt8] = [])
  /// Nothing is written.
  case id(ObjectID)

  static let absent = RawObject.id(ObjectID(hexadecimal: String(repeating: "1", count: 40)) ?? .zero)
  static let emptyTree = RawObject.folder([])
}

/// A bare repository into which objects are written as they are, and the program's own view of it.
final class RawRepository: Sendable {
  let folder: TemporaryFolder
  private let known = Mutex<[[UInt8]: ObjectID]>([:])

  init() throws {
    folder = try TemporaryFolder()
    try folder.git("init", "--quiet", "--bare", "--initial-branch=main")
  }

  func store() throws -> SchoolStore { try SchoolStore(at: folder.path) }

  func write(_ type: String, _ bytes: [UInt8]) throws -> ObjectID {
    let key = bytes.count < 4096 ? Array(type.utf8) + bytes : []
    if !key.isEmpty, let id = known.withLock({ $0[key] }) { return id }
    let line = try folder.gitLine("hash-object", "--literally", "-w", "-t", type, "--stdin", input: bytes)
    let id = ObjectID(hexadecimal: line) ?? .zero
    known.withLock { $0[key] = id }
    return id
  }

  func write(_ object: RawObject) throws -> ObjectID {
    switch object {
    case .text(let text): return try write("blob", Array(text.utf8))
    case .folder(let entries):
      return try write(.asWritten(entries.sorted { $0.key.lexicographicallyPrecedes($1.key) }))
    case .asWritten(let entries, let tail):
      return try write("tree", entries.flatMap { try stored($0.mode, $0.name, write($0.object)) } + tail)
    case .id(let id): return id
    }
  }

  /// The bytes of one entry.
  func stored(_ mode: String, _ name: [UInt8], _ id: ObjectID) -> [UInt8] {
    Array(mode.utf8) + [0x20] + name + [0] + id.bytes
  }
}

extension RawObject {
  /// This folder with `entries` put into the folder `path` below it; names that are there already are replaced.
  func with(_ entries: [RawEntry], at path: [String]) -> RawObject {
    guard case .folder(let own) = self else { return self }
    guard let first = path.first else {
      return .folder(own.filter { old in !entries.contains { $0.name == old.name } } + entries)
    }
    return .folder(
      own.map { old in
        guard old.name.elementsEqual(first.utf8) else { return old }
        return RawEntry(old.mode, old.name, old.object.with(entries, at: Array(path.dropFirst())))
      })
  }
}
