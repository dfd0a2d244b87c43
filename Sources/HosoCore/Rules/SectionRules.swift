internal import Synchronization

/// A record has one title, and where the kind says so it repeats a field. One file holds one lesson.
package struct Titles: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    guard record.kind.format == .markdown else { return }
    let titles = record.outline.headings.filter { $0.level == 1 }
    guard let first = titles.first else {
      return report(record.fault(.missingTitle, line: record.outline.headings.first?.line))
    }
    for other in titles.dropFirst() { report(record.fault(.severalLessons, line: other.line)) }
    if let name = record.kind.heading, let field = record.field(named: name), field.value != first.title {
      report(record.fault(.titleMismatch, line: first.line, ["field": name]))
    }
  }
}

/// Every section that the kind requires is there, once.
package struct RequiredSections: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    guard record.kind.format == .markdown, !record.kind.sections.isEmpty else { return }
    let found = record.sections(in: context)
    let sections = record.kind.sections
    for index in sections.indices {
      var isFound = false
      for one in found where one.section == index {
        if isFound {
          report(record.fault(.duplicateSection, line: one.heading.line, ["section": sections[index].title]))
        }
        isFound = true
      }
      if !isFound, sections[index].isRequired {
        let section = sections[index]
        let line = record.lastLine(before: index, found)
        report(
          record.fault(
            .missingSection, line: line,
            [
              "section": section.title, "marks": String(repeating: "#", count: section.level),
              "within": record.kind.parentNeeded(toName: index)?.title ?? "",
            ]))
      }
    }
    for heading in record.outline.headings
    where heading.level == 2 && !found.contains(where: { $0.heading.line == heading.line }) {
      report(record.fault(.unknownSection, line: heading.line, ["kind": record.kind.id]))
    }
  }
}

/// The sections stand in the order of the official template.
package struct SectionOrder: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    var highest = -1
    for found in record.sections(in: context) {
      if found.section < highest {
        report(
          record.fault(
            .sectionOrder, line: found.heading.line,
            [
              "section": record.kind.sections[found.section].title,
              "after": record.kind.sections[highest].title,
            ]))
      }
      highest = max(highest, found.section)
    }
  }
}

/// A section that must say something does.
package struct FilledSections: RecordRule {
  package func check(_ record: Record, in context: RuleContext, report: (Diagnostic) -> Void) {
    for found in record.sections(in: context)
    where !record.kind.sections[found.section].mayBeEmpty && record.isEmpty(found.heading) {
      report(
        record.fault(
          .emptySection, line: found.heading.line, ["section": record.kind.sections[found.section].title]))
    }
  }
}

extension Record {
  struct FoundSection {
    let section: Int
    let heading: Outline.Heading
  }

  /// The headings that are sections of the kind, in file order.
  func sections(in context: RuleContext) -> [FoundSection] {
    guard !kind.sections.isEmpty else { return [] }
    if let known = context.foundSections, known.path == path { return known.sections }
    var found: [FoundSection] = []
    // The headings that the next one may lie below, outermost first, each with the section that it is.
    var above: [(level: Int, section: Int?)] = []
    for heading in outline.headings where heading.level > 1 {
      while let last = above.last, last.level >= heading.level { above.removeLast() }
      let candidates = kind.sections(heading.title, heading.level)
      let section = candidates.choice { kind.parent(of: $0) == above.last?.section }
      above.append((heading.level, section))
      if let section { found.append(FoundSection(section: section, heading: heading)) }
    }
    context.foundSections = (path, found)
    return found
  }

  /// Where a missing section would follow: the line of the last found section before it, else of the title.
  fileprivate func lastLine(before index: Int, _ found: [FoundSection]) -> Int? {
    found.last { $0.section < index }?.heading.line ?? outline.headings.first { $0.level == 1 }?.line ?? 1
  }

  /// Whether neither the heading nor the headings below it have text.
  fileprivate func isEmpty(_ heading: Outline.Heading) -> Bool {
    guard heading.isBare, let start = outline.headings.firstIndex(where: { $0.line == heading.line }) else {
      return false
    }
    return outline.headings[(start + 1)...].prefix { $0.level > heading.level }.allSatisfy(\.isBare)
  }
}

extension Kind {
  /// The sections that a heading of `level` with `title` may be.
  fileprivate func sections(_ title: String, _ level: Int) -> SectionCandidates {
    headings.sections(HeadingText(text: title, level: level)) {
      let words = SectionName.words(of: title)
      let indices = sections.indices.filter { index in
        let section = sections[index]
        return section.level == level
          && (SectionName.words(of: section.title) == words
            || section.aliases.contains { SectionName.words(of: $0) == words })
      }
      return indices.count > 1 ? .several(indices) : indices.first.map { .one($0) } ?? .none
    }
  }
}

/// The sections that a heading may be by its words alone: a template may repeat a title below other headings.
enum SectionCandidates: Hashable, Sendable {
  case none
  case one(Int)
  case several([Int])

  /// The one, or the first of several that `isFitting`.
  func choice(_ isFitting: (Int) -> Bool) -> Int? {
    switch self {
    case .none: nil
    case .one(let index): index
    case .several(let indices): indices.first(where: isFitting)
    }
  }
}

extension Kind {
  /// The section that the section at `index` lies below: the nearest one before it of a lower level.
  func parent(of index: Int) -> Int? { sections[..<index].lastIndex { $0.level < sections[index].level } }

  /// The section that must be said as well to tell which one is meant; nil where the title is used once.
  fileprivate func parentNeeded(toName index: Int) -> SectionSchema? {
    let title = sections[index].title
    guard sections.count(where: { $0.title == title }) > 1 else { return nil }
    return parent(of: index).map { sections[$0] }
  }
}

/// Which sections of a kind a heading may be, once found out: most headings of a school are the same few.
final class HeadingCache: Sendable {
  private let known = Mutex<[HeadingText: SectionCandidates]>([:])
  /// At most this many headings are kept; texts of records decide how many there are.
  private static let most = 4096

  func sections(_ heading: HeadingText, find: () -> SectionCandidates) -> SectionCandidates {
    if let known = known.withLock({ $0[heading] }) { return known }
    let candidates = find()
    known.withLock { known in
      if known.count >= Self.most { known = [:] }
      known[heading] = candidates
    }
    return candidates
  }
}

/// A heading as a key, compared by bytes: hashing by canonical equivalence would cost more than the check itself.
struct HeadingText: Hashable {
  let text: String
  /// 1...6.
  let level: Int

  static func == (left: HeadingText, right: HeadingText) -> Bool {
    left.level == right.level && left.text.hasSameBytes(as: right.text)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// How two wordings of a heading are held equal.
package enum SectionName {
  /// `3.1. Mở đầu (5 phút)` and `Mở đầu` both give `mở đầu`.
  package static func words(of title: String) -> String {
    var words = title.lowercased().split(separator: " ")[...]
    while words.count > 1, let first = words.first, isNumbering(first) { words = words.dropFirst() }
    if let open = words.firstIndex(where: { $0.hasPrefix("(") }), words.last?.hasSuffix(")") ?? false,
      open > words.startIndex
    {
      words = words[..<open]
    }
    var text = words.joined(separator: " ")
    while let last = text.last, last == ":" || last == "." { text.removeLast() }
    return text
  }

  private static func isNumbering(_ word: Substring) -> Bool {
    guard let last = word.last, last == "." || last == ")" || word.allSatisfy({ $0.isNumber }) else { return false }
    let core = word.split(whereSeparator: { $0 == "." || $0 == ")" })
    return core.allSatisfy { part in
      part.allSatisfy(\.isNumber) || part.allSatisfy { "ivx".contains($0) } || part.count == 1
    }
  }
}
