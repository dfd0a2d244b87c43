/// An office file that was found harmless: what kind it is, and its parts.
struct OfficePackage {
  enum Format: String {
    case word = "docx"
    case openDocument = "odt"
    case workbook = "xlsx"
    case openSpreadsheet = "ods"

    /// The part that makes a zip such a file.
    var body: String {
      switch self {
      case .word: "word/document.xml"
      case .workbook: "xl/workbook.xml"
      case .openDocument, .openSpreadsheet: "content.xml"
      }
    }

    /// What the part `mimetype` says, where there must be one.
    var mark: String? {
      switch self {
      case .word, .workbook: nil
      case .openDocument: "application/vnd.oasis.opendocument.text"
      case .openSpreadsheet: "application/vnd.oasis.opendocument.spreadsheet"
      }
    }
  }

  let format: Format
  /// The XML of the text itself, or of the list of sheets.
  let body: [UInt8]
  private let directory: ZipDirectory

  /// A record keeps the office file beside it, so that it may be no larger than an attachment.
  private static let largestFile = 20 * 1024 * 1024
  private static let largestContent = 200 * 1024 * 1024
  /// Ordinary documents stay below 30 bytes out of one; small parts may be packed better.
  private static let highestRatio = 100
  private static let freeContent = 10 * 1024 * 1024
  private static let oldOffice: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// Endings that say that a file holds macros.
  private static let macroEndings: Set<String> = ["docm", "dotm", "xlsm", "xltm", "xlam"]

  /// Checks `bytes`, without writing anything anywhere.
  ///
  /// - Parameter formats: those that are asked for; a sound file of another one is refused.
  init(_ bytes: [UInt8], ending: String, among formats: [Format] = [.word, .openDocument]) throws(OfficeError) {
    let ending = ending.lowercased().drop { $0 == "." }
    if bytes.starts(with: Self.oldOffice) {
      // The stream's name in the directory of the compound file is UTF-16.
      let mark: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
      throw OfficeError(bytes.count(of: mark) > 0 ? .encrypted : .oldFile)
    }
    if Self.macroEndings.contains(String(ending)) { throw OfficeError(.macros) }
    guard let format = Format(rawValue: String(ending)), formats.contains(format) else {
      throw OfficeError(.notOfficeFile)
    }
    guard bytes.count <= Self.largestFile else { throw OfficeError(.tooLarge) }
    directory = try ZipDirectory(bytes)
    self.format = format
    try Self.checkEntries(directory.entries, fileSize: bytes.count)
    body = try Self.body(of: directory, as: format)
  }

  /// The content of the part `name`, or nil where there is none.
  func part(_ name: String) throws(OfficeError) -> [UInt8]? {
    guard let entry = directory.entries.first(where: { $0.name == name }) else { return nil }
    return try directory.content(of: entry)
  }

  private static func checkEntries(_ entries: [ZipDirectory.Entry], fileSize: Int) throws(OfficeError) {
    var total = 0
    for entry in entries {
      if entry.isEncrypted { throw OfficeError(.encrypted, part: entry.name) }
      if entry.isLink { throw OfficeError(.unsafeName, part: entry.name) }
      if isProgram(entry.name.lowercased()) { throw OfficeError(.macros, part: entry.name) }
      total += entry.size
      guard total <= largestContent else { throw OfficeError(.zipBomb, part: entry.name) }
    }
    guard total <= freeContent + fileSize * highestRatio else { throw OfficeError(.zipBomb) }
  }

  private static func isProgram(_ name: String) -> Bool {
    let parts = name.split(separator: "/")
    return name.hasSuffix("vbaproject.bin") || name.hasSuffix("vbadata.xml")
      || parts.count > 1 && ["basic", "scripts"].contains(parts[0]) || name.hasPrefix("xl/macrosheets/")
  }

  /// Reads every XML part once; answers the one with the text.
  private static func body(of directory: ZipDirectory, as format: Format) throws(OfficeError) -> [UInt8] {
    var body: [UInt8]?
    var isMarked = format.mark == nil
    for entry in directory.entries {
      if let mark = format.mark, entry.name == "mimetype", entry.size < 200 {
        isMarked = try directory.content(of: entry).starts(with: mark.utf8)
      }
      guard entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") else { continue }
      let content = try directory.content(of: entry)
      try check(content, named: entry.name)
      if entry.name == format.body { body = content }
    }
    guard let body, isMarked else { throw OfficeError(.notOfficeFile) }
    return body
  }

  private static func check(_ xml: [UInt8], named name: String) throws(OfficeError) {
    // UTF-16 would hide everything below; no office program writes it.
    guard !xml.contains(0) else { throw OfficeError(.notOfficeFile, part: name) }
    if xml.count(of: "<!DOCTYPE") + xml.count(of: "<!ENTITY") > 0 { throw OfficeError(.externalContent, part: name) }
    if name == "META-INF/manifest.xml", xml.count(of: "encryption-data") > 0 {
      throw OfficeError(.encrypted, part: name)
    }
    if name == "[Content_Types].xml", xml.count(of: "macroEnabled") + xml.count(of: "vbaProject") > 0 {
      throw OfficeError(.macros, part: name)
    }
    if name.hasPrefix("word/"), xml.count(of: "DDEAUTO") + xml.count(of: "> DDE ") + xml.count(of: ">DDE ") > 0 {
      throw OfficeError(.macros, part: name)
    }
    if let fault = SheetParts.fault(of: xml, named: name) { throw OfficeError(fault, part: name) }
    if name.hasSuffix(".rels"), fetchesFromElsewhere(xml) { throw OfficeError(.externalContent, part: name) }
  }

  /// Whether a relation other than a hyperlink or a picture points into the network.
  ///
  /// A template on the teacher's own disk is left alone: Word notes one in many ordinary files, and nothing follows it.
  private static func fetchesFromElsewhere(_ relations: [UInt8]) -> Bool {
    String(decoding: relations, as: UTF8.self).split(separator: "<").contains { relation in
      guard relation.contains("\"External\"") || relation.contains("'External'") else { return false }
      guard !relation.contains("relationships/hyperlink"), !relation.contains("relationships/image") else {
        return false
      }
      let text = relation.lowercased().replacing("'", with: "\"")
      return ["http:", "https:", "ftp:", "\\\\", "file://"].contains { text.contains("target=\"" + $0) }
        && !text.contains("=\"file:///")
    }
  }
}

extension [UInt8] {
  /// How often `pattern` occurs, without overlap.
  func count(of pattern: some Collection<UInt8>) -> Int {
    ranges(of: pattern).count
  }

  func count(of pattern: String) -> Int { count(of: Array(pattern.utf8)) }

  /// Where `pattern` occurs, without overlap.
  func ranges(of pattern: some Collection<UInt8>) -> [Range<Int>] {
    let pattern = Array(pattern)
    guard let first = pattern.first, count >= pattern.count else { return [] }
    var found: [Range<Int>] = []
    withUnsafeBufferPointer { bytes in
      var index = 0
      let last = bytes.count - pattern.count
      while index <= last {
        if bytes[index] == first, (1..<pattern.count).allSatisfy({ bytes[index + $0] == pattern[$0] }) {
          found.append(index..<(index + pattern.count))
          index += pattern.count
        } else {
          index += 1
        }
      }
    }
    return found
  }
}
