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
    var malformed: GitError { GitError(function: "commit", status: -1, message: "\(id.short) is malformed") }
    guard bytes.count > 46, let start = bytes.baseAddress, let tree = ObjectID(hexadecimalAt: start + 5) else {
      throw malformed
    }
    self.tree = tree
    let end = start + bytes.count
    var line = start + 46
    var parent: ObjectID?
    var committer: (email: String, time: Int64)?
    while line < end, line.pointee != 0x0A {
      guard let next = memchr(line, 0x0A, end - line).map({ UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) })
      else { throw malformed }
      let length = next - line
      if parent == nil, length == 47, memcmp(line, "parent ", 7) == 0 {
        guard let id = ObjectID(hexadecimalAt: line + 7) else { throw malformed }
        parent = id
      } else if length > 10, memcmp(line, "committer ", 10) == 0 {
        committer = Self.identity(line + 10, next)
      }
      line = next + 1
    }
    guard let committer else { throw malformed }
    self.parent = parent
    let message = min(line + 1, end)
    let stop = memchr(message, 0x0A, end - message).map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) } ?? end
    detail = CommitDetail(email: committer.email, time: committer.time, subject: Self.text(message, stop))
  }

  private static func text(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> String {
    String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
  }

  /// The address and time of `Name <mail> 1700000000 +0700`.
  private static func identity(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> (email: String, time: Int64)? {
    var close = end - 1
    while close > start, close.pointee != UInt8(ascii: ">") { close -= 1 }
    var open = close
    while open > start, open.pointee != UInt8(ascii: "<") { open -= 1 }
    guard open < close else { return nil }
    var time: Int64 = 0
    var digit = close + 2
    while digit < end, (0x30...0x39).contains(digit.pointee), time < 1 << 50 {
      time = time * 10 + Int64(digit.pointee - 0x30)
      digit += 1
    }
    return (text(open + 1, close), time)
  }
}

/// The entries of a tree, read in place.
struct RawTree {
  struct Entry {
    let name: UnsafeBufferPointer<UInt8>
    let id: ObjectID
    let isFolder: Bool
    /// Such as `100644`, as it is written.
    let mode: UnsafeBufferPointer<UInt8>

    func hasMode(of other: Entry) -> Bool {
      guard mode.count == other.mode.count, let one = mode.baseAddress, let two = other.mode.baseAddress else {
        return mode.count == other.mode.count
      }
      return memcmp(one, two, mode.count) == 0
    }
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
      isFolder: start.pointee == UInt8(ascii: "4"), mode: UnsafeBufferPointer(start: start, count: space - start))
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
