package import HosoCore

/// The part of a Markdown record that an approval binds.
package enum OpenSections {
  /// The bytes of `text` without the bodies of the sections that `kind` leaves open after the approval.
  package static func closedText(of text: [UInt8], _ kind: Kind) -> [UInt8] {
    let open = kind.sections.filter(\.isOpenAfterApproval).flatMap { section in
      ([section.title] + section.aliases).map { (SectionName.words(of: $0), section.level) }
    }
    guard !open.isEmpty else { return text }
    var kept: [UInt8] = []
    var isOpen = false
    let headings = OutlineScanner.outline(of: text, from: (0, 1)).headings
    var levels: [Int: (level: Int, words: String)] = [:]
    for heading in headings { levels[heading.line] = (heading.level, SectionName.words(of: heading.title)) }
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if let heading = levels[index + 1] {
        isOpen =
          open.contains { $0.0 == heading.words && $0.1 == heading.level }
          || (isOpen && heading.level > (open.map(\.1).min() ?? 2))
        kept += line
        kept.append(0x0A)
      } else if !isOpen {
        kept += line
        kept.append(0x0A)
      }
    }
    while kept.last == 0x0A { kept.removeLast() }
    return kept
  }
}
