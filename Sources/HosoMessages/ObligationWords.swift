package import HosoCore

/// How an obligation reads: whose it is, what is owed, of when.
package struct ObligationWords {
  private let rulebook: Rulebook
  private let year: String
  private let language: Language

  package init(_ view: SchoolView, _ language: Language) {
    rulebook = view.rulebook
    year = view.year
    self.language = language
  }

  /// Whose it is, such as `Nguyễn Vân Anh`, `Tổ 4-5` or `Lớp 4A, Toán (Nguyễn Vân Anh)`.
  package func owner(_ obligation: Obligation) -> String {
    let person = obligation.person.map { rulebook.people[$0]?.name ?? $0 }
    let title: String?
    switch rulebook.kinds[obligation.kind].expectation?.owner {
    case .teacher, .member, .principal, .vicePrincipal, nil: title = nil
    case .team, .headOfTeam: title = rulebook.teams[obligation.owner]?.title
    case .class, .homeroom: title = rulebook.classes[obligation.owner]?.title
    case .school: title = rulebook.school.name
    case .classSubject: title = ClassSubject(obligation.owner).map(self.title)
    }
    guard let title else { return person ?? obligation.owner }
    return person.map { "\(title) (\($0))" } ?? title
  }

  /// A class and its subject, such as `Lớp 4A, Toán`.
  package func title(_ pair: ClassSubject) -> String {
    "\(rulebook.classes[pair.schoolClass]?.title ?? pair.schoolClass), \(subject(pair.subject))"
  }

  /// The name of a subject.
  package func subject(_ id: ListID) -> String { rulebook.subjects[id]?.title ?? id }

  /// What is owed, such as `Kế hoạch bài dạy, tuần 5`.
  package func title(_ obligation: Obligation) -> String {
    ([rulebook.kinds[obligation.kind].title(language)] + [period(obligation)].compactMap(\.self))
      .joined(separator: ", ")
  }

  /// Of when: `tuần 5`, `tháng 9`, `học kì 1`, a test's title, or a lesson; nil for the whole year.
  package func period(_ obligation: Obligation) -> String? {
    if let lesson = obligation.lesson { return self.lesson(lesson) }
    guard let number = obligation.period, let rhythm = rulebook.kinds[obligation.kind].expectation?.rhythm else {
      return nil
    }
    switch rhythm {
    case .week, .lesson: return say("tuần \(number)", "week \(number)")
    case .month: return say("tháng \(number)", "month \(number)")
    case .term: return say("học kì \(number)", "term \(number)")
    case .test: return rulebook.calendars[year]?.testTitle(number) ?? obligation.test
    case .year: return nil
    }
  }

  /// `Toán 4, bài 12: Góc nhọn`.
  private func lesson(_ lesson: Obligation.Lesson) -> String {
    let number = lesson.lesson.number
    return "\(subject(lesson.curriculum.subject)) \(lesson.curriculum.grade), "
      + say("bài \(number)", "lesson \(number)") + ": \(lesson.lesson.title)"
  }

  /// The same without line breaks or other control characters, for a line of its own.
  package func line(_ obligation: Obligation) -> String { NameRule.visible(title(obligation)) }

  private func say(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }
}
