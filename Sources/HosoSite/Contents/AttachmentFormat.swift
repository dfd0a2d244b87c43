internal import HosoCore

/// The formats of attachments that the site hands out; what a browser would run, such as HTML and SVG, is none.
enum AttachmentFormat: String, CaseIterable {
  case docx, odt, pdf, xlsx, ods, pptx, png, jpg, jpeg, webp, gif

  /// The format that the ending of `path` names.
  init?(_ path: RecordPath) {
    guard let dot = path.name.lastIndex(of: ".") else { return nil }
    self.init(rawValue: path.name[path.name.index(after: dot)...].lowercased())
  }

  /// Whether a page can show it.
  var isPicture: Bool {
    switch self {
    case .png, .jpg, .jpeg, .webp, .gif: true
    case .docx, .odt, .pdf, .xlsx, .ods, .pptx: false
    }
  }
}
