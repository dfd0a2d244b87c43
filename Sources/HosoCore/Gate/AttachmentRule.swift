/// Files beside the records: the office file that a record was made from, and its pictures.
///
/// They lie in a folder `dinh-kem` next to the record, so that everyone sees that they belong to it.
package enum AttachmentRule {
  /// The folder's name.
  package static let folder = "dinh-kem"
  /// At most this many bytes in an attachment.
  package static let largest = 20 * 1024 * 1024
  private static let endings = ["docx", "odt", "pdf", "xlsx", "ods", "pptx", "png", "jpg", "jpeg", "webp", "gif"]

  /// Whether `path` is an attachment of a folder in which some kind keeps its records.
  static func isAttachment(_ path: RecordPath, under rulebook: Rulebook) -> Bool {
    let parts = path.components
    guard parts.count > 2, parts[parts.count - 2] == folder else { return false }
    // The new text of a record that a case corrects lies in the case as it will lie in its place.
    let isCorrectedText = ending(of: path) == "md" && CaseFolder(containing: path)?.attachments == path.folder
    guard endings.contains(ending(of: path)) || isCorrectedText else { return false }
    let place = Array(parts.dropLast(2))
    return rulebook.kinds.contains { $0.place.folderPlace(of: place) != nil }
  }

  static func ending(of path: RecordPath) -> String {
    path.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  /// The content is what the name's ending says, and not too large.
  static func check(_ path: RecordPath, in snapshot: any Snapshot, report: (Diagnostic) -> Void) throws {
    guard let bytes = try snapshot.bytes(at: path) else { return }
    if bytes.count > largest {
      report(Diagnostic(.fileTooLarge, path: path.text, facts: ["limit": "20 MB"]))
    }
    if !hasSignature(bytes, ending(of: path)) {
      report(Diagnostic(.binaryContent, path: path.text, facts: ["ending": ending(of: path)]))
    }
  }

  /// Whether the first bytes are those of the format.
  private static func hasSignature(_ bytes: [UInt8], _ ending: String) -> Bool {
    switch ending {
    case "docx", "odt", "xlsx", "ods", "pptx": bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    case "pdf": bytes.starts(with: Array("%PDF-".utf8))
    case "png": bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
    case "jpg", "jpeg": bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case "gif": bytes.starts(with: Array("GIF8".utf8))
    // It is read as a record when the correction puts it in its place.
    case "md": true
    case "webp": bytes.starts(with: Array("RIFF".utf8)) && bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
    default: false
    }
  }
}

extension PathTemplate {
  /// Reads the placeholders of the folders alone, without the file's name.
  package func folderPlace(of parts: [Substring]) -> Place? {
    guard let folders = try? PathTemplate(text.split(separator: "/").dropLast().joined(separator: "/")) else {
      return nil
    }
    return folders.place(of: parts)
  }
}
