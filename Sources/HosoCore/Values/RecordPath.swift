internal import GitObjects

/// The place of one record or folder in the repository, such as `2024-2025/lop/4a/danh-sach.csv`.
///
/// Components are separated by `/`, never empty, and never `.`, `..` or `.git`; a value of this type cannot point
/// outside the repository. Equality and order are of bytes: Swift holds the composed and the decomposed form of a letter
/// equal, git does not.
package struct RecordPath: Sendable {
  package let text: String

  /// A text that is no path inside the repository.
  package struct Invalid: Error, Hashable {
    /// The text as it was given.
    package let text: String
  }

  /// Parses `text` as written in a git tree: relative, UTF-8, `/` between components.
  package init(_ text: String) throws(Invalid) {
    var checked = text
    guard checked.withUTF8(Self.areSound) else { throw Invalid(text: text) }
    self.text = text
  }

  /// Whether `text` is made of names that stay inside the repository.
  private static func areSound(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    for (index, byte) in text.enumerated() {
      if byte == 0 { return false }
      guard byte == UInt8(ascii: "/") else { continue }
      if !isSound(UnsafeBufferPointer(rebasing: text[start..<index])) { return false }
      start = index + 1
    }
    return isSound(UnsafeBufferPointer(rebasing: text[start...]))
  }

  private static func isSound(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.first == UInt8(ascii: ".") else { return !name.isEmpty }
    switch name.count {
    case 1: return false
    case 2: return name[1] != UInt8(ascii: ".")
    case 4: return !name.elementsEqual(".git".utf8) { $0 | 0x20 == $1 }
    default: return true
    }
  }

  private init(trusted text: String) { self.text = text }

  /// `.hoso`, the folder of the rules.
  package static let rulesFolder = RecordPath(trusted: ".hoso")

  /// The rule file `name`, one of the program's own.
  init(rules name: StaticString) { self.init(trusted: ".hoso/\(name)") }

  /// The parts between the slashes, outermost first.
  package var components: [Substring] {
    let bytes = text.utf8
    var parts: [Substring] = []
    parts.reserveCapacity(8)
    var start = bytes.startIndex
    while let slash = bytes[start...].firstIndex(of: UInt8(ascii: "/")) {
      parts.append(Substring(bytes[start..<slash]))
      start = bytes.index(after: slash)
    }
    parts.append(Substring(bytes[start...]))
    return parts
  }

  /// The last component.
  package var name: Substring {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return text[...] }
    return text[text.utf8.index(after: slash)...]
  }

  /// The folder that holds this, or nil at the top.
  package var folder: RecordPath? {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return RecordPath(trusted: String(text[..<slash]))
  }

  /// The text of the folder that holds this; empty at the top.
  package var folderText: String {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(text[..<slash])
  }

  /// All folders above this, outermost first, without this itself.
  package var ancestors: [RecordPath] {
    text.utf8.indices.filter { text.utf8[$0] == UInt8(ascii: "/") }.map { RecordPath(trusted: String(text[..<$0])) }
  }

  /// Whether this is `folder` itself or lies somewhere below it.
  package func isWithin(_ folder: RecordPath) -> Bool {
    let own = text.utf8
    let other = folder.text.utf8
    guard own.starts(with: other) else { return false }
    let end = own.index(own.startIndex, offsetBy: other.count)
    return end == own.endIndex || own[end] == UInt8(ascii: "/")
  }

  /// The path `relative` leads to from the folder of this record, or nil where it leads out of the repository.
  package func resolving(_ relative: some StringProtocol) -> RecordPath? {
    var parts = Array(components.dropLast())
    for part in relative.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case "", ".": continue
      case "..":
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      default: parts.append(Substring(part))
      }
    }
    return try? RecordPath(parts.joined(separator: "/"))
  }

  /// This path with one more component.
  package func appending(_ component: some StringProtocol) throws(Invalid) -> RecordPath {
    // What it begins with was checked when it was made.
    let name = try RecordPath(String(component))
    return RecordPath(trusted: "\(text)/\(name.text)")
  }
}

extension RecordPath: Hashable, Comparable, CustomStringConvertible {
  package static func == (left: RecordPath, right: RecordPath) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  package static func < (left: RecordPath, right: RecordPath) -> Bool {
    left.text.precedes(right.text)
  }

  package var description: String { text }
}

extension String {
  /// Whether both texts are the same bytes; `==` holds composed and decomposed letters equal.
  package func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { one in
      other.utf8.withContiguousStorageIfAvailable { one.hasSameBytes(as: $0) }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// Whether the bytes of this text come before those of `other`.
  func precedes(_ other: String) -> Bool {
    let answer = utf8.withContiguousStorageIfAvailable { one in
      other.utf8.withContiguousStorageIfAvailable { one.precedes($0) }
    }
    return (answer ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
