/// Finds where the lessons of a week begin in one document.
///
/// A lesson begins where the sections of the kind begin anew, at the header lines above its first one. A heading that
/// only repeats words of an earlier section, as the aims of each activity do, begins none: either the header lines say
/// so, or the sections after it are gone through once more.
struct LessonSplit {
  /// The first block of each lesson, in order; `[0]` for a document of one.
  private(set) var starts = [0]

  /// A heading of a section, where it stands.
  private struct Found {
    let group: Int
    /// Whether no section of its block stands before it: only there the document can come apart.
    let isFirst: Bool
    /// The sections that have these words, in the kind's order.
    let sections: [Int]

    /// Whether every section of these words lies before `section`.
    func isBefore(_ section: Int) -> Bool { sections.allSatisfy { $0 < section } }
  }

  /// - Parameter groups: the blocks of each paragraph or table of the document.
  init(_ groups: [[OfficeBlock]], _ matcher: SectionMatcher) {
    let headings = groups.indices.flatMap { group -> [Found] in
      let sections = PlanItems(groups[group], matcher).items.map(matcher.sections(of:)).filter { !$0.isEmpty }
      return sections.indices.map { Found(group: group, isFirst: $0 == 0, sections: sections[$0]) }
    }
    /// The last section that this lesson came to.
    var furthest = -1
    for (index, heading) in headings.enumerated() {
      let mayBegin = heading.isFirst && furthest > 0 && (heading.sections[0] == 0 || heading.isBefore(furthest))
      let header = LessonHeader(above: mayBegin ? groups[starts[starts.count - 1]..<heading.group] : [], matcher)
      let begins = header.opensLesson || Self.begins(anew: headings[index...], before: furthest)
      if mayBegin, begins {
        starts.append(heading.group - header.length)
        furthest = heading.sections[0]
      } else if let section = heading.sections.first(where: { $0 > furthest }) {
        furthest = section
      }
    }
  }

  /// Whether `headings` begin with the first section and then go once more through what the lesson had already.
  private static func begins(anew headings: ArraySlice<Found>, before furthest: Int) -> Bool {
    // Of a title that several sections have, no one knows which is meant.
    guard headings.first?.sections == [0] else { return false }
    let following = headings.dropFirst().prefix { $0.sections[0] != 0 }.filter { $0.isBefore(furthest) }
    return Set(following.map(\.sections)).count >= 2
  }
}
