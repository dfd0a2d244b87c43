internal import GitObjects

#if canImport(Glibc)
  internal import Glibc
#endif

/// The few facts of a commit that the history pass needs, read in place.
struct RawCommit {
  let tree: ObjectID
  let parent: ObjectID?
  let detail: CommitDetail

  /// - Throws: where the commit does not begin as every commit does.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ id: ObjectID) throws(GitError) {
    let malformed = GitError(function: "commit", status: -1, message: "\(id.short) is malformed")
    guard bytes.count > 46, let tree = ObjectID(hexadecimalBytes: bytes[5..<45]) else { throw malformed }
    self.tree = tree
    var cursor = 46
    var parent: ObjectID?
    var email = ""
    var time: Int64 = 0
    while cursor < bytes.count, bytes[cursor] != 0x0A {
      guard let end = bytes[cursor...].firstIndex(of: 0x0A) else { throw malformed }
      let line = bytes[cursor..<end]
      if parent == nil, line.starts(with: "parent ".utf8) {
        guard let id = ObjectID(hexadecimalBytes: line.dropFirst(7)) else { throw malformed }
        parent = id
      } else if line.starts(with: "committer ".utf8) {
        guard let open = line.firstIndex(of: UInt8(ascii: "<")), let close = line.lastIndex(of: UInt8(ascii: ">")),
          open < close
        else { throw malformed }
        email = String(decoding: line[(open + 1)..<close], as: UTF8.self)
        for byte in line[(close + 1)...].dropFirst() {
          guard (0x30...0x39).contains(byte), time < 1 << 50 else { break }
          time = time * 10 + Int64(byte - 0x30)
        }
      }
      cursor = end + 1
    }
    self.parent = parent
    let message = bytes[min(cursor + 1, bytes.count)...]
    let subject = String(decoding: message.prefix { $0 != 0x0A }, as: UTF8.self)
    detail = CommitDetail(email: email, time: time, subject: subject)
  }
}

/// The entries of a tree, read in place.
struct RawTree {
  struct Entry {
    let name: UnsafeBufferPointer<UInt8>
    let id: ObjectID
    let isFolder: Bool
  }

  private var cursor: UnsafePointer<UInt8>?
  private let end: UnsafePointer<UInt8>?

  init(_ bytes: UnsafeBufferPointer<UInt8>?) {
    cursor = bytes?.baseAddress
    end = bytes.flatMap { buffer in buffer.baseAddress.map { $0 + buffer.count } }
  }

  /// Passes over the entries that both trees begin with.
  mutating func skipCommon(_ other: inout RawTree) {
    guard var a = cursor, var b = other.cursor, let endA = end, let endB = other.end else { return }
    while a < endA {
      guard let nul = Self.first(0, from: a, endA) else { break }
      let length = nul - a + 21
      guard length <= endA - a, length <= endB - b, memcmp(a, b, length) == 0 else { break }
      a += length
      b += length
    }
    cursor = a
    other.cursor = b
  }

  mutating func next() throws(GitError) -> Entry? {
    guard let start = cursor, let end, start < end else { return nil }
    guard let space = Self.first(0x20, from: start, end), let stop = Self.first(0, from: space, end) else {
      throw GitError(function: "tree", status: -1, message: "a tree is malformed")
    }
    let name = space + 1
    guard end - stop >= 21 else { throw GitError(function: "tree", status: -1, message: "a tree is cut off") }
    cursor = stop + 21
    return Entry(
      name: UnsafeBufferPointer(start: name, count: stop - name), id: ObjectID(stop + 1),
      isFolder: start.pointee == UInt8(ascii: "4"))
  }

  private static func first(
    _ byte: Int32, from start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    memchr(start, byte, end - start).map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }
  }

  /// Negative, zero or positive as `left` comes before, with or after `right` in git's order; nil comes last.
  static func order(_ left: Entry?, _ right: Entry?) -> Int {
    guard let left else { return right == nil ? 0 : 1 }
    guard let right else { return -1 }
    let common = min(left.name.count, right.name.count)
    let order = common == 0 ? 0 : memcmp(left.name.baseAddress!, right.name.baseAddress!, common)
    if order != 0 { return Int(order) }
    if left.name.count == right.name.count { return 0 }
    // Git sorts a folder as if its name ended in a slash.
    let a = left.name.count > common ? left.name[common] : (left.isFolder ? 0x2F : 0)
    let b = right.name.count > common ? right.name[common] : (right.isFolder ? 0x2F : 0)
    return Int(a) - Int(b)
  }
}
