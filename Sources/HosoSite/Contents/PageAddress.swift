internal import HosoCore

/// Where a page lies in the site, such as `records/2024-2025/lop/index.html`: ASCII, lower case, relative to the top.
///
/// Whatever else a name holds is written as `_` and two hexadecimal digits, so that two names never share a page, also
/// where the file system does not tell capitals apart.
struct PageAddress: Hashable, Sendable {
  let text: String
  /// How many folders lie above it.
  let depth: Int

  private init(_ text: String) {
    var text = text
    depth = text.withUTF8 { $0.count { $0 == UInt8(ascii: "/") } }
    self.text = text
  }

  static let home = PageAddress("index.html")
  static let styleSheet = PageAddress("site.css")
  static let decisions = PageAddress("decisions/index.html")
  static let verification = PageAddress("verify/index.html")
  static let late = PageAddress("late/index.html")
  static let corrections = PageAddress("corrections/index.html")
  static func correction(_ folder: CaseFolder) -> PageAddress {
    PageAddress("corrections/case-\(safe(folder.path.name)).html")
  }
  static let reports = PageAddress("reports/index.html")
  static func report(_ id: ReportID) -> PageAddress { PageAddress("reports/\(id.rawValue).html") }
  static func evidence(_ person: ListID) -> PageAddress { PageAddress("evidence/\(safe(person[...])).html") }
  static func team(_ id: ListID) -> PageAddress { PageAddress("teams/\(safe(id[...])).html") }
  static func person(_ id: ListID) -> PageAddress { PageAddress("people/\(safe(id[...])).html") }
  static func matrix(_ kind: Kind) -> PageAddress { PageAddress("tracking/\(safe(kind.id[...])).html") }
  static func state(_ state: RecordState) -> PageAddress { PageAddress("states/\(state.rawValue).html") }
  static func record(_ path: RecordPath) -> PageAddress { PageAddress("records/\(file(path)).html") }
  static func history(_ path: RecordPath) -> PageAddress { PageAddress("history/\(file(path)).html") }

  /// The file of an attachment, under its own name and ending so that programs know it.
  static func attachment(_ path: RecordPath, _ format: AttachmentFormat) -> PageAddress {
    let ending = "." + format.rawValue
    let stem = path.name.dropLast(ending.count)
    // `.PNG` and `.png` are two names.
    let name = path.name.hasSuffix(ending) ? safe(stem) : safe(path.name)
    let folders = path.components.dropLast().map { safe($0) + "/" }.joined()
    return PageAddress("records/\(folders)\(name)\(ending)")
  }

  /// The listing of `folder`; nil is the top of the repository.
  static func folder(_ folder: RecordPath?) -> PageAddress {
    guard let folder else { return PageAddress("records/index.html") }
    let isPlainPath = folder.text.utf8.allSatisfy { isPlain($0) || $0 == UInt8(ascii: "/") }
    let way = isPlainPath ? folder.text : folder.components.map { safe($0) }.joined(separator: "/")
    return PageAddress("records/\(way)/index.html")
  }

  /// The page `number` of a list that begins here; the first is this one.
  func page(_ number: Int) -> PageAddress {
    number == 1 ? self : PageAddress("\(text.dropLast(5)).\(number).html")
  }

  /// The way from this page to `target`; a page names itself by the fragment alone.
  func href(to target: PageAddress, fragment: String? = nil) -> String {
    if target == self, let fragment { return "#\(fragment)" }
    let way = String(repeating: "../", count: depth) + target.text
    return fragment.map { "\(way)#\($0)" } ?? way
  }

  /// A record's folders and name; only the dot of its ending stays one, as pages are numbered behind a dot.
  private static func file(_ path: RecordPath) -> String {
    if isPlainFile(path.text) { return path.text }
    let parts = path.components
    let name = parts[parts.count - 1]
    let folders = parts.dropLast().map { safe($0) + "/" }.joined()
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return folders + safe(name) + "_" }
    return folders + safe(name[..<dot]) + "." + safe(name[name.index(after: dot)...])
  }

  /// Whether `path` is plain but for slashes and one dot within its name.
  private static func isPlainFile(_ path: String) -> Bool {
    var path = path
    return path.withUTF8(isPlainFile)
  }

  private static func isPlainFile(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    var dots = 0
    var before = UInt8(ascii: "/")
    for byte in path {
      switch byte {
      case UInt8(ascii: "."):
        if before == UInt8(ascii: "/") { return false }
        dots += 1
      case UInt8(ascii: "/"):
        if dots > 0 { return false }
      default:
        if !isPlain(byte) { return false }
      }
      before = byte
    }
    return dots == 1
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private static func safe(_ name: Substring) -> String {
    if name.utf8.allSatisfy(isPlain) { return String(name) }
    let digits = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "_"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
