/// The header lines right above a lesson's first section, read from below.
///
/// It ends where the lesson before says its last words: the lines that open a lesson stand together, with at most one
/// short line such as `(2 tiết)` between them.
struct LessonHeader {
  /// What a line above the first section may be.
  private enum Role {
    /// Opens a lesson: `KẾ HOẠCH BÀI DẠY`, `Môn: …`, `Tên bài: …`, a day, a week.
    case opening
    /// Another header line, such as `Lớp: 4A`.
    case header
    /// `Bài 14: …`; an exercise may be called so too.
    case number
    /// A heading or a line in bold or capitals, which may be the lesson's name.
    case name
    case short
    case other
  }

  /// How many blocks it takes.
  private(set) var length = 0
  /// Whether it says that a lesson begins here, and not only what something is called.
  private(set) var opensLesson = false
  private var matcher: SectionMatcher
  private var names = 0
  private var hasTitle = false
  private var gaps = 0

  /// - Parameter groups: what stands above the section, nothing of the section itself; a paragraph or table each.
  init(above groups: ArraySlice<[OfficeBlock]>, _ matcher: SectionMatcher) {
    self.matcher = matcher
    for (offset, group) in groups.reversed().enumerated() {
      guard let lines = Self.lines(of: group) else { return }
      var copy = self
      guard lines.reversed().allSatisfy({ copy.take($0, at: offset) }) else { return }
      self = copy
    }
  }

  /// Whether the line, read upwards, may still belong to the header.
  private mutating func take(_ line: (pieces: [Piece], isHeading: Bool), at offset: Int) -> Bool {
    let text = line.pieces.trimmed.plain
    switch role(of: line) {
    case .opening:
      // A second title is that of something else.
      if HeaderLines.saysTitle(text) {
        guard !hasTitle else { return false }
        hasTitle = true
      }
      opensLesson = true
    case .header: break
    case .number:
      guard !hasTitle else { return false }
      hasTitle = true
    case .name:
      // Above the opening lines a name belongs to this lesson only if there is none below.
      guard opensLesson ? !hasTitle && names == 0 : names < 2 else { return false }
      names += 1
    case .short:
      gaps += 1
      return gaps < 2
    case .other: return false
    }
    gaps = 0
    length = offset + 1
    return true
  }

  private func role(of line: (pieces: [Piece], isHeading: Bool)) -> Role {
    let pieces = line.pieces.trimmed
    let text = pieces.plain
    guard matcher.match(pieces, isMarked: line.isHeading) == nil, !text.lowercased().contains("duyệt") else {
      return .other
    }
    if HeaderLines.opensLesson(text) { return .opening }
    var header = HeaderLines()
    if header.read(text) { return .header }
    if PlanHead.lessonNumber(text) != nil { return .number }
    if line.isHeading || pieces.looksLikeHeading, text.count <= 200 { return .name }
    let isShort = text.count <= 40 && !(text.last.map { ".!?:;".contains($0) } ?? true)
    return isShort && TypedLists.mark(of: pieces) == nil ? .short : .other
  }

  /// The lines with words of a paragraph, or of a table that only sets lines side by side; nil for anything else.
  private static func lines(of group: [OfficeBlock]) -> [(pieces: [Piece], isHeading: Bool)]? {
    var found: [(pieces: [Piece], isHeading: Bool)] = []
    for block in group {
      switch block {
      case .paragraph(let pieces): found += pieces.lines.map { ($0, false) }
      case .heading(_, let pieces): found += pieces.lines.map { ($0, true) }
      case .table(let table):
        for cell in table.rows.joined() {
          guard let lines = lines(of: cell.blocks) else { return nil }
          found += lines
        }
      case .bullets, .numbers: return nil
      }
    }
    guard !found.contains(where: { $0.pieces.contains(where: \.isPicture) }) else { return nil }
    return found.filter { !$0.pieces.isBlank && !PlanItems.isFiller($0.pieces.plain) }
  }
}
