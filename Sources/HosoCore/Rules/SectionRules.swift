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
    for (index, section) in record.kind.sections.enumerated() {
      let here = found.filter { $0.section == index }
      if here.isEmpty, section.isRequired {
        let line = record.lastLine(before: index, found)
        report(
          record.fault(
            .missingSection, line: line,
            ["section": section.title, "marks": String(repeating: "#", count: section.level)]))
      }
      for other in here.dropFirst() {
        report(record.fault(.duplicateSection, line: other.heading.line, ["section": section.title]))
      }
    }
    for heading in record.outline.headings
    where heading.level == 2 && !found.contains(where: { $0.heading == heading }) {
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
    let found = outline.headings.compactMap { heading -> FoundSection? in
      guard heading.level > 1 else { return nil }
      return context.section(heading.title, heading.level, of: kind).map { FoundSection(section: $0, heading: heading) }
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
    guard heading.isBare, let start = outline.headings.firstIndex(of: heading) else { return false }
    return outline.headings[(start + 1)...].prefix { $0.level > heading.level }.allSatisfy(\.isBare)
  }
}

extension RuleContext {
  /// The section of `kind` that a heading of `level` with `title` is, if any.
  func section(_ title: String, _ level: Int, of kind: Kind) -> Int? {
    rulebook.headings.section(of: kind, HeadingText(text: title, level: level)) {
      let words = SectionName.words(of: title)
      return kind.sections.firstIndex { section in
        section.level == level
          && (SectionName.words(of: section.title) == words
            || section.aliases.contains { SectionName.words(of: $0) == words })
      }
    }
  }
}

/// Which section of its kind a heading is, once found out: most headings of a school are the same few.
final class HeadingCache: Sendable {
  private let known = Mutex<[String: [HeadingText: Int?]]>([:])
  /// At most this many headings are kept of a kind; texts of records decide how many there are.
  private static let most = 4096

  func section(of kind: Kind, _ heading: HeadingText, find: () -> Int?) -> Int? {
    if let known = known.withLock({ $0[kind.id]?[heading] }) { return known }
    let index = find()
    known.withLock { known in
      if known[kind.id]?.count ?? 0 >= Self.most { known[kind.id] = nil }
      known[kind.id, default: [:]].updateValue(index, forKey: heading)
    }
    return index
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
