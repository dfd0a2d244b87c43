/// The central directory of a zip file, held against the local headers. Nothing is unpacked to read it.
struct ZipDirectory {
  struct Entry {
    let name: String
    /// 0 stored, 8 deflated.
    let method: Int
    let isEncrypted: Bool
    let isLink: Bool
    /// As declared, unpacked.
    let size: Int
    /// The packed bytes in the file.
    let range: Range<Int>
    let start: Int
  }

  let entries: [Entry]
  private let bytes: [UInt8]

  /// More parts than any office program writes.
  private static let mostEntries = 4096

  init(_ bytes: [UInt8]) throws(OfficeError) {
    self.bytes = bytes
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { throw OfficeError(.notOfficeFile) }
    let file = LittleEndian(bytes: bytes)
    guard let end = Self.endRecord(file) else { throw OfficeError(.damaged) }
    let count = file.word(end + 10)
    let start = file.long(end + 16)
    guard count > 0, start + file.long(end + 12) == end, start > 0 else { throw OfficeError(.damaged) }
    guard count <= Self.mostEntries else { throw OfficeError(.tooLarge) }

    var entries: [Entry] = []
    var names: Set<String> = []
    var offset = start
    for _ in 0..<count {
      guard offset + 46 <= end, file.long(offset) == 0x0201_4B50 else { throw OfficeError(.damaged) }
      let next = offset + 46 + file.word(offset + 28) + file.word(offset + 30) + file.word(offset + 32)
      guard next <= end else { throw OfficeError(.damaged) }
      let entry = try Self.entry(at: offset, in: file, before: start)
      // Programs disagree on which of two parts with one name they open.
      guard names.insert(entry.name.lowercased()).inserted else { throw OfficeError(.unsafeName, part: entry.name) }
      entries.append(entry)
      offset = next
    }
    guard offset == end else { throw OfficeError(.damaged) }
    let sorted = entries.sorted { $0.start < $1.start }
    for (entry, following) in zip(sorted, sorted.dropFirst()) where entry.range.upperBound > following.start {
      throw OfficeError(.zipBomb, part: following.name)
    }
    self.entries = entries
  }

  /// The unpacked bytes of `entry`, exactly as many as declared.
  func content(of entry: Entry) throws(OfficeError) -> [UInt8] {
    switch entry.method {
    case 0:
      guard entry.range.count == entry.size else { throw OfficeError(.damaged, part: entry.name) }
      return Array(bytes[entry.range])
    case 8:
      do throws(Inflater.Failure) {
        return try Inflater.inflate(bytes[entry.range], size: entry.size)
      } catch {
        throw OfficeError(error == .tooLong ? .zipBomb : .damaged, part: entry.name)
      }
    default: throw OfficeError(.damaged, part: entry.name)
    }
  }

  /// The record that closes the file; nothing may follow it but its own comment.
  private static func endRecord(_ file: LittleEndian) -> Int? {
    let count = file.bytes.count
    guard count >= 22 else { return nil }
    return (max(0, count - 22 - 0xFFFF)...(count - 22)).reversed().first {
      file.long($0) == 0x0605_4B50 && $0 + 22 + file.word($0 + 20) == count
    }
  }

  private static func entry(at offset: Int, in file: LittleEndian, before end: Int) throws(OfficeError) -> Entry {
    let nameBytes = file.bytes[(offset + 46)..<(offset + 46 + file.word(offset + 28))]
    guard let name = String(validating: nameBytes, as: UTF8.self), isSafe(name) else {
      throw OfficeError(.unsafeName, part: String(decoding: nameBytes, as: UTF8.self))
    }
    let local = file.long(offset + 42)
    guard local + 30 <= end, file.long(local) == 0x0403_4B50 else { throw OfficeError(.damaged, part: name) }
    let nameEnd = local + 30 + file.word(local + 26)
    let start = nameEnd + file.word(local + 28)
    let packed = file.long(offset + 20)
    guard start + packed <= end, file.word(local + 8) == file.word(offset + 10) else {
      throw OfficeError(.damaged, part: name)
    }
    guard file.bytes[(local + 30)..<nameEnd].elementsEqual(nameBytes) else {
      throw OfficeError(.unsafeName, part: name)
    }
    return Entry(
      name: name, method: file.word(offset + 10), isEncrypted: file.word(offset + 8) & 1 == 1,
      // The upper half holds the Unix mode; a symbolic link is 0o120000.
      isLink: file.word(offset + 40) & 0o170000 == 0o120000, size: file.long(offset + 24),
      range: start..<(start + packed), start: local)
  }

  private static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\\"), !name.contains(":") else { return false }
    guard !name.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return false }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.enumerated().allSatisfy { index, part in
      part != "." && part != ".." && (!part.isEmpty || index == parts.count - 1)
    }
  }
}

/// Reads little-endian numbers; the caller keeps to the bounds.
private struct LittleEndian {
  let bytes: [UInt8]

  func word(_ offset: Int) -> Int { Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 }

  func long(_ offset: Int) -> Int { word(offset) | word(offset + 2) << 16 }
}
