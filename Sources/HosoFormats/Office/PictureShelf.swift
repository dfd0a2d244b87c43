internal import HosoCore

/// The pictures of one document, named as they are first shown.
final class PictureShelf {
  private let package: OfficePackage
  private(set) var pictures: [ConvertedDocument.Picture] = []
  /// What could not be shown, by format.
  private(set) var lost: [String: Int] = [:]
  private var names: [String: String] = [:]

  init(_ package: OfficePackage) { self.package = package }

  /// The Markdown of the picture that the document calls `source`, or nil where it cannot be shown.
  func show(_ source: String, _ description: String) -> String? {
    guard let name = name(of: source) else { return nil }
    let words = Self.words(description) ?? "Hình \(number(of: name))"
    return "![" + MarkdownText.escaped(words, inLink: true) + "](\(AttachmentRule.folder)/\(name))"
  }

  private func number(of name: String) -> Int {
    (pictures.firstIndex { $0.name == name } ?? pictures.count) + 1
  }

  private func name(of source: String) -> String? {
    if let name = names[source] { return name }
    guard let bytes = bytes(of: source) else {
      lose(source.contains(":") ? "link" : Self.ending(of: source))
      return nil
    }
    guard let ending = Self.format(of: bytes), bytes.count <= AttachmentRule.largest else {
      lose(Self.ending(of: source))
      return nil
    }
    let name = "hinh-\(pictures.count + 1).\(ending)"
    pictures.append(.init(name: name, bytes: bytes))
    names[source] = name
    return name
  }

  private func lose(_ format: String) { lost[format, default: 0] += 1 }

  private func bytes(of source: String) -> [UInt8]? {
    let name = package.format == .word ? "word/" + source : source
    return try? package.part(name) ?? package.part(source)
  }

  /// The format by content, whatever the name says.
  private static func format(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpg" }
    if bytes.starts(with: Array("GIF8".utf8)) { return "gif" }
    let isWebP = bytes.starts(with: Array("RIFF".utf8)) && bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
    return isWebP ? "webp" : nil
  }

  private static func ending(of source: String) -> String {
    let ending = source.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return ending.count <= 5 && ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } ? ending : "unknown"
  }

  /// What a person wrote about the picture; nil for the names that Word makes up.
  private static func words(_ description: String) -> String? {
    let line = description.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let text = line.split(separator: " ").joined(separator: " ")
    let lower = text.lowercased()
    let isMadeUp = text.count < 12 && ["pic", "image", "hình ảnh ", "ảnh ", "graphic"].contains { lower.hasPrefix($0) }
    let isFileName = [".png", ".jpg", ".jpeg", ".gif"].contains { lower.hasSuffix($0) }
    return text.isEmpty || isMadeUp || isFileName ? nil : String(text.prefix(200))
  }
}
