package import HosoCore
internal import HosoFormats
internal import HosoMessages
internal import HosoStore

/// `hoso calendar PERSON`: a person's deadlines of the year as an iCalendar feed.
package struct CalendarAction {
  /// One deadline as a calendar shows it.
  package struct Event: Sendable {
    /// Index of the view's obligation.
    package let obligation: Int
    /// The same for the same deadline, whatever has come of it.
    package let id: String
    package let title: String
    fileprivate let details: String
  }

  /// A person's deadlines, by due time, in the view that they were found in.
  package struct Report: Sendable {
    package let view: SchoolView
    package let person: Person
    package let events: [Event]

    /// The feed, made at the view's time.
    package var text: String {
      CalendarFeed(
        name: "\(person.name), \(view.year)", stamp: view.moment,
        events: events.map { event in
          let obligation = view.obligations[event.obligation]
          return CalendarFeed.Event(
            id: event.id, due: obligation.dueAt ?? view.moment, summary: event.title, details: event.details,
            isDone: obligation.isAnswered(at: view.moment))
        }
      ).text
    }
  }

  private let year: String?
  private let person: String
  private let language: Language
  private let moment: Int64?

  package init(year: String?, person: String, language: Language, at moment: Int64? = nil) {
    self.year = year
    self.person = person
    self.language = language
    self.moment = moment
  }

  package func perform(in workspace: Workspace, report: (Diagnostic) -> Void) throws -> Report {
    let view = try workspace.store.readingFast {
      try workspace.store.view(year: year, at: moment ?? workspace.now, report: report)
    }
    guard let id = try view.person(person), let person = view.rulebook.people[id] else {
      throw Problem(.unknownPersonName, ["person": person])
    }
    let answerable = Answerable(rulebook: view.rulebook)
    let own = view.obligations.indices.filter { index in
      let obligation = view.obligations[index]
      return obligation.dueAt != nil
        && answerable.persons(of: obligation, view.rulebook.kinds[obligation.kind]).contains(id)
    }
    return Report(view: view, person: person, events: view.inDueOrder(own).map { event($0, in: view) })
  }

  private func event(_ index: Int, in view: SchoolView) -> Event {
    let words = ObligationWords(view, language)
    let obligation = view.obligations[index]
    func say(_ vietnamese: String, _ english: String) -> String { Localized(vi: vietnamese, en: english)(language) }
    let title = words.title(obligation)
    let opens = obligation.opensAt.map { say("Nộp từ \($0). ", "Put in from \($0) on. ") } ?? ""
    let due = obligation.dueAt.map(\.description) ?? ""
    return Event(
      obligation: index, id: Self.id(of: obligation, in: view),
      title: obligation.isAnswered(at: view.moment) ? say("Đã nộp: ", "Done: ") + title : title,
      details: "\(opens)\(say("Hạn nộp", "Due")) \(due). \(words.owner(obligation)), \(view.rulebook.school.name)")
  }

  /// Year, kind, owner and period: ids of lists and numbers, which never change.
  private static func id(of obligation: Obligation, in view: SchoolView) -> String {
    let kind = view.rulebook.kinds[obligation.kind]
    var parts = [view.year, kind.id, obligation.owner.split(separator: "/").joined(separator: ".")]
    if let lesson = obligation.lesson {
      parts.append("\(lesson.curriculum.subject)-\(lesson.curriculum.grade)-\(lesson.lesson.number)")
    } else if let test = obligation.test {
      parts.append(test)
    } else if let period = obligation.period {
      parts.append("\(kind.expectation?.rhythm.rawValue ?? "year")-\(period)")
    }
    return parts.joined(separator: ".") + "@\(view.rulebook.school.id).hoso"
  }
}
